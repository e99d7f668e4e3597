import Casework

/// The note that another is to follow, as whoever writes that one reads of it (N2).
struct FollowedNote: Sendable {
    let id: Note.ID
    let type: NoteType.ID
    /// As `Customer contact, 2 March 2026 10:05, Tom Nguyen (PR0002)`.
    let words: String

    init(_ note: Note, in zone: LocalZone, by staff: [StaffMember.ID: StaffMember]) {
        id = note.id
        type = note.content.type
        words = RecordEntry.note(note).reference(in: zone, by: staff)
    }
}

/// The way from a note to the one that it follows, or to one that follows it (N2).
struct NoteLink: Sendable {
    enum Direction: Sendable {
        case follows, followedBy

        var name: String {
            switch self {
            case .follows: "Follows"
            case .followedBy: "Followed by"
            }
        }
    }

    let direction: Direction
    /// What it leads to.
    let entry: RecordEntry
}

extension Record.History {
    /// What `entry` follows, then what follows it, in the order of time; those that wait to be recorded last.
    func links(of entry: RecordEntry) -> [NoteLink] {
        let before = notes.first { $0.id == entry.follows }
        let ahead = before.map { NoteLink(direction: .follows, entry: .note($0)) }
        guard case .note(let note) = entry else { return [ahead].compactMap(\.self) }
        let after =
            notes.following(note.id).map { RecordEntry.note($0) }
            + reports.following(note.id).map { RecordEntry.report($0) }
        return [ahead].compactMap(\.self) + after.map { NoteLink(direction: .followedBy, entry: $0) }
    }

    /// The same entry as it stands now: a note may have been removed, a report recorded.
    func newest(of entry: RecordEntry) -> RecordEntry {
        switch entry {
        case .note(let note): notes.first { $0.id == note.id }.map { .note($0) } ?? entry
        case .report(let report): notes.first { $0.report == report.id }.map { .note($0) } ?? entry
        default: entry
        }
    }
}

extension RecordEntry {
    /// The note that it follows.
    var follows: Note.ID? {
        switch self {
        case .note(let note): note.follows
        case .report(let report): report.follows
        default: nil
        }
    }

    /// What kind of note, when and by whom, as others refer to it: short, for it stands above what they say.
    func reference(in zone: LocalZone, by staff: [StaffMember.ID: StaffMember]) -> String {
        switch self {
        case .note(let note):
            let removed = note.removal == nil ? "" : ", removed"
            return "\(note.content.title)\(removed), \(zone.stamp(note.writtenAt)), \(staff.title(of: note.author))"
        case .report(let report):
            return "\(kind): \(report.content.title), \(zone.stamp(report.writtenAt)), "
                + staff.title(of: report.author)
        default: return title
        }
    }

    /// Why no note can follow it.
    fileprivate var followRefusal: String? {
        switch self {
        case .note: nil
        case .report: "A contact report can be followed once it is recorded as a note."
        default: Self.nothingToFollow
        }
    }

    fileprivate static let nothingToFollow = "Only a note can be followed: choose one first."
}

extension Binding {
    /// The key that begins a note which follows `entry` (N2).
    static func followUp(_ entry: RecordEntry?, hinted: Bool, _ chosen: Action) -> Binding {
        Binding(
            .character("f"), name: "Follow up",
            about: "Write a note that follows this one, to add to it or put it right; this one stays as it is.", chosen,
            unavailable: entry.map(\.followRefusal) ?? RecordEntry.nothingToFollow, hinted: hinted)
    }
}

extension Services {
    /// The note that `draft` follows, in words; its number alone where it cannot be read just now.
    func followed(by draft: NoteDraft, in zone: LocalZone) -> String? {
        guard let id = draft.follows else { return nil }
        do {
            let note = try desk.note(id, of: draft.customer, at: now())
            return FollowedNote(note, in: zone, by: try desk.staff([note.author])).words
        } catch {
            // What was begun is written on all the same, and follows what it did.
            log(error)
            return "note \(id.rawValue)"
        }
    }
}
