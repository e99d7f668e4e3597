import Casework
import Widgets

/// What is found while nobody types: the answers that the likeliest next letters will ask for. Most letters are answered
/// then with the picture that shows them typed.
struct Foresight {
    /// What was typed when it began.
    let text: String
    /// The likeliest first.
    private(set) var answers: [Foreseen] = []

    mutating func add(_ more: [Foreseen]) { answers += more }

    func answer(to asked: String) -> Foreseen? { answers.first { text + String($0.letter) == asked } }
}

/// The answer to a letter that was not typed yet.
public struct Foreseen: Sendable {
    let letter: Character
    let people: [Desk.Found]
    /// What the list says of those who are ``Swift/Array/likely``, in a window of ``width`` columns.
    let rows: [ListRow]
    let width: Int
}

extension Lookup {
    /// Finds the next part of what the likeliest letters will ask for. In parts, so that the likeliest are there when a
    /// quick hand types on.
    ///
    /// A letter that was not foreseen overtakes it. What was foreseen is forgotten with the next key, or a second later,
    /// so that nobody sees the register as it was.
    ///
    /// - Parameter letters: those that are left; nil at the beginning.
    func foresee(_ letters: [Character]? = nil) -> Effect<Action> {
        let (text, listed, most, width) = (query.text, found, most, size.width)
        return .latest("search") { services in
            do {
                let letters = try letters ?? services.desk.lettersLikely(after: text, of: listed, at: services.now())
                let answers = try letters.prefix(Self.foreseenAtOnce).map { letter in
                    let people = try services.desk.search(
                        text + String(letter), limit: most, at: services.now(), unless: services.isOutdated)
                    let rows = Self.rows(of: Array(people.likely), in: width)
                    return Foreseen(letter: letter, people: people, rows: rows, width: width)
                }
                return .foreseen(answers, after: text, left: Array(letters.dropFirst(Self.foreseenAtOnce)))
            } catch let error where !(error is CancellationError) {
                // Whoever types the letter is told of it; here it concerns nobody.
                services.log(error)
                return .foreseen([], after: text, left: [])
            }
        }
    }

    /// So long after an answer: its picture goes first.
    static let foresightBegins = Duration.milliseconds(4)

    private static let foreseenAtOnce = 6
}
