import Casework
import Terminal
import Widgets

/// Who the person on screen is: enough to know at a glance that it is the right one.
public struct Identity: Sendable, Hashable {
    public let customer: Customer.ID
    public let name: String
    /// Birth date, number and what else must not be overlooked, the most telling first.
    public let details: [String]
    /// Whether a safety alert stands on their plan: then it stands on every screen of theirs (W2).
    public let safetyAlert: Bool

    public init(_ customer: Customer, safetyAlert: Bool = false) {
        self.customer = customer.id
        self.safetyAlert = safetyAlert
        name = Self.name(of: customer)
        var details = ["born \(customer.dateOfBirth?.inWords ?? "unknown")"]
        if let crn = customer.crn {
            details.append("CRN \(ReferenceNumber.grouped(CustomerReference(crn)))")
        } else if let medicare = customer.medicareNumber {
            details.append("Medicare \(ReferenceNumber.grouped(CustomerReference(medicare)))")
        } else {
            details.append(customer.externalId)
        }
        if let language = customer.interpreterLanguage { details.append("INTERPRETER: \(language)") }
        self.details = details
    }

    /// The surname in capitals, so that nobody takes a given name for it: `Mai NGUYEN ("May")`.
    public static func name(of customer: Customer) -> String {
        var name = [customer.givenName, customer.otherNames, customer.surname.uppercased()]
            .filter { !$0.isEmpty }.joined(separator: " ")
        if !customer.preferredName.isEmpty, customer.preferredName != customer.givenName {
            name += " (\"\(customer.preferredName)\")"
        }
        return name
    }
}

/// The strip that says whose record this is, and whether a safety alert is on; it takes as many rows as that needs.
struct IdentityStrip: Widget {
    let identity: Identity

    /// A part of the strip: the alert has a fill and a shape of its own.
    private struct Part {
        var text: String
        var role = Role.identity
    }

    func height(forWidth width: Int) -> Int { rows(width).count }

    func draw(on canvas: Canvas, theme: Theme) {
        canvas.fill(theme.style(.identity))
        for (row, parts) in rows(canvas.width).enumerated() {
            var column = 1
            for part in parts {
                canvas.write(part.text, column: column, row: row, style: theme.style(part.role))
                column += TerminalText.width(of: part.text) + 2
            }
        }
    }

    var lines: [String] {
        [TerminalText.visible(([identity.name] + identity.details).joined(separator: ", "))]
            + (identity.safetyAlert ? ["Stop: SAFETY ALERT"] : [])
    }

    private func rows(_ width: Int) -> [[Part]] {
        let room = max(1, width - 2)
        let alert = identity.safetyAlert ? [Part(text: "!!! SAFETY ALERT !!!", role: .danger)] : []
        var rows: [[Part]] = [[]]
        var used = 0
        for part in [Part(text: identity.name)] + alert + identity.details.map({ Part(text: $0) }) {
            let fitted = Part(text: TerminalText.fitted(part.text, to: room), role: part.role)
            let needed = TerminalText.width(of: fitted.text)
            let isFirst = rows.last?.isEmpty ?? true
            if isFirst || used + 2 + needed <= room {
                rows[rows.count - 1].append(fitted)
                used += needed + (isFirst ? 0 : 2)
            } else {
                rows.append([fitted])
                used = needed
            }
        }
        return rows
    }
}
