import Casework
import TestSupport
import Testing

@Suite("One draft in two windows: neither writes over the other, and the note is saved once (N6)")
struct DraftInHandTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented()
    let store = MemoryStore(customers: [ada], plans: [.invented()])
    let desk: Desk
    /// The same draft, as each window read it.
    let one: DraftInHand
    let other: DraftInHand

    init() throws {
        desk = try store.desk(.manager)
        let draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "d1"), customer: Self.ada.id, author: .manager, content: .other("Came in"),
            contact: .visit("2026-03-04T10:00:00+11:00"), beganAt: Self.now, savedAt: Self.now)
        try store.write { try $0.save(draft) }
        one = DraftInHand(kept: draft)
        other = DraftInHand(kept: draft)
    }

    /// All in one second: times tell nothing apart.
    private func keep(_ text: String, _ hand: DraftInHand) throws -> Desk.Keeping {
        try desk.keep(.other(text), of: hand, apartAs: { NoteDraft.ID(rawValue: "apart") }, at: Self.now)
    }

    private var texts: [String: String] {
        Dictionary(
            store.contents.drafts.map { ($0.id.rawValue, $0.content.fields["content"] ?? "") }, uniquingKeysWith: { $1 }
        )
    }

    @Test("What the second window types stands apart, and is then kept over itself")
    func changed() throws {
        #expect(try keep("Came in about rent", one) == .kept)
        #expect(try keep("Came in again", other) == .apart)
        #expect(try keep("Came in again today", other) == .kept)
        #expect(try keep("Came in about rent.", one) == .kept)
        #expect(texts == ["d1": "Came in about rent.", "apart": "Came in again today"])
    }

    @Test("Where nothing was typed, nothing is written over what the other window wrote")
    func superseded() throws {
        _ = try keep("Came in about rent", one)
        #expect(try keep("Came in", other) == .superseded)
        #expect(texts == ["d1": "Came in about rent"])
    }

    @Test("A draft saved elsewhere does not come back; what is typed on is kept, and its contact is entered once")
    func saved() throws {
        _ = try desk.save(.other("Came in."), of: one, at: Self.now)
        #expect(throws: NoteError.draftGone) { try desk.save(.other("Came in"), of: other, at: Self.now) }
        #expect(store.contents.notes.count == 1 && store.contents.drafts.isEmpty)
        #expect(try keep("Came in, and more", other) == .apart)
        #expect(texts == ["apart": "Came in, and more"])
        _ = try desk.save(.other("Came in, and more"), of: other, at: Self.now)
        #expect(store.contents.notes.count == 2 && store.contents.drafts.isEmpty)
        #expect(store.contents.contacts.count == 1)
    }

    @Test("A draft that says more elsewhere is neither saved nor thrown away by who has not read it")
    func unread() throws {
        _ = try keep("Came in about rent", one)
        #expect(throws: NoteError.draftChanged) { try desk.save(.other("Came in"), of: other, at: Self.now) }
        #expect(throws: NoteError.draftChanged) { try desk.discard(other, at: Self.now) }
        #expect(texts == ["d1": "Came in about rent"])
        #expect(store.contents.notes.isEmpty && store.contents.contacts.isEmpty)
    }

    @Test("A note never kept as a draft is saved, and one whose saving failed is saved when tried again")
    func retried() throws {
        let disk = FullDisk(store)
        let desk = try Desk(disk, as: .logon(.manager))
        let fresh = DraftInHand(
            begun: NoteDraft(
                id: NoteDraft.ID(rawValue: "d2"), customer: Self.ada.id, author: .manager, content: .other(""),
                beganAt: Self.now, savedAt: Self.now))
        disk.fills()
        for hand in [fresh, one] {
            #expect(throws: DiskError.full) {
                try desk.keep(.other("More"), of: hand, apartAs: { hand.draft.id }, at: Self.now)
            }
            #expect(throws: DiskError.full) { try desk.save(.other("More"), of: hand, at: Self.now) }
        }
        disk.hasRoomAgain()
        for hand in [fresh, one] { _ = try desk.save(.other("More"), of: hand, at: Self.now) }
        #expect(store.contents.notes.count == 2 && store.contents.drafts.isEmpty)
    }

    @Test("A draft is read as it stands now, by its author alone")
    func read() throws {
        _ = try keep("Came in about rent", one)
        #expect(try desk.draft(one.draft.id).content == .other("Came in about rent"))
        let other = try store.desk(.delegate)
        #expect(throws: NoteError.draftGone) { try other.draft(one.draft.id) }
        try desk.discard(one, at: Self.now)
        #expect(throws: NoteError.draftGone) { try desk.draft(one.draft.id) }
    }
}
