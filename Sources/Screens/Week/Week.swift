import Casework
import Terminal
import Widgets

/// A picture of the week: when a contact is in line in each channel, now marked, count used, closures shown.
public struct Week: Screen {
    let open: OpenRecord
    var channel: Channel
    var weeks: [Channel: ContactWeek] = [:]
    var offset = 0
    private(set) var size = Size(width: 80, height: 18)

    init(of open: OpenRecord) {
        self.open = open
        channel = open.attempt.channel
    }

    public enum Action: Sendable {
        case shown
        case judged([Channel: ContactWeek])
        case channelChosen(Channel)
        case scrolled(by: Int)
        case left
    }

    public var title: String { "Week" }
    public var about: String {
        "When a contact is in line this week, half hour by half hour, by the clock of the site or the plan. @ is now."
    }
    public var identity: Identity? { open.identity }
    public var onTop: Action? { .shown }

    public var bindings: [Binding<Action>] {
        Channel.allCases.enumerated().map { index, channel in
            Binding(
                .character(Character("\(index + 1)")), name: channel.name, about: "The week in this channel.",
                .channelChosen(channel), unavailable: channel == self.channel ? "This is that channel." : nil)
        } + [
            Binding(.up, name: "Up", about: "Scroll up.", .scrolled(by: -1), hinted: false),
            Binding(.down, name: "Down", about: "Scroll down.", .scrolled(by: 1), hinted: false),
            Binding(.escape, .enter, name: "Back", about: "Back to the record.", .left),
        ]
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            let open = open
            return .latest("week") { services in .judged(try services.weeks(of: open)) }
        case .judged(let judged): weeks = judged
        case .channelChosen(let chosen):
            channel = chosen
            offset = 0
        case .scrolled(let rows):
            offset = min(max(0, offset + rows), Scroll(content, offset: offset).lastOffset(in: size))
        case .left: return .back
        }
        return .none
    }

    public mutating func resized(to size: Size) { self.size = size }

    public var view: any Widget { Scroll(content, offset: offset) }
}

extension Services {
    fileprivate func weeks(of open: OpenRecord) throws -> [Channel: ContactWeek] {
        var weeks: [Channel: ContactWeek] = [:]
        for channel in Channel.allCases {
            var attempt = open.attempt
            attempt.channel = channel
            if channel != .faceToFace { attempt.site = nil }
            weeks[channel] = try desk.week(of: attempt, for: open.record)
        }
        return weeks
    }
}
