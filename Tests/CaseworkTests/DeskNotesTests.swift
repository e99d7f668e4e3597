import Casework
import TestSupport
import Testing

@Suite("Notes and contact reports (N3, N4, N6)")
struct DeskNotesTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented()
    let store = MemoryStore(customers: [ada], plans: [.invented()])

    @Test(
        "Whoever holds manager access records a note (N4)", arguments: [Access.manager, .delegate, .psManager, .capt])
    func note(access: Access) throws {
        let saved = try store.desk(access).save(.other("Lodged a form."), for: Self.ada.id, at: Self.now)
        #expect(saved == .note(Note.ID(rawValue: 1)))
        let note = try #require(store.contents.notes.first)
        #expect(note.author == StaffMember.holding(access).id)
        #expect(note.recordedBy == note.author)
        #expect(note.writtenAt == Self.now)
        #expect(note.plan?.rawValue == "MSP-000001")
        #expect(note.content.fields == ["content": "Lodged a form."])
        #expect(store.contents.reports.isEmpty)
    }

    @Test("The same note by other staff waits as a contact report (N4)")
    func report() throws {
        let saved = try store.desk(.none).save(.other("Lodged a form."), for: Self.ada.id, at: Self.now)
        #expect(saved == .report(ContactReport.ID(rawValue: 1)))
        #expect(store.contents.notes.isEmpty)
        let waiting = try store.desk(.none).waitingReports(of: Self.ada.id, at: Self.now)
        #expect(waiting.map(\.content.fields) == [["content": "Lodged a form."]])
        #expect(waiting.first?.plan?.rawValue == "MSP-000001")
        let queue = try store.desk(.manager).waitingReports(at: Self.now)
        #expect(queue.map(\.report.author) == [.counter])
        #expect(queue.first?.customer == Self.ada)
    }

    @Test("A recorded report keeps its author and time, and waits no more (N4)")
    func recorded() throws {
        _ = try store.desk(.none).save(.other("Lodged a form."), for: Self.ada.id, at: Self.now)
        let id = ContactReport.ID(rawValue: 1)
        let noteId = try store.desk(.manager).record(id, at: Self.now + 3600)
        let note = try #require(try store.desk(.none).notes(of: Self.ada.id, at: Self.now + 7200).first)
        #expect(note.id == noteId)
        #expect(note.author == .counter)
        #expect(note.writtenAt == Self.now)
        #expect(note.recordedBy == .manager)
        #expect(note.recordedAt == Self.now + 3600)
        #expect(note.report == id)
        #expect(note.content.fields == ["content": "Lodged a form."])
        #expect(try store.desk(.manager).waitingReports(at: Self.now).isEmpty)
    }

    @Test("A report is recorded once (N4)")
    func once() throws {
        _ = try store.desk(.none).save(.other("Lodged a form."), for: Self.ada.id, at: Self.now)
        let manager = try store.desk(.manager)
        let id = ContactReport.ID(rawValue: 1)
        let note = try manager.record(id, at: Self.now)
        let before = store.contents.audit.count
        #expect(throws: NoteError.alreadyRecorded(id, as: note)) { try manager.record(id, at: Self.now) }
        #expect(store.contents.notes.count == 1)
        #expect(store.contents.audit.count == before)
        #expect(throws: NoteError.noSuchReport(ContactReport.ID(rawValue: 7))) {
            try manager.record(ContactReport.ID(rawValue: 7), at: Self.now)
        }
    }

    @Test("A note outside any plan belongs to the customer alone")
    func withoutPlan() throws {
        _ = try store.desk(.manager).save(.other("Called."), for: Self.ada.id, at: at("2026-08-02T00:00:00+10:00"))
        #expect(store.contents.notes.first?.plan == nil)
        #expect(store.contents.notes.first?.customer == Self.ada.id)
    }

    @Test("A refused note leaves nothing behind: no contact, no audit entry, and its draft stays (N6)")
    func allOrNothing() throws {
        var draft = Self.draft("d1")
        draft.contact = .visit("2026-03-04T10:00:00+11:00")
        let desk = try store.desk(.manager)
        try store.write { try $0.save(draft) }
        #expect(throws: NoteError.missingPart("content", in: NoteType.other.id)) {
            try desk.save(.other(" "), of: DraftInHand(kept: draft), at: Self.now)
        }
        #expect(store.contents.contacts.isEmpty)
        #expect(store.contents.audit.isEmpty)
        #expect(store.contents.drafts == [draft])
    }

    @Test("A saved note takes its contact with it and its draft away (C1, N6)")
    func contactAndDraft() throws {
        let desk = try store.desk(.none)
        var draft = Self.draft("d1", by: .counter)
        draft.contact = .visit("2026-03-04T10:00:00+11:00", refused: true)
        try store.write { try $0.save(draft) }
        _ = try desk.save(.other("Refused."), of: DraftInHand(kept: draft), at: Self.now)
        #expect(store.contents.contacts.map(\.refused) == [true])
        #expect(store.contents.drafts.isEmpty)
        #expect(store.contents.audit.map(\.act) == [.contactLogged, .reportWritten])
        let contacts = try desk.contacts(
            of: Self.ada.id, from: at("2026-03-04T10:00:00+11:00"), to: at("2026-03-04T10:00:01+11:00"), at: Self.now)
        #expect(contacts.count == 1)
    }

    static func draft(_ id: String, by author: StaffMember.ID = .manager, savedAt: Instant = now) -> NoteDraft {
        NoteDraft(
            id: NoteDraft.ID(rawValue: id), customer: ada.id, author: author, content: .other("Half a sen"),
            beganAt: now, savedAt: savedAt)
    }

    private func keep(_ text: String, _ hand: DraftInHand, by desk: Desk, at now: Instant) throws -> Desk.Keeping {
        try desk.keep(.other(text), of: hand, apartAs: { NoteDraft.ID(rawValue: "apart") }, at: now)
    }

    @Test("Drafts are offered to their author alone, the last first, each with its customer (N6)")
    func drafts() throws {
        let desk = try store.desk(.manager)
        let hand = DraftInHand(begun: Self.draft("d1"))
        #expect(try keep("Half a sen", hand, by: desk, at: Self.now) == .kept)
        try store.write { try $0.save(Self.draft("d2", savedAt: Self.now + 60)) }
        #expect(try keep("Half a sentence", hand, by: desk, at: Self.now + 120) == .kept)
        #expect(try desk.drafts().map(\.draft.id.rawValue) == ["d1", "d2"])
        #expect(try desk.drafts().first?.draft.content == .other("Half a sentence"))
        #expect(try desk.drafts().first?.customer == Self.ada)
        #expect(try store.desk(.delegate).drafts().isEmpty)
        try desk.discard(hand, at: Self.now)
        #expect(try desk.drafts().map(\.draft.id.rawValue) == ["d2"])
    }

    @Test("A removed note still shows type, author and time; its text is shown to CAPT alone (N3)")
    func removal() throws {
        let content = NoteContent(type: NoteType.other.id, fields: ["content": "Of somebody else"], trail: ["step"])
        _ = try store.desk(.manager).save(content, for: Self.ada.id, at: Self.now)
        let id = Note.ID(rawValue: 1)
        try store.desk(.capt).remove(id, reason: .wrongCustomer, why: "Meant for another", at: Self.now + 60)
        for access in Access.allCases where access != .admin {
            let note = try #require(try store.desk(access).notes(of: Self.ada.id, at: Self.now).first)
            #expect(note.content.type == NoteType.other.id)
            #expect(note.author == .manager)
            #expect(note.writtenAt == Self.now)
            #expect(note.removal?.reason == .wrongCustomer)
            #expect(note.removal?.by == .capt)
            #expect(note.content.fields.isEmpty == (access != .capt), "\(access)")
            #expect(note.content.trail.isEmpty == (access != .capt), "\(access)")
            #expect(note.removal?.why.isEmpty == (access != .capt), "\(access)")
        }
        #expect(store.contents.notes.first?.content == content)
        #expect(store.contents.audit.allSatisfy { !$0.detail.contains("somebody") && !$0.detail.contains("another") })
    }

    @Test("A removal needs a reason in words, a note that is there, and is made once (N3)")
    func removalRefused() throws {
        _ = try store.desk(.manager).save(.other("Text"), for: Self.ada.id, at: Self.now)
        let capt = try store.desk(.capt)
        let id = Note.ID(rawValue: 1)
        #expect(throws: NoteError.noReason) { try capt.remove(id, reason: .privacy, why: " ", at: Self.now) }
        #expect(throws: NoteError.noSuchNote(Note.ID(rawValue: 2))) {
            try capt.remove(Note.ID(rawValue: 2), reason: .privacy, why: "Breach", at: Self.now)
        }
        try capt.remove(id, reason: .privacy, why: "Breach", at: Self.now)
        #expect(throws: NoteError.alreadyRemoved(id)) {
            try capt.remove(id, reason: .language, why: "Again", at: Self.now)
        }
        #expect(store.contents.notes.first?.removal?.reason == .privacy)
        #expect(
            NoteRemoval.Reason.allCases.map(\.rawValue) == ["privacy", "wrong-customer", "language"])
    }
}
