import Casework

/// Takes staff, by logon.
struct StaffImport: RowImport {
    static let fields = [
        "logon", "osUser", "givenName", "surname", "position", "site", "zone", "access", "email", "phone", "level",
    ]
    static let required = ["logon", "access"]

    private let session: RegisterSession

    init(session: RegisterSession) {
        self.session = session
    }

    func take(_ row: inout ImportRow) throws -> Bool {
        let id = StaffMember.ID(rawValue: try row.required("logon"))
        guard row["givenName"] != nil || row["surname"] != nil else {
            throw RowFault("surname", "is missing, and so is the given name")
        }
        if let account = row["osUser"], let other = try session.staff(osUser: account), other.id != id {
            throw RowFault("osUser", "'\(account.shortened)' is the account of \(other.id) already")
        }
        return try session.save(
            StaffMember(
                id: id, osUser: row["osUser"], givenName: row.text("givenName"), surname: row.text("surname"),
                position: row.text("position"), site: row["site"], zone: row["zone"], access: try row.choice("access"),
                email: row["email"], phone: row["phone"], level: row["level"]))
    }
}

/// Takes sites, by name.
struct SiteImport: RowImport {
    static let fields = ["name", "kind", "state", "timeZone", "zone", "opens", "closes"]
    static let required = ["name", "kind", "state", "opens", "closes"]

    private let session: RegisterSession

    init(session: RegisterSession) {
        self.session = session
    }

    func take(_ row: inout ImportRow) throws -> Bool {
        let name = try row.required("name")
        let state = try row.state("state")
        let timeZone = row["timeZone"] ?? state.zoneIdentifier
        do { _ = try LocalZone(timeZone) } catch {
            throw RowFault("timeZone", "'\(timeZone.shortened)' is no time zone known here, such as Australia/Sydney")
        }
        let opens = try row.time("opens")
        let closes = try row.time("closes")
        guard opens < closes else { throw RowFault("closes", "\(closes) is not after \(opens), when it opens") }
        return try session.save(
            Site(
                name: name, kind: try row.choice("kind"), state: state, timeZone: timeZone, zone: row.text("zone"),
                opens: opens, closes: closes))
    }
}

/// Takes public holidays, by state and day, after the program's own.
struct HolidayImport: RowImport {
    static let fields = ["state", "date", "name"]
    static let required = fields

    private let session: RegisterSession

    init(session: RegisterSession) {
        self.session = session
    }

    func take(_ row: inout ImportRow) throws -> Bool {
        let state = try row.state("state")
        guard let date = try row.recordedDate("date") else { throw RowFault("date", "is missing") }
        guard let day = date.day else { throw RowFault("date", "\(date) is in no calendar") }
        return try session.save(PublicHoliday(day: day, name: try row.required("name")), in: state)
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
