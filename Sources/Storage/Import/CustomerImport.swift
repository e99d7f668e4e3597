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
    /// The line on which each person stands who came with this file. Numbers alone, for there may be millions.
    private var lines: [Int64: Int32] = [:]

    init(session: RegisterSession, actor: StaffMember.ID) {
        self.session = session
    }

    mutating func take(_ row: inout ImportRow) throws -> Bool {
        // As a reference is written, so that the ID typed finds the ID imported.
        let externalId = CustomerReference(try row.required("externalId")).text
        let held = try session.customer(externalId: externalId)
        var customer = held ?? Customer(id: Customer.ID(rawValue: 0), externalId: externalId)
        try Self.read(&row, into: &customer)
        guard let held else {
            let id = try session.insert(customer)
            lines[id.rawValue] = Int32(clamping: row.line)
            return true
        }
        if let line = lines.updateValue(Int32(clamping: row.line), forKey: held.id.rawValue) {
            row.warn("external ID \(externalId.shortened) stands on line \(line) already; this row was kept")
        }
        try session.update(customer)
        return false
    }

    /// Takes over what the row tells; what the file has no column for stands as it is held.
    private static func read(_ row: inout ImportRow, into customer: inout Customer) throws(RowFault) {
        row.read("givenName", into: &customer.givenName)
        row.read("surname", into: &customer.surname)
        guard !customer.givenName.isEmpty || !customer.surname.isEmpty else {
            throw RowFault("surname", "is missing, and so is the given name")
        }
        if row.tells("state") { customer.state = row["state"].flatMap { AustralianState($0) } }
        if let written = row["state"], customer.state == nil {
            row.warn("'\(written.shortened)' is not a state, and was left out")
        }
        if let crn = row["crn"], !CustomerReferenceNumber.isValid(CustomerReference(crn).compact) {
            row.warn("the CRN '\(crn.shortened)' fails its check letter, and was kept")
        }
        if let number = row["medicareNumber"], !MedicareNumber.isValid(CustomerReference(number).compact) {
            row.warn("the Medicare number '\(number.shortened)' fails its check digit, and was kept")
        }
        row.read("otherNames", into: &customer.otherNames)
        row.read("preferredName", into: &customer.preferredName)
        if row.tells("dateOfBirth") { customer.dateOfBirth = try row.recordedDate("dateOfBirth") }
        row.read("crn", into: &customer.crn)
        row.read("medicareNumber", into: &customer.medicareNumber)
        row.read("csid", into: &customer.csid)
        row.read("phoneMobile", into: &customer.phoneMobile)
        row.read("phoneHome", into: &customer.phoneHome)
        row.read("email", into: &customer.email)
        row.read("addressLine1", into: &customer.addressLine1)
        row.read("addressLine2", into: &customer.addressLine2)
        row.read("suburb", into: &customer.suburb)
        row.read("postcode", into: &customer.postcode)
        if row.tells("brands") { customer.brands = try row.choices("brands") }
        row.read("interpreterLanguage", into: &customer.interpreterLanguage)
        if row.tells("indicators") { customer.indicators = row.list("indicators") }
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
