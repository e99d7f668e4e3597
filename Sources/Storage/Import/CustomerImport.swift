import Casework
import GRDB

/// Takes customers, by external ID.
///
/// What a source system got wrong keeps nobody out, for a missing person is the greater danger: a state that does not
/// exist is left out, a number that fails its check is kept, both with a warning. What the register cannot keep apart or find again is refused.
struct CustomerImport: RowImport {
    static let fields = [
        "externalId", "givenName", "surname", "otherNames", "preferredName", "dateOfBirth", "crn", "medicareNumber",
        "csid", "phoneMobile", "phoneHome", "email", "addressLine1", "addressLine2", "suburb", "postcode", "state",
        "brands", "interpreterLanguage", "indicators",
    ]
    static let required = ["externalId"]

    private let session: RegisterSession
    /// Customers with a later ID came with this file.
    private let lastBefore: Int64

    init(session: RegisterSession) throws {
        self.session = session
        lastBefore = try session.first("SELECT ifnull(max(id), 0) FROM customers", [])?[0] ?? 0
    }

    func take(_ row: inout ImportRow) throws -> Bool {
        var customer = try Self.customer(&row)
        guard let held = try session.customer(externalId: customer.externalId) else {
            try session.insert(customer)
            return true
        }
        if held.id.rawValue > lastBefore {
            row.warn("external ID \(customer.externalId.shortened) stands twice in the file; this row was kept")
        }
        customer.id = held.id
        try session.update(customer)
        return false
    }

    static func customer(_ row: inout ImportRow) throws(RowFault) -> Customer {
        // As a reference is written, so that the ID typed finds the ID imported.
        let externalId = CustomerReference(try row.required("externalId")).text
        guard row["givenName"] != nil || row["surname"] != nil else {
            throw RowFault("surname", "is missing, and so is the given name")
        }
        let state = row["state"].flatMap { AustralianState($0) }
        if let written = row["state"], state == nil {
            row.warn("'\(written.shortened)' is not a state, and was left out")
        }
        if let crn = row["crn"], !CustomerReferenceNumber.isValid(CustomerReference(crn).compact) {
            row.warn("the CRN '\(crn.shortened)' fails its check letter, and was kept")
        }
        if let number = row["medicareNumber"], !MedicareNumber.isValid(CustomerReference(number).compact) {
            row.warn("the Medicare number '\(number.shortened)' fails its check digit, and was kept")
        }
        return Customer(
            id: Customer.ID(rawValue: 0), externalId: externalId, givenName: row.text("givenName"),
            surname: row.text("surname"), otherNames: row.text("otherNames"),
            preferredName: row.text("preferredName"), dateOfBirth: try row.recordedDate("dateOfBirth"),
            crn: row["crn"], medicareNumber: row["medicareNumber"], csid: row["csid"],
            phoneMobile: row["phoneMobile"], phoneHome: row["phoneHome"], email: row["email"],
            addressLine1: row["addressLine1"], addressLine2: row["addressLine2"], suburb: row["suburb"],
            postcode: row["postcode"], state: state, brands: try row.choices("brands"),
            interpreterLanguage: row["interpreterLanguage"], indicators: row.list("indicators"))
    }
}

extension AustralianState {
    /// Reads `nsw`, `NSW` and `New South Wales`.
    init?(_ text: String) {
        let folded = text.lowercased()
        guard let state = Self.allCases.first(where: { $0.rawValue == folded || $0.name.lowercased() == folded }) else {
            return nil
        }
        self = state
    }
}
