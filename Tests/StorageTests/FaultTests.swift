import Casework
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Storage

@Suite("When something fails while the register is open, nothing is lost and it is said in words")
struct RegisterFaultTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { try $0.insert(.named("Ada", "Byron")) }
    }

    private func writing() throws { try register.write { try $0.log(.searched) } }
    private func reading() throws -> [String] { try register.read { try $0.found("ada") } }
    private func entries(_ path: String) throws -> Int64 {
        try Register.open(at: path).read { try $0.lastAuditEntry()?.number ?? 0 }
    }

    @Test("A register that was deleted takes nothing more, and is read on")
    func deleted() throws {
        try writing()
        try FileManager.default.removeItem(atPath: scratch.path)
        let error = #expect(throws: RegisterError.self) { try writing() }
        #expect(error == .gone(path: scratch.path))
        #expect(error?.fault == .cannotWrite && error?.remedy.contains("restore") == true)
        #expect(try reading() == ["Ada-Byron"])
    }

    @Test("A register that was moved away and came back goes on, with everything")
    func moved() throws {
        try writing()
        try FileManager.default.moveItem(atPath: scratch.path, toPath: scratch.path + "x")
        #expect(throws: RegisterError.gone(path: scratch.path)) { try writing() }
        try FileManager.default.moveItem(atPath: scratch.path + "x", toPath: scratch.path)
        try writing()
        #expect(try register.read { try $0.lastAuditEntry()?.number } == 2)
    }

    @Test("Where another register took its place nothing is written to either, and no old fact is shown")
    func replaced() throws {
        let other = scratch.directory + "/other.sqlite"
        try Register.create(at: other, practice: true, madeAt: .morning).close()
        try FileManager.default.moveItem(atPath: scratch.path, toPath: scratch.path + "x")
        try FileManager.default.moveItem(atPath: other, toPath: scratch.path)
        #expect(throws: RegisterError.replaced(path: scratch.path)) { try writing() }
        #expect(throws: RegisterError.replaced(path: scratch.path)) { try reading() }
        #expect(try Register.open(at: scratch.path).fill { try $0.customerCount() } == 0)
    }

    @Test("Where another register was copied over it in place, the same holds: it has the same name and number")
    func overwritten() throws {
        let scratch = try Scratch()
        let register = try scratch.register { session in
            _ = try session.insert(.named("Ada", "Byron"))
            try session.log(.registerMade)
        }
        func writing() throws { try register.write(.soon) { try $0.log(.searched) } }
        func reading() throws -> [String] { try register.read { try $0.found("ada") } }
        func overwrite(with bytes: Data) throws {
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.path))
            try file.truncate(atOffset: 0)
            try file.write(contentsOf: bytes)
            try file.close()
        }
        try writing()
        register.finishSync()
        let other = scratch.directory + "/other.sqlite"
        let stranger = try Register.create(at: other, practice: true, madeAt: .morning) { session in
            _ = try session.insert(.named("Bo", "Chen"))
            try session.log(.searched)
        }
        try stranger.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: other))
        let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
        try overwrite(with: bytes)
        #expect(throws: RegisterError.replaced(path: scratch.path)) { try writing() }
        #expect(throws: RegisterError.replaced(path: scratch.path)) { try reading() }
        try overwrite(with: Data())
        #expect(throws: RegisterError.replaced(path: scratch.path)) { try writing() }
        // Put back, it goes on.
        try overwrite(with: before)
        try writing()
        #expect(try reading() == ["Ada-Byron"])
    }

    @Test("A file of which nothing can be read any more is damaged, and no other register")
    func unreadable() throws {
        try writing()
        register.finishSync()
        try register.inspect { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        func stamp() throws -> FileStamp { try #require(RegisterFile.look(at: scratch.path)).stamp }
        let content = RegisterContent(of: scratch.path, try stamp(), doubt: .zero)
        content.learn()
        #expect(try content.finding(at: stamp()) == .stands)
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: scratch.path))
        try file.seek(toOffset: 512)
        let rest = try #require(try file.readToEnd())
        try file.seek(toOffset: 512)
        try file.write(contentsOf: Data(rest.map { $0 ^ 0xA5 }))
        try file.close()
        // Once more, for the moment in which pages come into the file one after the other.
        #expect(try [content.finding(at: stamp()), content.finding(at: stamp())] == [.stands, .damaged])
    }

    @Test("Its own journal coming into the file, by this program or by others, is no other register")
    func checkpointed() throws {
        try writing()
        register.finishSync()
        let others = try (0..<3).map { _ in try Register.open(at: scratch.path) }
        for round in 0..<40 {
            let writer = others[round % 3]
            try writer.write { writer in for _ in 0..<40 { try writer.log(.searched) } }
            try writer.inspect { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
            try writing()
            #expect(try reading() == ["Ada-Byron"])
        }
    }

    @Test("A program that comes while a restore is made writes to the restored register or not at all")
    func duringRestore() async throws {
        let copy = scratch.directory + "/copy.sqlite"
        try register.write { try $0.log(.registerMade) }
        _ = try register.backup(to: copy, by: .ann, at: .morning)
        try register.close()
        let path = scratch.path
        let late = Late()
        let report = try Register.restore(at: path, from: copy, at: .morning, patience: Patience(tries: 200)) { _ in
            late.start(path)
            return .ann
        }
        let written = await late.outcome()
        #expect(try entries(try #require(report.kept)) == 2)
        #expect(try entries(path) == (written ? 3 : 2))
    }

    @Test("A disk that fills up stops writing, not reading; with room again everything goes on")
    func fullDisk() throws {
        let pages = try register.inspect { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try register.inspect { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
        #expect(throws: RegisterError.diskFull(path: scratch.path)) {
            for _ in 1...1_000 { try writing() }
        }
        let kept = try register.read { try $0.lastAuditEntry()?.number ?? 0 }
        #expect(kept > 0)
        #expect(try reading() == ["Ada-Byron"])
        try register.inspect { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        try writing()
        var chain = AuditVerification()
        try register.read { try $0.auditEntries(of: nil) { chain.check($0) } }
        #expect(chain.conclusion() == nil && chain.head?.number == kept + 1)
    }

    @Test("A register on a full disk is backed up elsewhere, and the report says that no entry could be made")
    func backupOfFullDisk() throws {
        let pages = try register.inspect { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try register.inspect { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
        _ = try? { for _ in 1...1_000 { try writing() } }()
        let copy = scratch.directory + "/copy.sqlite"
        let report = try register.backup(to: copy, by: .ann, at: .morning)
        #expect(report.isAudited == false)
        #expect(try entries(copy) == report.entries)
    }

    @Test("A page that goes bad under an open register is called damage, and nothing is written past it")
    func badPage() throws {
        try register.fill { session in
            for number in 1...2_000 { try session.insert(.named("Grace", "Hopper", id: "\(number)")) }
        }
        try register.inspect { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try register.close()
        let file = try #require(FileHandle(forUpdatingAtPath: scratch.path))
        let length = try file.seekToEnd()
        try file.seek(toOffset: length / 2)
        try file.write(contentsOf: Data(repeating: 0xA5, count: Int(length / 4)))
        try file.close()
        // Wherever it is noticed first, on opening or on copying, it has the same name.
        #expect(throws: RegisterError.damaged(path: scratch.path)) {
            let again = try Register.open(at: scratch.path)
            _ = try again.backup(to: scratch.directory + "/copy.sqlite", by: .ann, at: .morning)
        }
    }

    @Test("A register locked for a while makes others wait, and then they go on")
    func locked() async throws {
        let path = scratch.path
        let began = DispatchSemaphore(value: 0)
        let holder = Thread {
            // Whatever fails here shows in what is found below; waiting for it would last for ever.
            defer { began.signal() }
            guard let other = try? Register.open(at: path) else { return }
            try? other.write { (writer: any CaseworkWriter) throws in
                try writer.log(.opened)
                began.signal()
                usleep(300_000)
            }
        }
        holder.start()
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                began.wait()
                continuation.resume()
            }
        }
        #expect(try reading() == ["Ada-Byron"])
        try writing()
        #expect(try register.read { try $0.lastAuditEntry()?.number } == 2)
    }

    @Test("An entry keeps the time it was made at even when the clock was set back, and the chain holds")
    func clockBack() throws {
        for offset in [0, -86_400, 60] {
            try register.write { writer in
                try writer.append(
                    AuditEntry(
                        after: try writer.lastAuditEntry(), at: .morning + offset, staff: .ann, act: .searched,
                        customer: nil, detail: ""))
            }
        }
        var chain = AuditVerification()
        var times: [Int] = []
        try register.read { reader in
            try reader.auditEntries(of: nil) {
                chain.check($0)
                times.append($0.at.seconds - Instant.morning.seconds)
            }
        }
        #expect(chain.conclusion() == nil && times == [0, -86_400, 60])
    }
}

/// A program that opens the register and writes an entry, whatever happens meanwhile.
private final class Late: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let hasWritten = Mutex(false)

    func start(_ path: String) {
        let began = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [self] in
            began.signal()
            let written = (try? Register.open(at: path).write { try $0.log(.searched) }) != nil
            hasWritten.withLock { $0 = written }
            done.signal()
        }
        began.wait()
    }

    func outcome() async -> Bool {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                done.wait()
                continuation.resume(returning: hasWritten.withLock { $0 })
            }
        }
    }
}
