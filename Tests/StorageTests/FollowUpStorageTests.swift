import Casework
import GRDB
import Testing

@testable import Storage

@Suite("Notes that follow others, on disk (N2)")
struct FollowUpStorageTests {
    let scratch: Scratch
    let register: Register
    let ada = Customer.ID(rawValue: 1)
    let bo = Customer.ID(rawValue: 2)

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            _ = try session.insert(.named("Ada", "Byron"))
            _ = try session.insert(.named("Bo", "Diddley"))
            _ = try session.add(.other("first", for: Customer.ID(rawValue: 1)))
        }
    }

    private func note(for customer: Customer.ID, follows: Note.ID?) -> Note {
        let note = Note.other("second", for: customer)
        return Note(
            id: note.id, customer: customer, plan: nil, content: note.content, author: .ann, writtenAt: .morning + 60,
            recordedBy: .ann, recordedAt: .morning + 60, follows: follows)
    }

    private func report(for customer: Customer.ID, follows: Note.ID?) -> ContactReport {
        let report = ContactReport.voicemail(for: customer)
        return ContactReport(
            id: report.id, customer: customer, plan: nil, content: report.content, author: .ann, writtenAt: .morning,
            follows: follows)
    }

    private func draft(for customer: Customer.ID, follows: Note.ID?, _ text: String = "h") -> NoteDraft {
        NoteDraft(
            id: NoteDraft.ID(rawValue: "d1"), customer: customer, author: .ann,
            content: NoteContent(type: NoteType.ID(rawValue: "other"), fields: ["content": text]), follows: follows,
            beganAt: .morning, savedAt: .morning)
    }

    @Test("Note, report and draft come back with the note that they follow; a draft saved over itself keeps its own")
    func roundTrip() throws {
        let first = Note.ID(rawValue: 1)
        let (second, waits) = try register.write { writer in
            let second = try writer.add(note(for: ada, follows: first))
            try writer.save(draft(for: ada, follows: second))
            try writer.save(draft(for: ada, follows: nil, "he"))
            return (second, try writer.add(report(for: ada, follows: second)))
        }
        let reopened = try Register.open(at: scratch.path)
        try reopened.read { (reader: any CaseworkReader) throws in
            #expect(try reader.notes(of: ada).map(\.follows) == [first, nil])
            #expect(try reader.note(second)?.follows == first)
            #expect(try reader.report(waits)?.follows == second)
            #expect(try reader.waitingReports().map(\.follows) == [second])
            #expect(try reader.drafts(by: .ann) == [draft(for: ada, follows: second, "he")])
        }
        #expect(try reopened.condition().isIntact)
    }

    @Test(
        "A note of another person, one that there is not, and itself are refused, with all else of the transaction",
        arguments: [1, 2, 7] as [Int64])
    func refused(follows: Int64) throws {
        let followed = Note.ID(rawValue: follows)
        let ways: [(any CaseworkWriter) throws -> Void] = [
            { _ = try $0.add(note(for: bo, follows: followed)) },
            { _ = try $0.add(report(for: bo, follows: followed)) },
            { try $0.save(draft(for: bo, follows: followed)) },
        ]
        for way in ways {
            #expect(throws: RegisterError.appendOnly("a note follows an earlier note of the same customer")) {
                try register.write { writer in
                    try writer.add(Contact(customer: bo, channel: .phone, occurredAt: .morning))
                    try way(writer)
                }
            }
        }
        try register.read { (reader: any CaseworkReader) throws in
            #expect(try reader.notes(of: bo).isEmpty && reader.waitingReports().isEmpty)
            #expect(try reader.drafts(by: .ann).isEmpty)
            #expect(try reader.contacts(of: bo, from: .morning, to: .morning + 1).isEmpty)
        }
    }

    @Test("A report recorded by the desk becomes a note that follows the same note, in one transaction with its entry")
    func recorded() throws {
        try register.fill { session in
            for (logon, access) in [("PRANN1", Access.none), ("PRBEA1", .manager)] {
                try session.save(
                    StaffMember(
                        id: StaffMember.ID(rawValue: logon), givenName: "A", surname: "B", access: access))
            }
        }
        let officer = try Desk(register, as: .logon(.ann))
        let manager = try Desk(register, as: .logon(StaffMember.ID(rawValue: "PRBEA1")))
        let first = Note.ID(rawValue: 1)
        let second = NoteContent(type: NoteType.other.id, fields: ["content": "second"])
        _ = try officer.save(second, for: ada, follows: first, at: .morning)
        let before = try register.read { try $0.lastAuditEntry()?.number }
        #expect(throws: NoteError.ofAnother(first)) {
            try officer.save(second, for: bo, follows: first, at: .morning)
        }
        #expect(try register.read { try $0.lastAuditEntry()?.number } == before)
        let note = try manager.record(ContactReport.ID(rawValue: 1), at: .morning + 60)
        #expect(try manager.note(note, of: ada, at: .morning + 61).follows == first)
        #expect(try register.read { try $0.lastAuditEntry()?.detail } == "report 1 as note 2, follows note 1")
    }

    @Test("A register of schema 5 opens with all that was written in it, and takes notes that follow it")
    func migrated() throws {
        let old = try Scratch()
        let entry = AuditEntry(
            after: nil, at: .morning, staff: .ann, act: .noteRecorded, customer: ada, detail: "note 1, other")
        let queue = try DatabaseQueue(path: old.path)
        try queue.writeWithoutTransaction { db in
            for schema in [
                Migration.schema1, Migration.schema2, Migration.schema3, Migration.schema4, Migration.schema5,
            ] { try db.execute(sql: schema) }
            try db.execute(
                sql: """
                    INSERT INTO register_info VALUES (1, 1, 0);
                    INSERT INTO customers (external_id, given_name, surname, other_names, preferred_name, brands,
                        indicators) VALUES ('old', 'Ada', 'Byron', '', '', '', '');
                    UPDATE search_index SET is_complete = 0;
                    INSERT INTO contact_reports VALUES
                        (1, 1, NULL, 'other', '{"content":"first"}', '["R4"]', 'PRANN1', 5, NULL),
                        (2, 1, NULL, 'other', '{"content":"anew"}', '[]', 'PRANN1', 7, 1);
                    INSERT INTO report_returns VALUES (1, 'Which form?', 'PRBEA1', 6);
                    INSERT INTO notes VALUES
                        (1, 1, NULL, 'other', '{"content":"anew"}', '[]', 'PRANN1', 7, 'PRBEA1', 8, 2);
                    INSERT INTO report_recordings VALUES (2, 1, 'PRBEA1', 8);
                    INSERT INTO note_removals VALUES (1, 'privacy', 'Names a neighbour', 'PRCAPT', 9);
                    INSERT INTO drafts (id, customer, author, type, fields, trail, began_at, saved_at) VALUES
                        ('d1', 1, 'PRANN1', 'other', '{"content":"half a"}', '[]', 3, 4);
                    """)
            try db.execute(
                sql: "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    entry.number, entry.at.seconds, entry.staff.rawValue, entry.act.rawValue, 1, entry.detail,
                    entry.previous, entry.hash,
                ])
            try db.execute(sql: "PRAGMA user_version = 5")
            try db.execute(sql: "PRAGMA application_id = \(Migration.applicationID)")
        }
        try queue.close()
        let register = try Register.open(at: old.path)
        #expect(try register.condition().schema == Migration.current)
        try register.read { (reader: any CaseworkReader) throws in
            let note = try #require(try reader.notes(of: ada).first)
            #expect(note.content.fields == ["content": "anew"] && note.follows == nil)
            #expect(note.report == ContactReport.ID(rawValue: 2) && note.removal?.why == "Names a neighbour")
            let reports = try reader.reports(by: .ann, since: Instant(seconds: 0))
            #expect(reports.map(\.revises) == [ContactReport.ID(rawValue: 1), nil])
            #expect(reports.map(\.follows) == [nil, nil] && reports.first?.note == note.id)
            #expect(reports.last?.returned?.reason == "Which form?" && reports.last?.content.trail == ["R4"])
            let drafts = try reader.drafts(by: .ann)
            #expect(drafts.map(\.content.fields) == [["content": "half a"]] && drafts[0].follows == nil)
            var verification = AuditVerification(keptHead: entry.hash)
            try reader.auditEntries(of: nil) { verification.check($0) }
            #expect(verification.conclusion() == nil && verification.head == entry)
        }
        let second = try register.write { try $0.add(note(for: ada, follows: Note.ID(rawValue: 1))) }
        #expect(try register.read { try $0.note(second)?.follows } == Note.ID(rawValue: 1))
        #expect(try register.condition().isIntact)
        // What was written before stays as it was written.
        #expect(throws: RegisterError.self) {
            try register.fill { try $0.run("UPDATE notes SET follows = 1 WHERE id = 2", []) }
        }
    }
}
