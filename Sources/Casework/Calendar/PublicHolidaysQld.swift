extension PublicHolidays {
    /// Queensland, up to 2028.
    ///
    /// Set by the Holidays Act 1983 and its schedule; listed at qld.gov.au/recreation/travel/holidays/public.
    ///
    /// Left out: the Royal Queensland Show (Brisbane) and other show days, which are local; Christmas Eve from
    /// 18:00, a part of a day.
    static let qld = PublicHolidays(
        knownTo: "2028-12-31",
        days: """
            2024-01-01 New Year's Day
            2024-01-26 Australia Day
            2024-03-29 Good Friday
            2024-03-30 Easter Saturday
            2024-03-31 Easter Sunday
            2024-04-01 Easter Monday
            2024-04-25 Anzac Day
            2024-05-06 Labour Day
            2024-10-07 King's Birthday
            2024-12-25 Christmas Day
            2024-12-26 Boxing Day
            2025-01-01 New Year's Day
            2025-01-27 Australia Day (substitute day)
            2025-04-18 Good Friday
            2025-04-19 Easter Saturday
            2025-04-20 Easter Sunday
            2025-04-21 Easter Monday
            2025-04-25 Anzac Day
            2025-05-05 Labour Day
            2025-10-06 King's Birthday
            2025-12-25 Christmas Day
            2025-12-26 Boxing Day
            2026-01-01 New Year's Day
            2026-01-26 Australia Day
            2026-04-03 Good Friday
            2026-04-04 Easter Saturday
            2026-04-05 Easter Sunday
            2026-04-06 Easter Monday
            2026-04-25 Anzac Day
            2026-05-04 Labour Day
            2026-10-05 King's Birthday
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
            2027-05-03 Labour Day
            2027-10-04 King's Birthday
            2027-12-25 Christmas Day
            2027-12-26 Boxing Day
            2027-12-27 Christmas Day (additional day)
            2027-12-28 Boxing Day (additional day)
            2028-01-01 New Year's Day
            2028-01-03 New Year's Day (additional day)
            2028-01-26 Australia Day
            2028-04-14 Good Friday
            2028-04-15 Easter Saturday
            2028-04-16 Easter Sunday
            2028-04-17 Easter Monday
            2028-04-25 Anzac Day
            2028-05-01 Labour Day
            2028-10-02 King's Birthday
            2028-12-25 Christmas Day
            2028-12-26 Boxing Day
            """)
}
