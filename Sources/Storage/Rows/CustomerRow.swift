import Casework
import GRDB

/// How a customer stands in a row of the table `customers`.
extension RegisterSession {
    static let customerColumns = [
        "external_id", "given_name", "surname", "other_names", "preferred_name", "date_of_birth", "crn",
        "medicare_number", "csid", "phone_mobile", "phone_home", "email", "address_line1", "address_line2", "suburb",
        "postcode", "state", "brands", "interpreter_language", "indicators",
    ]

    static let selectCustomer =
        "SELECT customers.id, " + customerColumns.map { "customers.\($0)" }.joined(separator: ", ") + " FROM customers"

    static func values(_ customer: Customer) -> [(any DatabaseValueConvertible)?] {
        [
            customer.externalId, customer.givenName, customer.surname, customer.otherNames, customer.preferredName,
            customer.dateOfBirth?.text, customer.crn, customer.medicareNumber, customer.csid, customer.phoneMobile,
            customer.phoneHome, customer.email, customer.addressLine1, customer.addressLine2, customer.suburb,
            customer.postcode, customer.state?.rawValue, CodeList.text(customer.brands.map(\.rawValue)),
            customer.interpreterLanguage, CodeList.text(customer.indicators),
        ]
    }

    func customer(_ row: borrowing BareRow) throws -> Customer {
        Customer(
            id: Customer.ID(rawValue: row[0]), externalId: row.text(1), givenName: row.text(2), surname: row.text(3),
            otherNames: row.text(4), preferredName: row.text(5),
            dateOfBirth: row.optionalText(6).flatMap { RecordedDate($0) }, crn: row.optionalText(7),
            medicareNumber: row.optionalText(8), csid: row.optionalText(9), phoneMobile: row.optionalText(10),
            phoneHome: row.optionalText(11), email: row.optionalText(12), addressLine1: row.optionalText(13),
            addressLine2: row.optionalText(14), suburb: row.optionalText(15), postcode: row.optionalText(16),
            state: try row.optionalText(17).map(code), brands: try CodeList.codes(row.text(18)).map(code),
            interpreterLanguage: row.optionalText(19), indicators: CodeList.codes(row.text(20)))
    }
}

extension Customer {
    func bears(_ reference: CustomerReference) -> Bool {
        if externalId == reference.text { return true }
        let numbers = [crn, medicareNumber, csid].compactMap(\.self)
        // Most are kept as they are compared.
        return numbers.contains(reference.compact)
            || numbers.contains { CustomerReference($0).compact == reference.compact }
    }
}
