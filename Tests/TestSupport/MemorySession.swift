import Casework

/// One reading or writing of a ``MemoryStore``, on a copy of its own.
final class MemorySession {
    var register: MemoryRegister

    init(_ register: MemoryRegister) {
        self.register = register
    }
}

extension MemorySession: CaseworkReader {
    func registerInfo() throws -> RegisterInfo { register.info }

    func customer(_ id: Customer.ID) throws -> Customer? { register.customers.first { $0.id == id } }

    func customers(bearing reference: CustomerReference) throws -> [Customer] {
        let planned = register.plans.filter {
            CustomerReference($0.id.rawValue).compact == reference.compact && $0.status != .removed
        }.map(\.customer)
        return register.customers.filter { customer in
            let numbers = [customer.crn, customer.medicareNumber, customer.csid].compactMap(\.self)
            return customer.externalId == reference.text || planned.contains(customer.id)
                || numbers.contains { CustomerReference($0).compact == reference.compact }
        }
    }

    func candidates(for query: SearchQuery, limit: Int, unless isOutdated: () -> Bool) throws -> Candidates {
        if isOutdated() { throw CancellationError() }
        var candidates = Candidates(among: register.customers, for: query)
        for number in query.parts.filter(\.isPlan).flatMap(\.numbers) {
            for plan in register.plans where plan.status != .removed && SearchText.number(plan.id.rawValue) == number {
                candidates.planNumbers[plan.customer, default: []].append(number)
            }
        }
        return candidates
    }

    func words(beginning text: String) throws -> [KnownWord] {
        let surnames = register.customers.flatMap { SearchText.words($0.surname) }.filter { $0.hasPrefix(text) }
        return Dictionary(grouping: surnames) { $0 }.map { KnownWord($0, surname: $1.count) }
    }

    func plans(of customer: Customer.ID) throws -> [Plan] {
        register.plans.filter { $0.customer == customer && $0.status != .removed }.sorted { $0.start > $1.start }
    }

    func plans(ofAll customers: [Customer.ID]) throws -> [Customer.ID: [Plan]] {
        var plans: [Customer.ID: [Plan]] = [:]
        for customer in customers { plans[customer] = try self.plans(of: customer) }
        return plans
    }

    func contacts(of customer: Customer.ID, from: Instant, to: Instant) throws -> [Contact] {
        register.contacts.indices.filter(isTheirs).map { register.contacts[$0] }
            .filter { $0.customer == customer && from <= $0.occurredAt && $0.occurredAt < to }
            .sorted { $0.occurredAt > $1.occurredAt }
    }

    /// Whether what tells of the contact stands, if anything does.
    private func isTheirs(_ contact: Int) -> Bool {
        switch register.contactsTold[contact] {
        case nil: true
        case .note(let id): register.notes.contains { $0.id == id && $0.removal?.reason != .wrongCustomer }
        case .report(let id): stands(id)
        }
    }

    /// Whether the report, or what it was written anew as, waits, is a draft again or became a note that stands.
    private func stands(_ id: ContactReport.ID) -> Bool {
        let note = register.notes.first { $0.report == id }
        let isReturned = register.reports.contains { $0.id == id && $0.returned != nil }
        let isDraft = register.drafts.contains { $0.returned?.report == id }
        return note.map { $0.removal?.reason != .wrongCustomer } ?? (!isReturned || isDraft)
            || register.reports.contains { $0.revises == id && stands($0.id) }
    }

    func incidents(of customer: Customer.ID) throws -> [Incident] {
        register.incidents.filter { $0.customer == customer }.sorted { $0.occurredAt > $1.occurredAt }
    }

    func customers(withPhone number: String) throws -> [Customer] {
        let digits = SearchText.phoneDigits(number)
        return digits.isEmpty ? [] : register.customers.filter { $0.bears(phoneDigits: digits) }
    }

    func guideRun(_ id: GuideRun.ID) throws -> GuideRun? { register.guideRuns.first { $0.id == id } }

    func guideRuns(of customer: Customer.ID) throws -> [GuideRun.Head] {
        register.guideRuns.map(\.head).filter { $0.customer == customer }.sorted { $0.savedAt > $1.savedAt }
    }

    func openGuideRuns(by staff: StaffMember.ID) throws -> [GuideRun.Head] {
        register.guideRuns.map(\.head).filter { $0.savedBy == staff && $0.end == nil }
            .sorted { $0.savedAt < $1.savedAt }
    }

    func guideRunsWithoutCustomer(by staff: StaffMember.ID, since: Instant) throws -> [GuideRun.Head] {
        register.guideRuns.map(\.head).filter { $0.customer == nil && $0.begunBy == staff && $0.begunAt >= since }
            .sorted { $0.begunAt > $1.begunAt }
    }

    func guideRuns(through procedure: String) throws -> [GuideRun] {
        register.guideRuns.filter { $0.procedure == procedure }.sorted { $0.begunAt < $1.begunAt }
    }

    func site(named name: String) throws -> Site? { register.sites.first { $0.isNamed(name) } }
    func sites() throws -> [Site] { register.sites }
    func staff(_ id: StaffMember.ID) throws -> StaffMember? { register.staff.first { $0.id == id } }
    func staff(osUser: String) throws -> StaffMember? { register.staff.first { $0.osUser == osUser } }

    func notes(of customer: Customer.ID) throws -> [Note] {
        register.notes.filter { $0.customer == customer }.sorted { $0.writtenAt > $1.writtenAt }
    }

    func note(_ id: Note.ID) throws -> Note? { register.notes.first { $0.id == id } }
    func report(_ id: ContactReport.ID) throws -> ContactReport? { register.reports.first { $0.id == id } }

    func waitingReports() throws -> [ContactReport] {
        register.reports.filter { $0.note == nil && $0.returned == nil }.sorted { $0.writtenAt < $1.writtenAt }
    }

    func waitingReports(of customer: Customer.ID) throws -> [ContactReport] {
        try waitingReports().filter { $0.customer == customer }
    }

    func waitingReportCount() throws -> Int { try waitingReports().count }

    func reports(by author: StaffMember.ID, since: Instant) throws -> [ContactReport] {
        register.reports.filter { $0.author == author && since <= $0.writtenAt }
            .sorted { ($0.writtenAt, $0.id.rawValue) > ($1.writtenAt, $1.id.rawValue) }
    }

    func returnReasons(by staff: StaffMember.ID) throws -> [ContactReport.ID: String] {
        let waiting = try waitingReports().map(\.id)
        return register.returnReasons.filter { waiting.contains($0.key) }.compactMapValues { $0[staff] }
    }

    func drafts(by author: StaffMember.ID) throws -> [NoteDraft] {
        register.drafts.filter { $0.author == author }.sorted { $0.savedAt > $1.savedAt }
    }

    func draftedContacts(of customer: Customer.ID) throws -> [Contact] {
        register.drafts.filter { $0.customer == customer }.compactMap(\.contact)
    }
    func draft(_ id: NoteDraft.ID) throws -> NoteDraft? { register.drafts.first { $0.id == id } }

    func plan(_ id: Plan.ID) throws -> Plan? { register.plans.first { $0.id == id } }

    func mails(includingSent: Bool) throws -> [Mail] {
        register.mails.filter { includingSent || $0.delivery.sentAt == nil }
    }

    func mails(latestSent count: Int) throws -> [Mail] {
        let sent = register.mails.compactMap { mail in mail.delivery.sentAt.map { (at: $0, mail) } }
        return sent.sorted { ($0.at, $0.1.id.rawValue) > ($1.at, $1.1.id.rawValue) }.prefix(count).map(\.1)
    }

    func mail(_ id: Mail.ID) throws -> Mail? { register.mails.first { $0.id == id } }

    func addedHolidays() throws -> [AustralianState: [PublicHoliday]] { register.holidays }
    func lastAuditEntry() throws -> AuditEntry? { register.audit.last }
    func latestAuditInstant() throws -> Instant? { register.audit.map(\.at).max() }

    func customersOpened(by staff: StaffMember.ID, limit: Int) throws -> [Customer.ID] {
        var seen: [Customer.ID] = []
        for entry in register.audit.reversed() where entry.staff == staff && entry.act == .opened {
            if let customer = entry.customer, !seen.contains(customer) { seen.append(customer) }
        }
        return Array(seen.prefix(limit))
    }

    func auditEntries(of customer: Customer.ID?, _ each: (AuditEntry) throws -> Void) throws {
        for entry in register.audit where customer == nil || entry.customer == customer { try each(entry) }
    }
}

extension MemorySession: CaseworkWriter {
    func append(_ entry: AuditEntry) throws {
        let last = register.audit.last
        guard entry.number == (last?.number ?? 0) + 1, entry.previous == last?.hash ?? AuditEntry.origin else {
            throw MemoryStoreError.entryDoesNotFollow
        }
        register.audit.append(entry)
    }

    func add(_ note: Note) throws -> Note.ID {
        var note = note
        note.id = Note.ID(rawValue: Int64(register.notes.count + 1))
        register.notes.append(note)
        return note.id
    }

    func add(_ report: ContactReport) throws -> ContactReport.ID {
        var report = report
        report.id = ContactReport.ID(rawValue: Int64(register.reports.count + 1))
        register.reports.append(report)
        return report.id
    }

    func mark(_ report: ContactReport.ID, recordedAs note: Note.ID, by: StaffMember.ID, at: Instant) throws {
        guard let index = register.reports.firstIndex(where: { $0.id == report }) else {
            throw MemoryStoreError.unknownReport
        }
        register.reports[index].note = note
    }

    func add(_ returned: ReportReturn, of report: ContactReport.ID) throws {
        guard let index = register.reports.firstIndex(where: { $0.id == report }) else {
            throw MemoryStoreError.unknownReport
        }
        register.reports[index].returned = returned
    }

    func keep(returnReason: String, of report: ContactReport.ID, by staff: StaffMember.ID, at: Instant) throws {
        register.returnReasons[report, default: [:]][staff] = returnReason.isEmpty ? nil : returnReason
    }

    func add(_ removal: NoteRemoval, of note: Note.ID) throws {
        guard let index = register.notes.firstIndex(where: { $0.id == note }) else {
            throw MemoryStoreError.unknownNote
        }
        register.notes[index].removal = removal
    }

    func add(_ contact: Contact, toldBy saved: Desk.Saved?) throws {
        register.contactsTold[register.contacts.count] = saved
        register.contacts.append(contact)
    }
    func add(_ incident: Incident) throws { register.incidents.append(incident) }

    func save(_ draft: NoteDraft) throws {
        try discard(draft.id)
        register.drafts.append(draft)
    }

    func discard(_ draft: NoteDraft.ID) throws { register.drafts.removeAll { $0.id == draft } }

    func save(_ run: GuideRun) throws {
        try discard(run.id)
        register.guideRuns.append(run)
    }

    func discard(_ run: GuideRun.ID) throws { register.guideRuns.removeAll { $0.id == run } }

    func add(_ mail: Mail) throws -> Mail.ID {
        var mail = mail
        mail.id = Mail.ID(rawValue: Int64(register.mails.count + 1))
        register.mails.append(mail)
        return mail.id
    }

    func save(_ delivery: Mail.Delivery, of mail: Mail.ID) throws {
        guard let index = register.mails.firstIndex(where: { $0.id == mail }) else {
            throw MemoryStoreError.unknownMail
        }
        register.mails[index].delivery = delivery
    }
}
