import Casework
import Terminal
import Widgets

/// Who the person on screen is: enough to know at a glance that it is the right one.
public struct Identity: Sendable, Hashable {
    public let customer: Customer.ID
    public let name: String
    /// Birth date, number and what else must not be overlooked, the most telling first.
    public let details: [String]

    public init(_ customer: Customer) {
        self.customer = customer.id
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

/// The strip that says whose record this is; it takes as many rows as its facts need.
struct IdentityStrip: Widget {
    let identity: Identity

    func height(forWidth width: Int) -> Int { rows(width).count }

    func draw(on canvas: Canvas, theme: Theme) {
        let style = theme.style(.identity)
        canvas.fill(style)
        for (index, row) in rows(canvas.width).enumerated() {
            canvas.write(row, column: 1, row: index, style: style)
        }
    }

    var lines: [String] { [TerminalText.visible(([identity.name] + identity.details).joined(separator: ", "))] }

    private func rows(_ width: Int) -> [String] {
        let room = max(1, width - 2)
        var rows: [String] = []
        var current = TerminalText.fitted(identity.name, to: room)
        for detail in identity.details {
            let longer = current + "  " + detail
            if TerminalText.width(of: longer) <= room {
                current = longer
            } else {
                rows.append(current)
                current = TerminalText.fitted(detail, to: room)
            }
        }
        return rows + [current]
    }
}
