import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The linear face")
struct LinearTests {
    @Test("A visit goes from the search to the saved note by numbers, words and typed text alone")
    func visit() throws {
        let office = Office(access: .manager)
        let person = try LinearListener(office)
        person.answers("nguyen")
        #expect(person.hears("1) Mai NGUYEN (\"May\"), 3 April 1980"))
        person.answers("1")
        #expect(person.hears("Good: Face to face: In line until 12:00"))
        person.answers("")
        #expect(person.hears("MSP Desk: Record"))
        person.answers("visit", "1", "1", "2")
        #expect(person.hears("Help the customer here"))
        person.answers("write the note", "Asked about a claim.", "Told the date.", ".", ".save")
        #expect(person.hears("Save this note?"))
        #expect(office.store.contents.notes.isEmpty)
        person.answers("save")
        #expect(person.hears("Done: Note 1 is saved."))
        #expect(
            office.store.contents.notes.first?.content.fields["discussion"] == "Asked about a claim.\nTold the date.")
        #expect(office.audited(.warningAcknowledged).count == 1)
    }

    @Test("A line in a field takes the place of what stood there, and its results are said whole")
    func query() throws {
        let person = try LinearListener(Office(store: MemoryStore(customers: [.mai, .ada])))
        person.answers("byron")
        #expect(person.hears("1) Ada BYRON"))
        person.answers("nguyen")
        #expect(person.hears("Find: nguyen"))
        #expect(person.hears("1) Mai NGUYEN"))
        person.answers("mai nguyen")
        #expect(person.hears("1) Mai NGUYEN"), "a result that stays is said again")
        person.answers("zzyzx")
        #expect(person.hears("Nobody found for \"zzyzx\""))
    }

    @Test("What else is known is said of the only person found, and of namesakes; in a list of others of nobody")
    func knownOfFound() throws {
        let namesake = Customer.invented(3, "Mai", "Nguyen", born: "1991-11-30", suburb: "Cabramatta")
        var (mai, other) = (Customer.mai, Customer.invented(4, "Lan", "Nguyen", born: "1970-01-02"))
        mai.medicareNumber = "2123456701"
        let alone = try LinearListener(Office(store: MemoryStore(customers: [mai, .ada])))
        alone.answers("nguyen")
        #expect(alone.hears("Medicare: 2123 45670 1") && alone.hears("ID: \(mai.externalId)"))
        let two = try LinearListener(Office(store: MemoryStore(customers: [mai, namesake])))
        two.answers("nguyen")
        #expect(two.hears("Medicare: 2123 45670 1"))
        two.answers(".down")
        #expect(two.hears("ID: \(namesake.externalId)") && !two.hears("Medicare: "))
        other.csid = "4711"
        let several = try LinearListener(Office(store: MemoryStore(customers: [mai, other])))
        several.answers("nguyen")
        #expect(several.hears("2) ") && !several.hears("ID: "))
    }

    @Test("A number that no line has is told of, and what was found stays; a longer one, or one beside a word, is text")
    func noSuchLine() throws {
        let person = try LinearListener(Office(store: MemoryStore(customers: [.mai, .ada])))
        person.answers("nguyen", "7")
        #expect(person.hears("There is no line 7; the last is 1.") && !person.hears("Find: 7"))
        person.answers(".again")
        #expect(person.hears("Mai NGUYEN"))
        person.answers("0")
        #expect(person.hears("There is no line 0"))
        person.answers("2150")
        #expect(person.hears("Find: 2150"))
        person.answers("7 byron")
        #expect(person.hears("Find: 7 byron"))
    }

    @Test("A day or a count is taken where no lines are listed, and so is the first word of a search")
    func numbersAsText() throws {
        let person = try LinearListener(Office(store: MemoryStore(customers: [.mai])))
        person.answers("7")
        #expect(person.hears("Find: 7") && !person.hears("no line"))
    }

    @Test("A draft of several lines is told in one")
    func draftOfLines() throws {
        let office = Office(access: .manager)
        let person = try LinearListener(office)
        let place = try #require(NoteType.catalogue.firstIndex { $0.id == NoteType.other.id })
        person.answers("nguyen", "1", "", "n", "\(place + 1)", "First line.", "", "Second line.")
        person.waits(.milliseconds(300))
        #expect(try LinearListener(office).hears(": First line. Second line."))
        #expect(try Operator(office).sees(": First line. Second line."))
    }

    @Test("Where themes are chosen the sample of colours is no verdict to the ear")
    func themeSample() throws {
        var office = Office()
        office.setup.themes = { ShippedThemes.offered }
        let person = try LinearListener(office)
        person.answers(".theme")
        #expect(person.hears("Lines have no colours") && person.hears("1) "))
        for words in ["Stop", "do not serve", "INVENTED"] { #expect(!person.hears(words), "\(words)") }
    }

    @Test("A holiday is said once, on its day")
    func holiday() throws {
        var office = Office()
        office.now = at("2026-04-02T11:15")
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "d")
        #expect(person.hears("Fri 3 April: Good Friday, closed, not in line"))
        #expect(!person.hears("Friday: Good Friday"))
        person.answers("2")
        #expect(!person.hears("Friday: Good Friday"))
    }

    @Test("The commands in lines are named by what one answers, and none is for eyes and hands alone")
    func commands() throws {
        let person = try LinearListener()
        person.answers("nguyen", "1", "", "commands")
        for words in ["Week, d, ", "People, 5, ", "Emergency, emergency, ", "Leave, quit, ", "Help, help, "] {
            #expect(person.hears(words), "\(words)")
        }
        for words in [") Up, ", ") Down, ", ") Page", ") Blank", ") Mouse", ") Suspend", ") Theme", "Ctrl-", ", F10"] {
            #expect(!person.hears(words), "\(words)")
        }
        person.answers("week")
        #expect(person.hears("1) Week"))
        person.answers("1")
        #expect(person.hears("MSP Desk: Week"))
        person.answers("back", "commands", "leave the program")
        person.answers(".back")
        #expect(person.hears("MSP Desk: Record"))
    }

    @Test("A word that is a command is text where text is taken, and the dot that makes it a command is told")
    func commandsInText() throws {
        let person = try LinearListener()
        person.answers("help")
        #expect(person.hears("Find: help"))
        #expect(person.hears("type .help"))
        person.answers(".help")
        #expect(person.hears("Help: Find a person"))
        person.answers("back", ".quit")
        #expect(person.face.isOver)
    }

    @Test("Only what changed is said after an answer; 'again' says the screen once more")
    func changes() throws {
        let person = try LinearListener()
        person.answers("nguyen", "1", "")
        let whole = person.heard
        #expect(whole.contains { $0.hasPrefix("Informed: ") })
        person.answers("people")
        #expect(person.hears("5) People (selected)"))
        #expect(person.hears("OMC: "))
        #expect(!person.hears("1) Plan"))
        #expect(!person.hears("born 3 April"))
        person.answers("plan", "w", "back")
        #expect(person.hears("born 3 April 1980"), "who it is stands wherever one comes to")
        #expect(!person.hears("Informed: "))
        person.answers("again")
        #expect(person.heard == whole)
    }

    @Test("The same words to the next question are said again, for they answer something else")
    func nextQuestion() throws {
        let person = try LinearListener()
        person.answers("nguyen", "1", "", "k")
        #expect(person.hears("1) Yes"))
        person.answers("2")
        #expect(person.hears("Did you reach the One Main Contact"))
        #expect(person.hears("1) Yes"))
        #expect(person.hears("2) No"))
    }

    @Test("Parts of a note are asked one after the other; a part that is left empty is named")
    func parts() throws {
        let office = Office()
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "n", "1")
        #expect(person.hears("Contact reason *"))
        person.answers("Asked about a claim")
        #expect(!person.hears("Asked about a claim"), "what was typed is not heard again")
        person.answers(".")
        #expect(person.hears("Contact reason *: Asked about a claim"))
        #expect(person.hears("Time *"))
        person.answers(".save")
        #expect(person.hears("Discussion is still empty"))
        person.answers("3", "1.5 tablets, he said", ".x is not a word", ".save", "")
        #expect(person.hears("Contact report 1 is saved"))
        #expect(
            office.store.contents.reports.first?.content.fields["discussion"]
                == "3\n1.5 tablets, he said\n.x is not a word")
    }

    @Test("A part with answers to choose from takes a number")
    func choices() throws {
        let office = Office(access: .capt)
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "n")
        let place = try #require(NoteType.catalogue.firstIndex { $0.id.rawValue == "safety-alert" })
        person.answers("\(place + 1)")
        let reject = person.heard.first { $0.hasSuffix(") Reject") }.map { String($0.prefix { $0 != ")" }) }
        person.answers(try #require(reject))
        #expect(person.hears("Reject (selected)"))
    }

    @Test("The end of input keeps the draft, which is offered at the next start")
    func endOfInput() throws {
        let office = Office()
        let services = try office.services { at("2026-03-03T11:15") }
        let console = MemoryConsole(script: ["nguyen", "1", "", "n", "1", "Half a thought"])
        LinearFace(console: console, services: services, root: Lookup()).run()
        #expect(office.store.contents.drafts.map(\.content.fields["contactReason"]) == ["Half a thought"])
        let next = try LinearListener(office)
        #expect(next.hears("1) Mai NGUYEN"))
        next.answers("1", "")
        #expect(next.hears("Half a thought"))
    }

    @Test("A line of a note is kept within 300 ms of its Enter, before anything else is done")
    func keptAsTyped() throws {
        let office = Office()
        let person = try LinearListener(office)
        person.answers("nguyen", "1", "", "n", "1", "Half a thought")
        #expect(office.store.contents.drafts.isEmpty)
        person.waits(.milliseconds(300))
        #expect(office.store.contents.drafts.map(\.content.fields["contactReason"]) == ["Half a thought"])
        #expect(person.heard.isEmpty, "keeping is quiet")
    }

    @Test("A verdict that changes with time is said without being asked, and nothing else of the warning")
    func time() throws {
        let person = try LinearListener()
        person.answers("nguyen", "1")
        person.waits(.seconds(45 * 60))
        #expect(person.hears("Stop: Face to face: Not in line"))
        #expect(!person.hears("Reach them"))
        person.waits(.seconds(1))
        #expect(person.heard.isEmpty)
    }

    @Test("A key that does nothing now says why; a word that is none says so")
    func refusals() throws {
        let person = try LinearListener(Office(store: MemoryStore(customers: [.ada])))
        person.answers("byron", "1", "w")
        #expect(person.hears("No plan is in force, so there is no warning."))
        person.answers("frobnicate")
        #expect(person.hears("'frobnicate' is no number, key or word here."))
    }

    @Test("A key that the screen has no use for gets a reply too", arguments: ["left", "right", "up", "f5"])
    func uselessKey(key: String) throws {
        let person = try LinearListener()
        person.answers("nguyen", "1", key)
        #expect(person.heard == ["Nothing changed."])
    }

    @Test("The emergency steps and the commands open by a word from anywhere, and lead back")
    func anywhere() throws {
        let person = try LinearListener()
        person.answers("nguyen", "1", "", "emergency")
        #expect(person.heard.contains { $0.hasPrefix("PRACTICE  MSP Desk: ") })
        person.answers("back", "commands", "work item")
        #expect(person.hears("1) Work item"))
        person.answers("1")
        #expect(person.hears("Is the customer on the phone with you?"))
    }

    @Test("Digits are whole answers where nothing is typed and no choice needs two of them")
    func digits() throws {
        let console = MemoryConsole(script: ["nguyen", "1", "", "v", "n"])
        let services = try Office().services { at("2026-03-03T11:15") }
        LinearFace(console: console, services: services, root: Lookup()).run()
        #expect(Array(console.digits.prefix(5)) == [0, 0, 3, 6, 2])
    }

    @Test("Text that would harm a terminal is said as visible marks")
    func hostile() throws {
        let bad = Customer.invented(9, "Eve\u{1b}[2J", "Nguyen\u{202e}", born: "1980-04-03")
        let person = try LinearListener(Office(store: MemoryStore(customers: [bad])))
        person.answers("nguyen")
        #expect(person.heard.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x202e } })
        #expect(person.hears("<ESC>"))
    }
}
