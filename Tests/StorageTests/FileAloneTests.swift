import Casework
import Foundation
import Testing

@testable import Storage

/// A link to nowhere stands where SQLite would make the index of its journal: that stops every account, root too.
@Suite("Where nothing can be made beside the register its file is read alone")
struct FileAloneTests {
    let scratch: Scratch
    private var index: String { scratch.path + "-shm" }

    init() throws {
        scratch = try Scratch()
        try scratch.register { try $0.insert(.named("Ada", "Byron")) }.close()
        try FileManager.default.createSymbolicLink(
            atPath: index, withDestinationPath: scratch.directory + "/nowhere/at-all")
    }

    private func makesRoom() throws { try FileManager.default.removeItem(atPath: index) }

    @Test("It is read, takes no writes, and takes them again in the same session once that is mended")
    func readOn() throws {
        let register = try Register.open(at: scratch.path)
        #expect(try register.read { try $0.found("ada") } == ["Ada-Byron"])
        #expect(throws: RegisterError.notWritable(path: scratch.path)) { try register.write { try $0.log(.searched) } }
        #expect(throws: RegisterError.notWritable(path: scratch.path)) { try register.tryWriting() }
        try makesRoom()
        try register.write { try $0.log(.searched) }
        #expect(try register.read { try $0.lastAuditEntry()?.number } == 1)
        #expect(try Register.open(at: scratch.path).read { try $0.lastAuditEntry()?.number } == 1)
    }

    @Test("What another program writes meanwhile is read, and not half of it")
    func writtenByOthers() throws {
        let register = try Register.open(at: scratch.path)
        #expect(try register.read { try $0.found("grace") } == [])
        try makesRoom()
        let other = try Register.open(at: scratch.path)
        try other.fill { _ = try $0.insert(.named("Grace", "Hopper")) }
        #expect(try register.read { try $0.found("grace") } == ["Grace-Hopper"])
        try other.close()
        #expect(try register.read { try $0.found("grace") } == ["Grace-Hopper"])
    }

    @Test("A reading during which another program wrote is given up: what it found may be half old, half new")
    func writtenDuringReading() throws {
        let register = try Register.open(at: scratch.path)
        #expect(throws: RegisterError.busy(path: scratch.path)) {
            try register.read { reader in
                try FileManager.default.setAttributes([.modificationDate: Date.distantPast], ofItemAtPath: scratch.path)
                return try reader.found("ada")
            }
        }
        #expect(try register.read { try $0.found("ada") } == ["Ada-Byron"])
    }

    @Test("Where a journal comes to hold what was written last, nothing older is shown, then or on opening")
    func journal() throws {
        let register = try Register.open(at: scratch.path)
        _ = try scratch.file("what was written last", named: "register.sqlite-wal")
        for reading in [{ try register.found() }, { try Register.open(at: scratch.path).found() }] {
            let error = #expect(throws: RegisterError.self) { try reading() }
            #expect(error == .journalUnusable(path: scratch.path))
            #expect(error?.fault == .registerUnavailable && error?.message.contains("\(scratch.path)-wal") == true)
        }
    }

    @Test("One that was moved away is read on")
    func moved() throws {
        let register = try Register.open(at: scratch.path)
        try FileManager.default.moveItem(atPath: scratch.path, toPath: scratch.path + "x")
        #expect(try register.read { try $0.found("ada") } == ["Ada-Byron"])
    }

    @Test("A path may hold what means something in the name of a resource")
    func signs() throws {
        let path = scratch.directory + "/a?b#c%41 d.sqlite"
        try FileManager.default.moveItem(atPath: scratch.path, toPath: path)
        try FileManager.default.moveItem(atPath: index, toPath: path + "-shm")
        #expect(try Register.open(at: path).found() == ["Ada-Byron"])
    }
}

extension Register {
    fileprivate func found() throws -> [String] { try read { try $0.found("ada") } }
}
