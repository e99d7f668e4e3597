extension PublicHolidays {
    /// Western Australia, up to 2027.
    ///
    /// Set by the Public and Bank Holidays Act 1972 and the proclamations of the King's Birthday; listed at
    /// wa.gov.au. A bill of 2025 moves several days from 2028 on: nothing is held past 2027.
    ///
    /// Left out: the other days on which some shires keep the King's Birthday.
    static let wa = PublicHolidays(
        knownTo: "2027-12-31",
        days: """
            2024-01-01 New Year's Day
            2024-01-26 Australia Day
            2024-03-04 Labour Day
            2024-03-29 Good Friday
            2024-03-31 Easter Sunday
            2024-04-01 Easter Monday
            2024-04-25 Anzac Day
            2024-06-03 Western Australia Day
            2024-09-23 King's Birthday
            2024-12-25 Christmas Day
            2024-12-26 Boxing Day
            2025-01-01 New Year's Day
            2025-01-27 Australia Day (substitute day)
            2025-03-03 Labour Day
            2025-04-18 Good Friday
            2025-04-20 Easter Sunday
            2025-04-21 Easter Monday
            2025-04-25 Anzac Day
            2025-06-02 Western Australia Day
            2025-09-29 King's Birthday
            2025-12-25 Christmas Day
            2025-12-26 Boxing Day
            2026-01-01 New Year's Day
            2026-01-26 Australia Day
            2026-03-02 Labour Day
            2026-04-03 Good Friday
            2026-04-05 Easter Sunday
            2026-04-06 Easter Monday
            2026-04-25 Anzac Day
            2026-04-27 Anzac Day (additional day)
            2026-06-01 Western Australia Day
            2026-09-28 King's Birthday
            2026-12-25 Christmas Day
            2026-12-26 Boxing Day
            2026-12-28 Boxing Day (additional day)
            2027-01-01 New Year's Day
            2027-01-26 Australia Day
            2027-03-01 Labour Day
            2027-03-26 Good Friday
            2027-03-28 Easter Sunday
            2027-03-29 Easter Monday
            2027-04-25 Anzac Day
            2027-04-26 Anzac Day (additional day)
            2027-06-07 Western Australia Day
            2027-09-27 King's Birthday
            2027-12-25 Christmas Day
            2027-12-26 Boxing Day
            2027-12-27 Christmas Day (additional day)
            2027-12-28 Boxing Day (additional day)
            """)
}
