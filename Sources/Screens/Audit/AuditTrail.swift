import Casework
import Terminal
import Widgets

/// Who opened, acknowledged, changed and was refused this record, and when: the newest first, found by typing (Q2).
public struct AuditTrail: Screen {
    let open: OpenRecord
    var filter = TextBuffer("", allowsNewlines: false)
    /// The newest first.
    var entries: [AuditEntry] = []
    var staff: [StaffMember.ID: StaffMember] = [:]
    var isKnown = false
    var selection = 0
    private(set) var size = Size(width: 80, height: 18)

    init(of open: OpenRecord) {
        self.open = open
    }

    public enum Action: Sendable {
        case shown
        case found([AuditEntry], by: [StaffMember.ID: StaffMember])
        case typed(Key)
        case pasted(String)
        case moved(by: Int)
        case rowPressed(Int)
        case cleared
        case left
    }

    public var title: String { "Audit of this record" }
    public var about: String {
        "Every entry of the audit trail that names this person, the newest first. Type to find entries by logon, act, "
            + "day or words; nothing here can be changed."
    }
    public var identity: Identity? { open.identity }
    public var isTyping: Bool { true }
    public var onTop: Action? { .shown }

    public var bindings: [Binding<Action>] {
        let none = matching.isEmpty ? "No entry is listed." : nil
        let page = max(1, size.height - 4)
        return [
            filter.isEmpty
                ? Binding(.escape, name: "Back", about: "Back to the record.", .left)
                : Binding(.escape, name: "Clear", about: "Show every entry again.", .cleared),
            Binding(.up, name: "Newer", about: "Choose the entry above.", .moved(by: -1), unavailable: none),
            Binding(.down, name: "Older", about: "Choose the entry below.", .moved(by: 1), unavailable: none),
            Binding(.pageUp, name: "Page up", about: "A page of entries up.", .moved(by: -page), hinted: false),
            Binding(.pageDown, name: "Page down", about: "A page of entries down.", .moved(by: page), hinted: false),
        ]
    }

    public func typed(_ key: Key) -> Action? { .typed(key) }
    public func pasted(_ text: String) -> Action? { .pasted(text) }
    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "entries" ? .rowPressed(index) : nil
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            let customer = open.customer.id
            return .latest("audit") { services in
                var entries: [AuditEntry] = []
                try services.desk.auditTrail(of: customer, at: services.now()) { entry, _ in entries.append(entry) }
                return .found(entries.reversed(), by: try services.desk.staff(entries.map(\.staff)))
            }
        case .found(let found, by: let people):
            (entries, staff) = (found, people)
            isKnown = true
            selection = selection.row(of: matching)
        case .typed(let key): if filter.changes(by: key) { selection = 0 }
        case .pasted(let text):
            filter.insert(text)
            selection = 0
        case .moved(let rows): selection = (selection + rows).row(of: matching)
        case .rowPressed(let row): selection = row.row(of: matching)
        case .cleared:
            filter = TextBuffer("", allowsNewlines: false)
            selection = 0
        case .left: return .back
        }
        return .none
    }

    /// The entries that hold every word typed.
    var matching: [AuditEntry] {
        let words = filter.text.lowercased().split(separator: " ")
        guard !words.isEmpty else { return entries }
        return entries.filter { entry in
            let text = [stamp(entry), staff.title(of: entry.staff), entry.act.inWords, entry.detail]
                .joined(separator: " ").lowercased()
            return words.allSatisfy { text.contains($0) }
        }
    }

    func stamp(_ entry: AuditEntry) -> String {
        let (day, time, _) = open.judgement.zone.clock(at: entry.at)
        return "\(day) \(time)"
    }

    public mutating func resized(to size: Size) { self.size = size }
}

extension AuditAct {
    /// As a person says it: `warning acknowledged`.
    var inWords: String { rawValue.replacing("-", with: " ") }
}
