import Casework
import Terminal
import Widgets

extension Lookup {
    /// Goes once, unseen, through all that the first letter will need.
    ///
    /// Whatever a program does for the first time waits for its code and the register's pages to come into memory: the
    /// first letter cost three times as much as the same letter typed again. Done while the officer reaches for the
    /// keys, when the first picture is long there, nobody waits for it; a letter that is typed meanwhile overtakes it.
    var rehearsal: Effect<Action> {
        let screen = self
        return .latest("search") { services in
            var crowded: Set<String> = []
            guard services.desk.staff.access.allows(.serveCustomers) else { return .rehearsed(crowded) }
            do {
                var screen = screen
                for question in Self.questions {
                    let people = try services.desk.search(
                        question, limit: screen.most, at: services.now(), unless: services.isOutdated)
                    screen.list(screen.found + people)
                    screen.answered = question
                    screen.query = TextBuffer(question, allowsNewlines: false)
                }
                _ = Frame(size: screen.size, theme: .plain, showing: screen.view)
                for letter in Self.letters {
                    let people = try services.desk.search(
                        letter, limit: screen.most, at: services.now(), unless: services.isOutdated)
                    if people.count >= screen.most { crowded.insert(letter) }
                }
            } catch let error where !(error is CancellationError) {
                // Whoever searches is told of it; here it concerns nobody.
                services.log(error)
            }
            return .rehearsed(crowded)
        }
    }

    /// Of those that a search may begin with it is known from then on whether too many people fit. Those that most names
    /// begin with come first.
    static let letters = "smcbhwgdrplakjntefoivyzuqx".map(String.init)

    /// What is looked for: somebody who most often has a plan, an accent, and what words of every kind begin with.
    private static let questions = ["MSP-000001", "é ma"]
}
