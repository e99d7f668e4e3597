import Casework
import Foundation
import Testing

@testable import Storage

@Suite("Backing a register up and putting it back")
struct BackupTests {
    let scratch: Scratch
    let register: Register
    var copy: String { scratch.directory + "/copy.sqlite" }

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            for number in 1...200 { try session.insert(.named("Ada", "Byron", id: "\(number)")) }
            try session.log(.registerMade)
        }
    }

    private func backup() throws -> BackupReport { try register.backup(to: copy, by: .ann, at: .morning) }

    private func restore(from file: String? = nil, at path: String? = nil, patience: Int = 3) throws -> RestoreReport {
        try Register.restore(
            at: path ?? scratch.path, from: file ?? copy, at: .morning, patience: Patience(tries: patience)
        ) { _ in .ann }
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.directory).sorted()
    }

    private func people(_ path: String) throws -> Int {
        let register = try Register.open(at: path)
        defer { try? register.close() }
        return try register.fill { try $0.customerCount() }
    }

    @Test("A backup is a register of its own, complete in one file that only its owner reads")
    func backedUp() throws {
        let report = try backup()
        #expect(report.entries == 1 && report.isAudited)
        #expect(try RegisterFile.modeAndSize(copy).mode == 0o600)
        #expect(try names().filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
        #expect(try people(copy) == 200)
        #expect(try register.read { try $0.lastAuditEntry()?.act } == .backedUp)
    }

    @Test("A backup never takes the place of a file that is there")
    func existing() throws {
        let path = try scratch.file("mine", named: "copy.sqlite")
        let error = #expect(throws: BackupError.alreadyThere(path: path)) { try backup() }
        #expect(error?.message.contains(path) == true && error?.fault == .cannotWrite)
        #expect(error?.remedy.contains("Name another file") == true)
        #expect(error?.remedy.contains("--register") == false)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }

    @Test("A backup to a folder that is not there, or is none, names the folder and makes nothing")
    func noFolder() throws {
        let plain = try scratch.file("mine", named: "plain")
        for folder in [scratch.directory + "/nowhere", plain] {
            let error =
                #expect(throws: (any Error).self) {
                    try register.backup(to: folder + "/copy.sqlite", by: .ann, at: .morning)
                } as? any UserFacing
            #expect(error?.message.contains("folder \(folder) ") == true, "\(error?.message ?? "")")
            #expect(error?.message.contains("making") == false && error?.fault == .cannotWrite)
        }
        #expect(try names().filter { $0.contains("copy") || $0 == "nowhere" }.isEmpty)
    }

    @Test("Of a file that is no sound backup the file is told, and another backup advised")
    func unsoundFile() throws {
        _ = try backup()
        let cut = try scratch.file("", named: "cut.sqlite")
        try Data(contentsOf: URL(fileURLWithPath: copy)).prefix(40_960).write(to: URL(fileURLWithPath: cut))
        let diary = try scratch.file("Dear diary", named: "diary")
        try register.close()
        for (path, word) in [(cut, "damaged"), (diary, "no register"), (scratch.directory, "no register")] {
            let error = #expect(throws: (any Error).self) { try restore(from: path) } as? any UserFacing
            #expect(error?.message.contains(path) == true && error?.message.contains(word) == true)
            #expect(error?.remedy.contains("another backup") == true, "\(error?.remedy ?? "")")
            #expect(error?.fault == .registerUnavailable)
        }
        #expect(try people(scratch.path) == 200)
    }

    @Test("While others write, a backup holds one state: a person and the entry of their making, or neither")
    func consistent() async throws {
        let path = scratch.path
        let writer = Task.detached {
            let register = try Register.open(at: path)
            for number in 1...300 {
                try register.fill { (session: RegisterSession) -> Void in
                    try session.insert(.named("Grace", "Hopper", id: "g\(number)"))
                    try session.log(.imported, "\(number)")
                }
            }
        }
        for round in 1...10 {
            let file = "\(scratch.directory)/round\(round).sqlite"
            _ = try register.backup(to: file, by: .ann, at: .morning)
            let backup = try Register.open(at: file)
            let (people, entries) = try backup.fill { session in
                var entries = 0
                try session.auditEntries(of: nil) { if $0.act == .imported { entries += 1 } }
                return (try session.customerCount(), entries)
            }
            #expect(people - 200 == entries)
        }
        try await writer.value
    }

    @Test("A damaged register is not backed up as if it were whole")
    func damagedSource() throws {
        try register.close()
        try spoil(scratch.path, from: 40_960)
        let error = #expect(throws: RegisterError.self) {
            try Register.open(at: scratch.path).backup(to: copy, by: .ann, at: .morning)
        }
        #expect(error == .damaged(path: scratch.path))
        #expect(try names().filter { $0.hasPrefix("copy") }.isEmpty)
    }

    private func spoil(_ path: String, from offset: UInt64) throws {
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        let length = try file.seekToEnd() - offset
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data(repeating: 0x5A, count: Int(length)))
        try file.close()
    }

    @Test("A restore brings the backup back, keeps the register that was there, and says so in the trail")
    func restored() throws {
        _ = try backup()
        _ = try register.fill { try $0.insert(.named("Grace", "Hopper")) }
        try register.close()
        let report = try restore()
        let kept = try #require(report.kept)
        #expect(kept == scratch.path + ".replaced-2026-03-03T2315")
        #expect(try people(scratch.path) == 200)
        #expect(try people(kept) == 201)
        #expect(try RegisterFile.modeAndSize(scratch.path).mode == 0o600)
        let restored = try Register.open(at: scratch.path)
        let entry = try restored.read { try $0.lastAuditEntry() }
        #expect(entry?.act == .restored && entry?.hash == report.head)
        #expect(entry?.detail.contains(kept) == true)
        #expect(try restored.condition().journal == "wal")
        try restored.close()
        #expect(try restore().kept == kept + "-2")
        #expect(try names().allSatisfy { !$0.contains("making") })
    }

    @Test("While another program has the register open, even idle, a restore does nothing")
    func open() throws {
        _ = try backup()
        let error = #expect(throws: BackupError.inUse(path: scratch.path)) { try restore() }
        #expect(error?.fault == .busy && error?.remedy.contains("every desk") == true)
        _ = try register.fill { try $0.insert(.named("Grace", "Hopper")) }
        #expect(try names().filter { $0.contains("replaced") || $0.contains("making") }.isEmpty)
        #expect(try people(scratch.path) == 201)
    }

    @Test("Where there is no register a backup becomes one, and a journal left behind is not played into it")
    func fresh() throws {
        _ = try backup()
        _ = try register.fill { try $0.insert(.named("Grace", "Hopper")) }
        let wal = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "-wal"))
        try register.close()
        try FileManager.default.removeItem(atPath: scratch.path)
        try wal.write(to: URL(fileURLWithPath: scratch.path + "-wal"))
        #expect(try restore().kept == nil)
        #expect(try people(scratch.path) == 200)
        #expect(try names().contains { $0.hasSuffix("-wal") && $0.contains("replaced") })
    }

    @Test("A new register is not made beside the journal of one that was there")
    func leftJournal() throws {
        let path = try scratch.file("left", named: "new.sqlite-wal")
        #expect(throws: RegisterError.alreadyExists(path: path)) {
            try Register.create(at: scratch.directory + "/new.sqlite", practice: true, madeAt: .morning)
        }
    }

    @Test("A register past reading gives way to a backup, and is kept")
    func unreadable() throws {
        _ = try backup()
        try register.close()
        try Data("not a register".utf8).write(to: URL(fileURLWithPath: scratch.path))
        let kept = try #require(try restore().kept)
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "not a register")
        #expect(try people(scratch.path) == 200)
    }

    @Test("What is no register is not restored, and everything stays as it was")
    func notARegister() throws {
        let file = try scratch.file("hello", named: "copy.sqlite")
        try register.close()
        #expect(throws: BackupError.noRegister(path: file)) { try restore() }
        #expect(throws: BackupError.noFile(path: "/nowhere")) { try restore(from: "/nowhere") }
        #expect(throws: BackupError.sameFile(path: scratch.path)) { try restore(from: scratch.path) }
        #expect(try people(scratch.path) == 200)
        #expect(try names() == ["copy.sqlite", "register.sqlite"])
    }

    @Test("A backup of a later program, a damaged one and one with a changed audit trail are each refused in words")
    func refused() throws {
        _ = try backup()
        try register.close()
        let newer = try changed("newer", "PRAGMA user_version = 99")
        #expect(throws: RegisterError.newerSchema(path: newer, found: 99, known: Migration.current)) {
            try restore(from: newer)
        }
        let forged = try changed("forged", "DROP TRIGGER audit_unchanged; UPDATE audit SET detail = 'other'")
        let error = #expect(throws: BackupError.self) { try restore(from: forged) }
        #expect(error == .trailBroken(path: forged, .changed(1)))
        #expect(error?.fault == .badInput)
        let bare = try changed("bare", "DROP TRIGGER notes_undeleted")
        let lacking = #expect(throws: BackupError.self) { try restore(from: bare) }
        #expect(lacking?.message.contains("trigger notes_undeleted is missing") == true)
        #expect(lacking?.message.contains(bare) == true && lacking?.fault == .badInput)
        let spoilt = scratch.directory + "/spoilt"
        try FileManager.default.copyItem(atPath: copy, toPath: spoilt)
        try spoil(spoilt, from: 40_960)
        #expect(throws: BackupError.damaged(path: spoilt)) { try restore(from: spoilt) }
        let orphan = try changed(
            "orphan", "PRAGMA foreign_keys = OFF; INSERT INTO plan_people VALUES ('MSP-404', 'omc', 'PR1')")
        #expect(throws: BackupError.damaged(path: orphan)) { try restore(from: orphan) }
        #expect(try people(scratch.path) == 200)
        #expect(try names().filter { $0.contains("replaced") || $0.contains("making") }.isEmpty)
    }

    private func changed(_ name: String, _ sql: String) throws -> String {
        let path = scratch.directory + "/" + name
        try FileManager.default.copyItem(atPath: copy, toPath: path)
        let register = try Register.open(at: path)
        try register.inspect { try $0.execute(sql: sql) }
        try register.close()
        return path
    }

    @Test("A practice register never takes the place of a live one")
    func otherKind() throws {
        _ = try backup()
        let live = scratch.directory + "/live.sqlite"
        try Register.create(at: live, practice: false, madeAt: .morning).close()
        #expect(throws: BackupError.otherKind(path: copy, isPractice: true)) { try restore(at: live) }
        let untouched = try Register.open(at: live)
        #expect(try untouched.read { try $0.registerInfo().practice } == false)
        #expect(try untouched.condition().journal == "wal")
    }

    @Test("Who may not restore leaves everything as it was")
    func notAllowed() throws {
        _ = try backup()
        try register.close()
        struct Refused: Error {}
        #expect(throws: Refused.self) {
            try Register.restore(at: scratch.path, from: copy, at: .morning) { _ in throw Refused() }
        }
        #expect(try names() == ["copy.sqlite", "register.sqlite"])
        #expect(try Register.open(at: scratch.path).condition().journal == "wal")
    }
}
