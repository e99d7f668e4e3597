import Casework
import TestSupport
import Testing

@Suite("The warning (W1–W4)")
struct WarningTests {
    static let now = at("2026-03-04T10:15:00+11:00")
    static let ada = Customer.invented()

    static let plan: Plan = {
        var plan = Plan.invented(
            faceToFace: .partial(.window([.tuesday], "10:00", "12:00")), phone: .full,
            people: PlanPeople(omc: .manager, backup: .delegate, psso: "PR9999"))
        plan.restrictions[.writing] = Restriction(
            level: .available, brands: [.childSupport: BrandRestriction(level: .full, note: "No letters")])
        plan.safetyAlert = true
        plan.customerInformed = day("2026-02-03")
        return plan
    }()

    func warning(_ plans: Plan..., instant: Instant = now) throws -> PlanWarning? {
        let store = MemoryStore(customers: [Self.ada], plans: plans)
        return try store.desk(.none).open(Self.ada.id, at: instant).warning()
    }

    @Test("A record with an agency plan in force has a warning (W1)")
    func shown() throws {
        #expect(try warning(Self.plan) != nil)
    }

    @Test("Without an agency plan in force there is none, even with a provider's (W3)")
    func notShown() throws {
        #expect(try warning() == nil)
        #expect(try warning(.invented(phone: .full, provider: true)) == nil)
        #expect(try warning(.invented(status: .draft), .invented("MSP-000002", status: .submitted)) == nil)
        #expect(try warning(Self.plan, instant: at("2026-08-02T00:00:00+10:00")) == nil)
        #expect(try warning(Self.plan, instant: at("2026-08-01T23:59:59+10:00")) != nil)
    }

    @Test("It tells alerts, each channel, whom to reach and how, the end and the days left (W2)")
    func content() throws {
        let warning = try #require(try warning(Self.plan))
        #expect(warning.plan.rawValue == "MSP-000001")
        #expect(warning.safetyAlert)
        #expect(!warning.notificationAlert)
        #expect(warning.channels.map(\.channel) == [.faceToFace, .phone, .writing])
        #expect(warning.channels.map(\.level) == [.partial, .full, .available])
        #expect(warning.channels[0].words == "As arranged with the One Main Contact")
        #expect(warning.channels[2].brands == ["Child Support: Restricted, No letters"])
        #expect(warning.contacts.map(\.role) == ["OMC", "Backup OMC", "PSSO"])
        #expect(warning.contacts.map(\.name) == ["Tom Nguyen (PR0002)", "Rosa Petrov (PR0003)", "PR9999"])
        #expect(warning.ends == day("2026-08-01"))
        #expect(warning.daysLeft == 150)
        #expect(warning.endInWords == "ends 1 August 2026, 150 days left")
        #expect(warning.customerInformed == day("2026-02-03"))
    }

    @Test("The end is told in words on the last days (W2)")
    func lastDays() throws {
        let tomorrow = try #require(try warning(.invented(to: "2026-03-05")))
        #expect(tomorrow.endInWords == "ends tomorrow, 5 March 2026, 1 day left")
        let today = try #require(try warning(.invented(to: "2026-03-04")))
        #expect(today.endInWords == "ends today, 4 March 2026, at midnight")
    }

    @Test("Option 1 of the Triage line reaches PS, option 2 a zone's OMC (W2)")
    func triage() throws {
        #expect(try warning(.invented(management: .ps))?.triageOption == 1)
        #expect(try warning(.invented(management: .zone))?.triageOption == 2)
        #expect(PlanWarning.triageLine == "1800 312 004")
    }

    @Test("Managed by Personalised Services, their officer is tried first (W2)")
    func officersInOrder() throws {
        let people = PlanPeople(omc: .manager, backup: .delegate, psso: .psManager)
        #expect(try warning(.invented(management: .ps, people: people))?.contacts.first?.role == "PSSO")
        #expect(try warning(.invented(management: .zone, people: people))?.contacts.first?.role == "OMC")
    }

    @Test("A provider's plan stands beside the agency's, as information (W2, R12)")
    func providerBeside() throws {
        let warning = try #require(try warning(Self.plan, .invented("DEWR-7", phone: .full, provider: true)))
        #expect(warning.plan.rawValue == "MSP-000001")
        #expect(warning.provider?.rawValue == "DEWR-7")
        #expect(try self.warning(Self.plan)?.provider == nil)
    }

    @Test("A restriction without a note is told by its terms (W2)")
    func termsInWords() throws {
        var plan = Plan.partialPhone(.limit(2, per: .week), .only(.omc))
        plan.restrictions[.phone]?.note = ""
        let words = try #require(try warning(plan)?.channels[1].words)
        #expect(words == "2 Smart Centre calls a week; through the One Main Contact only")
    }

    @Test("A full phone restriction tells beside its note whether the OMC may be called (R3)")
    func omcBesideNote() throws {
        func words(_ includesOmc: Bool) throws -> String? {
            let phone = Restriction(level: .full, note: "No phone contact.", includesOmc: includesOmc)
            return try warning(.invented(phone: phone))?.channels[1].words
        }
        #expect(try words(false) == "No phone contact. May call the OMC or PSSO")
        #expect(try words(true) == "No phone contact. May not call the OMC or PSSO either")
    }

    @Test("A brand without a note of its own is told by its own level and terms, not by the channel's note (R2)")
    func brandsByThemselves() throws {
        let phone = Restriction(
            level: .partial, note: "Two Smart Centre calls a week", terms: [.limit(2, per: .week)],
            brands: [
                .medicarePublic: BrandRestriction(level: .full), .medicareProvider: BrandRestriction(level: .available),
                .childSupport: BrandRestriction(level: .partial, terms: [.only(.psso)]),
                .centrelink: BrandRestriction(level: .partial, note: "Once a day.", terms: [.limit(1, per: .day)]),
            ])
        let brands = try #require(try warning(.invented(phone: phone))?.channels[1].brands)
        #expect(
            brands == [
                "Centrelink: Partially, Once a day. Terms: 1 Smart Centre call a day",
                "Child Support: Partially, Through the Personalised Services officer only",
                "Medicare provider: Available, No restriction",
                "Medicare public: Restricted, May not call any number, the OMC's included",
            ])
    }

    @Test("The banner for a queue: safety alert first, then any agency or provider plan (W4)")
    func banner() throws {
        let provider = Plan.invented("DEWR-7", provider: true)
        #expect(PlanWarning.queueBanner(plan: nil, provider: nil) == nil)
        let both = try #require(PlanWarning.queueBanner(plan: Self.plan, provider: provider))
        #expect(both.hasPrefix("SAFETY ALERT"))
        #expect(both.contains("MSP-000001"))
        #expect(both.contains("Phone Restricted"))
        #expect(both.contains("DEWR-7"))
        #expect(!both.contains("\n"))
        let alone = try #require(PlanWarning.queueBanner(plan: nil, provider: provider))
        #expect(alone.contains("DEWR-7"))
        #expect(!alone.contains("SAFETY"))
        #expect(PlanWarning.queueBanner(plan: .invented(), provider: nil)?.contains("SAFETY") == false)
    }

    @Test("Showing and acknowledging are kept, with who and when (W1, Q2)")
    func kept() throws {
        let store = MemoryStore(customers: [Self.ada], plans: [Self.plan])
        let desk = try store.desk(.none)
        let record = try desk.open(Self.ada.id, at: Self.now)
        try desk.acknowledgeWarning(of: record, at: Self.now + 5)
        #expect(store.contents.audit.map(\.act) == [.opened, .warningAcknowledged])
        #expect(store.contents.audit.last?.staff == .counter)
        #expect(store.contents.audit.last?.at == Self.now + 5)
        #expect(store.contents.audit.last?.customer == Self.ada.id)
        _ = try desk.open(Self.ada.id, at: Self.now, byCommand: true)
        #expect(store.contents.audit.suffix(2).map(\.act) == [.opened, .warningShown])
    }

    @Test("Without a plan nothing is acknowledged")
    func nothingToAcknowledge() throws {
        let store = MemoryStore(customers: [Self.ada])
        let desk = try store.desk(.none)
        try desk.acknowledgeWarning(of: try desk.open(Self.ada.id, at: Self.now, byCommand: true), at: Self.now)
        #expect(store.contents.audit.map(\.act) == [.opened])
    }
}
