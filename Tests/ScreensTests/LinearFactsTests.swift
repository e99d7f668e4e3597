import Casework
import Terminal
import Testing
import Widgets

@testable import Screens

/// Proves that nothing stands on a picture alone.
@Suite("The same facts in pictures and in lines")
struct LinearFactsTests {
    /// The usual terminal, one so high that nothing is left to scroll to, and those where something stands beside.
    static let rooms = [
        Size(width: 80, height: 24), Size(width: 80, height: 200), Size(width: 120, height: 40),
        Size(width: 160, height: 200),
    ]

    @Test("Each fact of every full screen is said in the linear face", arguments: Place.allCases, rooms)
    func everyFact(place: Place, room: Size) throws {
        let person = try place.reached(width: room.width, height: room.height)
        let top = person.app.stage.top
        // What lies under a question was said before it was asked.
        let asked = (top.view as? Dialog).map { Column(Heading($0.title), $0.content) }
        let frame = Frame(size: person.app.room(for: top), theme: .plain, showing: asked ?? top.view)
        let explained = Facts.explainingSigns(of: top.view, width: frame.size.width)
        // The mark of a block for information is a letter; the lines say "Note" in its place.
        let facts = Facts.drawn(on: frame).filter {
            $0 != ["i"] && !Facts.isScale($0, at: place) && !explained.contains($0) && !Facts.isTitleBeside($0)
        }
        #expect(!facts.isEmpty)
        let said = Facts.said(try Self.lines(of: person, then: room.width > 80 ? place.answersToWhatIsBeside : []))
        for fact in facts {
            let stands = Facts.stands(fact, in: said)
            #expect(stands, "'\(fact.joined(separator: " "))' is drawn and not said")
        }
    }

    @Test("Each screen says its title, PRACTICE, and whose record it is", arguments: Place.allCases)
    func chrome(place: Place) throws {
        let person = try place.reached(width: 80, height: 24)
        let lines = try Self.lines(of: person)
        #expect(lines.contains { $0.hasPrefix("PRACTICE  MSP Desk: \(person.app.stage.top.title)") })
        guard place.isOfRecord else { return }
        let identity = "Mai NGUYEN (\"May\"), born 3 April 1980, CRN 307 111 942H, INTERPRETER: Vietnamese"
        #expect(lines.contains(identity))
    }

    @Test("What the mouse can choose on a full screen has a number in the linear face", arguments: Place.allCases)
    func everyChoice(place: Place) throws {
        let person = try place.reached(width: 80, height: 24)
        let top = person.app.stage.top
        let frame = Frame(size: person.app.room(for: top), theme: .plain, showing: top.view)
        // Where text is typed, and where a picture is moved, there is nothing to choose.
        let elsewhere: Set<String> = ["scroll", "text", "query", "reason", Dialog.outside]
        var drawn: Set<HitTarget> = []
        for row in 0..<frame.size.height {
            for column in 0..<frame.size.width {
                guard let hit = frame.hit(at: Position(column: column, row: row)) else { continue }
                if case .item(_, let id) = hit.target, !elsewhere.contains(id) { drawn.insert(hit.target) }
            }
        }
        let offered = Set(top.view.spoken.compactMap(\.choice).map { HitTarget.item($0.index, in: $0.id) })
        #expect(drawn.subtracting(offered) == [])
    }

    @Test("Each key that works on a screen can be given as a line", arguments: Place.allCases)
    func everyKey(place: Place) throws {
        let top = try place.reached(width: 80, height: 24).app.stage.top
        let words = LinearWords(lines: top.view.spoken, notes: top.notes)
        for note in top.notes where note.unavailable == nil {
            #expect(words.command(note.name) != nil, "\(note.name)")
            for key in note.keys where !key.name.isEmpty && key != .character(" ") {
                #expect(words.command(key.name) != nil, "\(key.name)")
            }
        }
    }

    @Test("A fact that a widget draws and does not say is found")
    func canFail() {
        let frame = Frame(size: Size(width: 40, height: 2), theme: .plain, showing: Mute())
        #expect(Facts.drawn(on: frame) == [["Full", "restriction"], ["do", "not", "serve"]])
        let said = Facts.said(Mute().spoken.map(\.text))
        #expect(Facts.stands(["Full", "restriction"], in: said))
        #expect(!Facts.stands(["do", "not", "serve"], in: said))
        #expect(!Facts.stands(["do", "serve"], in: Facts.said(["do not serve"])))
        #expect(Facts.stands(["do", "no~"], in: Facts.said(["Please do not serve."])))
        #expect(Facts.stands(["do", "not,~"], in: Facts.said(["Please do not, now."])))
    }

    /// Draws more than it says.
    private struct Mute: Widget {
        func height(forWidth width: Int) -> Int { 2 }
        func draw(on canvas: Canvas, theme: Theme) {
            canvas.write("> Full restriction  │ do not serve", row: 0, style: .plain)
            canvas.write("!!!  ####  ---", row: 1, style: .plain)
        }
        var lines: [String] { ["Full restriction"] }
    }

    /// What the linear face says of the screen on which `person` is.
    ///
    /// - Parameter answers: given one after the other, with all that is said to them.
    private static func lines(of person: Operator, then answers: [String] = []) throws -> [String] {
        let console = MemoryConsole()
        let face = LinearFace(console: console, stage: person.app.stage)
        face.settle()
        for answer in answers {
            face.answer(answer)
            face.settle()
        }
        return console.said
    }
}

extension Place {
    /// The answers that say in lines what a wide screen shows beside all else, for whoever glances at it.
    fileprivate var answersToWhatIsBeside: [String] {
        switch self {
        case .recordPlan, .recordWithoutPlan: ["2", "3"]
        case .recordTimeline, .timelineClose: [""]
        case .question, .outcome, .emergency: ["path"]
        default: []
        }
    }
}

/// Word sequences, as drawn and as said.
enum Facts {
    /// Signs that draw blocks, edges, marks and scales, as a banner's `i` does, and are said in words of their own where
    /// they mean something.
    private static let signs = Set("!#+-=.?@>~│┃█▲▼─┌┐└┘├")
    private static let punctuation = Set(",;:()[]\".?")

    /// The runs of words of each row that are at least two columns apart.
    static func drawn(on frame: Frame) -> [[String]] {
        frame.lines.flatMap { line -> [[String]] in
            let parted = String(line.map { "[]│┃█─┌┐└┘".contains($0) ? "\t" : $0 }).replacing("  ", with: "\t")
            return parted.split(separator: "\t").map(words).filter { !$0.isEmpty }
        }
    }

    static func said(_ lines: [String]) -> [[String]] { lines.map(words) }

    /// What the legends in `widget` draw, and the sample of a theme: lines have neither signs to explain nor colours.
    static func explainingSigns(of widget: any Widget, width: Int) -> [[String]] {
        let parts: [any Widget] =
            switch widget {
            case let column as Column: column.children.map(\.widget)
            case let row as Row: row.children.map(\.widget)
            case let scroll as Scroll: [scroll.content]
            default: []
            }
        guard widget is Legend || widget is ThemeSample else {
            return parts.flatMap { explainingSigns(of: $0, width: width) }
        }
        let size = Size(width: width, height: widget.height(forWidth: width))
        return drawn(on: Frame(size: size, theme: .plain, showing: widget))
    }

    /// Whether `fact` is the scale of a picture, or a mark on it: what it draws is said in rows with their times.
    static func isScale(_ fact: [String], at place: Place) -> Bool {
        switch place {
        case .week: fact.allSatisfy { word in Int(word) != nil || word.allSatisfy { "=:.?-@ox".contains($0) } }
        case .recordTimeline, .timelineClose, .entry:
            fact.allSatisfy { word in
                Int(word) != nil || word.allSatisfy { "oxnwvREPT23456789#".contains($0) }
                    || calendarWords.contains(word)
                    || Int(word.dropFirst()) != nil
            }
        default: false
        }
    }

    /// What stands over something beside all else, or in its place: in lines that is said by itself, under its own title.
    static func isTitleBeside(_ fact: [String]) -> Bool {
        let titles = [
            "So far", "Latest notes and contacts", "The newest", "How it was decided", "Written without a guide",
        ]
        return titles.contains { fact.joined(separator: " ").hasPrefix($0) }
    }

    private static let calendarWords: Set<String> = {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let days = Weekday.allCases.map(\.name)
        return Set(
            (months + days).flatMap { [$0, String($0.prefix(3)), String($0.prefix(2)), String($0.prefix(1))] } + [
                "today"
            ])
    }()

    /// Whether the words of `fact` follow each other in one line; the last may be cut off, which `~` tells.
    static func stands(_ fact: [String], in lines: [[String]]) -> Bool {
        lines.contains { line in
            // A word too long for its row is drawn in parts.
            if fact.count == 1, fact[0].count > 10, line.contains(where: { $0.contains(fact[0]) }) { return true }
            guard line.count >= fact.count else { return false }
            return (0...(line.count - fact.count)).contains { start in
                zip(fact, line[start...]).allSatisfy { drawn, said in
                    drawn.hasSuffix("~") ? said.hasPrefix(bare(drawn.dropLast())) : drawn == said
                }
            }
        }
    }

    /// A row of a week's half hours, its contacts among them.
    private static func isGrid(_ word: some StringProtocol) -> Bool {
        word.count > 16 && word.allSatisfy { "=:.?-@ox".contains($0) }
    }

    private static func words(_ text: some StringProtocol) -> [String] {
        text.split(separator: " ").filter { !$0.allSatisfy(signs.contains) && $0 != "i" && !isGrid($0) }.compactMap {
            word in
            let bare = bare(word)
            return bare.isEmpty ? nil : bare
        }
    }

    private static func bare(_ word: some StringProtocol) -> String {
        let start = String(word).drop { punctuation.contains($0) }
        return String(start.reversed().drop { punctuation.contains($0) }.reversed())
    }
}
