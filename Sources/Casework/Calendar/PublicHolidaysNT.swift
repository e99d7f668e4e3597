extension PublicHolidays {
    /// Northern Territory, up to 2027.
    ///
    /// Set by the Public Holidays Act 1981 and its schedule; listed at nt.gov.au/nt-public-holidays.
    ///
    /// Left out: the show days of Alice Springs, Tennant Creek, Katherine, Darwin and Borroloola, which are
    /// regional; Christmas Eve and New Year's Eve from 19:00, parts of days.
    static let nt = PublicHolidays(
        knownTo: "2027-12-31",
        days: """
            2024-01-01 New Year's Day
            2024-01-26 Australia Day
            2024-03-29 Good Friday
            2024-03-30 Easter Saturday
            2024-03-31 Easter Sunday
            2024-04-01 Easter Monday
            2024-04-25 Anzac Day
            2024-05-06 May Day
            2024-06-10 King's Birthday
            2024-08-05 Picnic Day
            2024-12-25 Christmas Day
            2024-12-26 Boxing Day
            2025-01-01 New Year's Day
            2025-01-27 Australia Day (substitute day)
            2025-04-18 Good Friday
            2025-04-19 Easter Saturday
            2025-04-20 Easter Sunday
            2025-04-21 Easter Monday
            2025-04-25 Anzac Day
            2025-05-05 May Day
            2025-06-09 King's Birthday
            2025-08-04 Picnic Day
            2025-12-25 Christmas Day
            2025-12-26 Boxing Day
            2026-01-01 New Year's Day
            2026-01-26 Australia Day
            2026-04-03 Good Friday
            2026-04-04 Easter Saturday
            2026-04-05 Easter Sunday
            2026-04-06 Easter Monday
            2026-04-25 Anzac Day
            2026-05-04 May Day
            2026-06-08 King's Birthday
            2026-08-03 Picnic Day
            2026-12-25 Christmas Day
            2026-12-26 Boxing Day
            2026-12-28 Boxing Day (additional day)
            2027-01-01 New Year's Day
            2027-01-26 Australia Day
            2027-03-26 Good Friday
            2027-03-27 Easter Saturday
            2027-03-28 Easter Sunday
            2027-03-29 Easter Monday
            2027-04-26 Anzac Day (substitute day)
            2027-05-03 May Day
            2027-06-14 King's Birthday
            2027-08-02 Picnic Day
            2027-12-25 Christmas Day
            2027-12-26 Boxing Day
            2027-12-27 Christmas Day (additional day)
            2027-12-28 Boxing Day (additional day)
            """)
}
