import Casework
import Procedures
import Terminal
import TestSupport
import Testing
import Widgets

@testable import Screens

@Suite("Every screen")
struct EveryScreenTests {
    @Test("Whose record is open stands on every screen of it, at every size", arguments: Place.allCases, sizes)
    func identity(place: Place, size: Size) throws {
        let person = try place.reached(width: size.width, height: size.height)
        guard place.isOfRecord else { return }
        for words in ["Mai NGUYEN (\"May\")", "born 3 April 1980", "CRN 307 111 942H", "INTERPRETER: Vietnamese"] {
            #expect(person.sees(words), "\(words)")
        }
    }

    @Test("PRACTICE stands on every screen of a practice register, at every size", arguments: Place.allCases, sizes)
    func practice(place: Place, size: Size) throws {
        let person = try place.reached(width: size.width, height: size.height)
        #expect(person.screen.first?.contains("PRACTICE") == true)
    }

    @Test("A change of person changes the strip")
    func otherPerson() throws {
        let person = try Operator.atRecord(Office(store: MemoryStore(customers: [.mai, .ada])))
        #expect(person.sees("Mai NGUYEN"))
        person.press(.escape, .escape)
        person.type("byron")
        person.press(.enter)
        #expect(person.sees("Ada BYRON"))
        #expect(person.doesNotSee("NGUYEN"))
    }

    @Test("Every screen draws at any size from 40 by 12 up, and says so below", arguments: Place.allCases)
    func anySize(place: Place) throws {
        let person = try place.reached(width: 80, height: 24)
        let before = person.screen
        for (width, height) in [
            (40, 12), (41, 13), (200, 60), (59, 23), (60, 12), (100, 12), (300, 100), (10, 3), (0, 0),
        ] {
            person.resize(width, height)
            #expect(person.screen.count == height)
        }
        person.resize(80, 24)
        #expect(person.screen == before)
    }

    // MARK: Keys

    /// Each screen, its keys taken as the app takes them.
    private var levels: [any AnyLevel] {
        get throws {
            let services = try Office(access: .manager).services { at("2026-03-03T11:15") }
            let open = try services.open(Customer.mai.id)
            var outcome = try services.guide(Guide.visit, for: open)
            for _ in 0..<2 { _ = outcome.update(.answerChosen(0)) }
            var overruling = outcome
            _ = overruling.update(.overruleChosen(0))
            while outcome.run.outcome == nil { _ = outcome.update(.answerChosen(1)) }
            let draft = NoteDraft(
                id: services.newDraftID(), customer: open.customer.id, author: .manager, content: .contact,
                beganAt: services.now(), savedAt: services.now())
            let editor = NoteEditor(DraftInHand(begun: draft), for: open, access: .manager)
            var saving = editor
            _ = saving.update(.saveChosen)
            var discarding = editor
            _ = discarding.update(.discardChosen)
            var onTimeline = Record(open)
            _ = onTimeline.update(.tabChosen(Record.Tab.timeline.rawValue))
            let entry = EntryPage(.planEnd(.tuesdaysAndThursdays), of: open, history: Record.History())
            let screens: [any Screen] = [
                Lookup(), Warning(open), Warning(open, reading: true), Record(open), Week(of: open),
                NoteTypes(for: open), onTimeline, AuditTrail(of: open), entry,
                editor, Reports(), Outbox(), Doctor(),
                saving, discarding, try services.guide(Guide.visit, for: open), outcome, overruling,
                try services.emergency(), Help(of: "", about: "", keys: []), Palette(commands: []), ThemeChooser(),
                KeyList(),
            ]
            return (screens + Settings.everyState).enumerated().map { $1.level($0) }
        }
    }

    @Test("Help lists every key of every screen with what it does")
    func help() throws {
        for level in try levels {
            let lines = Help(of: level.title, about: level.about, keys: level.notes).view.lines
            for note in level.notes + GlobalCommand.notes() {
                #expect(
                    lines.contains { $0.contains(note.keyNames) && $0.contains("\(note.name): \(note.about)") },
                    "\(level.title): \(note)")
            }
            #expect(lines.contains { $0.contains(level.about) })
        }
    }

    @Test("The commands list every key of every screen, and every command of all screens")
    func palette() throws {
        for level in try levels {
            let palette = Palette(commands: level.notes)
            let lines = palette.view.lines
            let globals = GlobalCommand.allCases.filter { $0 != .palette }.map { $0.note() }
            #expect(palette.entries.count == level.notes.count + globals.count)
            for note in level.notes + globals {
                #expect(
                    lines.contains { $0.contains(note.name) && $0.contains(note.keyNames) }, "\(level.title): \(note)")
            }
        }
    }

    @Test("A hint bar shows the keys that are hinted, help and emergency too")
    func hints() throws {
        for place in Place.allCases {
            let person = try place.reached(width: 200, height: 60)
            let foot = person.screen.suffix(2).joined(separator: " ")
            #expect(foot.contains("F1 Help"), "\(place)")
            #expect(foot.contains("F8 Emergency"), "\(place)")
        }
        let person = try Place.recordPlan.reached(width: 80, height: 24)
        for hint in ["Enter Guide the visit", "n Note", "w Warning", "k Work item", "Esc Back"] {
            #expect(person.screen.suffix(2).joined(separator: " ").contains(hint))
        }
    }

    @Test("No screen has two working keys of one name, and none takes a key of every screen")
    func noClash() throws {
        for level in try levels {
            var seen: Set<Key> = []
            for note in level.notes where note.unavailable == nil {
                for key in note.keys {
                    #expect(seen.insert(key).inserted, "\(level.title): \(key.name) twice")
                    #expect(
                        !GlobalCommand.allCases.contains { $0.answers(key, isTyping: level.isTyping) },
                        "\(level.title): \(key.name) is taken")
                }
            }
        }
    }

    @Test("Every key has a name for the hint bar and a sentence for help")
    func words() throws {
        for level in try levels {
            #expect(!level.title.isEmpty && !level.about.isEmpty || level.title == "Help: ")
            for note in level.notes {
                #expect(!note.name.isEmpty && note.about.hasSuffix("."), "\(level.title): \(note)")
            }
        }
    }

    @Test("Every binding that a person can meet has a name by which it can be rebound", arguments: Place.allCases)
    func rebindable(place: Place) throws {
        let known = Set(try KeyTable.bindings().map(\.note.id))
        for note in try place.reached(width: 80, height: 24).app.stage.top.notes where note.isRebindable {
            #expect(known.contains(note.id), "\(note.id)")
        }
    }

    @Test("The manual page's table of keys holds every screen's keys")
    func manualPage() throws {
        let table = try KeyTable.entries()
        let named = Dictionary(table.map { ($0.title, $0.keys.map(\.keyNames)) }, uniquingKeysWith: { $0 + $1 })
        #expect(named["Record"]?.contains("n") == true)
        #expect(named["Warning"]?.contains("Enter") == true)
        #expect(named["Every screen"]?.contains { $0.contains("F8") } == true)
        #expect(named.values.allSatisfy { !$0.isEmpty })
    }
}
