import Casework
import Terminal
import Widgets

extension Lookup {
    /// Goes once, unseen, through all that the first letter will need.
    ///
    /// Whatever a program does for the first time waits for its code and the register's pages to come into memory: the
    /// first letter took three times as long as the second. Done while the officer reaches for the keys, nobody waits
    /// for it; a letter that is typed meanwhile overtakes it.
    var rehearsal: Effect<Action> {
        let screen = self
        return .latest("search") { services in
            guard services.desk.staff.access.allows(.serveCustomers) else { return .rehearsed }
            do {
                var screen = screen
                screen.found = try services.desk.search(
                    Self.first, limit: screen.most, at: services.now(), unless: services.isOutdated)
                screen.answered = Self.first
                screen.query = TextBuffer(Self.first, allowsNewlines: false)
                _ = Frame(size: screen.size, theme: .plain, showing: screen.view)
            } catch {
                // Whoever searches is told of it; here it concerns nobody.
                services.log(error)
            }
            return .rehearsed
        }
    }

    /// What is looked for: words of every kind begin so.
    private static let first = "ma"
}
