import Casework

/// Takes staff, by logon.
struct StaffImport: RowImport {
    static let fields = [
        "logon", "osUser", "givenName", "surname", "position", "site", "zone", "access", "email", "phone", "level",
    ]
    static let required = ["logon", "access"]

    private let session: RegisterSession
    private let sites: KnownSites
    /// Who imports, as the register knew them before.
    private let keeper: StaffMember?

    init(session: RegisterSession, actor: StaffMember.ID) throws {
        self.session = session
        sites = try KnownSites(session)
        keeper = try session.staff(actor)
    }

    func take(_ row: inout ImportRow) throws -> Bool {
        let id = StaffMember.ID(rawValue: try row.required("logon"))
        let access: Access = try row.choice("access")
        var member = try session.staff(id) ?? StaffMember(id: id, givenName: "", surname: "", access: access)
        member.access = access
        row.read("givenName", into: &member.givenName)
        row.read("surname", into: &member.surname)
        guard !member.givenName.isEmpty || !member.surname.isEmpty else {
            throw RowFault("surname", "is missing, and so is the given name")
        }
        row.read("osUser", into: &member.osUser)
        if let account = member.osUser, let other = try session.staff(osUser: account), other.id != id {
            throw RowFault("osUser", "'\(account.shortened)' is the account of \(other.id) already")
        }
        row.read("position", into: &member.position)
        row.read("site", into: &member.site)
        row.read("zone", into: &member.zone)
        row.read("email", into: &member.email)
        row.read("phone", into: &member.phone)
        row.read("level", into: &member.level)
        if let site = row["site"], let doubt = sites.doubt(of: site) { row.warn("site \(doubt)") }
        return try session.save(member)
    }

    /// A live register keeps whoever imports as its administrator, with their account: without one nobody could ever
    /// mend its staff list again. Plans are flagged anew by who works here now.
    func finish(_ report: inout ImportReport) throws {
        if let keeper, keeper.access.allows(.administer), try !session.registerInfo().practice {
            let now = try session.staff(keeper.id)
            guard now?.access == keeper.access, now?.osUser == keeper.osUser else {
                throw ImportError.lockout(keeper.id)
            }
        }
        try PlanFlags(session: session).renew { report.warn($0) }
    }
}

/// Takes sites, by name.
struct SiteImport: RowImport {
    static let fields = ["name", "kind", "state", "timeZone", "zone", "opens", "closes"]
    static let required = ["name", "kind", "state", "opens", "closes"]

    private let session: RegisterSession

    init(session: RegisterSession, actor: StaffMember.ID) {
        self.session = session
    }

    func take(_ row: inout ImportRow) throws -> Bool {
        let name = try row.required("name")
        let state = try row.state("state")
        let held = try session.site(named: name)
        // The time zone that is held is one of the state that is held.
        let kept = row.tells("timeZone") || held?.state != state ? nil : held?.timeZone
        let timeZone = row["timeZone"] ?? kept ?? state.zoneIdentifier
        var zone = held?.zone ?? ""
        row.read("zone", into: &zone)
        do { _ = try LocalZone(timeZone) } catch {
            throw RowFault("timeZone", "'\(timeZone.shortened)' is no time zone known here, such as Australia/Sydney")
        }
        let opens = try row.time("opens")
        let closes = try row.time("closes")
        guard opens < closes else { throw RowFault("closes", "\(closes) is not after \(opens), when it opens") }
        return try session.save(
            Site(
                name: name, kind: try row.choice("kind"), state: state, timeZone: timeZone, zone: zone,
                opens: opens, closes: closes))
    }

    func finish(_ report: inout ImportReport) throws { try PlanFlags(session: session).renew { report.warn($0) } }
}

/// Takes public holidays, by state and day, after the program's own.
struct HolidayImport: RowImport {
    static let fields = ["state", "date", "name"]
    static let required = fields

    private let session: RegisterSession
    private var taken: [(line: Int, day: CalendarDay, state: AustralianState)] = []

    init(session: RegisterSession, actor: StaffMember.ID) {
        self.session = session
    }

    mutating func take(_ row: inout ImportRow) throws -> Bool {
        let state = try row.state("state")
        guard let date = try row.recordedDate("date") else { throw RowFault("date", "is missing") }
        guard let day = date.day else { throw RowFault("date", "\(date) is in no calendar") }
        taken.append((row.line, day, state))
        return try session.save(PublicHoliday(day: day, name: try row.required("name")), in: state)
    }

    /// A day past a year of which none is entered may be a slip of the pen; it makes nothing known (P5).
    func finish(_ report: inout ImportReport) throws {
        let calendar = BusinessCalendar(added: try session.addedHolidays())
        for (line, day, state) in taken {
            let last = calendar.knownDays(in: state).upperBound
            guard day > last else { continue }
            report.warn(
                "line \(line): \(day) stands alone: the holidays of \(state.name) are known to \(last.dated), "
                    + "and the years between are missing")
        }
    }
}

extension ImportRow {
    fileprivate func state(_ field: String) throws(RowFault) -> AustralianState {
        let value = try required(field)
        guard let state = AustralianState(value) else {
            let known = AustralianState.allCases.map(\.rawValue).joined(separator: ", ")
            throw RowFault(field, "'\(value.shortened)' is none of \(known)")
        }
        return state
    }
}
