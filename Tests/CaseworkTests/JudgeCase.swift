import Casework
import TestSupport
import Testing

/// One contact, and what the desk must say of it.
struct JudgeCase: Sendable, CustomTestStringConvertible {
    let title: String
    let plans: [Plan]
    let attempt: ContactAttempt
    let history: [Contact]
    let verdict: Verdict
    let decidedBy: DecidingTerm
    private var remaining: Judgement.Remaining??
    private var open: Bool??
    private var opens: Instant??
    private var next: Instant??
    private var level: RestrictionLevel?
    private var warning: String?

    init(
        _ title: String, _ plan: Plan, _ attempt: ContactAttempt, after history: [Contact] = [], _ verdict: Verdict,
        _ decidedBy: DecidingTerm = .none
    ) {
        self.init(title, [plan], attempt, after: history, verdict, decidedBy)
    }

    init(
        _ title: String, _ plans: [Plan], _ attempt: ContactAttempt, after history: [Contact] = [],
        _ verdict: Verdict, _ decidedBy: DecidingTerm = .none
    ) {
        self.title = title
        self.plans = plans
        self.attempt = attempt
        self.history = history
        self.verdict = verdict
        self.decidedBy = decidedBy
    }

    var testDescription: String { title }

    /// Earlier contacts of the period that count, and how many it allows.
    func used(_ used: Int, of limit: Int, _ per: LimitPeriod) -> Self {
        with { $0.remaining = .some(Judgement.Remaining(limit: limit, used: used, per: per)) }
    }

    func uncounted() -> Self { with { $0.remaining = .some(nil) } }
    func next(_ text: String) -> Self { with { $0.next = .some(at(text)) } }
    /// In line now and received: the next contact is this one.
    func nextIsNow() -> Self { with { $0.next = .some(attempt.at) } }
    func never() -> Self { with { $0.next = .some(nil) } }
    func siteOpen() -> Self {
        with {
            $0.open = .some(true)
            $0.opens = .some(nil)
        }
    }
    func siteClosed(opens text: String) -> Self {
        with {
            $0.open = .some(false)
            $0.opens = .some(at(text))
        }
    }
    /// Neither open nor closed is said: the site is not known, or its holidays are not.
    func openingUnknown() -> Self {
        with {
            $0.open = .some(nil)
            $0.opens = .some(nil)
        }
    }
    func level(_ level: RestrictionLevel) -> Self { with { $0.level = level } }
    /// A warning that holds `words`; the empty text stands for no warning at all.
    func warns(_ words: String) -> Self { with { $0.warning = words } }

    private func with(_ change: (inout Self) -> Void) -> Self {
        var changed = self
        change(&changed)
        return changed
    }

    /// Judges as the desk does: the site is the known one of that name, if there is one.
    func check() throws {
        let site = attempt.site.flatMap { name in Site.invented.first { $0.isNamed(name) } }
        let said = try plans.judge(attempt, history: history, site: site, calendar: BusinessCalendar())
        #expect(said.verdict == verdict, "\(title): \(said.because)")
        #expect(said.decidedBy == decidedBy, "\(title): \(said.because)")
        #expect(!said.because.isEmpty)
        if let remaining { #expect(said.remaining == remaining, "\(title)") }
        if let open { #expect(said.open == open, "\(title)") }
        if let opens { #expect(said.opens == opens, "\(title): \(text(said.opens)), not \(text(opens))") }
        if let next { #expect(said.next == next, "\(title): \(text(said.next)), not \(text(next))") }
        if let level { #expect(said.level == level, "\(title)") }
        switch warning {
        case nil: break
        case "": #expect(said.warnings.isEmpty, "\(title)")
        case .some(let words): #expect(said.warnings.contains { $0.contains(words) }, "\(title): \(said.warnings)")
        }
    }

    private func text(_ instant: Instant?) -> String {
        instant.map { zone("Australia/Sydney").text($0) } ?? "never"
    }
}
