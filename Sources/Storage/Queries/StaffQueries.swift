import Casework
import GRDB

extension RegisterSession {
    public func site(named name: String) throws -> Site? {
        try first("\(Self.selectSite) WHERE folded = ?", [Site.folded(name)]).map(site)
    }

    public func sites() throws -> [Site] { try rows("\(Self.selectSite) ORDER BY folded", [], site) }

    public func staff(_ id: StaffMember.ID) throws -> StaffMember? {
        try first("\(Self.selectStaff) WHERE logon = ?", [id.rawValue]).map(staffMember)
    }

    public func staff(osUser: String) throws -> StaffMember? {
        try first("\(Self.selectStaff) WHERE os_user = ?", [osUser]).map(staffMember)
    }

    /// Everyone who works here, by logon.
    public func staff() throws -> [StaffMember] { try rows("\(Self.selectStaff) ORDER BY logon", [], staffMember) }

    /// Adds or replaces the staff member with this logon; returns whether they were new.
    @discardableResult
    public func save(_ member: StaffMember) throws -> Bool {
        let isNew = try staff(member.id) == nil
        try run(
            """
            INSERT INTO staff (\(Self.staffColumns)) VALUES (\(Self.places(11)))
            ON CONFLICT (logon) DO UPDATE SET os_user = excluded.os_user, given_name = excluded.given_name,
                surname = excluded.surname, position = excluded.position, site = excluded.site, zone = excluded.zone,
                access = excluded.access, email = excluded.email, phone = excluded.phone, level = excluded.level
            """,
            [
                member.id.rawValue, member.osUser, member.givenName, member.surname, member.position, member.site,
                member.zone, member.access.rawValue, member.email, member.phone, member.level,
            ])
        return isNew
    }

    /// Adds or replaces the site of this name; returns whether it was new.
    @discardableResult
    public func save(_ site: Site) throws -> Bool {
        let isNew = try self.site(named: site.name) == nil
        try run(
            "INSERT OR REPLACE INTO sites (folded, \(Self.siteColumns)) VALUES (\(Self.places(8)))",
            [
                Site.folded(site.name), site.name, site.kind.rawValue, site.state.rawValue, site.timeZone, site.zone,
                site.opens.minutes, site.closes.minutes,
            ])
        return isNew
    }

    public func addedHolidays() throws -> [AustralianState: [PublicHoliday]] {
        var holidays: [AustralianState: [PublicHoliday]] = [:]
        let found = try rows("SELECT state, day, name FROM holidays ORDER BY state, day", []) { row in
            (try code(row[0]) as AustralianState, PublicHoliday(day: try day(row[1]), name: row[2]))
        }
        for (state, holiday) in found { holidays[state, default: []].append(holiday) }
        return holidays
    }

    /// Adds a holiday of `state`, or renames the one on that day; returns whether the day was new.
    @discardableResult
    public func save(_ holiday: PublicHoliday, in state: AustralianState) throws -> Bool {
        let day = holiday.day.description
        let isNew = try first("SELECT 1 FROM holidays WHERE state = ? AND day = ?", [state.rawValue, day]) == nil
        try run(
            "INSERT OR REPLACE INTO holidays (state, day, name) VALUES (?, ?, ?)", [state.rawValue, day, holiday.name])
        return isNew
    }

    private static let staffColumns =
        "logon, os_user, given_name, surname, position, site, zone, access, email, phone, level"
    private static let selectStaff = "SELECT \(staffColumns) FROM staff"

    private func staffMember(_ row: Row) throws -> StaffMember {
        StaffMember(
            id: StaffMember.ID(rawValue: row[0]), osUser: row[1], givenName: row[2], surname: row[3], position: row[4],
            site: row[5], zone: row[6], access: try code(row[7]), email: row[8], phone: row[9], level: row[10])
    }

    private static let siteColumns = "name, kind, state, time_zone, zone, opens, closes"
    private static let selectSite = "SELECT \(siteColumns) FROM sites"

    private func site(_ row: Row) throws -> Site {
        guard let opens = TimeOfDay(minutes: row[5]), let closes = TimeOfDay(minutes: row[6]) else {
            throw RegisterError.damaged(path: path)
        }
        return Site(
            name: row[0], kind: try code(row[1]), state: try code(row[2]), timeZone: row[3], zone: row[4],
            opens: opens, closes: closes)
    }
}
