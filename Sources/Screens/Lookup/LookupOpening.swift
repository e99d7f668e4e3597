import Casework

extension Lookup {
    /// Opens the chosen person, or what waits for the officer.
    mutating func choose() -> Effect<Action> {
        if isAwaiting {
            // The rows on screen answer an earlier text, so the chosen one may be somebody else.
            isToOpen = true
            return .none
        }
        let asked = query.text
        if isSearching {
            guard found.indices.contains(selection) else { return .none }
            let id = found[selection].match.customer.id
            // What is still being found for letters that may follow would be done first.
            foresight = nil
            return .all([.drop("search"), recordSearch(), .run { .opened(try $0.open(id).entrance(), for: asked) }])
        }
        let rows = waiting.rows
        if waiting.own.indices.contains(selection - rows.count) {
            let id = waiting.own[selection - rows.count].customer
            return .run { .opened(try $0.open(id).entrance(), for: asked) }
        }
        guard rows.indices.contains(selection) else { return .none }
        switch rows[selection] {
        case .reports: return .open(Reports())
        case .unsent: return .open(Outbox())
        case .draft(let draft, _):
            return .run { services in
                do {
                    return .opened(try services.resumption(of: draft.id), for: asked)
                } catch let error as NoteError {
                    return .gone(Notice(error))
                }
            }
        case .run(let run, _): return .run { .opened(try $0.resumption(of: run), for: asked) }
        }
    }
}
