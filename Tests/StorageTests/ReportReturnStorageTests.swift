import Casework
import Foundation
import Storage
import Testing

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
}
