import Casework
import GRDB

extension RegisterSession {
    public func customer(_ id: Customer.ID) throws -> Customer? {
        try first("\(Self.selectCustomer) WHERE id = ?", [id.rawValue]).map(customer)
    }

    /// Numbers and plan IDs are compared as ``CustomerReference/compact``, external IDs letter by letter: two systems'
    /// IDs may differ in case alone. A removed plan names nobody.
    public func customers(bearing reference: CustomerReference) throws -> [Customer] {
        guard !reference.compact.isEmpty else { return [] }
        // A code tells the digits of a number; its letters are compared here.
        let code = NumberCode.whole(SearchText.number(reference.compact))
        let numbered = try rows(Self.numbered, [code], customer).filter {
            $0.compactNumbers.contains(reference.compact)
        }
        let named = try rows(Self.named, [reference.text, reference.compact], customer)
        return (numbered + named.filter { !numbered.contains($0) }).sorted { $0.id.rawValue < $1.id.rawValue }
    }

    public func customers(withMobile number: String) throws -> [Customer] {
        let digits = SearchText.phoneDigits(number)
        guard !digits.isEmpty else { return [] }
        return try rows(Self.numbered, [NumberCode.whole(digits)], customer).filter {
            $0.phoneMobile.map(SearchText.phoneDigits) == digits
        }
    }

    static let numbered = "\(selectCustomer) JOIN people_by_number ON customer = customers.id WHERE code = ?"
    static let named = """
        \(selectCustomer) WHERE id IN (
            SELECT id FROM customers WHERE external_id = ?
            UNION ALL SELECT customer FROM plans
                WHERE upper(replace(replace(id, '-', ''), ' ', '')) = ? AND status <> 'removed')
        """

    func customer(externalId: String) throws -> Customer? {
        try first("\(Self.selectCustomer) WHERE external_id = ?", [externalId]).map(customer)
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
        let cursor = try Row.fetchCursor(db, sql: "\(Self.selectCustomer) ORDER BY id")
        while let row = try cursor.next() { try each(try customer(row)) }
    }

    private static let insertCustomer =
        "INSERT INTO customers (\(customerColumns.joined(separator: ", "))) VALUES (\(places(customerColumns.count)))"
    private static let updateCustomer =
        "UPDATE customers SET \(customerColumns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
}
