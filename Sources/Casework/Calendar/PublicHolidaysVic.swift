extension PublicHolidays {
    /// Victoria, up to the end of August 2027.
    ///
    /// Set by the Public Holidays Act 1993 and the Minister's notices in the Government Gazette; listed at
    /// business.vic.gov.au. The Friday before the AFL Grand Final of 2027 waits for the fixture, so that nothing
    /// past August 2027 is taken as known; the days after it that the Act fixes stand here already and count once
    /// that Friday is added.
    ///
    /// Melbourne Cup Day holds in the whole state but where a council outside Melbourne keeps a day of its own
    /// instead (Geelong).
    static let vic = PublicHolidays(
        knownTo: "2027-08-31",
        days: """
            2024-01-01 New Year's Day
            2024-01-26 Australia Day
            2024-03-11 Labour Day
            2024-03-29 Good Friday
            2024-03-30 Easter Saturday
            2024-03-31 Easter Sunday
            2024-04-01 Easter Monday
            2024-04-25 Anzac Day
            2024-06-10 King's Birthday
            2024-09-27 Friday before the AFL Grand Final
            2024-11-05 Melbourne Cup Day
            2024-12-25 Christmas Day
            2024-12-26 Boxing Day
            2025-01-01 New Year's Day
            2025-01-27 Australia Day (substitute day)
            2025-03-10 Labour Day
            2025-04-18 Good Friday
            2025-04-19 Easter Saturday
            2025-04-20 Easter Sunday
            2025-04-21 Easter Monday
            2025-04-25 Anzac Day
            2025-06-09 King's Birthday
            2025-09-26 Friday before the AFL Grand Final
            2025-11-04 Melbourne Cup Day
            2025-12-25 Christmas Day
            2025-12-26 Boxing Day
            2026-01-01 New Year's Day
            2026-01-26 Australia Day
            2026-03-09 Labour Day
            2026-04-03 Good Friday
            2026-04-04 Easter Saturday
            2026-04-05 Easter Sunday
            2026-04-06 Easter Monday
            2026-04-25 Anzac Day
            2026-06-08 King's Birthday
            2026-09-25 Friday before the AFL Grand Final
            2026-11-03 Melbourne Cup Day
            2026-12-25 Christmas Day
            2026-12-26 Boxing Day
            2026-12-28 Boxing Day (additional day)
            2027-01-01 New Year's Day
            2027-01-26 Australia Day
            2027-03-08 Labour Day
            2027-03-26 Good Friday
            2027-03-27 Easter Saturday
            2027-03-28 Easter Sunday
            2027-03-29 Easter Monday
            2027-04-25 Anzac Day
            2027-06-14 King's Birthday
            2027-11-02 Melbourne Cup Day
            2027-12-25 Christmas Day
            2027-12-26 Boxing Day
            2027-12-27 Christmas Day (additional day)
            2027-12-28 Boxing Day (additional day)
            """)
}
