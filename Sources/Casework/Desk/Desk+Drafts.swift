/// Drafts live through every end of the program (N6). To write on one is no act of its own in the audit trail.
extension Desk {
    /// What became of a draft that was to be kept.
    public enum Keeping: Sendable, Hashable {
        case kept
        /// Another window has changed it, saved it or thrown it away: what was typed here is a draft of its own.
        case apart
        /// Another window has, and nothing was typed here: nothing was written.
        case superseded
    }

    /// Keeps what was typed, over nothing but what the same window wrote or read before.
    ///
    /// The contact, and the mails that go with it, stay with the draft that another window has or has saved: they are
    /// entered once.
    ///
    /// - Parameter other: the name of the draft that it becomes when it has to stand apart, never given before.
    public func keep(
        _ content: NoteContent, of hand: DraftInHand, apartAs other: () -> NoteDraft.ID, at instant: Instant
    ) throws -> Keeping {
        let known = hand.state
        hand.tries(content)
        let (keeping, written) = try write { writer -> (Keeping, NoteDraft?) in
            var draft = known.draft
            draft.content = content
            draft.savedAt = instant
            let stored = try writer.draft(draft.id)
            guard !known.accounts(for: stored), stored?.content != content else {
                try writer.save(draft)
                return (.kept, draft)
            }
            if content.filled == known.kept?.filled { return (.superseded, nil) }
            draft.id = other()
            draft.contact = nil
            draft.notify = nil
            try writer.save(draft)
            return (.apart, draft)
        }
        if let written { hand.stands(as: written) }
        return keeping
    }

    /// Throws a draft away. One of a contact report that was given back gives that report up, which the audit trail
    /// keeps: a contact that nothing else tells of counts no more (N4, R5).
    ///
    /// - Throws: ``NoteError/draftChanged`` when that would be another window's words too.
    public func discard(_ hand: DraftInHand, at instant: Instant) throws {
        let known = hand.state
        try write { writer in
            let stored = try writer.draft(known.draft.id)
            guard stored == nil || known.accounts(for: stored) else { throw NoteError.draftChanged }
            try writer.discard(known.draft.id)
            guard let stored, let report = stored.returned?.report else { return }
            try audit(
                .reportGivenUp, of: stored.customer, "report \(report.rawValue), its draft thrown away", at: instant,
                in: writer)
        }
    }

    /// One of the staff member's own drafts, as it stands now.
    ///
    /// - Throws: ``NoteError/draftGone``.
    public func draft(_ id: NoteDraft.ID) throws -> NoteDraft {
        guard let draft = try store.read({ reader in try reader.drafts(by: staff.id).first { $0.id == id } }) else {
            throw NoteError.draftGone
        }
        return draft
    }

    /// The staff member's own drafts about one customer, the last saved first.
    public func drafts(of customer: Customer.ID) throws -> [NoteDraft] {
        try store.read { try $0.drafts(by: staff.id).filter { $0.customer == customer } }
    }

    /// The staff member's own drafts with their customers, the last saved first.
    public func drafts() throws -> [(draft: NoteDraft, customer: Customer?)] {
        try store.read { reader in
            try reader.drafts(by: staff.id).map { (draft: $0, customer: try reader.customer($0.customer)) }
        }
    }
}
