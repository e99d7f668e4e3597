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

    func customer(_ row: Row) throws -> Customer {
        let born: String? = row[6]
        let state: String? = row[17]
        return Customer(
            id: Customer.ID(rawValue: row[0]), externalId: row[1], givenName: row[2], surname: row[3],
            otherNames: row[4], preferredName: row[5], dateOfBirth: born.flatMap { RecordedDate($0) }, crn: row[7],
            medicareNumber: row[8], csid: row[9], phoneMobile: row[10], phoneHome: row[11], email: row[12],
            addressLine1: row[13], addressLine2: row[14], suburb: row[15], postcode: row[16],
            state: try state.map(code), brands: try CodeList.codes(row[18]).map(code), interpreterLanguage: row[19],
            indicators: CodeList.codes(row[20]))
    }
}

extension Customer {
    /// The numbers by which the customer is referred to, compact as ``CustomerReference/compact``.
    var compactNumbers: Set<String> {
        Set([crn, medicareNumber, csid].compactMap { $0.map { CustomerReference($0).compact } }).subtracting([""])
    }
}
