import ArgumentParser
import Casework

/// Judges a contact.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether a contact is in line with the plan, and why; exit 1 when it is not.")

    @Argument(help: "CRN, Medicare number, CSID, plan ID or external ID.")
    var ref: String

    @Option(help: "face-to-face, phone or writing.")
    var channel: String

    @Option(help: "Where the contact takes place.")
    var site: String?

    @Option(
        help: "When, as 2026-03-04T10:15:00+11:00; without an offset the plan's or site's local time. Now, if left out."
    )
    var at: String?

    @Flag(name: .long, help: "The call goes to the OMC or PSSO, not to the Smart Centre.")
    var toOmc = false

    @Option(help: "centrelink, medicarePublic, medicareProvider or childSupport.")
    var brand: String?

    @Option(help: "The phone number in use.")
    var number: String?

    @Option(help: "The postal or e-mail address in use.")
    var address: String?

    @Flag(help: "Documents are being uploaded.")
    var upload = false

    @Flag(help: "One JSON document on standard output; the warning goes to standard error.")
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let channel = try Channel(written: channel)
        let brand = try brand.map(Brand.init(written:))
        let seat = try options.desk()
        let record = try seat.open(ref)
        let instant = try at.map { try seat.instant(written: $0, at: site, of: record) }
        let attempt = ContactAttempt(
            channel: channel, at: instant ?? seat.now, site: site, toOmc: toOmc, brand: brand, number: number,
            address: address, upload: upload)
        let judgement = try seat.desk.judge(attempt, of: record).askingBrand
        try seat.desk.recordJudgement(judgement, of: attempt, for: record.customer.id, at: seat.now)
        try seat.desk.showWarning(of: record, json: json)
        if json {
            try Output.json(JudgementReport(judgement))
        } else {
            for line in Self.lines(judgement, of: attempt) { Output.line(line) }
            let warning = try record.warning()
            if warning?.passesOn(attempt) == true {
                Output.line("  \(judgement.whatToDo(in: attempt, warned: warning))")
            }
        }
        if judgement.verdict == .notInLine { throw ExitCode(1) }
    }

    private static func lines(_ judgement: Judgement, of attempt: ContactAttempt) -> [String] {
        var lines = [judgement.headline(at: attempt.at)]
        if let reason = judgement.reasonBelowHeadline { lines.append("  \(reason)") }
        if let remaining = judgement.remaining, !judgement.isLasting {
            lines.append(
                "  \(remaining.used) of \(remaining.limit) a \(remaining.per.rawValue) used, \(remaining.left) left")
        }
        if judgement.open == false {
            let opens = judgement.opens.map { "; opens \(judgement.words($0, from: attempt.at))" } ?? ""
            lines.append("  The site is closed\(opens)")
        }
        if let next = judgement.next, judgement.verdict == .notInLine {
            lines.append("  Next in line: \(judgement.words(next, from: attempt.at))")
        }
        return lines + judgement.warnings.map { "  Note: \($0)" }
    }
}

/// A judgement as the contract writes it: every key stands, null where nothing is known.
struct JudgementReport: Encodable {
    let verdict: Verdict
    let level: RestrictionLevel
    let decidedBy: DecidingTerm
    let because: String
    @OrNull var remaining: Judgement.Remaining?
    @OrNull var open: Bool?
    @OrNull var opens: String?
    @OrNull var next: String?
    @OrNull var until: String?
    let warnings: [String]

    init(_ judgement: Judgement) {
        verdict = judgement.verdict
        level = judgement.level
        decidedBy = judgement.decidedBy
        because = judgement.because
        remaining = judgement.remaining
        open = judgement.open
        opens = judgement.opens.map(judgement.zone.text)
        next = judgement.next.map(judgement.zone.text)
        until = judgement.until.map(judgement.zone.text)
        warnings = judgement.warnings
    }
}
