import Casework
import TestSupport
import Testing

@Suite("The audit trail (Q2)")
struct AuditTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented()

    /// A chain of seven entries, as the desk writes it.
    static func trail() throws -> MemoryStore {
        let store = MemoryStore(customers: [ada], plans: [.invented(phone: .full)])
        let counter = try store.desk(.none)
        try counter.recordSearch("ada byron", found: 1, at: now)
        let record = try counter.open(ada.id, at: now)
        try counter.acknowledgeWarning(of: record, at: now + 5)
        let call = ContactAttempt.call("2026-03-04T10:15:00+11:00")
        try counter.recordJudgement(try counter.judge(call, of: record), of: call, for: ada.id, at: now + 6)
        try counter.recordGuided("call: not-complying", of: ada.id, at: now + 60)
        _ = try counter.save(.other("A secret"), for: ada.id, at: now + 90)
        _ = try store.desk(.manager).record(ContactReport.ID(rawValue: 1), at: now + 3600)
        return store
    }

    func fault(in entries: [AuditEntry], keptHead: String? = nil) -> AuditFault? {
        var verification = AuditVerification(keptHead: keptHead)
        for entry in entries { verification.check(entry) }
        return verification.conclusion()
    }

    @Test("Every act is an entry: who, what, when, of whom")
    func everyAct() throws {
        let entries = try Self.trail().contents.audit
        #expect(
            entries.map(\.act) == [
                .searched, .opened, .warningAcknowledged, .judged, .guided, .reportWritten, .reportRecorded,
            ])
        #expect(entries.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
        #expect(entries.dropLast().map(\.staff) == Array(repeating: .counter, count: 6))
        #expect(entries.last?.staff == .manager)
        #expect(entries[0].customer == nil)
        #expect(entries.dropFirst().map(\.customer) == Array(repeating: Self.ada.id, count: 6))
        #expect(entries[0].detail.contains("ada byron"))
        #expect(entries[3].detail.contains("not-in-line"))
        #expect(entries.filter { $0.detail.contains("secret") }.isEmpty)
        #expect(entries.last?.at == Self.now + 3600)
    }

    @Test("A search is kept, however long it was")
    func longSearch() throws {
        let store = MemoryStore()
        try store.desk(.none).recordSearch(String(repeating: "x", count: 5000), found: 0, at: Self.now)
        let detail = try #require(store.contents.audit.first?.detail)
        #expect(detail.count < 300)
        #expect(detail.hasSuffix("(0 found)"))
    }

    @Test("An untouched chain holds, and each entry follows the one before")
    func whole() throws {
        let entries = try Self.trail().contents.audit
        #expect(fault(in: entries) == nil)
        #expect(entries.first?.previous == AuditEntry.origin)
        for (before, after) in zip(entries, entries.dropFirst()) { #expect(after.previous == before.hash) }
        #expect(Set(entries.map(\.hash)).count == entries.count)
        for entry in entries { #expect(entry.hash.count == 64 && entry.hash == entry.expectedHash) }
    }

    @Test("A trail without an entry is broken: every register begins with the entry that it was made")
    func empty() throws {
        #expect(fault(in: []) == .empty && fault(in: [])?.entry == nil)
        #expect(try MemoryStore().desk(.capt).verifyAudit(keptHead: nil, at: Self.now).fault == .empty)
    }

    @Test("A change to any field of any entry is found at that entry")
    func changed() throws {
        let entries = try Self.trail().contents.audit
        let changes: [(inout AuditEntry) -> Void] = [
            { $0.at = $0.at + 1 }, { $0.staff = .delegate }, { $0.act = .imported },
            { $0.customer = Customer.ID(rawValue: 99) }, { $0.detail += " " },
            { $0.hash = String(repeating: "a", count: 64) },
        ]
        for index in entries.indices {
            for change in changes {
                var forged = entries
                change(&forged[index])
                #expect(fault(in: forged) == .changed(Int64(index + 1)))
                #expect(fault(in: forged)?.entry == Int64(index + 1))
            }
        }
    }

    @Test("A changed entry whose own hash is made to fit breaks the next one")
    func rehashed() throws {
        var entries = try Self.trail().contents.audit
        entries[2].detail = "nothing happened"
        entries[2].hash = entries[2].expectedHash
        #expect(fault(in: entries) == .unchained(4))
    }

    @Test("A deleted, an inserted and two exchanged entries are found")
    func moved() throws {
        let entries = try Self.trail().contents.audit
        for index in entries.indices.dropLast() {
            var cut = entries
            cut.remove(at: index)
            #expect(fault(in: cut) == .gap(expected: Int64(index + 1), found: Int64(index + 2)))
        }
        var doubled = entries
        doubled.insert(
            AuditEntry(
                after: entries[2], at: Self.now, staff: .counter, act: .opened, customer: nil, detail: "slipped in"),
            at: 3)
        #expect(fault(in: doubled) == .gap(expected: 5, found: 4))
        var exchanged = entries
        exchanged.swapAt(3, 4)
        #expect(fault(in: exchanged) == .gap(expected: 4, found: 5))
        var renumbered = exchanged
        renumbered[3].number = 4
        renumbered[4].number = 5
        #expect(fault(in: renumbered) == .unchained(4))
    }

    @Test("A trail that was cut short, or written anew from the start, is found against a head kept elsewhere")
    func keptHead() throws {
        let entries = try Self.trail().contents.audit
        let head = try #require(entries.last?.hash)
        #expect(fault(in: entries, keptHead: head) == nil)
        #expect(fault(in: entries, keptHead: head.uppercased()) == nil)
        #expect(fault(in: entries, keptHead: entries[3].hash) == nil)
        #expect(fault(in: entries, keptHead: AuditEntry.origin) == .headMissing(AuditEntry.origin))
        #expect(fault(in: [], keptHead: AuditEntry.origin) == .empty)
        let cut = Array(entries.dropLast())
        #expect(fault(in: cut) == nil)
        #expect(fault(in: cut, keptHead: head) == .headMissing(head))
        #expect(fault(in: [], keptHead: head) == .empty)
        var rewritten: [AuditEntry] = []
        for entry in entries {
            rewritten.append(
                AuditEntry(
                    after: rewritten.last, at: entry.at, staff: .delegate, act: entry.act, customer: entry.customer,
                    detail: entry.detail))
        }
        #expect(fault(in: rewritten) == nil)
        #expect(fault(in: rewritten, keptHead: head) == .headMissing(head))
    }

    @Test("CAPT and the administrator verify a register and read its head")
    func verify() throws {
        let store = try Self.trail()
        let head = try store.desk(.admin).auditHead(at: Self.now)
        #expect(head == store.contents.audit.last?.hash)
        let whole = try store.desk(.capt).verifyAudit(keptHead: head, at: Self.now)
        #expect(whole.entries == 7 && whole.fault == nil && whole.head == head)
        store.contents.audit[4].detail = "another path"
        #expect(try store.desk(.admin).verifyAudit(keptHead: head, at: Self.now).fault == .changed(5))
        store.contents.audit.removeLast(3)
        #expect(try store.desk(.admin).verifyAudit(keptHead: head, at: Self.now).fault == .headMissing(head))
        #expect(try MemoryStore().desk(.admin).auditHead(at: Self.now) == AuditEntry.origin)
    }

    @Test("The trail of one person holds the entries of that person alone")
    func ofOne() throws {
        let store = try Self.trail()
        var acts: [AuditAct] = []
        try store.desk(.admin).auditTrail(of: Self.ada.id, at: Self.now) { entry, _ in acts.append(entry.act) }
        #expect(acts == [.opened, .warningAcknowledged, .judged, .guided, .reportWritten, .reportRecorded])
        #expect(try store.desk(.admin).customerOfAudit(CustomerReference("X1"), at: Self.now) == Self.ada)
    }
}
