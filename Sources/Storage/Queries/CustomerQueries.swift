import Casework
import GRDB

extension RegisterSession {
    public func customer(_ id: Customer.ID) throws -> Customer? {
        try BareStatement(Self.identified, in: db).first(id.rawValue, make: customer)
    }

    /// Those who are in the register, in the order asked.
    func customers(_ ids: [Int64]) throws -> [Customer] {
        let statement = try BareStatement(Self.identified, in: db)
        return try ids.compactMap { try statement.first($0, make: customer) }
    }

    /// Numbers and plan IDs are compared as ``CustomerReference/compact``, external IDs letter by letter: two systems'
    /// IDs may differ in case alone. A removed plan names nobody.
    public func customers(bearing reference: CustomerReference) throws -> [Customer] {
        guard !reference.compact.isEmpty else { return [] }
        var bearers: [Customer] = []
        // A code tells the digits of a number or external ID; its letters are compared here.
        let number = SearchText.number(reference.compact)
        if number.isEmpty {
            bearers = try customer(externalId: reference.text).map { [$0] } ?? []
        } else {
            bearers = try BareStatement(Self.bearing, in: db).all(NumberCode.whole(number), make: customer)
                .filter { $0.bears(reference) }
        }
        try BareStatement(Self.planned, in: db).each(text: reference.compact) { row in
            if let customer = try customer(Customer.ID(rawValue: row[0])), !bearers.contains(customer) {
                bearers.append(customer)
            }
            return true
        }
        return bearers.count < 2 ? bearers : bearers.sorted { $0.id.rawValue < $1.id.rawValue }
    }

    public func customers(withPhone number: String) throws -> [Customer] {
        let digits = SearchText.phoneDigits(number)
        guard !digits.isEmpty else { return [] }
        return try BareStatement(Self.bearing, in: db).all(NumberCode.whole(digits), make: customer).filter {
            $0.bears(phoneDigits: digits)
        }
    }

    private static let identified = "\(selectCustomer) WHERE id = ?"
    static let bearing = "\(selectCustomer) JOIN people_by_number ON customer = customers.id WHERE code = ?"
    static let planned = """
        SELECT customer FROM plans WHERE upper(replace(replace(id, '-', ''), ' ', '')) = ? AND status <> 'removed'
        """

    func customer(externalId: String) throws -> Customer? {
        try BareStatement("\(Self.selectCustomer) WHERE external_id = ?", in: db)
            .first(text: externalId, make: customer)
    }

    /// Adds a customer with the keys and numbers by which they are found; its ``Customer/id`` is ignored and the given
    /// one returned.
    ///
    /// - Throws: ``RegisterError/refused(detail:)`` when the external ID is taken, or both names are empty.
    @discardableResult
    public func insert(_ customer: Customer) throws -> Customer.ID {
        try run(Self.insertCustomer, Self.values(customer))
        let id = db.lastInsertedRowID
        try index.add(customer, as: id)
        return Customer.ID(rawValue: id)
    }

    /// Replaces what is held of the customer whose ``Customer/id`` it bears.
    public func update(_ customer: Customer) throws {
        let id = customer.id.rawValue
        guard let old = try self.customer(customer.id) else {
            throw RegisterError.refused(detail: "no customer \(id)")
        }
        guard old != customer else { return }
        try run(Self.updateCustomer, Self.values(customer) + [id])
        try index.replace(old, by: customer, as: id)
    }

    /// How many customers the register holds.
    public func customerCount() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM customers") ?? 0
    }

    /// Every customer in the order in which they were added, handed over one by one.
    public func customers(_ each: (Customer) throws -> Void) throws {
        try BareStatement("\(Self.selectCustomer) ORDER BY id", in: db).each([]) { row in
            try each(try customer(row))
            return true
        }
    }

    private static let insertCustomer =
        "INSERT INTO customers (\(customerColumns.joined(separator: ", "))) VALUES (\(places(customerColumns.count)))"
    private static let updateCustomer =
        "UPDATE customers SET \(customerColumns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
}
