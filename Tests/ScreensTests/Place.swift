import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// Every screen and state of a screen that a person can come to, and the keys that lead there.
enum Place: String, CaseIterable, CustomTestStringConvertible {
    case start, drafts, results, nobody
    case warning, fullWarning
    case recordPlan, recordNotes, recordContacts, recordPeople, recordWithoutPlan
    case week, noteTypes, note, save, discard
    case question, outcome, overruling
    case emergency, help, palette
    case reports, recording, givingBack
    case settings, themes, sites, keyList, newKey

    var testDescription: String { rawValue }

    /// Whether a person's record is open here.
    var isOfRecord: Bool {
        switch self {
        case .start, .drafts, .results, .nobody, .settings, .themes, .sites, .keyList, .newKey: false
        default: true
        }
    }

    func reached(width: Int, height: Int) throws -> Operator {
        var office = try self.office
        switch self {
        case .reports, .recording, .givingBack:
            office.access = .manager
            let person = try Operator(office, width: width, height: height)
            person.press(.enter)
            if self == .recording { person.press(.enter) }
            if self == .givingBack {
                person.press(.character("r"))
                person.type("Which form?")
            }
            return person
        case .settings, .themes, .sites, .keyList, .newKey:
            office.setup.themes = { ShippedThemes.offered + [ShippedThemes.broken] }
            office.setup.sites = { ["Parramatta", "Penrith", "Port Augusta"] }
            let person = try Operator(office, width: width, height: height)
            person.press(.function(10))
            if self == .themes { person.press(.character("1")) }
            if self == .sites { person.press(.character("4")) }
            if self == .keyList || self == .newKey { person.press(.character("5")) }
            if self == .newKey { person.press(.pageDown, .enter) }
            return person
        case .start, .drafts: return try Operator(office, width: width, height: height)
        case .results, .nobody:
            let person = try Operator(office, width: width, height: height)
            person.type(self == .results ? "nguyen" : "zzyzx")
            return person
        case .warning, .fullWarning: return try .atWarning(office, width: width, height: height)
        default:
            let person = try Operator.atRecord(office, width: width, height: height)
            person.press(keys)
            if self == .overruling { person.type("The OMC allowed it") }
            if self == .note || self == .save || self == .discard { person.type("Asked about a claim") }
            if self == .save {
                person.press(.tab, .tab)
                person.type("Forms were given.")
                person.press(.control("s"))
            }
            if self == .discard { person.press(.control("d")) }
            return person
        }
    }

    /// From the record.
    private var keys: [Key] {
        switch self {
        case .recordNotes: [.character("2")]
        case .recordContacts: [.character("3")]
        case .recordPeople: [.character("4")]
        case .week: [.character("d")]
        case .noteTypes: [.character("n")]
        case .note, .save, .discard: [.character("n"), .enter]
        case .question: [.character("v")]
        case .outcome: [.character("v"), .character("1"), .character("1"), .character("2")]
        case .overruling: [.character("v"), .character("1"), .character("1"), .character("o")]
        case .emergency: [.function(8)]
        case .help: [.function(1)]
        case .palette: [.control("p")]
        default: []
        }
    }

    private var office: Office {
        get throws {
            let namesake = Customer.invented(3, "Mai", "Nguyen", born: "1991-11-30", suburb: "Cabramatta")
            var plan = Plan.tuesdaysAndThursdays
            plan.restrictions[.phone] = .partial([.limit(2, per: .week)])
            if self == .fullWarning {
                plan.restrictions[.faceToFace] = .full
                plan.safetyAlert = true
                plan.notificationAlert = true
            }
            var visit = Contact.visit("2026-02-26T10:15")
            visit.verdict = .inLine
            visit.site = "Parramatta"
            visit.outcome = "Help the customer here"
            let store = MemoryStore(
                customers: self == .results ? [.mai, namesake] : [.mai],
                plans: self == .recordWithoutPlan ? [] : [plan], contacts: [visit, .call("2026-03-02T09:00")])
            _ = try store.desk(.manager).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
            _ = try store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T11:20"))
            if self == .drafts {
                try store.desk(.none).save(
                    NoteDraft(
                        id: NoteDraft.ID(rawValue: "kept"), customer: Customer.mai.id, author: .counter,
                        content: .contact, beganAt: at("2026-03-02T15:00"), savedAt: at("2026-03-02T15:05")))
            }
            return Office(store: store)
        }
    }
}

/// The sizes at which screens are looked at: the smallest, the usual, a large one.
let sizes = [Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 120, height: 40)]
