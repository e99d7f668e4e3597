import Casework
import TestSupport
import Testing

@Suite("Reading a contact report (Q2)")
struct ReportReadingTests {
    private let now = at("2026-03-03T10:15")

    @Test("On a full disk a report is read all the same, and the entry written with its time once there is room")
    func owed() throws {
        let store = MemoryStore(customers: [AccessTests.ada], plans: [.invented()])
        _ = try store.desk(.none).save(.other("Report"), for: AccessTests.ada.id, at: now)
        let disk = FullDisk(store)
        let desk = try Desk(disk, as: .logon(.manager))
        disk.fills()
        let report = try #require(try desk.waitingReports(at: now).first?.report)
        #expect(try desk.recordReading(of: [report], at: now) != nil)
        #expect(try desk.recordReading(of: [report], at: now + 1) == nil, "it is owed once")
        disk.hasRoomAgain()
        #expect(desk.settleAudit() == nil)
        let entries = store.contents.audit.filter { $0.act == .reportRead }
        #expect(entries.map(\.at) == [now] && entries.map(\.customer) == [AccessTests.ada.id])
        #expect(entries.map(\.staff) == [.manager])
    }
}
