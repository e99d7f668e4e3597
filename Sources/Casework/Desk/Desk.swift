/// One staff member at work on a register: every act goes through here, where access is checked and the audit trail
/// is written, whatever the front end (Q1, Q2).
///
/// Errors of the store pass through; they are ``UserFacing``.
public struct Desk: Sendable {
    public let store: any CaseworkStore
    public let staff: StaffMember
    public let register: RegisterInfo
    public let calendar: BusinessCalendar
    /// The clock by which instants are said when no site or plan decides: that of the staff member's site, else Canberra's.
    public let clock: WallClock
    let owed = OwedEntries()
    let readReports = ReadReports()
    let clockDoubt = ClockDoubt()

    /// Who sits down at the desk.
    public enum Actor: Sendable, Hashable {
        /// The account of the operating system, in a live register.
        case osUser(String)
        /// A logon, in a practice register.
        case logon(StaffMember.ID)
    }

    /// - Throws: ``DeskError`` when the register knows nobody of that account or logon, or forbids choosing.
    public init(_ store: any CaseworkStore, as actor: Actor) throws {
        let (staff, register, holidays, site) = try store.read { reader in
            let register = try reader.registerInfo()
            let staff: StaffMember?
            switch actor {
            case .osUser(let name):
                staff = try reader.staff(osUser: name)
            case .logon(let id):
                guard register.practice else { throw DeskError.logonChosenInLiveRegister }
                staff = try reader.staff(id)
            }
            guard let staff else { throw DeskError.unknownStaff(actor) }
            let site = try staff.site.flatMap { try reader.site(named: $0) }
            return (staff, register, try reader.addedHolidays(), site)
        }
        self.store = store
        self.staff = staff
        self.register = register
        calendar = BusinessCalendar(added: holidays)
        clock = WallClock(
            try LocalZone(site?.timeZone ?? AustralianState.act.zoneIdentifier), at: site?.name ?? "Canberra")
    }

    public var zone: LocalZone { clock.zone }

    /// - Throws: ``AccessRefusal``, which the audit trail keeps, or is owed while the register takes no writes.
    public func require(_ permission: Permission, of customer: Customer.ID? = nil, at instant: Instant) throws {
        guard !staff.access.allows(permission) else { return }
        let refusal = AccessRefusal(staff: staff.id, held: staff.access, permission: permission)
        _ = try auditOrOwe([
            OwedEntries.Entry(act: .refused, customer: customer, detail: permission.act, at: instant)
        ])
        throw refusal
    }

    func audit(
        _ act: AuditAct, of customer: Customer.ID?, _ detail: String, at instant: Instant, in writer: any CaseworkWriter
    ) throws {
        try writer.append(
            AuditEntry(
                after: try writer.lastAuditEntry(), at: instant, staff: staff.id, act: act, customer: customer,
                detail: detail))
    }
}

/// Why nobody can sit down at the desk.
public enum DeskError: UserFacing, Equatable {
    case unknownStaff(Desk.Actor)
    case logonChosenInLiveRegister
    case clockChosenInLiveRegister

    public var message: String {
        switch self {
        case .unknownStaff(.osUser(let name)): "No staff member of this register has the account '\(name)'."
        case .unknownStaff(.logon(let id)): "No staff member of this register has the logon '\(id)'."
        case .logonChosenInLiveRegister: "A live register does not let a logon be chosen."
        case .clockChosenInLiveRegister: "A live register does not let the clock be chosen."
        }
    }

    public var remedy: String {
        switch self {
        case .unknownStaff(.osUser):
            "Ask the register's administrator to enter you with 'mspdesk import staff', your account as osUser."
        case .unknownStaff(.logon): "Choose a logon of the register; practice logons begin with PR."
        case .logonChosenInLiveRegister: "Leave out --as and MSPDESK_AS: your own account decides."
        case .clockChosenInLiveRegister: "Leave out --now and MSPDESK_NOW."
        }
    }

    public var fault: Fault {
        switch self {
        case .unknownStaff: .notPermitted
        case .logonChosenInLiveRegister, .clockChosenInLiveRegister: .usage
        }
    }
}
