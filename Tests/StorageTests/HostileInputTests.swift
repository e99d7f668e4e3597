import Casework
import Foundation
import Testing

@testable import Storage

@Suite("Hostile text at the door of the register")
struct HostileInputTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            try session.save(StaffMember(id: .ann, givenName: "Ann", surname: "Lee", access: .none))
            try session.insert(.named("Ada", "Byron", id: "A1"))
        }
    }

    private func take(_ kind: ImportKind, _ bytes: [UInt8]) throws -> ImportReport {
        try register.importFile(kind, from: try scratch.file(bytes), actor: .ann, at: .morning)
    }

    private static let fields = CustomerImport.fields

    @Test("Bytes that are no UTF-8 are named by line and field, in whatever field they stand", arguments: fields)
    func notUTF8(field: String) throws {
        let header = Self.fields.joined(separator: ",")
        let place = try #require(Self.fields.firstIndex(of: field))
        var row = Array(Array(repeating: "", count: place).joined(separator: ",").utf8)
        if place > 0 { row += Array(",".utf8) }
        row += [0x4A, 0xFF, 0xE9] + Array(String(repeating: ",", count: Self.fields.count - place - 1).utf8)
        let report = try take(.customers, Array("\(header)\n\n".utf8) + row + [10])
        #expect(report.bad.map(\.field) == [field])
        #expect(report.bad.map(\.line) == [3])
        #expect(report.bad.first?.reason.contains("not in UTF-8") == true)
        #expect(report.imported == 0)
    }

    @Test("In a column without a name they are named by its place")
    func namelessColumn() throws {
        let report = try take(.holidays, Array("state,date,name,\nnsw,2027-01-02,Day,".utf8) + [0xFF, 10])
        #expect(report.bad.map(\.field) == ["column 4"])
    }

    @Test("In a plans file they are named by line, and nothing of it is taken")
    func plansNotUTF8() throws {
        let text = Array("[\n{\"id\":\"MSP-1\",\n\"zone\":\"".utf8) + [0xC3, 0x28] + Array("\"}]".utf8)
        let path = scratch.directory + "/input"
        #expect(throws: ImportError.notUTF8(path: path, line: 3)) { try take(.plans, text) }
    }

    @Test("NUL, at which the register would end a text, is refused in a plans file by line and field")
    func nulInPlan() throws {
        let plan = """
            [{"id":"MSP-1","customer":"A1","kind":"reactive","status":"draft","start":"2026-02-02","end":"2026-08-01",
            "state":"nsw","zone":"West\\u0000ern"}]
            """
        let report = try take(.plans, Array(plan.utf8))
        #expect(report.bad.map(\.field) == ["zone"])
        #expect(report.bad.first?.reason == "holds a NUL character")
    }

    @Test(
        "What a person typed or pasted into a search never breaks the audit trail",
        arguments: [
            "Nul\0l", "\0", "\u{1b}[31m", "\u{202e}", "e" + String(repeating: "\u{301}", count: 10_000), "\u{fffe}",
            "\r\n\u{85}",
        ])
    func searched(text: String) throws {
        let desk = try Desk(register, as: .logon(.ann))
        for _ in 0..<2 { try desk.recordSearch(text, found: 0, at: .morning) }
        var chain = AuditVerification()
        var details: [String] = []
        try register.read { reader in
            try reader.auditEntries(of: nil) {
                chain.check($0)
                details.append($0.detail)
            }
        }
        #expect(chain.conclusion() == nil)
        #expect(details.allSatisfy { $0.hasSuffix("(0 found)") })
    }

    @Test(
        "A note, a draft and a report keep every character that was typed, NUL too",
        arguments: [
            "a\0b", "\u{1b}]0;x\u{7}", "e" + String(repeating: "\u{301}", count: 10_000), "\u{2028}\u{202e}\u{200b}",
            "line\r\nend",
        ])
    func kept(text: String) throws {
        let desk = try Desk(register, as: .logon(.ann))
        let ada = try register.read { try $0.customers(bearing: CustomerReference("A1"))[0].id }
        let content = NoteContent(type: NoteType.ID(rawValue: "other"), fields: ["content": text], trail: [text])
        try register.write {
            try $0.save(
                NoteDraft(
                    id: NoteDraft.ID(rawValue: "d"), customer: ada, author: .ann, content: content, beganAt: .morning,
                    savedAt: .morning))
        }
        #expect(try desk.drafts().map(\.draft.content) == [content])
        _ = try desk.save(content, for: ada, at: .morning)
        #expect(try desk.waitingReports(of: ada, at: .morning).map(\.content) == [content])
    }

    @Test("A complaint about a file stays short, whatever stands in the file")
    func shortComplaint() throws {
        let long = String(repeating: "x", count: 70_000)
        for text in ["\(long)\n", "\(long),\(long)\n", (1...500).map { "c\($0)" }.joined(separator: ",") + "\n"] {
            let error = #expect(throws: ImportError.self) { try take(.staff, Array(text.utf8)) }
            #expect((error?.message.count ?? 0) < 2_000 && error?.message.isEmpty == false)
        }
        let plan = try take(.plans, Array("[{\"\(long)\":1}]".utf8))
        #expect((plan.bad.first?.field.count ?? 0) < 200)
    }
}
