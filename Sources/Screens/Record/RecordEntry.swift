import Casework
import Terminal
import Widgets

/// Something dated that stands on a record.
enum RecordEntry: Sendable, Hashable {
    case plan(Plan)
    case reminder(ReviewReminder)
    case planEnd(Plan)
    case contact(Contact)
    case report(ContactReport)
    case note(Note)
    case incident(Incident)
    case guide(GuideRun.Head)

    /// What an entry is among: the lanes of the timeline, in their order.
    enum Sort: Int, CaseIterable, Sendable {
        case plans, reviews, contacts, notes, healthChecks, guides, incidents

        var name: String {
            switch self {
            case .plans: "Plans"
            case .reviews: "Reviews"
            case .contacts: "Contacts"
            case .guides: "Guides"
            case .notes: "Notes"
            case .healthChecks: "Health checks"
            case .incidents: "Incidents"
            }
        }

        /// Where there is little room.
        var short: String {
            switch self {
            case .plans: "Plan"
            case .reviews: "Rev"
            case .contacts: "Cont"
            case .guides: "Gui"
            case .notes: "Note"
            case .healthChecks: "Chk"
            case .incidents: "Inc"
            }
        }
    }

    var sort: Sort {
        switch self {
        case .plan: .plans
        case .reminder, .planEnd: .reviews
        case .contact: .contacts
        case .incident: .incidents
        case .guide: .guides
        case .report(let report): Self.sort(of: report.content)
        case .note(let note): Self.sort(of: note.content)
        }
    }

    private static func sort(of content: NoteContent) -> Sort {
        switch content.type.rawValue {
        case "health-check": .healthChecks
        case "review-recommendation": .reviews
        default: .notes
        }
    }

    /// What it is, in a word or two; the screen that shows it whole is called so.
    var kind: String {
        switch self {
        case .plan: "Plan"
        case .reminder: "Review due"
        case .planEnd: "Plan ends"
        case .contact: "Contact"
        case .report: "REPORT waiting"
        case .note: "Note"
        case .incident: "Incident"
        case .guide(let run): run.end != nil ? "Guide" : run.heldUntil != nil ? "GUIDE waits" : "GUIDE left"
        }
    }

    /// What it says in a line.
    var title: String {
        switch self {
        case .plan(let plan):
            return "\(plan.id) \(plan.kind.rawValue), to \(plan.end.dated), \(plan.standing)"
        case .reminder(let reminder):
            // What to go by comes before whose it is: the row may be cut.
            let off = reminder.offDay.map { "by \($0.lastWorkingDayBefore.shortWords), " } ?? ""
            return "\(off)\(reminder.kind.daysBefore) days before \(reminder.plan) ends"
        case .planEnd(let plan): return "\(plan.id), at midnight"
        case .contact(let contact):
            let parts = [
                contact.channel.name, contact.site ?? "", contact.refused ? "REFUSED" : "",
                contact.verdict?.inWords ?? "",
            ]
            return parts.filter { !$0.isEmpty }.joined(separator: ", ")
        case .report(let report): return report.content.title + followUp
        case .note(let note): return note.content.title + followUp + (note.removal == nil ? "" : ", removed")
        case .incident(let incident):
            return "\(incident.id) \(incident.severity.rawValue): \(incident.behaviours.inWords)"
        case .guide(let run):
            return [run.title, run.end?.title ?? run.awaiting.map { "at \($0)" }].compactMap(\.self)
                .joined(separator: ": ")
        }
    }

    private var followUp: String { follows == nil ? "" : ", follow-up" }

    /// The title, and what a note is about.
    var summary: String {
        let content: NoteContent? =
            switch self {
            case .report(let report): report.content
            case .note(let note): note.removal == nil ? note.content : nil
            default: nil
            }
        return [title, content?.gist].compactMap(\.self).joined(separator: ": ")
    }

    var isRemoved: Bool { if case .note(let note) = self { note.removal != nil } else { false } }

    /// Who wrote it, or what came of it.
    var trailing: String {
        switch self {
        case .plan, .reminder, .planEnd: ""
        case .contact(let contact): contact.outcome ?? ""
        case .report(let report): report.author.rawValue
        case .note(let note): note.author.rawValue
        case .incident(let incident): incident.status.rawValue
        case .guide(let run): run.savedBy.rawValue
        }
    }

    /// What stands for it on the timeline.
    var sign: Character {
        switch self {
        case .plan: "="
        case .reminder: "R"
        case .planEnd: "E"
        case .contact: isBreach ? "x" : "o"
        case .report: "w"
        case .note: sort == .healthChecks ? "+" : sort == .reviews ? "v" : "n"
        case .incident: "!"
        case .guide(let run): run.end == nil ? "G" : "g"
        }
    }

    var role: Role {
        switch self {
        case .report, .reminder: .warning
        case .contact: isBreach ? .warning : .text
        case .incident(let incident): incident.severity == .serious ? .error : .warning
        case .guide(let run): run.end == nil ? .warning : .text
        case .plan, .planEnd, .note: .text
        }
    }

    private var isBreach: Bool {
        if case .contact(let contact) = self { contact.refused || contact.verdict == .notInLine } else { false }
    }

    /// When it was, or begins: the moment by the clock of `zone`. Of what has a day alone, noon tells its time.
    func moment(in zone: LocalZone) -> (day: CalendarDay, time: TimeOfDay?) {
        let instant: Instant
        switch self {
        case .plan(let plan): return (plan.start, nil)
        case .reminder(let reminder): return (reminder.day, nil)
        case .planEnd(let plan): return (plan.end, nil)
        case .contact(let contact): instant = contact.occurredAt
        case .report(let report): instant = report.writtenAt
        case .note(let note): instant = note.writtenAt
        case .incident(let incident): instant = incident.occurredAt
        case .guide(let run): instant = run.begunAt
        }
        let clock = zone.clock(at: instant)
        return (clock.day, clock.time)
    }

    /// As `2026-03-04 14:05`, so that rows line up.
    func stamp(in zone: LocalZone) -> String {
        let (day, time) = moment(in: zone)
        return time.map { "\(day) \($0)" } ?? day.description
    }
}

extension Plan {
    /// How it stands, by its status alone: whether it is in force its dates say.
    var standing: String { (provider ? "provider's, " : "") + (status == .active ? "approved" : status.rawValue) }
}

extension NoteContent {
    var title: String { NoteType.named(type)?.title ?? type.rawValue }

    /// What it is about: how the first part begins that says more than when. Lines say all of a row, and a part may be
    /// as long as somebody had time to write.
    var gist: String? {
        filledParts.first { $0.name != "time" }.flatMap { fields[$0.name] }.map(TerminalText.inOneLine)
            .map(Self.beginning)
    }

    /// Whole words of `text`, as far as a row has room for them.
    private static func beginning(_ text: String) -> String {
        let most = 60
        guard let after = text.index(text.startIndex, offsetBy: most, limitedBy: text.endIndex), after < text.endIndex
        else { return text }
        return text[..<(text[...after].lastIndex(where: \.isWhitespace) ?? after)] + "..."
    }
}

extension [Incident.Behaviour] {
    var inWords: String { isEmpty ? "no behaviour named" : map(\.name).joined(separator: "; ") }
}

extension Verdict {
    fileprivate var inWords: String {
        switch self {
        case .inLine: "in line"
        case .notInLine: "NOT in line"
        case .ask: "asked"
        }
    }
}
