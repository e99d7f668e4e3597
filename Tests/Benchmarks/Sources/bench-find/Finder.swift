import Casework
import Foundation
import Storage

/// A register on disk for one run.
struct Finder {
    let register: Register
    let desk: Desk
    let path: String
    let people: Int

    init(people: Int, also: [Customer] = []) throws {
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        path = "\(folder)/bench-find-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sqlite"
        self.people = people
        let practice = PracticeRegister(customers: people, plans: 0, seed: 1, today: CalendarDay(number: 20_500))
        register = try Register.create(at: path, practice: true, madeAt: Instant(seconds: 0)) { session in
            try session.fill(with: practice, at: Instant(seconds: 0))
            for customer in also { try session.insert(customer) }
        }
        desk = try Desk(register, as: .logon(PracticeRegister.officer))
    }

    func end() { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }

    func matches(_ text: String, limit: Int = 10) throws -> [Match] {
        try register.read { reader in
            let query = SearchQuery(text)
            return Array(query.rank(try reader.candidates(for: query, limit: limit + 10)).prefix(limit))
        }
    }
}

/// Times in microseconds.
struct Times {
    private var all: [Double] = []
    private var busy: [Double] = []

    /// Takes the time of `body`, by the clock and of the processor: on a machine that is shared they differ.
    mutating func take<T>(_ body: () throws -> T) rethrows -> T {
        let before = processor()
        var result: T?
        add(try clock.measure { result = try body() })
        busy.append((processor() - before) * 1e6)
        guard let result else { return try body() }
        return result
    }

    var last: Duration { .nanoseconds(Int64((all.last ?? 0) * 1000)) }
    mutating func add(_ duration: Duration) { all.append(duration / .microseconds(1)) }
    func percentile(_ share: Double) -> Double {
        guard !all.isEmpty else { return 0 }
        return all.sorted()[min(all.count - 1, Int(Double(all.count) * share))]
    }
    private var busyText: String {
        let sorted = busy.sorted()
        return [0.5, 0.95, 0.99].map {
            String(
                format: "p%g %.2f ms", $0 * 100, sorted[min(sorted.count - 1, Int(Double(sorted.count) * $0))] / 1000)
        }.joined(separator: "  ")
    }

    var text: String {
        [0.5, 0.95, 0.99, 1].map { String(format: "p%g %.2f ms", $0 * 100, percentile($0) / 1000) }
            .joined(separator: "  ") + (busy.isEmpty ? "" : "  (processor: " + busyText + ")")
    }
}

/// Seconds of processor that this program has used.
func processor() -> Double {
    var used = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
}
