import ArgumentParser
import Casework

/// The mails that wait.
struct Outbox: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "The mails to OMC and backup that wait to be handed over.",
        subcommands: [List.self, Send.self], defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the mails that wait, and why.")
        @Flag(help: "Those that were handed over, too.") var all = false
        @Flag(help: "One JSON document on standard output.") var json = false
        @OptionGroup var options: DeskOptions

        func run() throws {
            let seat = try options.desk()
            let mails = try seat.desk.outbox(includingSent: all)
            let zone = seat.desk.zone
            if json { return try Output.json(mails.map { OutboxRow($0, zone: zone) }) }
            seat.desk.practiceLine()
            if mails.isEmpty { Output.line("No mail waits.") }
            for mail in mails { Output.lines(OutboxRow(mail, zone: zone).words) }
        }
    }

    struct Send: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "send",
            abstract:
                "Hand over what waits to the mail program of config.yaml or MSPDESK_SENDMAIL; exit 1 when some stays.")
        @Flag(help: "Only those whose pause after a failure is over: for a timer.") var due = false
        @Flag(help: "One JSON document on standard output.") var json = false
        @OptionGroup var options: DeskOptions

        private struct Report: Encodable {
            let sent: [OutboxRow]
            let failed: [OutboxRow]
            let held: [OutboxRow]
        }

        func run() throws {
            let seat = try options.desk()
            let written = ConfigurationFile.standard().read(themes: ThemeShelf.standard().names)
            for fault in written.faults { Output.error("mspdesk: \(fault.message)\n  \(fault.remedy)") }
            guard let sendmail = try Sendmail.configured(written.configuration) else { throw MailError.notConfigured }
            let report = try seat.desk.sendMail(dueOnly: due, now: { seat.clock.now }) { try sendmail.handOver($0) }
            func rows(_ mails: [OutboxMail]) -> [OutboxRow] { mails.map { OutboxRow($0, zone: seat.desk.zone) } }
            let stays = rows(report.failed + report.held)
            if json {
                try Output.json(
                    Report(sent: rows(report.sent), failed: rows(report.failed), held: rows(report.held)))
            } else {
                seat.desk.practiceLine()
                Output.line("Handed over \(report.sent.count) of \(report.sent.count + stays.count).")
                for row in stays { Output.lines(row.words) }
            }
            if !stays.isEmpty { throw ExitCode(1) }
        }
    }
}

/// A mail as `outbox` prints it.
private struct OutboxRow: Encodable {
    let id: Int64
    let plan: String
    let role: String
    let to: String?
    let address: String?
    let subject: String
    let writtenAt: String
    /// `waiting`, `held` or `sent`.
    let state: String
    let attempts: Int
    let nextAt: String?
    /// Why it is held, or what the last attempt failed of.
    let reason: String?
    let sentAt: String?
    let body: String

    init(_ entry: OutboxMail, zone: LocalZone) {
        let mail = entry.mail
        let isSent = mail.delivery.sentAt != nil
        id = mail.id.rawValue
        plan = mail.plan.rawValue
        role = mail.role.rawValue
        to = entry.recipient?.rawValue
        address = entry.address?.description
        subject = mail.subject
        writtenAt = zone.text(mail.writtenAt)
        state = isSent ? "sent" : entry.held == nil ? "waiting" : "held"
        attempts = mail.delivery.attempts
        nextAt = isSent || mail.delivery.attempts == 0 ? nil : zone.text(mail.delivery.nextAt)
        reason = isSent ? nil : entry.held ?? mail.delivery.failure
        sentAt = mail.delivery.sentAt.map(zone.text)
        body = mail.body
    }

    var words: String {
        var lines = ["\(id)  \(writtenAt)  \(subject)  to \(to ?? "nobody yet") (\(role))  \(state)"]
        if let sentAt { lines[0] += " \(sentAt)" }
        if attempts > 0, sentAt == nil { lines[0] += ", \(attempts) tried, next \(nextAt ?? "")" }
        if let reason { lines.append("    \(reason)") }
        return lines.joined(separator: "\n")
    }
}
