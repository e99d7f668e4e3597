/// When a site receives people: Monday to Friday, from its opening to its closing time, public holidays apart (R5).
struct OpeningHours {
    let site: Site
    let zone: LocalZone
    let calendar: BusinessCalendar

    /// - Throws: ``CalendarError/unknownZone(_:)`` when the machine lacks the site's zone.
    init(of site: Site, calendar: BusinessCalendar) throws(CalendarError) {
        self.site = site
        zone = try LocalZone(site.timeZone)
        self.calendar = calendar
    }

    /// Whether the clock alone lets people in: weekday and hours, holidays not looked at.
    func isWithinHours(_ instant: Instant) -> Bool {
        let (day, time, _) = zone.clock(at: instant)
        return day.weekday.isBusinessDay && site.opens <= time && time < site.closes
    }

    /// - Throws: ``CalendarError`` when the holidays of that day are not known.
    func isOpen(at instant: Instant) throws(CalendarError) -> Bool {
        guard isWithinHours(instant) else { return false }
        return try calendar.holiday(on: zone.day(at: instant), in: site.state) == nil
    }

    /// The first opening after `instant`, within the five weeks that no run of holidays fills.
    ///
    /// - Throws: ``CalendarError`` when it would lie where holidays are not known.
    func opening(after instant: Instant) throws(CalendarError) -> Instant? {
        let today = zone.day(at: instant)
        for offset in 0...35 {
            let day = today.advanced(by: offset)
            guard day.weekday.isBusinessDay, try calendar.holiday(on: day, in: site.state) == nil else { continue }
            let opens = zone.instant(of: day, at: site.opens)
            if opens > instant { return opens }
        }
        return nil
    }
}
