/// What the officer does now, in words: the verdict, and what goes before every verdict.
extension Judgement {
    /// The line that says it; the same for screens and commands.
    ///
    /// - Parameter warning: of the plan in force; nil without one.
    public func whatToDo(in attempt: ContactAttempt, warned warning: PlanWarning?) -> String {
        guard let warning else { return "No plan in force: serve as usual" }
        guard warning.passesOn(attempt) else { return headline(at: attempt.at) }
        return TriageHours.isOpen(at: attempt.at, in: zone)
            ? "Transfer to \(warning.personalisedServicesLine)"
            : "For \(warning.personalisedServicesLine): closed now, open \(TriageHours.words)"
    }
}

extension PlanWarning {
    /// Whether the call goes to Personalised Services, whatever the level: they manage the plan, and their officer does
    /// not sit here (PS5). The guide of a call goes the same way first.
    public func passesOn(_ attempt: ContactAttempt) -> Bool {
        managedByPs && attempt.channel == .phone && !attempt.toOmc
    }

    /// As `Personalised Services, Triage line option 1`.
    public var personalisedServicesLine: String { "Personalised Services, Triage line option \(triageOption)" }
}
