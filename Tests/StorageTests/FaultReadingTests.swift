import Casework
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite("When the register can be read and not written, the desk goes on where it can")
struct FaultReadingTests {
    let scratch: Scratch
    let register: Register
    let desk: Desk
    let ada: Customer.ID

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            let ada = try session.insert(.named("Ada", "Byron"))
            try session.save(StaffMember(id: .ann, givenName: "Ann", surname: "Lee", access: .manager))
            try session.save(
                Plan(
                    id: Plan.ID(rawValue: "MSP-000001"), customer: ada, kind: .reactive, status: .active,
                    start: try day("2026-02-02"), end: try day("2026-08-01"), zone: "Sydney West", state: .nsw))
        }
        ada = try register.read { try $0.customers(bearing: CustomerReference("Ada-Byron"))[0].id }
        desk = try Desk(register, as: .logon(.ann))
    }

    /// Takes the file's name away: it can still be read, and nothing may be written to it.
    private func away() throws { try FileManager.default.moveItem(atPath: scratch.path, toPath: scratch.path + "x") }
    private func back() throws { try FileManager.default.moveItem(atPath: scratch.path + "x", toPath: scratch.path) }

    @Test("The warning is shown and acknowledged, and says that nothing can be saved")
    func warning() throws {
        try away()
        let record = try desk.open(ada, at: .morning)
        #expect(try record.warning()?.plan.rawValue == "MSP-000001")
        #expect(record.unrecorded?.contains("moved away") == true)
        #expect(try record.at(.morning + 60).unrecorded == record.unrecorded)
        try desk.acknowledgeWarning(of: record, at: .morning + 5)
        #expect(try register.read { try $0.lastAuditEntry() } == nil)
    }

    @Test("Once it can be written again, what was opened meanwhile stands in the trail with its own time")
    func owed() throws {
        try away()
        let record = try desk.open(ada, at: .morning)
        try desk.acknowledgeWarning(of: record, at: .morning + 5)
        try back()
        #expect(try desk.open(ada, at: .morning + 60).unrecorded == nil)
        _ = try desk.open(ada, at: .morning + 90)
        var entries: [AuditEntry] = []
        try register.read { try $0.auditEntries(of: nil) { entries.append($0) } }
        #expect(entries.map(\.act) == [.opened, .warningAcknowledged, .opened, .opened])
        #expect(entries.map { $0.at.seconds - Instant.morning.seconds } == [0, 5, 60, 90])
    }

    @Test("What is owed is written before the note that comes first, once and in order")
    func owedBeforeNote() throws {
        try away()
        #expect(try desk.recordSearch("ada", found: 1, at: .morning) != nil)
        _ = try desk.open(ada, at: .morning + 1)
        #expect(desk.settleAudit()?.left == 2)
        try back()
        _ = try desk.save(
            NoteContent(type: NoteType.ID(rawValue: "other"), fields: ["content": "x"]), for: ada, at: .morning + 9)
        #expect(desk.settleAudit()?.left == nil)
        var entries: [AuditEntry] = []
        try register.read { try $0.auditEntries(of: nil) { entries.append($0) } }
        #expect(entries.map(\.act) == [.searched, .opened, .noteRecorded])
        #expect(entries.map { $0.at.seconds - Instant.morning.seconds } == [0, 1, 9])
        _ = try desk.recordSearch("ada", found: 1, at: .morning + 10)
        #expect(try register.read { try $0.lastAuditEntry()?.number } == 4, "nothing is written twice")
    }

    @Test("What is owed is written before a run of a guide that is kept, gone on with, given up or found whose it is")
    func owedBeforeGuide() throws {
        func run(_ id: String, of customer: Customer.ID?) -> GuideRun {
            GuideRun(
                GuideRun.Head(
                    id: GuideRun.ID(rawValue: id), procedure: "visit", title: "A visit", version: "1",
                    customer: customer, begunBy: .ann, begunAt: .morning, savedBy: .ann, savedAt: .morning),
                texts: ["visit": "id: visit"])
        }
        let (visit, stray) = (run("A", of: ada), run("B", of: nil))
        try register.write { writer in for run in [visit, stray] { try writer.save(run) } }
        let hand = RunInHand(kept: visit)
        let works: [() throws -> Void] = [
            { try desk.save(visit, of: hand, at: .morning) }, { _ = try desk.resume(visit.id, at: .morning) },
            { try desk.discard(visit.id, of: hand) }, { try desk.attach(stray.id, to: ada, at: .morning) },
        ]
        for (number, work) in works.enumerated() {
            let before = try register.read { try $0.lastAuditEntry()?.number ?? 0 }
            try away()
            _ = try desk.open(ada, at: .morning)
            try back()
            try work()
            var acts: [AuditAct] = []
            try register.read { try $0.auditEntries(of: nil) { if $0.number > before { acts.append($0.act) } } }
            #expect(acts.first == .opened, "work \(number): \(acts)")
        }
        #expect(desk.settleAudit() == nil)
    }

    @Test("A register whose table of the audit trail is gone is damaged: a backup is to be restored")
    func trailGone() throws {
        try register.fill { try $0.db.execute(sql: "DROP TABLE audit") }
        let works: [() throws -> Void] = [
            { _ = try desk.recordSearch("ada", found: 1, at: .morning) }, { _ = try desk.open(ada, at: .morning) },
            { try register.read { try $0.auditEntries(of: nil) { _ in } } },
        ]
        for work in works {
            let error = #expect(throws: RegisterError.self) { try work() }
            #expect(error == .damaged(path: register.path) && error?.fault == .registerUnavailable)
            #expect(error?.remedy.contains("mspdesk restore") == true)
        }
    }

    @Test("A note that breaks a rule leaves what is owed as it was")
    func owedAfterRefusal() throws {
        try away()
        _ = try desk.open(ada, at: .morning)
        try back()
        #expect(throws: NoteError.self) {
            try desk.giveBack(
                ContactReport.ID(rawValue: 9), because: "x", as: NoteDraft.ID(rawValue: "d9"), at: .morning)
        }
        #expect(desk.settleAudit()?.left == nil)
        #expect(try register.read { try $0.lastAuditEntry()?.number } == 1)
    }

    @Test("A disk that takes no more, by whatever limit, is one that cannot be written, not one that cannot be read")
    func limits() {
        for code: ResultCode in [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC] {
            #expect(RegisterError(DatabaseError(resultCode: code), path: "r") == .writeFailed(path: "r"))
        }
        #expect(RegisterError.writeFailed(path: "r").fault == .cannotWrite)
        #expect(
            RegisterError(DatabaseError(resultCode: .SQLITE_IOERR_READ), path: "r") == .inputOutput(path: "r"))
    }

    @Test("A note is not half saved, and its draft waits")
    func note() throws {
        let draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "d1"), customer: ada, author: .ann,
            content: NoteContent(type: NoteType.ID(rawValue: "other"), fields: ["content": "Came in."]),
            beganAt: .morning, savedAt: .morning)
        try register.write { try $0.save(draft) }
        try away()
        #expect(throws: RegisterError.gone(path: scratch.path)) {
            try desk.save(draft.content, of: DraftInHand(kept: draft), at: .morning)
        }
        #expect(try desk.drafts().map(\.draft) == [draft])
        #expect(try desk.notes(of: ada, at: .morning).isEmpty)
    }
}
