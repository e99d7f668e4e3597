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

    /// As ` Mail to OMC and Backup OMC is in the outbox.`; nothing where nobody is mailed.
    var mailKept: String {
        guard let notify = hand.draft.notify,
            let plan = open.record.plans.first(where: { $0.id == notify.plan })
        else { return "" }
        let roles = plan.recipients(for: notify.roles, author: hand.draft.author).map(\.role.name)
        return roles.isEmpty ? "" : " Mail to \(roles.joined(separator: " and ")) is in the outbox."
    }

    /// As `Note: SMS sent (2 more)`.
    var turn: String { following.isEmpty ? "" : " (\(following.count) more after it)" }
}

extension Services {
    /// The notes that a run drafted, as drafts of this officer; the contact is entered with the first.
    func drafts(
        of notes: [NoteContent], for open: OpenRecord, contact: Contact? = nil, notify: ContactNotification? = nil
    ) -> [NoteDraft] {
        let now = now()
        return notes.enumerated().map { place, content in
            NoteDraft(
                id: newDraftID(), customer: open.customer.id, author: desk.staff.id, content: content,
                contact: place == 0 ? contact : nil, notify: place == 0 ? notify : nil, beganAt: now, savedAt: now)
        }
    }

    /// The first of `drafts` to be written, the others after it; nil where there is none.
    func editor(of drafts: [NoteDraft], for open: OpenRecord) -> NoteEditor? {
        drafts.first.map {
            editor(of: DraftInHand(kept: $0), for: open, following: drafts.dropFirst().map(\.id))
        }
    }

    /// Writes on a draft, with the names that are to stay out of it.
    func editor(of hand: DraftInHand, for open: OpenRecord, following: [NoteDraft.ID] = []) -> NoteEditor {
        var colleagues = Array(open.record.staff.values)
        do {
            colleagues = try desk.colleagues(on: open.record, at: now())
        } catch {
            // Advice is worth less than the note: what was begun is written on without.
            log(error)
        }
        return NoteEditor(
            hand, for: open, access: desk.staff.access, colleagues: colleagues,
            followed: followed(by: hand.draft, in: open.judgement.zone), following: following)
    }

    /// The first of `following` that still is a draft; nil where none is.
    fileprivate func next(of following: [NoteDraft.ID], for open: OpenRecord) throws -> NoteEditor? {
        let drafts = try desk.drafts().map(\.draft)
        let left = following.compactMap { id in drafts.first { $0.id == id } }
        return editor(of: left, for: open)
    }
}
