import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// Every screen and state of a screen that a person can come to, and the keys that lead there.
enum Place: String, CaseIterable, CustomTestStringConvertible {
    case start, drafts, waiting, results, nobody
    case warning, fullWarning
    case recordPlan, recordNotes, recordContacts, recordIncidents, recordPeople, recordWithoutPlan
    case recordTimeline, timelineClose, timelineEmpty, entry, audit, auditFiltered
    case week, noteTypes, note, save, discard
    case question, outcome, overruling
    case emergency, help, helpSearch, palette, paletteSearch, paletteOfPeople
    case reports, recording, givingBack
    case recordFollowUps, followed, followUpTypes, followUp, followUpSave, reportFollowUp
    case outbox, outboxKept, doctor, doctorWell
    case settings, themes, sites, keyList, newKey

    var testDescription: String { rawValue }

    /// Whether a person's record is open here.
    var isOfRecord: Bool {
        switch self {
        case .start, .drafts, .waiting, .results, .nobody, .paletteOfPeople: false
        case .outbox, .outboxKept, .doctor, .doctorWell, .settings, .themes, .sites, .keyList, .newKey: false
        default: true
        }
    }

    func reached(width: Int, height: Int) throws -> Operator {
        var office = try self.office
        switch self {
        case .reports, .recording, .givingBack, .reportFollowUp:
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
        case .waiting:
            office.access = .manager
            return try Operator(office, width: width, height: height)
        case .outbox, .outboxKept, .doctor, .doctorWell:
            let person = try Operator(office, width: width, height: height)
            person.goes(to: self == .outbox || self == .outboxKept ? "outbox" : "doctor")
            return person
        case .paletteOfPeople:
            _ = try office.store.desk(.none).open(Customer.mai.id, at: at("2026-03-03T09:00"))
            let person = try Operator(office, width: width, height: height)
            person.press(.control("p"))
            person.type("ng")
            return person
        case .results, .nobody:
            let person = try Operator(office, width: width, height: height)
            person.type(self == .results ? "nguyen" : "zzyzx")
            return person
        case .warning, .fullWarning: return try .atWarning(office, width: width, height: height)
        default:
            let person = try Operator.atRecord(office, width: width, height: height)
            person.press(keys)
            if self == .overruling { person.type("The OMC allowed it") }
            if [.note, .save, .discard, .followUp, .followUpSave].contains(self) { person.type("Asked about a claim") }
            if self == .save || self == .followUpSave {
                person.press(.tab, .tab)
                person.type("Forms were given.")
                person.press(.control("s"))
            }
            if self == .discard { person.press(.control("d")) }
            if self == .helpSearch { person.type("line") }
            if self == .paletteSearch { person.type("no") }
            if self == .auditFiltered { person.type("opened") }
            return person
        }
    }

    /// From the record.
    private var keys: [Key] {
        switch self {
        case .recordNotes: [.character("2")]
        case .recordContacts: [.character("3")]
        case .recordIncidents: [.character("4")]
        case .recordPeople: [.character("5")]
        case .recordTimeline, .timelineEmpty: [.character("6")]
        case .timelineClose: [.character("6"), .character("+"), .character("+"), .up]
        case .entry: [.character("6"), .up, .up, .enter]
        case .audit, .auditFiltered: [.character("a")]
        case .week: [.character("d")]
        case .noteTypes: [.character("n")]
        case .note, .save, .discard: [.character("n"), .enter]
        case .recordFollowUps: [.character("2"), .down]
        case .followed: [.character("2"), .down, .character("o")]
        case .followUpTypes: [.character("2"), .down, .character("f")]
        case .followUp, .followUpSave: [.character("2"), .down, .character("f"), .enter]
        case .question: [.character("v")]
        case .outcome: [.character("v"), .character("1"), .character("1"), .character("2")]
        case .overruling: [.character("v"), .character("1"), .character("1"), .character("o")]
        case .emergency: [.function(8)]
        case .help, .helpSearch: [.function(1)]
        case .palette, .paletteSearch: [.control("p")]
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
                plans: self == .recordWithoutPlan || self == .timelineEmpty ? [] : [plan],
                contacts: self == .timelineEmpty ? [] : [visit, .call("2026-03-02T09:00")],
                incidents: self == .timelineEmpty ? [] : Incident.ofMai)
            guard self != .timelineEmpty else { return Office(store: store) }
            _ = try store.desk(.manager).save(.contact, for: Customer.mai.id, at: at("2026-03-02T10:05"))
            _ = try store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-02T11:20"))
            if isOfFollowUps {
                // The note of the plain places is followed, and by a report too.
                let first = Note.ID(rawValue: 1)
                store.contents.reports = []
                _ = try store.desk(.manager).save(
                    .contact, for: Customer.mai.id, follows: first, at: at("2026-03-02T15:30"))
                _ = try store.desk(.none).save(
                    .contact, for: Customer.mai.id, follows: Note.ID(rawValue: 2), at: at("2026-03-03T09:10"))
            }
            if self == .drafts || self == .waiting || self == .paletteOfPeople {
                try store.write {
                    try $0.save(
                        NoteDraft(
                            id: NoteDraft.ID(rawValue: "kept"), customer: Customer.mai.id, author: .counter,
                            content: .contact, beganAt: at("2026-03-02T15:00"), savedAt: at("2026-03-02T15:05")))
                }
            }
            if self == .waiting {
                try store.desk(.manager).giveBack(
                    ContactReport.ID(rawValue: 1), because: "Which form?", as: NoteDraft.ID(rawValue: "back"),
                    at: at("2026-03-03T09:00"))
                _ = try store.desk(.none).save(.contact, for: Customer.mai.id, at: at("2026-03-03T09:30"))
                // Given back to whoever sits here, so that all that can wait does.
                store.contents.drafts = store.contents.drafts.map { draft in
                    var draft = draft
                    draft.author = StaffMember.holding(.manager).id
                    return draft
                }
            }
            if self == .waiting || self == .outbox || self == .outboxKept {
                store.holdsMails()
            }
            var office = Office(store: store)
            if self != .outboxKept { office.mail = MailProgram(path: "/usr/sbin/sendmail") { _ in 1 } }
            office.health = self == .doctorWell ? Self.well : Self.ill
            if self == .audit || self == .auditFiltered { office.access = .capt }
            return office
        }
    }

    private var isOfFollowUps: Bool {
        switch self {
        case .recordFollowUps, .followed, .followUpTypes, .followUp, .followUpSave, .reportFollowUp: true
        default: false
        }
    }

    private static let well: [HealthCheck] = [
        .ok("terminal", "kind", "TERM is xterm-256color"), .ok("register", "pages", "every page is as it should be"),
    ]
    private static let ill: [HealthCheck] =
        well + [
            .warning("terminal", "size", "39 columns, 10 rows", remedy: "Enlarge it to 40 columns and 12 rows."),
            .fault("register", "room", "0 MiB free on its disk", remedy: "Free some room: soon nothing can be saved."),
        ]
}

/// The sizes at which screens are looked at: the smallest, the usual, a large one.
let sizes = [Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 120, height: 40)]
