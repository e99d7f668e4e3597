import Casework

/// All that a practice register is filled with: invented people, staff, sites and plans, the same for the same seed.
///
/// Nothing here writes: the parts are sequences, read once and stored by the register. Plans refer to ``people`` by
/// their ``Customer/id`` and to ``staff`` by logon, so that sites and staff are stored first, then people, then plans.
public struct PracticeRegister: Sendable {
    public let people: PracticePeople
    private let planCount: Int
    let today: CalendarDay
    let isLivedIn: Bool

    /// - Parameters:
    ///   - customers: how many people; the first of them are the ``PracticeCast``.
    ///   - plans: how many plans at most; fewer when there are too few adults to carry them.
    ///   - today: the day of making, to which the plans are dated: some run, some are over, some are to come.
    ///   - isLivedIn: with what months of work leave: notes, health checks, contacts, reports that wait, earlier plans.
    public init(customers: Int, plans: Int, seed: UInt64, today: CalendarDay, isLivedIn: Bool = false) {
        people = PracticePeople(seed: seed, count: customers)
        planCount = plans
        self.today = today
        self.isLivedIn = isLivedIn
    }

    public var sites: [Site] { PracticeSites.all }

    /// The seeded administrator first.
    public var staff: [StaffMember] { PracticeStaff.all }

    /// - Throws: ``CalendarError/unknownZone(_:)`` when this machine lacks the zone of a site.
    public func plans() throws(CalendarError) -> PracticePlans {
        try PracticePlans(count: planCount, people: people, today: today, isLivedIn: isLivedIn)
    }
}
