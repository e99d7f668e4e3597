import Foundation

let environment = ProcessInfo.processInfo.environment

func setting(_ name: String, _ usual: Int) -> Int { environment[name].flatMap(Int.init) ?? usual }

guard let program = environment["MSPDESK_PROGRAM"] else {
    print("MSPDESK_PROGRAM names no program: 'make bench' does.")
    exit(64)
}
let folder = (environment["TMPDIR"] ?? "/tmp") + "/bench-\(getpid())"
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: folder) }
let bench = Bench(
    program: program, register: "\(folder)/register.sqlite", people: setting("PEOPLE", 100_000),
    runs: setting("RUNS", 15), contacts: setting("CONTACTS", 1_000))
print(
    """
    \(bench.people) practice people; a terminal of 100 by 30, xterm-256color; \(ProcessInfo.processInfo.processorCount) \
    processors. Times are of the wall clock: on a busy machine, read the ratios.

    """)
try bench.makeRegister()
try bench.measureStart()
try bench.measureTyping()
try bench.measureTypingElsewhere()
try bench.measureOpening()
try bench.measureUse()
try bench.measureProcedures()
