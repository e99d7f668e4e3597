import Casework
import Foundation
import Testing

@testable import Storage

@Suite("Contact reports that are given back, on disk")
struct ReportReturnStorageTests {
    @Test("A returned report waits no more; its draft keeps reason, person and contact; the return is never changed")
    func returned() throws {
        let path = NSTemporaryDirectory() + "returns-\(UUID().uuidString).sqlite"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        let register = try Register.create(at: path, practice: true, madeAt: Instant(seconds: 0))
        let author = StaffMember.ID(rawValue: "PR1")
        let back = ReportReturn(
            reason: "Which office?", by: StaffMember.ID(rawValue: "PR2"), at: Instant(seconds: 9),
            of: ContactReport.ID(rawValue: 1))
        let content = NoteContent(type: NoteType.other.id, fields: ["content": "Came about rent."])
        let draft = try register.fill { session in
            let person = try session.insert(
                Customer(id: Customer.ID(rawValue: 0), externalId: "X1", givenName: "Ada", surname: "Byron"))
            let report = try session.add(
                ContactReport(
                    id: ContactReport.ID(rawValue: 0), customer: person, plan: nil, content: content, author: author,
                    writtenAt: Instant(seconds: 5)))
            #expect(try session.waitingReports().count == 1)
            try session.add(back, of: report)
            let draft = NoteDraft(
                id: NoteDraft.ID(rawValue: "again"), customer: person, author: author, content: content,
                contact: Contact(customer: person, channel: .phone, occurredAt: Instant(seconds: 4)),
                beganAt: Instant(seconds: 5), savedAt: Instant(seconds: 9), returned: back)
            try session.save(draft)
            return draft
        }
        let (waiting, waitingOfPerson, report, drafts) = try register.read { reader in
            (
                try reader.waitingReports(), try reader.waitingReports(of: draft.customer),
                try reader.report(ContactReport.ID(rawValue: 1)), try reader.drafts(by: author)
            )
        }
        #expect(waiting.isEmpty)
        #expect(waitingOfPerson.isEmpty)
        #expect(report?.returned == back)
        #expect(drafts == [draft])
        // Written anew it names the one that was given back, for good.
        let again = try register.fill { session in
            try session.add(
                ContactReport(
                    id: ContactReport.ID(rawValue: 0), customer: draft.customer, plan: nil, content: content,
                    author: author, writtenAt: Instant(seconds: 12), revises: ContactReport.ID(rawValue: 1)))
        }
        #expect(try register.read { try $0.report(again) }?.revises == ContactReport.ID(rawValue: 1))
        #expect(throws: RegisterError.self) {
            try register.fill { try $0.add(back, of: ContactReport.ID(rawValue: 1)) }
        }
    }

    @Test("A reason that was begun stands for its manager while the report waits, and nothing of it after")
    func begun() throws {
        let scratch = try Scratch()
        let (ann, tom) = (StaffMember.ID(rawValue: "PR1"), StaffMember.ID(rawValue: "PR2"))
        let (first, second) = (ContactReport.ID(rawValue: 1), ContactReport.ID(rawValue: 2))
        let register = try scratch.register { session in
            let ada = try session.insert(.named("Ada", "Byron"))
            for _ in 1...2 { _ = try session.add(ContactReport.voicemail(for: ada)) }
        }
        func keep(_ reason: String, of report: ContactReport.ID, by staff: StaffMember.ID) throws {
            try register.fill { try $0.keep(returnReason: reason, of: report, by: staff, at: .morning) }
        }
        func reasons(by staff: StaffMember.ID) throws -> [ContactReport.ID: String] {
            try register.read { try $0.returnReasons(by: staff) }
        }
        try keep("Which", of: first, by: tom)
        try keep("Which form?", of: first, by: tom)
        try keep("Whose?", of: second, by: tom)
        try keep("When?", of: first, by: ann)
        #expect(try reasons(by: tom) == [first: "Which form?", second: "Whose?"])
        #expect(try reasons(by: ann) == [first: "When?"])
        try keep("", of: second, by: tom)
        #expect(try reasons(by: tom) == [first: "Which form?"])
        try register.fill { session in
            try session.add(ReportReturn(reason: "Which form?", by: tom, at: .morning, of: first), of: first)
        }
        try keep("Too late", of: first, by: ann)
        let counted = try register.fill { try $0.first("SELECT count(*) FROM return_reasons", [])?[0] as Int? }
        #expect(counted == 0)
    }
}
