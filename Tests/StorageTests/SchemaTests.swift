import Casework
import Testing

@testable import Storage

@Suite("What the register itself refuses")
struct SchemaTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            let ada = try session.insert(.named("Ada", "Byron"))
            let report = try session.add(ContactReport.voicemail(for: ada))
            var note = Note.other("came in", for: ada)
            note.report = report
            let recorded = try session.add(note)
            try session.mark(report, recordedAs: recorded, by: .ann, at: .morning)
            try session.add(NoteRemoval(reason: .privacy, why: "asked", by: .ann, at: .morning), of: recorded)
            try session.add(Contact(customer: ada, channel: .phone, occurredAt: .morning), toldBy: .report(report))
            try session.log(.registerMade)
            try session.log(.searched)
        }
    }

    @Test(
        "What is only ever added to is never changed, deleted or replaced, even by the program itself (N2, Q2)",
        arguments: [
            "notes", "note_removals", "contact_reports", "report_recordings", "contacts", "contacts_told",
            "audit", "register_info",
        ],
        [
            "UPDATE %t SET rowid = rowid", "DELETE FROM %t", "INSERT OR REPLACE INTO %t SELECT * FROM %t",
            "REPLACE INTO %t SELECT * FROM %t ORDER BY 1 LIMIT 1",
        ])
    func appendOnly(table: String, statement: String) throws {
        let before = try count(table)
        #expect(before > 0)
        let sql = statement.replacing("%t", with: table)
        let error = #expect(throws: RegisterError.self) { try register.fill { try $0.run(sql, []) } }
        guard case .appendOnly = error else {
            Issue.record("\(sql): \(String(describing: error))")
            return
        }
        #expect(try count(table) == before)
    }

    private func count(_ table: String) throws -> Int {
        try register.fill { try $0.first("SELECT count(*) FROM \(table)", [])?[0] ?? 0 }
    }

    @Test("An audit entry that does not follow the last one is refused", arguments: [0, 1, 2, 4, 9])
    func auditNumber(number: Int64) throws {
        #expect(throws: RegisterError.self) {
            try register.write { writer in
                let last = try #require(try writer.lastAuditEntry())
                try writer.append(
                    AuditEntry(
                        number: number, at: .morning, staff: .ann, act: .searched, customer: nil, detail: "",
                        previous: last.hash, hash: String(repeating: "a", count: 64)))
            }
        }
    }

    @Test("An audit entry with another hash before it is refused")
    func auditChain() throws {
        #expect(throws: RegisterError.appendOnly("an audit entry must follow the one before it")) {
            try register.write { writer in
                try writer.append(
                    AuditEntry(
                        number: 3, at: .morning, staff: .ann, act: .searched, customer: nil, detail: "",
                        previous: AuditEntry.origin, hash: String(repeating: "a", count: 64)))
            }
        }
    }

    @Test("No words of the database stand in what a person reads")
    func noForeignWords() throws {
        let error = #expect(throws: RegisterError.self) {
            try register.fill { try $0.insert(.named("Ada", "Byron")) }
        }
        #expect(error?.message.contains("UNIQUE") == false)
        #expect(error?.message.contains("refused") == true)
    }

    @Test("A report is recorded once")
    func recordedOnce() throws {
        #expect(throws: RegisterError.self) {
            try register.write { writer in
                let note = try writer.add(Note.other("again", for: Customer.ID(rawValue: 1)))
                try writer.mark(ContactReport.ID(rawValue: 1), recordedAs: note, by: .ann, at: .morning)
            }
        }
    }

    @Test("A note of nobody is refused")
    func foreignKey() throws {
        #expect(throws: RegisterError.self) {
            try register.write { _ = try $0.add(Note.other("lost", for: Customer.ID(rawValue: 77))) }
        }
    }
}
