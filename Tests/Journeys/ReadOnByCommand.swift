import Foundation
import Testing

/// A register that nothing can be written to, nor beside: what it holds is read all the same, and it is said that
/// nothing is kept.
@Suite("A register that cannot be written is read on, by command")
struct ReadOnByCommand {
    private static let readings = [
        ["find", "applegarth"], ["warning", "P0000001"], ["show", "P0000001"],
        ["check", "P0000001", "--channel", "writing"],
    ]

    private func isReadOn(_ shelf: Shelf, because words: String) throws {
        for command in Self.readings {
            let outcome = try shelf.run(command)
            #expect(outcome.status == 0, "\(command): \(outcome.err)")
            #expect(outcome.err.contains(words), "\(command): \(outcome.err)")
            #expect(outcome.err.contains("not in the audit trail, and nothing can be saved"))
        }
        let note = try shelf.run(["note", "add", "P0000001", "--type", "other", "--field", "content=x"])
        #expect(note.status == 73 && note.err.contains(words), "\(note.err)")
    }

    @Test("In a directory that takes no new file, as on a read-only disk")
    func directory() throws {
        let shelf = try Shelf(fileMode: 0o600, owned: true)
        try isReadOn(shelf, because: "cannot be written")
        let linear = try shelf.run(["open", "--linear"])
        #expect(linear.status == 0 && linear.out.contains("Find a person"), "\(linear.err)")
    }

    @Test("By an account that owns neither the file nor its directory")
    func ofAnother() throws {
        try isReadOn(try Shelf(fileMode: 0o444, owned: false), because: "cannot be written")
    }

    @Test("On a disk that was full before the program began", .enabled(if: FullDiskSpace.isPossible))
    func fullDisk() throws {
        let desk = try Desk.practice()
        for command in Self.readings {
            let outcome = try FullDiskSpace.run(
                desk, [try Program.path] + command, with: desk.environment(as: "PROMC1"))
            #expect(outcome.status == 0, "\(command): \(outcome.err)")
            #expect(outcome.err.contains("no room left"), "\(command): \(outcome.err)")
        }
    }

    @Test("Doctor says that it takes no write, and finds nothing else amiss")
    func doctor() throws {
        let run = try Shelf(fileMode: 0o600, owned: true).run(["doctor", "--json"])
        let checks = try run.json()["checks"].list.filter { $0["area"].text == "register" }
        let faults = checks.filter { $0["state"].text == "fault" }.map { $0["name"].text }
        #expect(run.status == 1 && faults == ["writing"], "\(run.out)")
        #expect(checks.first { $0["name"].text == "journal" }?["finding"].text == "wal")
    }

    @Test("It is backed up to where there is room, and the backup can be relied on")
    func backup() throws {
        let shelf = try Shelf(fileMode: 0o600, owned: true)
        let place = try shelf.ownDirectory("away")
        let run = try shelf.run(["backup", place + "/copy.sqlite"], as: "PRADMIN")
        #expect(run.status == 0, "\(run.err)")
        #expect(try shelf.run(["find", "applegarth", "--register", place + "/copy.sqlite"]).status == 0)
    }

    @Test("Where the newest entries lie in a journal that cannot be used, nothing old is shown in their place")
    func journal() throws {
        let shelf = try Shelf(fileMode: 0o600, owned: true, journal: true)
        for command in [["find", "applegarth"], ["warning", "P0000001"]] {
            let outcome = try shelf.run(command)
            #expect(outcome.status == 69 && outcome.isOneErrorWithRemedy, "\(command): \(outcome.err)")
            #expect(outcome.err.contains("\(shelf.register)-wal") && outcome.err.contains("Copy both files"))
        }
    }
}

/// A register in a directory of its own in which the account that runs the program can make nothing.
private final class Shelf {
    let desk: Desk
    private let directory: String
    var register: String { directory + "/register.sqlite" }

    /// - Parameters:
    ///   - owned: by the account that runs the program; root's otherwise, where root runs the tests.
    ///   - journal: with what was written last still in its journal.
    init(fileMode: mode_t, owned: Bool, journal: Bool = false) throws {
        desk = try Desk.practice()
        directory = desk.directory + "/shelf"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        if journal { try desk.changesRegister("CREATE TABLE late (day)", leavingJournal: true) }
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: desk.register + suffix) {
            try FileManager.default.moveItem(atPath: desk.register + suffix, toPath: register + suffix)
            try #require(chmod(register + suffix, fileMode) == 0)
            try own(register + suffix, owned)
        }
        try own(directory, owned)
        try #require(chmod(directory, 0o555) == 0)
        try #require(chmod(desk.directory, 0o755) == 0)
    }

    /// It is to be removed with the desk's.
    deinit { chmod(directory, 0o755) }

    private func own(_ path: String, _ owned: Bool) throws {
        guard owned, geteuid() == 0 else { return }
        try #require(chown(path, Running.nobody, Running.nobody) == 0)
    }

    func ownDirectory(_ name: String) throws -> String {
        let path = desk.directory + "/" + name
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try own(path, true)
        return path
    }

    func run(_ arguments: [String], as logon: String = "PROMC1") throws -> Outcome {
        try Running(
            arguments, environment: desk.environment(as: logon).merging(["MSPDESK_REGISTER": register]) { $1 },
            in: desk.directory, ordinary: true
        ).finish()
    }
}
