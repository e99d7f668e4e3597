import Synchronization

/// Whether the clock may be wrong: it stands long before what the register says was done by it.
///
/// A machine whose clock has lost the date shows everybody as having no plan, so whatever tells what is in line says so.
final class ClockDoubt: Sendable {
    /// The latest instant that is known to have been; nil before it was looked for.
    private let latest = Mutex<Instant?>(nil)

    /// Machines differ, and a clock is put right by minutes; by half an hour none is.
    static let lead = 30 * 60

    /// The latest instant of the trail and of whatever was asked about, where that lies more than ``lead`` after
    /// `instant`; else nil.
    ///
    /// - Parameter newest: the latest of the trail; looked for once, since what comes later this desk knows itself.
    func ahead(of instant: Instant, newest: () throws -> Instant?) rethrows -> Instant? {
        let known = try latest.withLock { $0 } ?? newest() ?? instant
        let now = max(known, instant)
        latest.withLock { $0 = max($0 ?? now, now) }
        return known.seconds - instant.seconds > Self.lead ? known : nil
    }
}

extension Desk {
    /// That the clock may be wrong, in words; nil where it stands after all that the newest entries of the audit trail
    /// tell.
    public func doubtOfClock(at instant: Instant) throws -> String? {
        try store.read { try doubtOfClock(at: instant, in: $0) }
    }

    func doubtOfClock(at instant: Instant, in reader: any CaseworkReader) throws -> String? {
        try clockDoubt.ahead(of: instant) { try reader.latestAuditInstant() }.map { latest in
            "CHECK THE CLOCK: it shows \(zone.stamp(instant)), and the register was written to on \(zone.stamp(latest)). "
                + "What is in line depends on it."
        }
    }
}
