import Casework
import Widgets

/// What is known of a person, a row for each thing; what is not known has none.
extension Customer {
    /// What tells them from others: no more than a list may show, before their record is open.
    var rowsOfFound: [Fields.Row] { rows(livingIn: [place]) }

    /// All of it, as their open record shows it.
    var rowsOfRecord: [Fields.Row] {
        rows(livingIn: [addressLine1, addressLine2, place])
            + Self.rows([
                ("Mobile", phoneMobile), ("Phone", phoneHome), ("Email", email),
                ("Indicators", indicators.joined(separator: ", ")),
            ])
    }

    private func rows(livingIn address: [String?]) -> [Fields.Row] {
        Self.rows([
            ("Born", dateOfBirth?.inWords ?? "not known"), ("CRN", crn.map(Self.grouped)),
            ("Medicare", medicareNumber.map(Self.grouped)), ("CSID", csid), ("ID", externalId),
            ("Lives in", address.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")),
            ("Interpreter", interpreterLanguage), ("Brands", brands.map(\.name).joined(separator: ", ")),
        ])
    }

    private static func rows(_ known: [(name: String, value: String?)]) -> [Fields.Row] {
        known.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : Fields.Row(name, $0) } }
    }

    private static func grouped(_ number: String) -> String { ReferenceNumber.grouped(CustomerReference(number)) }

    private var place: String {
        [suburb, postcode, state?.rawValue.uppercased()].compactMap(\.self).joined(separator: " ")
    }
}
