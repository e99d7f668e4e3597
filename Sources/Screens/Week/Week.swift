import Casework
import Terminal
import Widgets

/// A picture of a week: when a contact is in line in each channel, now marked, contacts and counts, closures shown.
public struct Week: Screen {
    var open: OpenRecord
    var channel: Channel
    var weeks: [Channel: ContactWeek] = [:]
    /// What to do now in each, in words: in the picture the mark of now stands over it.
    var now: [Channel: String] = [:]
    /// How many weeks after this one; before it for a negative number.
    var away = 0
    var offset = 0
    private(set) var size = Size(width: 80, height: 18)

    init(of open: OpenRecord) {
        self.open = open
        channel = open.attempt.channel
    }

    public enum Action: Sendable {
        case shown
        case judged(Judged)
        case channelChosen(Channel)
        case weekMoved(by: Int)
        case thisWeekChosen
        case scrolled(by: Int)
        case left
    }

    /// Carries a week through an action.
    public struct Judged: Sendable {
        let open: OpenRecord
        let weeks: [Channel: ContactWeek]
        let now: [Channel: String]
    }

    /// As far as anybody looks either way: past the longest plan.
    private static let farthest = 104

    public var title: String { "Week" }
    public var about: String {
        "When a contact is in line, half hour by half hour, by the clock of the site or the plan. @ is now, o a contact "
            + "that was made, x one that was refused. Left and Right go to other weeks."
    }
    public var identity: Identity? { open.identity }
    public var onTop: Action? { .shown }

    public var bindings: [Binding<Action>] {
        Channel.allCases.enumerated().map { index, channel in
            Binding(
                .character(Character("\(index + 1)")), name: channel.name, about: "The week in this channel.",
                .channelChosen(channel), unavailable: channel == self.channel ? "This is that channel." : nil)
        } + [
            Binding(
                .left, .character("p"), name: "Week before", about: "The week before this one.", .weekMoved(by: -1),
                unavailable: away <= -Self.farthest ? "No farther back." : nil),
            Binding(
                .right, .character("n"), name: "Week after", about: "The week after this one.", .weekMoved(by: 1),
                unavailable: away >= Self.farthest ? "No farther on." : nil),
            Binding(
                .home, .character("t"), name: "This week", about: "Back to the week of today.", .thisWeekChosen,
                unavailable: away == 0 ? "This is the week of today." : nil),
            Binding(.up, name: "Up", about: "Scroll up.", .scrolled(by: -1), hinted: false),
            Binding(.down, name: "Down", about: "Scroll down.", .scrolled(by: 1), hinted: false),
            Binding(.escape, .enter, name: "Back", about: "Back to the record.", .left),
        ] + Binding.pages(of: max(1, size.height - 1), "Scroll a page up.", "Scroll a page down.", Action.scrolled(by:))
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            let (open, away) = (open, away)
            return .latest("week") { .judged(try $0.weeks(of: open, away: away)) }
        case .judged(let judged):
            // The record below warns of it first.
            if judged.open.isWarningUnread { return .back }
            (open, weeks, now) = (judged.open, judged.weeks, judged.now)
            // Now moves on with the half hours.
            let slot = ContactWeek.slotMinutes * 60
            return .rest(.seconds(slot - open.attempt.at.seconds % slot), "now", .shown)
        case .channelChosen(let chosen):
            channel = chosen
            offset = 0
        case .weekMoved(let step):
            away += step
            return update(.shown)
        case .thisWeekChosen:
            away = 0
            return update(.shown)
        case .scrolled(let rows):
            offset = (offset + rows).clamped(to: 0...Scroll(content, offset: offset).lastOffset(in: size))
        case .left: return .back
        }
        return .none
    }

    public mutating func resized(to size: Size) { self.size = size }

    public var view: any Widget { Scroll(content, offset: offset) }
}

extension Services {
    fileprivate func weeks(of open: OpenRecord, away: Int) throws -> Week.Judged {
        let open = try judged(open, in: open.attempt.channel)
        var weeks: [Channel: ContactWeek] = [:]
        var now: [Channel: String] = [:]
        for channel in Channel.allCases {
            var attempt = open.attempt
            attempt.channel = channel
            attempt.site = site(of: channel)
            weeks[channel] = try desk.week(of: attempt, for: open.record, after: away)
            now[channel] = try judged(open.record, attempt, open.warningRead).whatToDo
        }
        return Week.Judged(open: open, weeks: weeks, now: now)
    }
}
