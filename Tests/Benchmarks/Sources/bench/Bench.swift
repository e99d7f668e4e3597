import Foundation
import Procedures

/// The figures that staff feel, measured from outside on the release program.
struct Bench {
    let program: String
    let register: String
    let people: Int
    let runs: Int
    let contacts: Int

    private var command: [String] { [program, "open", "--register", register, "--as", "PRCOUNTER"] }
    private static let escape = "\u{1b}"
    private static let leave = "\u{11}"
    /// People of the practice register who have a plan, and so a warning.
    private static let cast = ["applegarth", "vukcevic", "thackeray", "luong"]

    func makeRegister() throws {
        let maker = Process()
        maker.executableURL = URL(fileURLWithPath: program)
        maker.arguments = [
            "init", "--practice", "--customers", "\(people)", "--plans", "500", "--register", register,
        ]
        maker.standardOutput = FileHandle.nullDevice
        maker.standardError = FileHandle.nullDevice
        try maker.run()
        maker.waitUntilExit()
        guard maker.terminationStatus == 0 else { throw PseudoTerminal.Failure(description: "no practice register") }
    }

    /// Spawn to the last byte before 150 ms of silence, each program in turn.
    func measureStart() throws {
        let vim = Self.found("vim").map { ($0, [$0, "-u", "NONE"], ":q!\r") }
        let tig = Self.found("tig").map { ($0, [$0], "q") }
        var first = Samples()
        var rest = Samples()
        var pictures = Samples()
        var others: [String: Samples] = [:]
        for run in 0...runs {
            let desk = try PseudoTerminal(command)
            let answer = desk.start()
            desk.end(Self.leave)
            // The first run fills the system's cache of files.
            guard run > 0 else { continue }
            first.add(answer.first)
            rest.add(answer.last)
            pictures.add(Double(answer.bytes))
            for (name, command, quit) in [vim, tig].compactMap({ $0 }) {
                let other = try PseudoTerminal(command)
                others[name, default: Samples()].add(other.start().last)
                other.end(quit)
            }
        }
        let ratios = others.sorted { $0.key < $1.key }.map { path, times in
            String(format: "%.1f of %@", rest.median / times.median, (path as NSString).lastPathComponent)
        }
        Figure(
            name: "start to first picture at rest",
            measured: ([number(rest.median, "ms")] + ratios).joined(separator: ", "), goal: "12 ms",
            meaning: "Spawn to the last byte before 150 ms of silence; median of \(runs) (first byte after "
                + "\(number(first.median, "ms")), \(Int(pictures.median)) bytes)."
        ).say()
    }

    /// Names, a date and a number, key by key; Esc clears the field between them.
    func measureTyping() throws {
        let desk = try PseudoTerminal(command)
        _ = desk.start()
        var first = Samples()
        var last = Samples()
        var bytes = Samples()
        var field = Samples()
        for words in ["okonjo am", "applegarth", "mai nguyen 1980", "smith parramatta", "vukcevic", "307111942H"] {
            for key in words {
                let answer = desk.press(String(key))
                first.add(answer.first)
                last.add(answer.last)
                bytes.add(Double(answer.bytes))
                field.add(Double(answer.firstBytes))
            }
            _ = desk.press(Self.escape, silence: 80)
        }
        desk.end(Self.leave)
        func both(_ samples: Samples) -> String {
            "\(number(samples.median, "", digits: 2))/ \(number(samples.percentile(0.95), "ms", digits: 2))"
        }
        Figure(
            name: "key to last byte, p50 / p95", measured: both(last), goal: "0.4 / 1 ms",
            meaning: "A key typed in Lookup to the last byte before 60 ms of silence, people found included; "
                + "\(last.all.count) keys. Issue 4 asks for p95 16 ms."
        ).say()
        Figure(
            name: "key to first byte, p50 / p95", measured: both(first), goal: "",
            meaning: "The same keys to the first byte: the field."
        ).say()
        Figure(
            name: "bytes for one typed key", measured: "\(Int(field.median)) field, \(Int(bytes.median)) all",
            goal: "200",
            meaning: "Median: of the first picture, which shows the field, and of all until 60 ms of silence, people "
                + "found included."
        ).say()
    }

    /// Letters where one types beside Lookup: the palette, the guides and a note.
    func measureTypingElsewhere() throws {
        for (place, keys, words) in [
            ("the palette", ["\u{10}"], "week of contact"), ("the guides", ["g"], "call back visit"),
            ("a note", ["n", "\r"], "Asked about a payment, and will call."),
        ] {
            // From the start each time: what is typed must not fall into the screen before.
            let desk = try PseudoTerminal(command)
            _ = desk.start()
            for key in ["applegarth", "\r", "\r"] + keys { _ = desk.press(key, silence: 150) }
            var last = Samples()
            for letter in words {
                last.add(desk.press(String(letter), patience: 200).last)
            }
            let letters = "\(last.all.count) of \(words.count) letters were answered"
            Figure(
                name: "key in \(place), p50 / p95",
                measured: "\(number(last.median, "", digits: 2))/ \(number(last.percentile(0.95), "ms", digits: 2))",
                goal: "", meaning: "To the last byte before 60 ms of silence; \(letters)."
            ).say()
            desk.end(Self.leave)
        }
    }

    /// A name typed, then Enter: the record is read, the audit trail written and the warning drawn.
    func measureOpening() throws {
        let desk = try PseudoTerminal(command)
        _ = desk.start()
        var last = Samples()
        for opening in 0..<60 {
            let words = Self.cast[opening % Self.cast.count]
            _ = desk.press(words, silence: 60)
            let answer = desk.press("\r", silence: 60)
            if answer.text.contains("Warning") { last.add(answer.last) }
            goBack(from: words, at: desk)
        }
        desk.end(Self.leave)
        Figure(
            name: "opening a record to warning drawn, p95",
            measured: "\(number(last.percentile(0.95), "ms")) (p50 \(number(last.median, "ms")))", goal: "5 ms",
            meaning: "Enter on the person found to the last byte of the warning, \(last.all.count) records; the audit "
                + "trail is written by then and on its way to the disk."
        ).say()
    }

    /// To the empty field of Lookup. Never by a second Esc: where nothing was opened, it would end the program.
    private func goBack(from words: String, at desk: PseudoTerminal) {
        _ = desk.press(Self.escape, silence: 40)
        _ = desk.press(String(repeating: "\u{7f}", count: words.count), silence: 20)
    }

    /// An hour at the counter, without its pauses: a name, another, the warning read, the record looked through.
    func measureUse() throws {
        let desk = try PseudoTerminal(command)
        _ = desk.start()
        let atStart = desk.resident
        var early = Double.nan
        let names = ["nguyen", "smith", "okonjo", "applegarth", "singh 1980", "vukcevic", "lam", "brown sydney"]
        for contact in 0..<contacts {
            if contact == contacts / 10 { early = desk.resident }
            let name = names[contact % names.count]
            _ = desk.press(name, silence: 5)
            _ = desk.press(String(repeating: "\u{7f}", count: name.count), silence: 5)
            let words = Self.cast[contact % Self.cast.count]
            _ = desk.press(words, silence: 10)
            // Opened, read, and each of the first tabs. Each of these keys is answered, however slow the machine: keys
            // that ran ahead would go to another screen.
            for key in ["\r", "\r", "2", "3", "4"] { _ = desk.press(key, silence: 10) }
            goBack(from: words, at: desk)
        }
        _ = desk.idle(1_500)
        let atEnd = desk.resident
        let busy = desk.busy
        let answer = desk.idle(2_000)
        let used = desk.busy - busy
        desk.end(Self.leave)
        Figure(
            name: "resident memory after use",
            measured: "\(number(atEnd, "MiB")), \(number(atEnd - early, "MiB")) grown", goal: "25 MiB, no growth",
            meaning:
                "VmRSS after \(contacts) contacts without pauses (\(number(atStart, "MiB")) at the first picture); "
                + "growth is counted from the first tenth on."
        ).say()
        Figure(
            name: "idle", measured: "\(number(used, "ms")), \(answer.bytes) bytes", goal: "0 ms, 0 bytes",
            meaning: "Processor time of all threads and bytes sent in two seconds of rest."
        ).say()
    }

    /// In this process, the files in the system's cache.
    func measureProcedures() throws {
        let checkout = URL(fileURLWithPath: #filePath).pathComponents.dropLast(5).joined(separator: "/").dropFirst()
        let library = ProcedureLibrary(directory: "\(checkout)/Sources/Procedures/Content")
        let visit = Procedure.ID(rawValue: "visit")
        func figure(_ name: String, goal: String, _ meaning: String, _ work: () throws -> Void) rethrows {
            var samples = Samples()
            for _ in 0..<runs { samples.add(try ContinuousClock().measure(work) / .milliseconds(1)) }
            Figure(
                name: name, measured: number(samples.median, "ms", digits: 2), goal: goal,
                meaning: "\(meaning); median of \(runs)."
            ).say()
        }
        figure(
            "procedures at a start", goal: "3 ms",
            "The shipped directory and the organisation's own are named; a journey proves that no file is opened"
        ) { _ = ProcedureLibrary(directory: library.directory, override: "\(checkout)/nowhere") }
        try figure("listing the procedures", goal: "", "The head of each file, as the guides and commands list them") {
            _ = try library.heads()
        }
        try figure("loading one procedure", goal: "", "'visit', found, read and checked, its examples run") {
            _ = try library.procedure(visit)
        }
        try figure("loading every procedure", goal: "1000 ms", "All files read and checked, as 'guide check' does") {
            _ = try library.everything()
        }
    }

    private static func found(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }
}
