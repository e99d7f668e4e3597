import Casework
import Testing

@testable import Storage

@Suite("What is written is read back")
struct StoreTests {
    let scratch: Scratch
    let register: Register
    let ada: Customer.ID

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { _ = try $0.insert(.named("Ada", "Byron")) }
        ada = Customer.ID(rawValue: 1)
    }

    @Test("A customer comes back with everything that was known")
    func customer() throws {
        var full = Customer(
            id: Customer.ID(rawValue: 0), externalId: "X 1", givenName: "Zoë", surname: "O’Hara-Nguyễn",
            otherNames: "May", preferredName: "Zed", dateOfBirth: RecordedDate("1908-02-31"), crn: "307111942H",
            medicareNumber: "2123456701", csid: "12345", phoneMobile: "0412 345 678", phoneHome: "02 9999 1111",
            email: "z@example.org", addressLine1: "1 High St", addressLine2: "Flat 2", suburb: "St Marys",
            postcode: "2760", state: .nsw, brands: [.centrelink, .childSupport], interpreterLanguage: "Vietnamese",
            indicators: ["VUL", "DV"])
        full.id = try register.fill { try $0.insert(full) }
        #expect(try register.read { try $0.customer(full.id) } == full)
    }

    @Test("A plan comes back with all its parts, and is replaced as a whole")
    func plan() throws {
        var plan = Plan(
            id: Plan.ID(rawValue: "MSP-000001"), customer: ada, kind: .reactive, status: .active,
            start: try day("2026-02-02"), end: try day("2026-08-01"), zone: "Sydney West", state: .nsw,
            system: .cirt, brands: [.medicarePublic], management: .ps,
            people: PlanPeople(omc: .ann, psso: StaffMember.ID(rawValue: "GONE9")),
            restrictions: [
                .faceToFace: Restriction(
                    level: .partial, note: "Tuesdays",
                    terms: [
                        .days([.tuesday], from: try time("10:00"), to: .endOfDay), .sites(["Parramatta"]),
                        .appointment,
                    ]),
                .phone: Restriction(
                    level: .full, note: "none", includesOmc: false,
                    brands: [.medicarePublic: BrandRestriction(level: .partial, terms: [.limit(2, per: .week)])]),
            ],
            safetyAlert: true, notificationAlert: true, customerInformed: CalendarDay("2026-02-03"),
            variations: [
                Variation(
                    channel: .faceToFace, site: "Parramatta", from: .morning, to: .morning + 3_600, approvedBy: .ann),
                Variation(channel: .phone, from: .morning, to: .morning + 60),
            ],
            appointments: [Appointment(site: "Parramatta", at: .morning)],
            representatives: [
                Representative(name: "Bo", role: .nominee, customer: ada), Representative(name: "Cy", role: .ppe),
            ],
            provider: false, flags: ["Look at it (R8)."])
        #expect(try register.fill { try $0.save(plan) })
        #expect(try register.read { try $0.plans(of: ada) } == [plan])

        plan.restrictions = [.writing: Restriction(level: .full)]
        plan.variations = []
        plan.flags = []
        #expect(try register.fill { try $0.save(plan) } == false)
        #expect(try register.read { try $0.plans(of: ada) } == [plan])
    }

    @Test("The plans of a list cost the same number of queries as those of one person")
    func plansOfAll() throws {
        try register.fill { session in
            for number in 1...40 {
                let customer = try session.insert(.named("P\(number)", "Q"))
                for year in [2025, 2026] {
                    try session.save(
                        Plan(
                            id: Plan.ID(rawValue: "MSP-\(number)-\(year)"), customer: customer, kind: .proactive,
                            status: year == 2025 ? .removed : .active, start: try day("\(year)-01-01"),
                            end: try day("\(year)-02-01"), zone: "", state: .vic))
                }
            }
        }
        let ids = (1...41).map { Customer.ID(rawValue: $0) }
        let (found, queries) = try register.fill { session in
            try session.counting { try session.plans(ofAll: ids) }
        }
        #expect(found.count == 40)
        #expect(found.values.allSatisfy { $0.map(\.status) == [.active] })
        // One asks whether anybody has a plan, most often the only one.
        #expect(queries == 8)
    }

    @Test("A note comes back with its removal, the newest first")
    func notes() throws {
        let ids = try register.write { writer in
            var later = Note.other("later", for: ada)
            later.writtenAt = .morning + 60
            return [try writer.add(Note.other("first", for: ada)), try writer.add(later)]
        }
        let removal = NoteRemoval(reason: .wrongCustomer, why: "another Ada", by: .ann, at: .morning)
        try register.write { try $0.add(removal, of: ids[0]) }
        let notes = try register.read { try $0.notes(of: ada) }
        #expect(notes.map(\.id) == [ids[1], ids[0]])
        #expect(notes.map(\.removal) == [nil, removal])
        #expect(notes.first?.content.trail == ["R4"])
        #expect(try register.read { try $0.note(ids[0])?.content.fields } == ["content": "first"])
    }

    @Test("A report waits until it is recorded, and then names its note")
    func reports() throws {
        let report = try register.write { try $0.add(ContactReport.voicemail(for: ada)) }
        #expect(try register.read { try $0.waitingReports().map(\.id) } == [report])
        #expect(try register.read { try $0.waitingReports(of: ada).map(\.id) } == [report])
        let note = try register.write { writer in
            let note = try writer.add(Note.other("recorded", for: ada))
            try writer.mark(report, recordedAs: note, by: .ann, at: .morning)
            return note
        }
        #expect(try register.read { try $0.waitingReports() }.isEmpty)
        #expect(try register.read { try $0.report(report)?.note } == note)
    }

    @Test("A draft is saved over itself and discarded (N6)")
    func drafts() throws {
        var draft = NoteDraft(
            id: NoteDraft.ID(rawValue: "d1"), customer: ada, author: .ann,
            content: NoteContent(type: NoteType.ID(rawValue: "other"), fields: ["content": "h"]), beganAt: .morning,
            savedAt: .morning)
        for text in ["he", "hel"] {
            draft.content.fields["content"] = text
            draft.contact = text == "he" ? nil : Contact(customer: ada, channel: .phone, occurredAt: .morning)
            draft.savedAt = draft.savedAt + 1
            try register.write { try $0.save(draft) }
        }
        let reopened = try Register.open(at: scratch.path)
        #expect(try reopened.read { try $0.drafts(by: StaffMember.ID(rawValue: "prann1")) } == [draft])
        #expect(try reopened.read { try $0.draftedContacts(of: ada) } == [draft.contact])
        #expect(try reopened.read { try $0.draftedContacts(of: Customer.ID(rawValue: 2)) }.isEmpty)
        try reopened.write { try $0.discard(draft.id) }
        #expect(try register.read { try $0.drafts(by: .ann) }.isEmpty)
        #expect(try register.read { try $0.draftedContacts(of: ada) }.isEmpty)
    }

    @Test("Contacts are found from an instant on and before another")
    func contacts() throws {
        try register.write { writer in
            for offset in [-1, 0, 59, 60] {
                try writer.add(
                    Contact(
                        customer: ada, channel: .faceToFace, site: "Parramatta", occurredAt: .morning + offset,
                        refused: offset == 59, staff: .ann, verdict: .notInLine, outcome: "left"))
            }
        }
        let found = try register.read { try $0.contacts(of: ada, from: .morning, to: .morning + 60) }
        #expect(found.map(\.occurredAt) == [.morning + 59, .morning])
        #expect(found.map(\.refused) == [true, false])
        #expect(found.first?.verdict == .notInLine)
    }

    @Test("Two contacts logged in one second are two")
    func sameSecond() throws {
        let contact = Contact(customer: ada, channel: .phone, occurredAt: .morning)
        try register.write { writer in
            try writer.add(contact)
            try writer.add(contact)
        }
        #expect(try register.read { try $0.contacts(of: ada, from: .morning, to: .morning + 1) }.count == 2)
    }

    @Test("Staff are found by logon in any case and by their account, sites by name in any case")
    func staffAndSites() throws {
        let member = StaffMember(
            id: .ann, osUser: "ann", givenName: "Ann", surname: "Lee", position: "OMC", site: "Parramatta", zone: "W",
            access: .psManager, email: "a@x", phone: "1", level: "APS5")
        let site = Site(
            name: "Broken  Hill", kind: .serviceCentre, state: .nsw, timeZone: "Australia/Broken_Hill", zone: "W",
            opens: try time("08:30"), closes: try time("16:30"))
        let holiday = PublicHoliday(day: try day("2026-11-03"), name: "Cup Day")
        try register.fill { session in
            try session.save(member)
            try session.save(site)
            try session.save(holiday, in: .vic)
        }
        try register.read { (reader: any CaseworkReader) throws in
            #expect(try reader.staff(StaffMember.ID(rawValue: "prann1")) == member)
            #expect(try reader.staff(osUser: "ann") == member)
            #expect(try reader.staff(osUser: "ANN") == nil)
            #expect(try reader.site(named: " broken hill ") == site)
            #expect(try reader.sites() == [site])
            #expect(try reader.addedHolidays() == [.vic: [holiday]])
        }
    }
}
