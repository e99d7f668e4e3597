import Casework
import TestSupport
import Testing

@Suite("A note that follows another (N2)")
struct FollowUpTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented()
    static let bo = Customer.invented(2, "Bo", "Diddley")
    let store = MemoryStore(customers: [ada, bo], plans: [.invented()])
    let first = Note.ID(rawValue: 1)
    let name = NoteDraft.ID(rawValue: "d1")

    init() throws {
        _ = try store.desk(.manager).save(.other("First"), for: Self.ada.id, at: Self.now)
    }

    private func draft(by author: StaffMember.ID, follows: Note.ID?) -> NoteDraft {
        NoteDraft(
            id: name, customer: Self.ada.id, author: author, content: .other("Sec"), follows: follows,
            beganAt: Self.now, savedAt: Self.now)
    }

    @Test("It names the note that it follows and leaves it as it was; the trail says so, with the hash over it")
    func neverEdited() throws {
        let desk = try store.desk(.manager)
        let before = store.contents.notes[0]
        _ = try desk.save(.other("Second"), for: Self.ada.id, follows: first, at: Self.now + 60)
        #expect(store.contents.notes[0] == before)
        let notes = try desk.notes(of: Self.ada.id, at: Self.now)
        #expect(notes.map(\.id.rawValue) == [2, 1])
        #expect(notes.map(\.follows) == [first, nil])
        let entry = try #require(store.contents.audit.last)
        #expect(entry.act == .noteRecorded && entry.detail == "note 2, other, follows note 1")
        #expect(entry.hash == entry.expectedHash)
        #expect(store.contents.audit.first?.detail == "note 1, other")
    }

    @Test("Those that follow a note are told in the order of time, from whatever order they are read in")
    func followers() throws {
        let desk = try store.desk(.manager)
        _ = try desk.save(.other("Second"), for: Self.ada.id, follows: first, at: Self.now + 60)
        _ = try desk.save(.other("Of the second"), for: Self.ada.id, follows: Note.ID(rawValue: 2), at: Self.now + 70)
        _ = try desk.save(.other("Third"), for: Self.ada.id, follows: first, at: Self.now + 80)
        let notes = try desk.notes(of: Self.ada.id, at: Self.now + 90)
        #expect(notes.following(first).map(\.id.rawValue) == [2, 4])
        #expect(notes.reversed().following(Note.ID(rawValue: 2)).map(\.id.rawValue) == [3])
        #expect(notes.following(Note.ID(rawValue: 4)).isEmpty)
    }

    @Test("A note that there is not, and one of another person, are refused, and nothing is kept of it")
    func refused() throws {
        let desk = try store.desk(.manager)
        _ = try desk.save(.other("Of Bo"), for: Self.bo.id, at: Self.now)
        let before = store.contents
        for (note, error) in [
            (Note.ID(rawValue: 9), NoteError.noSuchNote(Note.ID(rawValue: 9))),
            (Note.ID(rawValue: 2), .ofAnother(Note.ID(rawValue: 2))),
        ] {
            #expect(throws: error) {
                try desk.save(
                    .other("x"), for: Self.ada.id, follows: note, contact: .visit("2026-03-04T10:00:00+11:00"),
                    at: Self.now)
            }
            #expect(throws: error) { try desk.note(note, of: Self.ada.id, at: Self.now) }
            #expect(error.fault == .badInput && error.remedy.contains("note list"))
        }
        #expect(store.contents.notes == before.notes && store.contents.contacts.isEmpty)
        #expect(store.contents.audit.count == before.audit.count)
    }

    @Test("A removed note may be followed: the link stands, and its text is shown to CAPT alone (N3)")
    func removed() throws {
        try store.desk(.capt).remove(first, reason: .privacy, why: "Names a neighbour", at: Self.now + 1)
        _ = try store.desk(.none).save(.other("Second"), for: Self.ada.id, follows: first, at: Self.now + 60)
        #expect(store.contents.reports.first?.follows == first)
        let waiting = try #require(try store.desk(.manager).waitingReports(at: Self.now + 61).first)
        for note in [
            try #require(waiting.followed), try store.desk(.none).note(first, of: Self.ada.id, at: Self.now + 61),
        ] {
            #expect(note.content.type == NoteType.other.id && note.author == .manager)
            #expect(note.content.fields.isEmpty && note.removal?.why == "")
        }
        #expect(
            try store.desk(.capt).waitingReports(at: Self.now + 61).first?.followed?.content == .other("First"))
    }

    @Test("It goes from the draft to the contact report, and from there to the note that is recorded (N4)")
    func throughReport() throws {
        let hand = DraftInHand(kept: draft(by: .counter, follows: first))
        try store.write { try $0.save(hand.draft) }
        _ = try store.desk(.none).save(.other("Second"), of: hand, at: Self.now + 60)
        let waiting = try #require(try store.desk(.manager).waitingReports(at: Self.now + 70).first)
        #expect(waiting.report.follows == first && waiting.followed?.id == first)
        #expect(try store.desk(.none).waitingReports(of: Self.ada.id, at: Self.now + 70).following(first).count == 1)
        let note = try store.desk(.manager).record(waiting.report.id, at: Self.now + 80)
        #expect(try store.desk(.none).note(note, of: Self.ada.id, at: Self.now + 90).follows == first)
        #expect(
            store.contents.audit.suffix(2).map(\.detail)
                == ["report 1, other, follows note 1", "report 1 as note 2, follows note 1"])
    }

    @Test("It stays through a report that is given back and written anew")
    func givenBack() throws {
        _ = try store.desk(.none).save(.other("Second"), for: Self.ada.id, follows: first, at: Self.now + 60)
        let report = ContactReport.ID(rawValue: 1)
        try store.desk(.manager).giveBack(report, because: "Which form?", as: name, at: Self.now + 70)
        let author = try store.desk(.none)
        let draft = try author.draft(name)
        #expect(draft.follows == first)
        _ = try author.save(.other("Second, about rent"), of: DraftInHand(kept: draft), at: Self.now + 80)
        let waiting = try #require(try store.desk(.manager).waitingReports(at: Self.now + 90).first)
        #expect(waiting.report.follows == first && waiting.report.revises == report)
    }

    @Test("A draft keeps it through every keeping, and one that has to stand apart follows the same note (N6)")
    func drafts() throws {
        let desk = try store.desk(.manager)
        func keep(_ text: String, _ hand: DraftInHand) throws -> Desk.Keeping {
            try desk.keep(.other(text), of: hand, apartAs: { NoteDraft.ID(rawValue: "apart") }, at: Self.now)
        }
        let hand = DraftInHand(begun: draft(by: .manager, follows: first))
        let other = DraftInHand(kept: hand.draft)
        #expect(try keep("Second", hand) == .kept)
        #expect(try keep("Secondly, in another window", other) == .apart)
        #expect(try desk.drafts().map(\.draft.follows) == [first, first])
        #expect(try desk.save(.other("Second."), of: hand, at: Self.now) == .note(Note.ID(rawValue: 2)))
        #expect(store.contents.notes.last?.follows == first)
    }
}
