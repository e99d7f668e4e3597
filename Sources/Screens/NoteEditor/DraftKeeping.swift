import Casework

/// What is typed is kept as a draft, and another window may have the same one.
extension NoteEditor {
    /// Keeps what was typed, over nothing that another window wrote.
    func save(
        then done: @escaping @Sendable (Desk.Keeping) -> Action, orElse failed: @escaping @Sendable (Notice) -> Action
    ) -> Effect<Action> {
        // A note on its way into the register must not come back as a draft.
        guard stage != .saving else { return .none }
        let (written, hand) = (written, hand)
        return .run { services in
            do {
                return done(
                    try services.desk.keep(written, of: hand, apartAs: services.newDraftID, at: services.now()))
            } catch {
                // At the program's end nobody reads the notice any more.
                services.log(error)
                return failed(Notice(triedAgain: error))
            }
        }
    }

    func discard(
        then done: Action, orElse failed: @escaping @Sendable (Notice) -> Action
    ) -> Effect<Action> {
        let hand = hand
        return .run { services in
            do {
                try services.desk.discard(hand, at: services.now())
                return done
            } catch {
                services.log(error)
                return failed(Notice(error))
            }
        }
    }

    /// What is said when this one is put by, with those that wait after it.
    func notice(of keeping: Desk.Keeping) -> Notice {
        switch keeping {
        case .apart: apartNotice
        case .superseded:
            Notice("Another window changed this draft, saved it or threw it away; here nothing was typed.")
        case .kept:
            following.isEmpty
                ? Notice("Kept as a draft; it is offered again at the start.")
                : Notice("Kept as drafts, this and \(following.count) after it; they are offered again at the start.")
        }
    }

    var apartNotice: Notice {
        Notice(
            "Another window changed this draft, saved it or threw it away: what you typed here is kept as a draft of "
                + "its own.")
    }
}

extension NoteEditor.Action {
    /// Whether it goes on with the note.
    var changesNote: Bool {
        switch self {
        case .typed, .pasted, .choiceMoved, .choicePicked, .undone, .redone, .saveChosen, .discardChosen: true
        default: false
        }
    }
}
