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
    mutating func add(_ duration: Duration) { all.append(duration / .microseconds(1)) }
    func percentile(_ share: Double) -> Double {
        guard !all.isEmpty else { return 0 }
        return all.sorted()[min(all.count - 1, Int(Double(all.count) * share))]
    }
    var text: String {
        [0.5, 0.95, 0.99, 1].map { String(format: "p%g %.2f ms", $0 * 100, percentile($0) / 1000) }
            .joined(separator: "  ")
    }
}
