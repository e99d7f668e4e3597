import Casework
import Synchronization
import Terminal
import TestSupport
import Testing
import Widgets

@testable import Screens

@Suite("Pictures drawn before their key")
struct PicturesAheadTests {
    private func searching() throws -> Operator {
        try Operator.resting(after: "ng", in: Office(store: MemoryStore(customers: [.mai, .ada]))).0
    }

    @Test("A likely letter is answered before it does its work, and by one picture")
    func shown() throws {
        let person = try searching()
        let before = person.display.framesShown
        person.app.take(.key(.character("u")))
        #expect(person.sees("ngu") && person.sees("Mai NGUYEN"))
        let ahead = person.display.frame
        person.settle()
        #expect(person.display.framesShown == before + 1)
        #expect(person.app.picture(in: .plain).looksLike(ahead))
    }

    @Test("The first letter is answered before it does its work where too many fit it, after another search too")
    func first() throws {
        let crowd = (1...30).map { Customer.invented(Int64($0), "Ann\($0)", "Ng", born: "1980-04-03") }
        let (person, held) = try Operator.resting(after: "", in: Office(store: MemoryStore(customers: crowd)))
        person.waits(.seconds(1))
        held.answersAll(person)
        for word in ["n", "ng"] {
            let before = person.display.framesShown
            person.app.take(.key(.character("n")))
            #expect(person.display.framesShown == before + 1)
            #expect(person.sees("Too many fit one letter"))
            person.settle()
            #expect(person.display.framesShown == before + 1)
            person.press(.escape)
            person.type(word)
            held.answersAll(person)
            person.press(.escape)
        }
    }

    @Test("The next row is chosen before the key does its work")
    func moved() throws {
        let pair = [Customer.invented(1, "Ann", "Ngata"), .invented(2, "Bo", "Ngatai")]
        let person = try Operator(Office(store: MemoryStore(customers: pair)))
        person.type("ngata")
        let before = person.display.framesShown
        person.app.take(.key(.down))
        #expect(person.display.framesShown == before + 1)
        person.settle()
        #expect(person.display.framesShown == before + 1)
    }

    /// Presses each key, which must be answered by a picture drawn ahead, and by that one alone.
    private func answers(_ person: Operator, ahead keys: Key...) {
        person.picturesAhead = .max
        person.settle()
        for key in keys {
            let before = person.display.framesShown
            person.app.take(.key(key))
            #expect(person.display.framesShown == before + 1, "\(key)\n\(person.testDescription)")
            person.settle()
            #expect(person.display.framesShown == before + 1, "\(key)\n\(person.testDescription)")
        }
    }

    @Test("So are likely letters and rows in the commands and in the guides, each narrowed by what it lists")
    func lists() throws {
        let commands = try Operator.atRecord()
        commands.press(.control("p"))
        answers(commands, ahead: .character("w"), .down, .up, .character("e"), .character("e"), .character("k"))
        #expect(commands.sees("Find [week") && commands.row(with: "> ").contains("Week"))
        let guides = try Operator.atRecord()
        guides.press(.character("g"))
        answers(guides, ahead: .down, .up, .character("c"), .character("a"), .character("l"), .character("l"))
        #expect(guides.row(with: "> ").lowercased().contains("call"))
    }

    @Test("So are likely letters of a note, and the tabs of a record")
    func texts() throws {
        let writing = try Operator.atNote()
        answers(writing, ahead: .character("A"))
        writing.type("sked")
        answers(writing, ahead: .character(" "), .character("t"), .character("h"), .character("e"), .character("n"))
        #expect(writing.sees("Asked then"))
        let reading = try Operator.atRecord()
        answers(reading, ahead: .tab, .character("4"), .character("1"))
        #expect(reading.sees("[Plan]"))
    }

    @Test("Nothing is drawn or found ahead while a record opens, and both go on after it")
    func opening() throws {
        let held = HeldWorker()
        let people = ["Ngata", "Ngatai", "Ngatas"].enumerated().map { Customer.invented(Int64($0 + 1), "Ann", $1) }
        let person = try Operator(Office(store: MemoryStore(customers: people)), worker: { held.sitting(with: $0) })
        person.picturesAhead = 0
        held.answersAll(person)
        person.paste("ngata")
        held.answersAll(person)
        // Letters are being found ahead when Enter is pressed.
        person.waits(.milliseconds(10))
        person.press(.down)
        #expect(held.waiting == 1 && !held.isHurried)
        #expect(person.app.drawAhead(), "the rows above and below")
        person.press(.enter)
        #expect(held.isHurried && held.waiting == 2, "the search for the trail, and the record")
        #expect(!person.app.drawAhead())
        held.works(on: 0)
        person.settle()
        #expect(!person.app.drawAhead())
        held.answersAll(person)
        #expect(person.app.drawAhead())
    }

    @Test("Another letter shows nothing that is not so")
    func other() throws {
        let person = try searching()
        let before = person.display.framesShown
        person.app.take(.key(.character("q")))
        #expect(person.display.framesShown == before)
    }

    @Test("A letter within what was typed was not foreseen")
    func within() throws {
        let person = try searching()
        person.press(.home)
        let before = person.display.framesShown
        person.app.take(.key(.character("u")))
        #expect(person.display.framesShown == before)
    }

    @Test("A key that was given to a command of every screen shows no row ahead")
    func rebound() throws {
        let pair = [Customer.invented(1, "Ann", "Ngata"), .invented(2, "Bo", "Ngatai")]
        var office = Office(store: MemoryStore(customers: pair))
        office.setup.configuration.keys[try #require(BindingName("everywhere.blank"))] = [.down]
        let person = try Operator(office)
        person.type("ngata")
        let before = person.display.framesShown
        person.app.take(.key(.down))
        #expect(person.display.framesShown == before)
        person.settle()
        #expect(person.sees("Hidden."))
    }

    @Test("What was drawn ahead is void once another key was pressed")
    func void() throws {
        let person = try searching()
        person.app.take(.key(.character("u")))
        let before = person.display.framesShown
        person.app.take(.key(.character("a")))
        #expect(person.display.framesShown == before)
    }

    @Test("A key that changes nothing to be seen makes void what was drawn for another")
    func unseen() throws {
        let person = try Operator(at: Counting())
        person.press(.tab)
        let before = person.display.framesShown
        person.app.take(.key(.enter))
        #expect(person.sees("1 Tab"))
        #expect(person.display.framesShown == before + 1)
    }

    @Test("A hidden screen and one that is too small show nothing ahead")
    func hidden() throws {
        for hide in [{ (person: Operator) in person.press(.function(9)) }, { $0.resize(30, 8) }] {
            let person = try searching()
            hide(person)
            person.app.take(.key(.character("u")))
            #expect(person.doesNotSee("NGUYEN"))
        }
    }

    @Test("A picture that turns out wrong is put right at once")
    func wrong() throws {
        let screen = Fickle()
        let person = try Operator(at: screen)
        screen.word.withLock { $0 = "later" }
        let before = person.display.framesShown
        person.app.take(.key(.character("x")))
        #expect(person.display.framesShown == before + 2)
        #expect(person.sees("later"))
    }

    @Test("While a screen looks the same, what was drawn is not drawn again; what it names no more is forgotten")
    func kept() {
        let display = MemoryDisplay()
        var ahead = PicturesAhead()
        var drawn: [Key] = []
        func draw(_ keys: Key...) {
            ahead.want(keys)
            while ahead.draw({
                drawn.append($0)
                return display.prepare(Frame(size: display.size))
            }) {}
        }
        draw(.up, .down)
        draw(.down, .up, .enter)
        #expect(drawn == [.up, .down, .enter])
        draw(.enter)
        draw(.up, .enter)
        #expect(drawn == [.up, .down, .enter, .up])
    }
}

/// Breaks the rule of screens: what it shows is not all its own.
private struct Fickle: Screen {
    final class Word: Sendable {
        let state = Mutex("sooner")
        func withLock<Result>(_ body: (inout sending String) -> sending Result) -> Result { state.withLock(body) }
    }

    enum Action: Sendable { case typed }

    let word = Word()
    private var isTyped = false
    var title: String { "Fickle" }
    var about: String { "Breaks its word." }
    var bindings: [Binding<Action>] { [] }
    var isTyping: Bool { true }
    var keysAhead: [Key] { [.character("x")] }
    func typed(_ key: Key) -> Action? { .typed }
    mutating func update(_ action: Action) -> Effect<Action> {
        isTyped = true
        return .none
    }
    var view: any Widget { Paragraph(isTyped ? word.withLock { $0 } : "nothing") }
}

/// Counts presses of Tab, and tells how many only when Enter is pressed.
private struct Counting: Screen {
    enum Action: Sendable { case counted, told }

    private var count = 0
    private var isTold = false
    var title: String { "Counting" }
    var about: String { "Counts." }
    var bindings: [Binding<Action>] {
        [
            Binding(.tab, name: "Count", about: "Counts one more.", .counted),
            Binding(.enter, name: "Tell", about: "Tells how many.", .told),
        ]
    }
    var keysAhead: [Key] { [.enter] }
    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .counted: count += 1
        case .told: isTold = true
        }
        return .none
    }
    var view: any Widget { Paragraph(isTold ? "\(count) Tab" : "nothing told") }
}
