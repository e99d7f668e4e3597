import ArgumentParser
import Casework

/// The audit trail.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Read and verify the audit trail.",
        subcommands: [Show.self, Verify.self, Head.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Show the audit trail, of all or of one person.")
        @Argument(help: "CRN, Medicare number, CSID, plan ID or external ID; everybody when left out.") var ref: String?
        @Flag(help: "One JSON document on standard output.") var json = false
        @OptionGroup var options: DeskOptions

        private struct Row: Encodable {
            let number: Int64
            let at: String
            let staff: String
            /// Of a staff member whom the register no longer knows: left out.
            var staffName: String?
            let act: String
            let customer: Int64?
            let externalId: String?
            let detail: String
            let hash: String
        }

        func run() throws {
            let seat = try options.desk()
            let customer = try ref.map { try seat.desk.customerOfAudit(CustomerReference($0), at: seat.now) }
            var rows: [Row] = []
            try seat.desk.require(.readAudit, of: customer?.id, at: seat.now)
            if !json { seat.desk.practiceLine() }
            try seat.desk.auditTrail(of: customer?.id, at: seat.now) { entry, externalId in
                let at = seat.desk.zone.text(entry.at)
                guard json else {
                    let of = (externalId ?? entry.customer.map { "\($0.rawValue)" }).map { " of \($0)" } ?? ""
                    return Output.line(
                        "\(entry.number)  \(at)  \(entry.staff)  \(entry.act.rawValue)\(of)  \(entry.detail)")
                }
                rows.append(
                    Row(
                        number: entry.number, at: at, staff: entry.staff.rawValue, act: entry.act.rawValue,
                        customer: entry.customer?.rawValue, externalId: externalId, detail: entry.detail,
                        hash: entry.hash))
            }
            guard json else { return }
            let staff = try seat.desk.staff(Set(rows.map(\.staff)).map(StaffMember.ID.init(rawValue:)))
            for index in rows.indices {
                rows[index].staffName = staff[StaffMember.ID(rawValue: rows[index].staff)]?.name
            }
            try Output.json(rows)
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Check that no entry was changed, deleted, inserted, moved or cut off; exit 1 when one was.")
        @Option(help: "A hash kept elsewhere, from 'mspdesk audit head'.") var head: String?
        @Flag(help: "One JSON document on standard output.") var json = false
        @OptionGroup var options: DeskOptions

        private struct Report: Encodable {
            let intact: Bool
            let entries: Int64
            let head: String
            let brokenAt: Int64?
            let fault: String?
        }

        func run() throws {
            // Against a slip of the hand every trail would seem rewritten.
            if let head, !head.isHash { throw InputError.notAHead(head) }
            let seat = try options.desk()
            let (entries, head, fault) = try seat.desk.verifyAudit(keptHead: head, at: seat.now)
            if json {
                try Output.json(
                    Report(
                        intact: fault == nil, entries: entries, head: head, brokenAt: fault?.entry,
                        fault: fault?.message))
            } else {
                seat.desk.practiceLine()
                Output.line(fault?.message ?? "The audit trail holds: \(AuditEntry.counted(entries)), head \(head).")
            }
            if fault != nil { throw ExitCode(1) }
        }
    }

    struct Head: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "head",
            abstract: "Print the newest hash, to be kept elsewhere: against it a cut or rewritten trail is found.")
        @OptionGroup var options: DeskOptions

        func run() throws {
            let seat = try options.desk()
            Output.line(try seat.desk.auditHead(at: seat.now))
        }
    }
}

extension String {
    /// Whether it is written as the hash of an entry is, in small letters or capitals.
    fileprivate var isHash: Bool { utf8.count == AuditEntry.origin.utf8.count && utf8.allSatisfy(\.isHexDigit) }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool { Character(Unicode.Scalar(self)).isHexDigit }
}
