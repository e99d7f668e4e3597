import Casework
import Widgets

extension Lookup {
    /// The answer to what was not typed yet.
    public struct Foreseen: Sendable {
        let people: [Desk.Found]
        /// What the list says of those who are ``Swift/Array/likely``, in a window of ``width`` columns.
        let rows: [ListRow]
        let width: Int
        /// How likely it is asked for, 0 the likeliest.
        var place = 0
    }

    /// Finds, while nobody types, what the likeliest next letters will ask for: most of them are answered then with the
    /// picture that shows them typed.
    ///
    /// A letter that was not foreseen overtakes it. What was foreseen is forgotten with the next key, or a second later,
    /// so that nobody sees the register as it was.
    var foresight: Effect<Action> {
        let (text, most, width) = (query.text, most, size.width)
        guard isSearching, answered == text, !isSpent, failure == nil else { return .none }
        return .latest("search") { services in
            do {
                var answers: [String: Foreseen] = [:]
                for (place, letter) in try services.desk.lettersLikely(after: text, at: services.now()).enumerated() {
                    let next = text + String(letter)
                    let people = try services.desk.search(
                        next, limit: most, at: services.now(), unless: services.isOutdated)
                    let rows = Self.rows(of: Array(people.likely), in: width)
                    answers[next] = Foreseen(people: people, rows: rows, width: width, place: place)
                }
                return .foreseen(answers)
            } catch let error where !(error is CancellationError) {
                // Whoever types the letter is told of it; here it concerns nobody.
                services.log(error)
                return .foreseen([:])
            }
        }
    }

    /// So long after an answer: its picture goes first.
    static let foresightBegins = Duration.milliseconds(4)
}
