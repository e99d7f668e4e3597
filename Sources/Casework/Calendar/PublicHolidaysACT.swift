extension PublicHolidays {
    /// Australian Capital Territory, up to 2029.
    ///
    /// Set by the Holidays Act 1958; listed at act.gov.au/living-in-the-act (2026 to 2029), which holds the
    /// additional Monday after Anzac Day of 2026.
    ///
    /// Left out: the Bank Holiday in August, which binds banks alone.
    static let act = PublicHolidays(
        knownTo: "2029-12-31",
        days: """
            2024-01-01 New Year's Day
            2024-01-26 Australia Day
            2024-03-11 Canberra Day
            2024-03-29 Good Friday
            2024-03-30 Easter Saturday
            2024-03-31 Easter Sunday
            2024-04-01 Easter Monday
            2024-04-25 Anzac Day
            2024-05-27 Reconciliation Day
            2024-06-10 King's Birthday
            2024-10-07 Labour Day
            2024-12-25 Christmas Day
            2024-12-26 Boxing Day
            2025-01-01 New Year's Day
            2025-01-27 Australia Day (substitute day)
            2025-03-10 Canberra Day
            2025-04-18 Good Friday
            2025-04-19 Easter Saturday
            2025-04-20 Easter Sunday
            2025-04-21 Easter Monday
            2025-04-25 Anzac Day
            2025-06-02 Reconciliation Day
            2025-06-09 King's Birthday
            2025-10-06 Labour Day
            2025-12-25 Christmas Day
            2025-12-26 Boxing Day
            2026-01-01 New Year's Day
            2026-01-26 Australia Day
            2026-03-09 Canberra Day
            2026-04-03 Good Friday
            2026-04-04 Easter Saturday
            2026-04-05 Easter Sunday
            2026-04-06 Easter Monday
            2026-04-25 Anzac Day
            2026-04-27 Anzac Day (additional day)
            2026-06-01 Reconciliation Day
            2026-06-08 King's Birthday
            2026-10-05 Labour Day
            2026-12-25 Christmas Day
            2026-12-26 Boxing Day
            2026-12-28 Boxing Day (additional day)
            2027-01-01 New Year's Day
            2027-01-26 Australia Day
            2027-03-08 Canberra Day
            2027-03-26 Good Friday
            2027-03-27 Easter Saturday
            2027-03-28 Easter Sunday
            2027-03-29 Easter Monday
            2027-04-26 Anzac Day (substitute day)
            2027-05-31 Reconciliation Day
            2027-06-14 King's Birthday
            2027-10-04 Labour Day
            2027-12-25 Christmas Day
            2027-12-26 Boxing Day
            2027-12-27 Christmas Day (additional day)
            2027-12-28 Boxing Day (additional day)
            2028-01-01 New Year's Day
            2028-01-03 New Year's Day (additional day)
            2028-01-26 Australia Day
            2028-03-13 Canberra Day
            2028-04-14 Good Friday
            2028-04-15 Easter Saturday
            2028-04-16 Easter Sunday
            2028-04-17 Easter Monday
            2028-04-25 Anzac Day
            2028-05-29 Reconciliation Day
            2028-06-12 King's Birthday
            2028-10-02 Labour Day
            2028-12-25 Christmas Day
            2028-12-26 Boxing Day
            2029-01-01 New Year's Day
            2029-01-26 Australia Day
            2029-03-12 Canberra Day
            2029-03-30 Good Friday
            2029-03-31 Easter Saturday
            2029-04-01 Easter Sunday
            2029-04-02 Easter Monday
            2029-04-25 Anzac Day
            2029-05-28 Reconciliation Day
            2029-06-11 King's Birthday
            2029-10-01 Labour Day
            2029-12-25 Christmas Day
            2029-12-26 Boxing Day
            """)
}
