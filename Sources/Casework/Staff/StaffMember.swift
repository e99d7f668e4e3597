/// Somebody who works for the agency and may use the register.
public struct StaffMember: Codable, Sendable, Hashable {
    /// A logon, compared without regard to case and kept in capitals.
    public struct ID: RawRepresentable, Codable, Sendable, Hashable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue.uppercased() }
        public var description: String { rawValue }
    }

    public var id: ID
    /// The account of the operating system that acts as this person in a live register.
    public var osUser: String?
    public var givenName: String
    public var surname: String
    public var position: String
    /// The name of the site where they work.
    public var site: String?
    public var zone: String?
    public var access: Access
    public var email: String?
    public var phone: String?
    /// The classification, such as `APS4`.
    public var level: String?

    public init(
        id: ID, osUser: String? = nil, givenName: String, surname: String, position: String = "",
        site: String? = nil, zone: String? = nil, access: Access, email: String? = nil, phone: String? = nil,
        level: String? = nil
    ) {
        self.id = id
        self.osUser = osUser
        self.givenName = givenName
        self.surname = surname
        self.position = position
        self.site = site
        self.zone = zone
        self.access = access
        self.email = email
        self.phone = phone
        self.level = level
    }

    public var name: String { [givenName, surname].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// What a staff member may do (domain.md section 11).
public enum Access: String, CaseIterable, Codable, Sendable, Hashable {
    case none, manager, delegate, psManager, capt, admin

    public var name: String {
        switch self {
        case .none: "staff"
        case .manager: "manager"
        case .delegate: "delegate"
        case .psManager: "PS manager"
        case .capt: "CAPT"
        case .admin: "administrator"
        }
    }

    /// Whether this level carries `permission` (the table of section 11).
    public func allows(_ permission: Permission) -> Bool { permission.holders.contains(self) }
}

/// An act that needs access.
public enum Permission: Sendable, Hashable, CaseIterable {
    /// Look up, see the warning, run procedures, write contact reports: all but the administrator, who opens no record.
    case serveCustomers
    /// Record plan notes and contacts, and record contact reports (N4).
    case recordNotes
    /// Remove a note, and see removed text (N3).
    case removeNotes
    /// Import, back up, restore, keep staff and sites, verify the audit trail.
    case administer
    /// See the audit trail of a record.
    case readAudit

    /// The levels that carry it, the least first.
    public var holders: [Access] {
        switch self {
        case .serveCustomers: [.none, .manager, .delegate, .psManager, .capt]
        case .recordNotes: [.manager, .delegate, .psManager, .capt]
        case .removeNotes: [.capt]
        case .administer: [.admin]
        case .readAudit: [.capt, .admin]
        }
    }

    /// What is done, after "may".
    public var act: String {
        switch self {
        case .serveCustomers: "look people up and open records"
        case .recordNotes: "record plan notes"
        case .removeNotes: "remove notes"
        case .administer: "administer the register"
        case .readAudit: "read the audit trail"
        }
    }
}

/// Why an act was refused: who asked, and the access that it needs (Q1).
public struct AccessRefusal: UserFacing, Equatable {
    public let staff: StaffMember.ID
    public let held: Access
    public let permission: Permission

    public init(staff: StaffMember.ID, held: Access, permission: Permission) {
        self.staff = staff
        self.held = held
        self.permission = permission
    }

    public var message: String { "\(staff) (\(held.name) access) may not \(permission.act)." }
    public var remedy: String {
        "This needs \(permission.holders.map(\.name).joined(separator: ", ")) access: ask someone who holds it."
    }
    public var fault: Fault { .notPermitted }
}

/// A place where the agency serves people.
public struct Site: Codable, Sendable, Hashable {
    public enum Kind: String, CaseIterable, Codable, Sendable, Hashable {
        case serviceCentre, smartCentre, office
    }

    /// Unique in a register, compared without regard to case.
    public var name: String
    public var kind: Kind
    public var state: AustralianState
    /// A zone of the time zone data, such as `Australia/Broken_Hill`.
    public var timeZone: String
    /// The service zone, such as `Sydney West`.
    public var zone: String
    /// Opening time on its working days, local, inclusive.
    public var opens: TimeOfDay
    /// Closing time on its working days, local, exclusive.
    public var closes: TimeOfDay

    public init(
        name: String, kind: Kind, state: AustralianState, timeZone: String, zone: String, opens: TimeOfDay,
        closes: TimeOfDay
    ) {
        self.name = name
        self.kind = kind
        self.state = state
        self.timeZone = timeZone
        self.zone = zone
        self.opens = opens
        self.closes = closes
    }

    /// Whether `name` names this site: case and surrounding spaces do not matter.
    public func isNamed(_ name: String) -> Bool { Site.sameName(self.name, name) }

    public static func sameName(_ left: String, _ right: String) -> Bool { folded(left) == folded(right) }

    /// A site's name as it is compared: lower case, single spaces.
    public static func folded(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
