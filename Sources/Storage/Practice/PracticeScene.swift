import Casework

/// One customer's situation, from which the practice plans of that customer are made.
struct PracticeScene: Sendable {
    let customer: Customer.ID
    /// Another customer, who has a plan: somebody to be represented by.
    let neighbour: Customer?
    let today: CalendarDay
    /// Where the customer is served.
    let site: Site
    /// The clock of ``site``.
    let clock: LocalZone
    let team: PlanPeople

    /// Every scene; a round of them shows all that a plan can hold. The first are the cast's, in its order.
    static let all: [@Sendable (PracticeScene) -> [PracticePlan]] = cast + further

    /// A plan in force from `start` to `end` days after today, both included, in the zone of the site.
    func plan(
        _ kind: PlanKind = .reactive, from start: Int = -60, to end: Int = 120, faceToFace: Restriction = .available,
        phone: Restriction = .available, writing: Restriction = .available
    ) -> Plan {
        let first = today.advanced(by: start)
        return Plan(
            id: Plan.ID(rawValue: ""), customer: customer, kind: kind, status: .active, start: first,
            end: today.advanced(by: end), zone: site.zone, state: site.state, people: team,
            restrictions: [.faceToFace: faceToFace, .phone: phone, .writing: writing],
            customerInformed: start < 0 ? first.advanced(by: 1) : nil)
    }

    /// So many days after today, by the clock of the site.
    func at(_ days: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        clock.instant(of: today.advanced(by: days), at: Self.time(hour, minute))
    }

    /// Calls to the Smart Centre earlier in this week; on a Monday, in its first working minutes.
    func callsThisWeek(_ count: Int, refused: Bool = false) -> [Contact] {
        let sinceMonday = today.monday.distance(to: today)
        let later = refused ? 3 : 0
        return (0..<count).map { call in
            let day = Swift.max(-sinceMonday, -1 - call)
            let at = sinceMonday == 0 ? self.at(0, 8, 1 + call * 6 + later) : self.at(day, 9 + call * 2, 10 + later)
            return Contact(
                customer: customer, channel: .phone, occurredAt: at, refused: refused,
                staff: .init(rawValue: "PRPHONE"), verdict: refused ? .notInLine : .inLine,
                outcome: refused ? "Call ended" : "Served")
        }
    }

    /// A visit on the last `weekday` (or weekday at all) that lies at least so many days back, at 20 past the hour.
    func visit(_ daysAgo: Int, on weekday: Weekday? = nil, hour: Int = 10, refused: Bool = false) -> Contact {
        var back = daysAgo
        while true {
            let found = today.advanced(by: -back).weekday
            if found == weekday || (weekday == nil && found.isBusinessDay) { break }
            back += 1
        }
        return Contact(
            customer: customer, channel: .faceToFace, site: site.name, occurredAt: at(-back, hour, 20),
            refused: refused, staff: .init(rawValue: "PRCOUNTER"), verdict: refused ? .notInLine : .inLine,
            outcome: refused ? "Asked to leave" : "Served")
    }

    static func time(_ hour: Int, _ minute: Int = 0) -> TimeOfDay {
        TimeOfDay(minutes: hour * 60 + minute) ?? .midnight
    }

    static func partial(_ note: String, _ terms: RestrictionTerm...) -> Restriction {
        Restriction(level: .partial, note: note, terms: terms)
    }

    static func full(_ note: String, includesOmc: Bool = true) -> Restriction {
        Restriction(level: .full, note: note, includesOmc: includesOmc)
    }
}
