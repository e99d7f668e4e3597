import Casework

extension Customer {
    /// An invented person; `number` makes the ID, and the external ID when none is given.
    public static func invented(
        _ number: Int64 = 1, _ givenName: String = "Ada", _ surname: String = "Byron",
        born dateOfBirth: String? = "1980-04-03", externalId: String? = nil, otherNames: String = "",
        preferredName: String = "", crn: String? = nil, medicareNumber: String? = nil, csid: String? = nil,
        mobile: String? = nil, suburb: String? = nil, postcode: String? = nil
    ) -> Customer {
        Customer(
            id: ID(rawValue: number), externalId: externalId ?? "X\(number)", givenName: givenName, surname: surname,
            otherNames: otherNames, preferredName: preferredName,
            dateOfBirth: dateOfBirth.flatMap { RecordedDate($0) }, crn: crn, medicareNumber: medicareNumber,
            csid: csid, phoneMobile: mobile, suburb: suburb, postcode: postcode)
    }
}

extension StaffMember.ID {
    public static let counter: Self = "PR0001"
    public static let manager: Self = "PR0002"
    public static let delegate: Self = "PR0003"
    public static let psManager: Self = "PR0004"
    public static let capt: Self = "PR0005"
    public static let admin: Self = "PR0006"
}

extension StaffMember.ID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension StaffMember {
    /// One staff member of each access, all at Parramatta.
    public static let invented: [StaffMember] = [
        member(.counter, "Mina", "Okafor", .none), member(.manager, "Tom", "Nguyen", .manager),
        member(.delegate, "Rosa", "Petrov", .delegate), member(.psManager, "Ian", "Walsh", .psManager),
        member(.capt, "Leila", "Haddad", .capt), member(.admin, "Sam", "Reid", .admin),
    ]

    /// The invented staff member who holds `access`.
    public static func holding(_ access: Access) -> StaffMember {
        guard let member = invented.first(where: { $0.access == access }) else {
            preconditionFailure("nobody holds \(access)")
        }
        return member
    }

    private static func member(_ id: ID, _ givenName: String, _ surname: String, _ access: Access) -> StaffMember {
        StaffMember(
            id: id, osUser: givenName.lowercased(), givenName: givenName, surname: surname, site: "Parramatta",
            zone: "Sydney West", access: access)
    }
}
