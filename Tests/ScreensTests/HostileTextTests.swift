import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Text that would harm a terminal")
struct HostileTextTests {
    /// Named, so that no report of a test holds the text itself.
    enum Hostile: String, CaseIterable {
        case colour, null, reversal, bell, eightBit, invisible, marks, windowTitle, lineEnds, delete, emoji, loneMarks
        case separators

        var text: String {
            switch self {
            case .colour: "Ev\u{1b}[31mil"
            case .null: "Nul\u{0}l"
            case .reversal: "\u{202e}desrever"
            case .bell: "Be\u{7}ll"
            case .eightBit: "C1\u{9b}2J"
            case .invisible: "Z\u{200b}W\u{2066}J"
            case .marks: "Cu" + String(repeating: "\u{301}", count: 10_000)
            case .windowTitle: "\u{1b}]0;title\u{7}"
            case .lineEnds: "New\nline\r\u{85}"
            case .delete: "De\u{7f}l"
            case .emoji: "Emoji\u{1F468}\u{200D}\u{1F469}\u{FE0F}"
            case .loneMarks: "\u{301}\u{301}lone"
            case .separators: "\u{2028}\u{2029}"
            }
        }
    }

    @Test("No name reaches the terminal raw, on any screen, at any size", arguments: Hostile.allCases)
    func name(hostile: Hostile) throws {
        let name = hostile.text
        var customer = Customer.mai
        customer.givenName = name
        customer.preferredName = name
        customer.suburb = name
        customer.interpreterLanguage = name
        var plan = Plan.tuesdaysAndThursdays
        plan.restrictions[.faceToFace]?.note = name
        plan.zone = name
        plan.flags = [name]
        plan.representatives = [Representative(name: name, role: .nominee)]
        let incidents = Incident.ofMai.map { incident in
            var incident = incident
            incident.summary = name
            incident.site = name
            return incident
        }
        let office = Office(store: MemoryStore(customers: [customer], plans: [plan], incidents: incidents))
        for (width, height) in [(40, 12), (80, 24), (120, 40)] {
            let person = try Operator(office, width: width, height: height)
            func check() {
                #expect(!person.display.frame.hasRawControl)
                #expect(person.display.frame.mostMarks <= 4)
            }
            person.type("nguyen")
            check()
            person.press(.enter)
            check()
            person.press(.pageDown)
            check()
            person.press(.enter)
            for key in "123546" {
                person.press(.character(key))
                check()
            }
            // From the timeline an entry opens.
            for key in [Key.up, .enter, .escape, .character("1")] {
                person.press(key)
                check()
            }
            person.press(.enter)
            check()
            person.press(.escape, .character("n"), .enter)
            check()
            person.press(.control("s"), .escape, .control("d"), .character("y"))
            check()
        }
    }

    @Test(
        "No note reaches the terminal raw, neither typed, nor read, nor offered as a draft", arguments: Hostile.allCases
    )
    func note(hostile: Hostile) throws {
        let text = hostile.text
        let office = Office(access: .manager)
        let person = try Operator.atNote(office)
        person.paste(text)
        #expect(!person.display.frame.hasRawControl)
        person.press(.tab, .tab)
        person.paste("Said \(text)")
        #expect(!person.display.frame.hasRawControl)
        person.press(.control("s"), .enter, .character("2"))
        #expect(!person.display.frame.hasRawControl)
        #expect(person.display.frame.mostMarks <= 4)
        person.press(.escape, .escape)
        person.paste(text)
        #expect(!person.display.frame.hasRawControl)
    }

    @Test(
        "Nothing reaches the terminal raw in the outbox, in doctor, among the commands, in the help or at the start",
        arguments: Hostile.allCases)
    func around(hostile: Hostile) throws {
        let text = hostile.text
        var customer = Customer.mai
        customer.givenName = "ng" + text
        var office = Office(store: MemoryStore(customers: [customer], plans: [.tuesdaysAndThursdays]))
        office.store.holdsMails()
        office.store.contents.mails = office.store.contents.mails.map { mail in
            var mail = mail
            mail.subject = text
            mail.body = text
            if mail.delivery.failure != nil { mail.delivery.failure = text }
            return mail
        }
        office.mail = MailProgram(path: "/" + text, send: { _ in 0 }, trouble: { text })
        office.health = [.fault(text, text, text, remedy: text)]
        _ = try office.store.desk(.none).open(customer.id, at: at("2026-03-03T09:00"))
        try office.store.write {
            try $0.save(
                NoteDraft(
                    id: NoteDraft.ID(rawValue: "back"), customer: customer.id, author: .counter, content: .contact,
                    beganAt: at("2026-03-02T15:00"), savedAt: at("2026-03-02T15:05"),
                    returned: ReportReturn(reason: text, by: .manager, at: at("2026-03-02T15:05"))))
        }
        for (width, height) in [(40, 12), (80, 24), (120, 40)] {
            let person = try Operator(office, width: width, height: height)
            func check() {
                #expect(!person.display.frame.hasRawControl)
                #expect(person.display.frame.mostMarks <= 4)
            }
            check()
            person.press(.control("p"))
            person.type("ng")
            check()
            person.paste(text)
            check()
            person.press(.escape)
            for name in ["outbox", "doctor"] {
                person.goes(to: name)
                for _ in 0..<4 {
                    person.press(.down)
                    check()
                }
                person.press(.escape)
            }
            person.press(.function(1))
            person.paste(text)
            check()
        }
    }
}

extension Frame {
    private var texts: [String] {
        (0..<size.height).flatMap { row in
            (0..<size.width).map { text(at: Position(column: $0, row: row)) }
        }
    }

    /// Whether a cell holds what a terminal would obey, hide or reorder.
    var hasRawControl: Bool {
        texts.contains { text in
            text.unicodeScalars.contains { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
                default: scalar.properties.isVariationSelector
                }
            }
        }
    }

    /// The most combining marks in a cell.
    var mostMarks: Int { texts.map { max(0, $0.unicodeScalars.count - 1) }.max() ?? 0 }
}
