extension PublicHolidays {
    /// Tasmania, up to 2027.
    ///
    /// Set by the Statutory Holidays Act 2000, with the amendment of 2026 that adds Easter Sunday from 2027; listed
    /// at worksafe.tas.gov.au.
    ///
    /// Left out, as they hold in a part of the state: Royal Hobart Regatta (south), Recreation Day (north), cup and
    /// show days. Easter Tuesday is the State Service's alone.
    static let tas = PublicHolidays(
        knownTo: "2027-12-31",
        days: """
            2024-01-01 New Year's Day
            2024-01-26 Australia Day
            2024-03-11 Eight Hours Day
            2024-03-29 Good Friday
            2024-04-01 Easter Monday
            2024-04-25 Anzac Day
            2024-06-10 King's Birthday
            2024-12-25 Christmas Day
            2024-12-26 Boxing Day
            2025-01-01 New Year's Day
            2025-01-27 Australia Day (substitute day)
            2025-03-10 Eight Hours Day
            2025-04-18 Good Friday
            2025-04-21 Easter Monday
            2025-04-25 Anzac Day
            2025-06-09 King's Birthday
            2025-12-25 Christmas Day
            2025-12-26 Boxing Day
            2026-01-01 New Year's Day
            2026-01-26 Australia Day
            2026-03-09 Eight Hours Day
            2026-04-03 Good Friday
            2026-04-06 Easter Monday
            2026-04-25 Anzac Day
            2026-06-08 King's Birthday
            2026-12-25 Christmas Day
            2026-12-28 Boxing Day (substitute day)
            2027-01-01 New Year's Day
            2027-01-26 Australia Day
            2027-03-08 Eight Hours Day
            2027-03-26 Good Friday
            2027-03-28 Easter Sunday
            2027-03-29 Easter Monday
            2027-04-25 Anzac Day
            2027-06-14 King's Birthday
            2027-12-25 Christmas Day
            2027-12-27 Christmas Day (additional day)
            2027-12-28 Boxing Day (substitute day)
            """)
}
