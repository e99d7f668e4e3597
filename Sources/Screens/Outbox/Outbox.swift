import Casework
import Terminal
import Widgets

/// The mails to OMC and backup: what waits, what failed and why, what was sent.
struct Outbox: Screen {
    private(set) var mails: [OutboxMail] = []
    private(set) var isKnown = false
    private(set) var isSending = false
    /// The path of the mail program; nil where none is configured.
    private(set) var program: String?
    /// Why the sending in the background stands still.
    private(set) var trouble: String?
    /// In which instants are said.
    private(set) var zone: LocalZone?
    private(set) var selection = 0
    private(set) var offset = 0
    private(set) var size = Size(width: 80, height: 18)

    /// Sent mails shown, the newest.
    private static let sentShown = 100
    /// How often it looks whether the sending in the background has changed something.
    private static let pause = Duration.seconds(2)

    enum Action: Sendable {
        case shown
        case found(Found)
        case moved(by: Int)
        case scrolled(by: Int)
        case rowPressed(Int)
        case sendChosen
        case sent(Notice)
        case left
    }

    struct Found: Sendable {
        let mails: [OutboxMail]
        let program: String?
        let trouble: String?
        let zone: LocalZone
    }

    var title: String { "Outbox" }
    var about: String {
        "The mails that tell OMC and backup of contacts: what waits, what failed and when it is tried again, and what was "
            + "sent. They name the plan, never the person."
    }
    var onTop: Action? { .shown }

    var chosen: OutboxMail? { mails.indices.contains(selection) ? mails[selection] : nil }

    private var unsendable: String? {
        if program == nil { return "No mail program is configured: mail is kept." }
        if isSending { return "It is sending." }
        return mails.contains { $0.state == .waiting || $0.state == .failed } ? nil : "Nothing waits to be sent."
    }

    var bindings: [Binding<Action>] {
        [
            Binding(
                .character("s"), name: "Send now", about: "Hand over what waits, pauses notwithstanding.", .sendChosen,
                unavailable: unsendable),
            Binding(.escape, name: "Back", about: "Back to the screen before.", .left),
            Binding(.pageUp, name: "Page up", about: "Scroll its text up.", .scrolled(by: -5), hinted: false),
            Binding(
                .pageDown, .character(" "), name: "Page down", about: "Scroll its text down.", .scrolled(by: 5),
                hinted: false),
        ] + Binding.upAndDown("The mail above.", "The mail below.", Action.moved(by:))
    }

    func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "mails" ? .rowPressed(index) : nil
    }

    mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            return .latest("mails") { services in
                .found(
                    Found(
                        mails: try services.desk.outbox(latestSent: Self.sentShown), program: services.mail?.path,
                        trouble: services.mail?.trouble(), zone: services.desk.zone))
            }
        case .found(let found): return take(found)
        case .moved(let rows): choose(selection + rows)
        case .rowPressed(let row): choose(row)
        case .scrolled(let rows): offset = (offset + rows).clamped(to: 0...list.lastOffset(in: listSize))
        case .sendChosen:
            isSending = true
            return .apart { services in
                do {
                    let count = try services.mail?.send(false) ?? 0
                    return .sent(Notice(count == 1 ? "1 mail is sent." : "\(count) mails are sent.", .done))
                } catch {
                    services.log(error)
                    return .sent(Notice(error))
                }
            }
        case .sent(let notice):
            isSending = false
            return .all([update(.shown), .notice(notice)])
        case .left: return .back
        }
        return .none
    }

    /// The chosen mail stays chosen, wherever it stands now.
    private mutating func take(_ found: Found) -> Effect<Action> {
        let before = chosen?.mail.id
        (mails, program, trouble, zone) = (found.mails, found.program, found.trouble, found.zone)
        isKnown = true
        selection = mails.firstIndex { $0.mail.id == before } ?? selection.row(of: mails)
        let mayChange = program != nil && mails.contains { $0.state == .waiting || $0.state == .failed }
        return mayChange ? .rest(Self.pause, "look", .shown) : .none
    }

    private mutating func choose(_ row: Int) {
        selection = row.row(of: mails)
        offset = 0
    }

    mutating func resized(to size: Size) { self.size = size }
}
