import TestSupport
import Testing

@testable import Casework

@Suite("What holds of every judgement (R4, R5)")
struct JudgePropertyTests {
    static let seeds: ClosedRange<UInt64> = 1...250

    @Test("Next is itself in line and received, and no minute before it is", arguments: seeds)
    func nextIsTheFirst(seed: UInt64) throws {
        let drawn = Drawn(seed: seed)
        let judgement = try drawn.judgement(at: drawn.attempt.at)
        guard judgement.verdict != .ask else { return }
        let span = try drawn.plan.span()
        let context = "seed \(seed), next \(judgement.next.map { judgement.zone.text($0) } ?? "never")"
        if let next = judgement.next {
            #expect(next >= drawn.attempt.at, "\(context)")
            #expect(span.contains(next), "\(context)")
            #expect(try drawn.judgement(at: next).verdict != .notInLine, "\(context)")
            #expect(try drawn.receives(at: next), "\(context)")
        }
        let end = judgement.next ?? span.upperBound
        // The first two days and the last before the answer minute by minute; those between by seven minutes.
        let test = try drawn.test()
        var instant = drawn.attempt.at
        while instant < end {
            let near = instant < drawn.attempt.at + 2 * 86_400 || instant >= end - 86_400
            if test.result(at: instant).isInLine, try drawn.receives(at: instant) {
                Issue.record("\(context): \(judgement.zone.text(instant)) is in line already")
                return
            }
            instant = instant + (near ? 60 : 420)
        }
    }

    @Test("A verdict tells its deciding term, and a count never runs below nothing", arguments: seeds)
    func consistent(seed: UInt64) throws {
        let drawn = Drawn(seed: seed)
        let judgement = try drawn.judgement(at: drawn.attempt.at)
        let context: Comment = "seed \(seed): \(judgement.because)"
        #expect(judgement.verdict == .inLine || judgement.decidedBy != .none, context)
        #expect(judgement.verdict != .inLine || [.none, .variation].contains(judgement.decidedBy), context)
        if judgement.decidedBy == .limit { #expect(judgement.remaining?.left == 0, context) }
        if judgement.open == true { #expect(judgement.opens == nil, context) }
        if let until = judgement.until {
            #expect(judgement.verdict == .inLine && until > drawn.attempt.at, context)
            let test = try drawn.test()
            #expect(test.result(at: until - 1).isInLine, context)
            #expect(!test.result(at: until).isInLine, context)
        }
        #expect(try drawn.judgement(at: drawn.attempt.at) == judgement, context)
    }

    @Test("More restrictive terms never let more through", arguments: seeds)
    func monotone(seed: UInt64) throws {
        let drawn = Drawn(seed: seed)
        var looser = drawn
        let terms = drawn.plan.restriction(on: drawn.attempt.channel).terms
        // Windows apart are alternatives, so that only the other terms are taken away.
        guard let index = terms.firstIndex(where: { if case .days = $0 { false } else { true } }), terms.count > 1
        else { return }
        looser.plan.restrictions[drawn.attempt.channel]?.terms.remove(at: index)
        let strict = try drawn.judgement(at: drawn.attempt.at).verdict
        let loose = try looser.judgement(at: drawn.attempt.at).verdict
        if strict == .inLine { #expect(loose == .inLine, "seed \(seed)") }
        if loose == .notInLine { #expect(strict == .notInLine, "seed \(seed)") }
    }
}

/// A plan, a contact and earlier contacts drawn from a seed, mostly over a change of the clocks or Easter.
private struct Drawn {
    var plan: Plan
    let attempt: ContactAttempt
    let history: [Contact]
    let site: Site?
    private let here: LocalZone
    let calendar = BusinessCalendar()

    init(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let channel = numbers.one(of: [Channel.faceToFace, .faceToFace, .phone, .phone, .writing])
        let state = numbers.one(of: AustralianState.allCases)
        let first = day(numbers.one(of: ["2026-03-23", "2026-09-21", "2026-04-20", "2026-12-14"]))
        let start = first.advanced(by: numbers.below(7))
        let origin = zone("Australia/Sydney").instant(of: start, at: .midnight) + 86_400
        func moment(_ days: Int) -> Instant {
            origin + numbers.below(days * 96) * 900 + (numbers.once(in: 4) ? numbers.below(900) : 0)
        }
        let site = channel == .faceToFace && !numbers.once(in: 3) ? numbers.one(of: Site.invented) : nil
        let now = moment(10)
        let terms = (0..<(1 + numbers.below(3))).map { _ in Self.term(&numbers, channel) }
        let level = numbers.one(of: [RestrictionLevel.partial, .partial, .partial, .partial, .full])
        let variations = (0..<numbers.below(2)).map { _ in
            let from = moment(25)
            return Variation(channel: channel, from: from, to: from + (1 + numbers.below(16)) * 900)
        }
        let appointments = (0..<numbers.below(3)).map { _ in
            Appointment(site: site?.name ?? "Dubbo", at: moment(25))
        }
        var plan = Plan.invented(
            state: state, from: start.description, to: start.advanced(by: 12 + numbers.below(30)).description,
            variations: variations, appointments: appointments)
        plan.restrictions[channel] = Restriction(level: level, note: "Drawn", terms: terms)
        self.plan = plan
        self.site = site
        here = zone(site?.timeZone ?? state.zoneIdentifier)
        attempt = ContactAttempt(
            channel: channel, at: now, site: site?.name ?? (channel == .faceToFace ? "Dubbo" : nil),
            number: "0412 345 678", address: "PO Box 12")
        history = (0..<numbers.below(6)).map { _ in
            Contact(
                customer: Customer.ID(rawValue: 1), channel: channel, occurredAt: now - numbers.below(6 * 86_400),
                refused: numbers.once(in: 5))
        }
    }

    private static func term(_ numbers: inout SeededNumbers, _ channel: Channel) -> RestrictionTerm {
        switch numbers.below(8) {
        case 0: return .limit(1 + numbers.below(3), per: numbers.one(of: [.day, .week]))
        case 1 where channel == .faceToFace: return .appointment
        case 2: return .sites(["Parramatta", "Broken Hill", "Perth", "Dubbo"])
        case 3: return .limit(1 + numbers.below(2), per: .week)
        default:
            let days = Set((0..<numbers.below(4)).map { _ in numbers.one(of: Weekday.allCases) })
            let from = numbers.below(92) * 15
            let to = min(1440, from + (1 + numbers.below(20)) * 15)
            return .days(
                days, from: TimeOfDay(minutes: from) ?? .midnight, to: TimeOfDay(minutes: to) ?? .endOfDay)
        }
    }

    func judgement(at instant: Instant) throws -> Judgement {
        var attempt = attempt
        attempt.at = instant
        return try plan.judge(attempt, history: history, site: site, calendar: calendar)
    }

    /// The verdict alone at any instant, without looking for the next.
    func test() throws -> PlanTest {
        try PlanTest(plan: plan, attempt: attempt, history: history, site: site)
    }

    /// Whether somebody would be served: face to face no public holiday, and at a known site its hours.
    func receives(at instant: Instant) throws -> Bool {
        guard attempt.channel == .faceToFace else { return true }
        let (today, time, _) = here.clock(at: instant)
        if try calendar.holiday(on: today, in: site?.state ?? plan.state) != nil { return false }
        guard let site else { return true }
        return today.weekday.isBusinessDay && (site.opens..<site.closes).contains(time)
    }
}
