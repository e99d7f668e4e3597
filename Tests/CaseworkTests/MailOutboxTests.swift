import TestSupport
import Testing

@testable import Casework

@Suite("Telling OMC and backup of a contact (C1)")
struct MailOutboxTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented(1, "Ada", "Byron", crn: "123456789A", mobile: "0400 000 000")
    /// Everybody but the PS manager has an address.
    static let staff = StaffMember.invented.map { member in
        var member = member
        if member.access != .psManager { member.email = "\(member.id.rawValue.lowercased())@example.org" }
        return member
    }

    static func store(_ plan: Plan = .invented(), practice: Bool = true) -> MemoryStore {
        MemoryStore(practice: practice, customers: [ada], plans: [plan], staff: staff)
    }

    static func notification(_ roles: [NotifiedRole] = [.omc, .backup]) -> ContactNotification {
        ContactNotification(
            plan: Plan.invented().id, roles: roles, channel: .faceToFace, verdict: .notInLine,
            outcome: "Not complying: nothing is served", occurredAt: at("2026-03-04T10:00:00+11:00"),
            site: "Parramatta")
    }

    private func save(_ store: MemoryStore, _ roles: [NotifiedRole] = [.omc, .backup], by access: Access = .none) throws
    {
        _ = try store.desk(access).save(
            .other("Ada Byron said something."), for: Self.ada.id, notify: Self.notification(roles), at: Self.now)
    }

    private struct Down: UserFacing, Equatable {
        let message = "It is down."
        let remedy = "Wait."
        let fault = Fault.cannotWrite
    }

    @Test("The note and its mails are saved together, for OMC and backup of the plan")
    func kept() throws {
        let store = Self.store()
        try save(store)
        #expect(store.contents.mails.map(\.recipient) == [.manager, .delegate])
        #expect(store.contents.mails.map(\.role) == [.omc, .backup])
        #expect(store.contents.audit.map(\.act) == [.mailKept, .mailKept, .reportWritten])
        #expect(Set(store.contents.mails.map(\.messageID)).count == 2)
    }

    @Test("A note that is refused tells nobody")
    func refused() throws {
        let store = Self.store()
        #expect(throws: NoteError.self) {
            try store.desk(.none).save(.other(" "), for: Self.ada.id, notify: Self.notification(), at: Self.now)
        }
        #expect(store.contents.mails.isEmpty && store.contents.audit.isEmpty)
    }

    @Test("The mail says what happened, when, where and by whom, and never who the customer is")
    func words() throws {
        let store = Self.store()
        try save(store)
        let mail = try #require(store.contents.mails.first)
        #expect(mail.subject == "PRACTICE: Plan MSP-000001: contact face to face not in line")
        for words in [
            "PRACTICE: invented people", "plan MSP-000001", "not in line", "Not complying: nothing is served",
            "Wednesday 4 March 2026, 10:00 (Australia/Sydney)", "Parramatta", "PR0001", "read the note",
        ] { #expect(mail.body.contains(words), "\(words)") }
        for secret in ["Ada", "Byron", "123456789A", "0400", "1980", "X1", "said", "Mina", "Okafor"] {
            #expect(!mail.body.contains(secret) && !mail.subject.contains(secret), "\(secret)")
        }
    }

    @Test("Work on a plan without any contact is told as work: no channel, no verdict, no breach")
    func work() throws {
        let store = Self.store()
        var notification = Self.notification()
        (notification.channel, notification.verdict, notification.outcome) = (nil, nil, "The plan moves")
        _ = try store.desk(.none).save(.other("x"), for: Self.ada.id, notify: notification, at: Self.now)
        let mail = try #require(store.contents.mails.first)
        #expect(mail.subject == "PRACTICE: Plan MSP-000001: The plan moves")
        #expect(mail.body.contains("A guide was followed on plan MSP-000001."))
        for word in ["ontact:", "There was a contact", "in line", "face to face", "representative"] {
            #expect(!mail.body.contains(word), "\(word)")
        }
    }

    @Test("A call that the agency made is told as one; a representative's contact stays theirs")
    func unbound() throws {
        var notification = Self.notification()
        (notification.channel, notification.verdict, notification.madeBy) = (.phone, nil, .agency)
        #expect(notification.subject == "Plan MSP-000001: contact by phone made by the agency")
        notification.madeBy = nil
        #expect(notification.subject == "Plan MSP-000001: contact by phone from a representative")
    }

    @Test("Only a practice register says PRACTICE")
    func live() throws {
        let store = Self.store(practice: false)
        _ = try Desk(store, as: .osUser("mina")).save(
            .other("x"), for: Self.ada.id, notify: Self.notification(), at: Self.now)
        let mail = try #require(store.contents.mails.first)
        #expect(!mail.subject.contains("PRACTICE") && !mail.body.contains("PRACTICE"))
    }

    @Test("Where Personalised Services manages the plan, its OMC is the PSSO, told once")
    func managedByPs() throws {
        let store = Self.store(
            .invented(management: .ps, people: PlanPeople(omc: .manager, backup: .delegate, psso: .capt)))
        try save(store, [.omc, .psso, .backup])
        #expect(store.contents.mails.map(\.recipient) == [.capt, .delegate])
    }

    @Test("Nobody is mailed of what they did themselves, nor a team leader, whom no plan names")
    func self_() throws {
        let store = Self.store()
        try save(store, [.omc, .backup, .teamLeader, .employeeResponsible], by: .manager)
        #expect(store.contents.mails.map(\.recipient) == [.delegate])
    }

    @Test("Mail for an OMC whom the plan does not name waits until it names one")
    func nobody() throws {
        let store = Self.store(.invented(people: PlanPeople()))
        try save(store)
        #expect(store.contents.mails.map(\.recipient) == [nil])
        let desk = try store.desk(.none)
        #expect(try desk.outbox().first?.held == "MSP-000001 names no OMC.")
        store.contents.plans[0].people.omc = .manager
        #expect(try desk.outbox().first?.held == nil)
        #expect(try desk.outbox().first?.recipient == .manager)
    }

    @Test("Without an address, or with one that is none, a mail is held and says so, until the address is there")
    func held() throws {
        let store = Self.store(.invented(people: PlanPeople(omc: .psManager)))
        try save(store)
        let desk = try store.desk(.none)
        #expect(try desk.outbox().first?.held == "PR0004 has no e-mail address in the register.")
        let report = try desk.sendMail(dueOnly: true, now: { Self.now }) { _ in Issue.record("handed over") }
        #expect(report.held.count == 1 && report.failed.isEmpty)
        let index = try #require(store.contents.staff.firstIndex { $0.id == .psManager })
        store.contents.staff[index].email = "-oQ/tmp@example.org"
        #expect(try desk.outbox().first?.held == "The e-mail address of PR0004 is not one.")
        store.contents.staff[index].email = "ian@example.org"
        #expect(try desk.sendMail(dueOnly: true, now: { Self.now }) { _ in }.sent.count == 1)
    }

    @Test("What was handed over leaves the outbox, is kept, and stands in the audit trail")
    func sent() throws {
        let store = Self.store()
        try save(store)
        var handed: [MailMessage] = []
        let desk = try store.desk(.none)
        let report = try desk.sendMail(dueOnly: true, now: { Self.now + 5 }) { handed.append($0) }
        #expect(handed.map(\.to.description) == ["pr0002@example.org", "pr0003@example.org"])
        #expect(handed.first?.from?.description == "pr0001@example.org")
        #expect(handed.first?.writtenAt == Self.now)
        #expect(report.sent.count == 2 && report.failed.isEmpty)
        #expect(try desk.outbox().isEmpty)
        #expect(try desk.outbox(includingSent: true).map(\.mail.delivery.sentAt) == [Self.now + 5, Self.now + 5])
        #expect(store.contents.audit.suffix(2).map(\.act) == [.mailSent, .mailSent])
        #expect(try desk.sendMail(dueOnly: false, now: { Self.now + 5 }) { _ in }.sent.isEmpty)
    }

    @Test("A mail that fails stays with its reason, and is tried after a minute, then after ever longer pauses")
    func pauses() throws {
        let store = Self.store(.invented(people: PlanPeople(omc: .manager)))
        try save(store)
        let desk = try store.desk(.none)
        var clock = Self.now
        var pauses: [Int] = []
        for attempt in 1...9 {
            let report = try desk.sendMail(dueOnly: true, now: { clock }) { _ in throw Down() }
            let delivery = try #require(report.failed.first?.mail.delivery)
            #expect(delivery.attempts == attempt)
            #expect(delivery.failure == "It is down. Wait.")
            pauses.append(delivery.nextAt.seconds - clock.seconds)
            let early = try desk.sendMail(dueOnly: true, now: { delivery.nextAt - 1 }) { _ in Issue.record("too early")
            }
            #expect(early.failed.isEmpty)
            clock = delivery.nextAt
        }
        #expect(pauses == [60, 240, 960, 3_840, 15_360, 43_200, 43_200, 43_200, 43_200])
        #expect(try desk.sendMail(dueOnly: false, now: { clock - 1 }) { _ in }.sent.count == 1)
    }

    @Test("While one hands a mail over, another leaves it alone; after a crash it is tried again")
    func twice() throws {
        let store = Self.store(.invented(people: PlanPeople(omc: .manager)))
        try save(store)
        let desk = try store.desk(.none)
        var clock = Self.now
        var ids: [String] = []
        _ = try desk.sendMail(dueOnly: false, now: { clock }) { message in
            ids.append(message.id)
            let other = try desk.sendMail(dueOnly: false, now: { clock }) { _ in Issue.record("twice at a time") }
            #expect(other.sent.isEmpty)
            // The program that took it is gone: the time that it had runs out.
            clock = clock + 121
            let later = try desk.sendMail(dueOnly: false, now: { clock }) { ids.append($0.id) }
            #expect(later.sent.count == 1)
        }
        #expect(ids.count == 2 && Set(ids).count == 1)
    }

    @Test("A draft keeps whom to tell, and a report that came back tells nobody twice")
    func draft() throws {
        let store = Self.store()
        let desk = try store.desk(.none)
        let draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "d1"), customer: Self.ada.id, author: .counter, content: .other("Half"),
            notify: Self.notification(), beganAt: Self.now, savedAt: Self.now)
        try store.write { try $0.save(draft) }
        #expect(try desk.drafts().first?.draft.notify == Self.notification())
        try save(store)
        try store.desk(.manager).giveBack(
            ContactReport.ID(rawValue: 1), because: "Again", as: NoteDraft.ID(rawValue: "d2"), at: Self.now)
        #expect(try desk.drafts().first { $0.draft.id.rawValue == "d2" }?.draft.notify == nil)
    }
}
