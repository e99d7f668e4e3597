extension Desk {
    /// How many contact reports wait to be recorded.
    ///
    /// - Throws: ``AccessRefusal`` without manager access.
    public func waitingReportCount(at instant: Instant) throws -> Int {
        try require(.recordNotes, at: instant)
        return try store.read { try $0.waitingReportCount() }
    }
}
