import Casework
import Procedures

/// Where entries of the palette come from that have to be looked up.
struct PaletteSource: Sendable {
    let entries: @Sendable (Services, Palette.Surroundings) throws -> [Palette.Entry]

    /// In the order in which they are listed.
    static let all: [PaletteSource] = [screens, drafts, guides, people]

    /// The screens that open from anywhere: a new one is a line here.
    static let screens = PaletteSource { services, _ in
        let mayRecord = services.desk.staff.access.allows(.recordNotes)
        return [
            .init(Reports(), unavailable: mayRecord ? nil : "Needs manager access."),
            .init(Outbox()), .init(Doctor()),
        ]
    }

    /// The officer's unfinished notes.
    static let drafts = PaletteSource { services, below in
        try services.desk.drafts().filter { !below.writing.contains($0.draft.id) }.map { draft, customer in
            let type = NoteType.named(draft.content.type)?.title ?? draft.content.type.rawValue
            return Palette.Entry(
                kind: .draft, name: customer.map(Identity.name) ?? "Unknown person", keys: "",
                about: "Goes on with the note, the warning of the record first.",
                distinction: draft.returned.map { "\(type), RETURNED by \($0.by): \($0.reason)" }
                    ?? "\(type), unfinished",
                choice: .prepared { try $0.resumption(of: draft.id) })
        }
    }

    /// The procedures: on the record that is open, or without one where none is needed.
    static let guides = PaletteSource { services, below in
        try services.procedures.heads().heads.filter { $0.id != Guide.emergency }.map { heading in
            let record = below.record
            return Palette.Entry(
                kind: .guide, name: heading.title,
                about: record.map { "For \($0.identity.name). \(heading.purpose)" } ?? heading.purpose,
                also: heading.id.rawValue,
                unavailable: heading.needsRecord && record == nil ? "Open a record first." : nil,
                choice: .prepared { try $0.beginning(of: heading.id, on: record) })
        }
    }

    /// The people whose records the officer opened last.
    static let people = PaletteSource { services, below in
        try services.desk.peopleSeen(limit: 20).filter { $0.id != below.record?.customer.id }.map { customer in
            let number = Identity(customer).details[1]
            return Palette.Entry(
                kind: .person, name: Identity.name(of: customer), keys: customer.dateOfBirth?.text ?? "born ?",
                about: "Opens the record, its warning first.", distinction: number,
                also: [customer.dateOfBirth?.inWords, customer.crn, customer.medicareNumber, customer.externalId]
                    .compactMap(\.self).joined(separator: " "),
                choice: .prepared { try $0.open(customer.id).entrance() })
        }
    }
}

extension Services {
    /// What the guide for danger is about, in its own words: what somebody in danger types leads to it. Nothing where it
    /// cannot be read, which is said where it is opened.
    var dangers: String {
        do {
            let procedure = try procedures.procedure(Guide.emergency)
            let words = procedure.nodes.flatMap { [$0.title] + $0.choices.map(\.label) }
            return ([procedure.purpose] + words).joined(separator: " ")
        } catch {
            log(error)
            return ""
        }
    }
}
