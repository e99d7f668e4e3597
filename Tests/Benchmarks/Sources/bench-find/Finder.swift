import Casework
import Foundation
import Storage

/// A register of practice people on disk, and a desk over it.
struct Finder {
    let register: Register
    let desk: Desk
    let path: String
    let people: Int
    private let isKept: Bool
    /// A moment in the time of the practice people.
    static let now = Instant(seconds: 1_772_579_700)

    /// - Parameters:
    ///   - also: who is in the register beside the practice people.
    ///   - kept: a register from an earlier run, or the place where this one stays for the next.
    init(people: Int, also: [Customer] = [], kept: String? = nil) throws {
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        path = kept ?? "\(folder)/bench-find-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sqlite"
        isKept = kept != nil
        self.people = people
        if FileManager.default.fileExists(atPath: path) {
            register = try Register.open(at: path)
        } else {
            let practice = PracticeRegister(customers: people, plans: 0, seed: 1, today: CalendarDay(number: 20_500))
            register = try Register.create(at: path, practice: true, madeAt: Instant(seconds: 0)) { session in
                try session.fill(with: practice, at: Instant(seconds: 0))
                for customer in also { try session.insert(customer) }
            }
        }
        desk = try Desk(register, as: .logon(PracticeRegister.officer))
    }

    func end() {
        guard !isKept else { return }
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }

    func matches(_ text: String, limit: Int = 10) throws -> [Match] {
        try register.read { reader in
            let query = SearchQuery(text)
            return Array(query.rank(try reader.candidates(for: query, limit: limit + 10)).prefix(limit))
        }
    }
}
