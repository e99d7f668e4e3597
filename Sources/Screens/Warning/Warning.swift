import Casework
import Terminal
import Widgets

/// The warning: what to do now, then why, then the plan. Acknowledged before anything else of the record opens (W1).
public struct Warning: Screen {
    var open: OpenRecord
    var offset = 0
    /// What opens once it is acknowledged; the record when nil.
    private let following: (any Screen)?
    /// Whether it was acknowledged before and is only read again.
    private let isReading: Bool
    /// Whether the acknowledgement is on its way into the audit trail: a second Enter must not write another.
    private var isAcknowledging = false
    /// Whether it came, or became another, without a key, and nobody can have read it yet: an Enter just pressed was meant
    /// for what stood there before.
    private var isSudden: Bool
    private var size = Size(width: 80, height: 18)

    /// - Parameters:
    ///   - following: the note to go on with, where a draft is resumed.
    ///   - cameOfItself: no key led to it.
    public init(
        _ open: OpenRecord, then following: (any Screen)? = nil, reading: Bool = false, cameOfItself: Bool = false
    ) {
        self.open = open
        self.following = following
        isReading = reading
        isSudden = cameOfItself
    }

    private static let hasChanged = "The plan has just changed: read this first."
    /// Nobody reads the first line of a warning sooner.
    private static let readingTakes = Duration.seconds(1)

    public enum Action: Sendable {
        case shown
        case scrolled(by: Int)
        case channelChosen(Channel)
        case brandChosen(Brand?)
        /// - Parameter isAsked: a key led to it.
        case judged(OpenRecord, isAsked: Bool)
        case timePassed
        case readable
        case acknowledged
        case acknowledgementKept
        case acknowledgementFailed(Notice)
        case left
    }

    public var title: String { "Warning" }
    public var about: String {
        "The first line says what to do now, in this channel, at this site, at this minute. Enter says that you have "
            + "read it; it is kept with your name and the time, and the record opens."
    }
    public var identity: Identity? { open.identity }
    public var onTop: Action? { .shown }
    public var onChange: Action? { .timePassed }

    public var bindings: [Binding<Action>] {
        let brand = open.brandKey(unavailable: brandRefusal, Action.brandChosen)
        return [
            isReading
                ? Binding(.enter, name: "Back to record", about: "Back; it was acknowledged before.", .left)
                : Binding(
                    .enter, name: "I have read this", about: "Acknowledge the warning and open the record.",
                    .acknowledged, unavailable: isSudden ? Self.hasChanged : nil)
        ]
            // Where it must be said first, it is offered first.
            + (open.asksBrand ? [brand] : [])
            + Channel.allCases.enumerated().map { index, channel in
                Binding(
                    .character(Character("\(index + 1)")), name: channel.name,
                    about: "The verdict for a contact by this channel: \(channel.name.lowercased()).",
                    .channelChosen(channel),
                    unavailable: channel == open.attempt.channel ? "This is the verdict for that channel." : nil)
            } + (open.asksBrand ? [] : [brand]) + [
                Binding(
                    .escape, name: "Back",
                    about: isReading ? "Back to the record." : "Leave without opening the record.", .left,
                    hinted: !isReading)
            ] + Binding.upAndDown("Scroll up.", "Scroll down.", Action.scrolled(by:))
            + Binding.pages(of: size.height - 1, "Scroll a page up.", "Scroll a page down.", Action.scrolled(by:))
    }

    /// What is gone on with has its own answers, and the record its own verdict: what is said here reaches neither.
    private var brandRefusal: String? {
        if isReading { return "It is said on the record." }
        return following == nil ? nil : "It is said in what you go on with, or on the record."
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown:
            // What is only read again is read as it is now: it may have been changed since the record was opened.
            if isReading { return update(.timePassed) }
            // It was read above this meanwhile, before a guide.
            return open.isWarningUnread ? .all([watch, settle]) : .replace(following ?? Record(open))
        case .scrolled(let rows):
            let last = Scroll(content, offset: offset).lastOffset(in: size)
            offset = (offset + rows).clamped(to: 0...last)
            return .none
        case .channelChosen(let channel):
            let open = open
            return .latest("judge") { .judged(try $0.judged(open, in: channel), isAsked: true) }
        case .brandChosen(let brand):
            let open = open
            return .latest("judge") { .judged(try $0.judged(open, for: brand), isAsked: true) }
        case .judged(let judged, let isAsked):
            // The record below warns of a plan that came into force or was changed meanwhile, to be acknowledged.
            if isReading, judged.warning == nil || judged.isWarningUnread { return .back }
            // Nothing is in force any more that warns.
            if judged.warning == nil { return .replace(following ?? Record(judged)) }
            let isOther = judged.record.plan != open.record.plan
            if isAsked || isOther || judged.headline != open.headline { offset = 0 }
            open = judged
            if isOther, !isAsked { isSudden = true }
            return .all([watch, settle])
        case .timePassed:
            let open = open
            return .latest("judge") { .judged(try $0.judged(open, in: open.attempt.channel), isAsked: false) }
        case .readable:
            isSudden = false
            return .none
        case .acknowledged:
            guard !isAcknowledging else { return .none }
            isAcknowledging = true
            let open = open
            return .run { services in
                do {
                    try services.acknowledgeWarning(of: open)
                    return .acknowledgementKept
                } catch {
                    return .acknowledgementFailed(Notice(error))
                }
            }
        case .acknowledgementKept:
            return .replace(following ?? Record(open))
        case .acknowledgementFailed(let notice):
            isAcknowledging = false
            return .notice(notice)
        case .left: return .back
        }
    }

    /// Judges anew when the verdict may have changed, and not before.
    private var watch: Effect<Action> {
        guard let seconds = open.standsFor else { return .none }
        return .rest(.seconds(min(seconds, 86_400)), "verdict", .timePassed)
    }

    private var settle: Effect<Action> {
        guard isSudden else { return .none }
        return .all([.notice(Notice(Self.hasChanged)), .rest(Self.readingTakes, "readable", .readable)])
    }

    public mutating func resized(to size: Size) { self.size = size }

    public var view: any Widget { Scroll(content, offset: offset) }
}
