import Casework

/// A run of a guide may end in several notes: each is written by itself, and the next one opens when it is done with.
extension NoteEditor {
    /// To the next note that is still a draft, as it stands in the register: it may have been written elsewhere.
    var onward: Effect<Action> {
        guard !following.isEmpty else { return .back }
        let (following, open) = (following, open)
        return .run { services in
            do {
                return .nextBegun(try services.next(of: following, for: open), nil)
            } catch {
                services.log(error)
                return .nextBegun(nil, Notice(error))
            }
        }
    }

    /// What is said when this one is put by, with those that wait after it.
    var keptNotice: Notice {
        following.isEmpty
            ? Notice("Kept as a draft; it is offered again at the start.")
            : Notice("Kept as drafts, this and \(following.count) after it; they are offered again at the start.")
    }

    /// As `Note: SMS sent (2 more)`.
    var turn: String { following.isEmpty ? "" : " (\(following.count) more after it)" }
}

extension Services {
    /// Keeps the notes that a run drafted, and gives the first to be written; the contact is entered with that one.
    func write(
        _ first: NoteContent, then others: some Sequence<NoteContent>, for open: OpenRecord, contact: Contact? = nil,
        notify: ContactNotification? = nil
    ) throws -> NoteEditor {
        let now = now()
        func draft(_ content: NoteContent, _ contact: Contact? = nil, _ notify: ContactNotification? = nil) -> NoteDraft
        {
            NoteDraft(
                id: newDraftID(), customer: open.customer.id, author: desk.staff.id, content: content,
                contact: contact, notify: notify, beganAt: now, savedAt: now)
        }
        let drafts = [draft(first, contact, notify)] + others.map { draft($0) }
        for draft in drafts.reversed() { try desk.save(draft) }
        return NoteEditor(
            resuming: drafts[0], for: open, access: desk.staff.access, following: drafts.dropFirst().map(\.id))
    }

    /// The first of `following` that still is a draft; nil where none is.
    fileprivate func next(of following: [NoteDraft.ID], for open: OpenRecord) throws -> NoteEditor? {
        let drafts = try desk.drafts().map(\.draft)
        let left = following.compactMap { id in drafts.first { $0.id == id } }
        return left.first.map {
            NoteEditor(
                resuming: $0, for: open, access: desk.staff.access, following: left.dropFirst().map(\.id))
        }
    }
}
