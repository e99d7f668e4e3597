import Casework
import TestSupport
import Testing

@Suite("The reason that a judgement gives (R3–R5)")
struct JudgeWordsTests {
    private func judged(_ plan: Plan, _ attempt: ContactAttempt, after history: [Contact] = []) throws -> Judgement {
        let site = attempt.site.flatMap { name in Site.invented.first { $0.isNamed(name) } }
        return try [plan].judge(attempt, history: history, site: site, calendar: BusinessCalendar())
    }

    private func because(_ plan: Plan, _ attempt: ContactAttempt, after history: [Contact] = []) throws -> String {
        try judged(plan, attempt, after: history).because
    }

    static let monday = "2026-03-02T10:00"
    static let tuesday = "2026-03-03T10:10"

    // MARK: A full phone restriction

    @Test("A full phone restriction tells whether it covers the OMC's number, and how to reach one whom it leaves (R3)")
    func fullPhone() throws {
        let leftOpen = Restriction(level: .full, note: "No phone contact.", includesOmc: false)
        let zone = try because(.invented(phone: leftOpen), .call(Self.monday))
        #expect(zone.contains("may call the OMC or PSSO: Triage line 1800 312 004, option 2."))
        let ps = try because(.invented(phone: leftOpen, management: .ps), .call(Self.monday))
        #expect(ps.contains("option 1."))
        let covered = try because(.invented(phone: .full), .call(Self.monday))
        #expect(covered == "Full phone restriction: no number, the OMC's or PSSO's included.")
    }

    // MARK: Appointments

    private func arranged(_ appointments: (String, String)..., also terms: RestrictionTerm...) -> Plan {
        .invented(
            faceToFace: .partial([.appointment] + terms),
            appointments: appointments.map { Appointment(site: $0.0, at: at($0.1)) })
    }

    @Test("A visitor early for an appointment is told when it is, and from when they are served")
    func early() throws {
        let plan = arranged(("Parramatta", "2026-03-03T10:45"))
        let words = try because(plan, .visit(Self.tuesday, "Parramatta"))
        #expect(words == "The appointment is at 10:45 at Parramatta; from 10:15.")
        #expect(try because(plan, .visit(Self.tuesday)) == words)
    }

    @Test("At another site the reason names the site and time of today's appointment, early or not")
    func elsewhere() throws {
        let plan = arranged(("Parramatta", "2026-03-03T10:45"))
        let site = "Broken Hill"
        // Broken Hill's clock is half an hour behind.
        let words = "The appointment is at 10:15 at Parramatta, not at Broken Hill."
        #expect(try because(plan, .visit(Self.tuesday, site)) == words)
        #expect(try because(plan, .visit("2026-03-03T10:45", site)) == words)
    }

    @Test("Of today's appointments the one at this site is named")
    func hereLater() throws {
        let plan = arranged(("Brisbane", "2026-03-03T10:20"), ("Parramatta", "2026-03-03T14:00"))
        #expect(
            try because(plan, .visit(Self.tuesday, "Parramatta"))
                == "The appointment is at 14:00 at Parramatta; from 13:30.")
    }

    @Test("Without one today the next appointment is named, and without any that there is none")
    func laterDay() throws {
        let plan = arranged(("Parramatta", "2026-03-03T09:00"), ("Parramatta", "2026-03-12T14:00"))
        #expect(
            try because(plan, .visit(Self.tuesday, "Parramatta"))
                == "By appointment through the OMC only; the next is Thursday 12 March, 14:00 at Parramatta.")
        #expect(
            try because(arranged(("Parramatta", "2026-03-03T09:00")), .visit(Self.tuesday, "Parramatta"))
                == "By appointment through the OMC only; there is none now.")
    }

    @Test("From when they are served is left out where another term is broken then")
    func fromOtherTerm() throws {
        let plan = arranged(
            ("Parramatta", "2026-03-03T14:00"), also: .window([.tuesday], "10:00", "11:00"))
        #expect(
            try because(plan, .visit(Self.tuesday, "Parramatta")) == "The appointment is at 14:00 at Parramatta.")
    }

    // MARK: Several broken terms

    @Test("A wrong day tells too what no day mends: the call goes to the OMC at any time")
    func lasting() throws {
        let plan = Plan.partialPhone(.window([.tuesday], "10:00", "12:00"), .only(.omc), .limit(1, per: .day))
        let judgement = try judged(plan, .call(Self.monday))
        #expect(judgement.decidedBy == .days)
        #expect(judgement.next == nil)
        let day = "Allowed Tuesday, 10:00 to 12:00; it is Monday 10:00."
        #expect(judgement.because == "\(day) Contact goes through the One Main Contact only.")
    }

    @Test("A wrong day alone tells the day alone, and a used count is not told with it")
    func passing() throws {
        let plan = Plan.partialPhone(.window([.tuesday], "10:00", "12:00"), .limit(1, per: .week))
        let words = try because(plan, .call("2026-03-04T10:00"), after: [.call("2026-03-03T10:30")])
        #expect(words == "Allowed Tuesday, 10:00 to 12:00; it is Wednesday 10:00.")
    }

    @Test("A variation to come is still the next contact in line where waiting mends nothing (R11)")
    func variationToCome() throws {
        var plan = Plan.partialPhone(.window([.tuesday], "10:00", "12:00"), .only(.omc))
        plan.variations = [Variation(channel: .phone, from: at("2026-03-05T09:00"), to: at("2026-03-05T10:00"))]
        #expect(try judged(plan, .call(Self.monday)).next == at("2026-03-05T09:00"))
    }

    // MARK: Counts and uploads

    @Test("A call to the OMC is told to be counted by no limit, not to keep one (R4)")
    func omcUncounted() throws {
        let plan = Plan.partialPhone(.only(.omc), .limit(1, per: .day))
        #expect(
            try because(plan, .call(Self.monday, toOmc: true))
                == "Every term is kept: through the One Main Contact only; calls to the OMC or PSSO are not counted.")
        #expect(
            try because(.partialPhone(.limit(2, per: .week)), .call(Self.monday))
                == "Every term is kept: 2 Smart Centre calls a week.")
    }

    @Test("Where uploading is refused, writing is in line unless it is an upload")
    func unlessUpload() throws {
        let judgement = try judged(.partialWriting(.noUpload), .letter(Self.monday))
        #expect(judgement.headline(at: at(Self.monday)) == "In line, unless it is an upload")
        #expect(judgement.because == "Every term is kept, unless it is an upload: no uploading of documents.")
        let other = try judged(.partialWriting(.address("PO Box 12")), .letter(Self.monday, address: "PO Box 12"))
        #expect(other.headline(at: at(Self.monday)) == "In line")
    }

    // MARK: How words are joined

    @Test("Windows that are alternatives are joined by or")
    func alternatives() throws {
        let plan = Plan.partialFaceToFace(
            .window([.tuesday], "10:00", "12:00"), .window([.thursday], "14:00", "16:00"), .sites(["Parramatta"]))
        let either = "Tuesday, 10:00 to 12:00, or Thursday, 14:00 to 16:00"
        #expect(
            try because(plan, .visit("2026-03-03T10:30", "Parramatta"))
                == "Every term is kept: \(either); only at Parramatta.")
        #expect(
            try because(plan, .visit(Self.monday, "Parramatta")) == "Allowed \(either); it is Monday 10:00.")
        var wordless = plan
        wordless.restrictions[.faceToFace]?.note = ""
        #expect(wordless.restriction(on: .faceToFace).words(on: .faceToFace) == "\(either); only at Parramatta")
    }

    @Test("A note that ends in a full stop, or a question, gets no second one")
    func fullStop() throws {
        for (note, words) in [
            ("Ask at the door.", "The arrangement is in words only: Ask at the door."),
            ("Ask at the door ", "The arrangement is in words only: Ask at the door."),
            ("Is it Monday?", "The arrangement is in words only: Is it Monday?"),
        ] {
            let plan = Plan.invented(faceToFace: Restriction(level: .partial, note: note))
            #expect(try because(plan, .visit(Self.monday, "Parramatta")) == words)
        }
    }
}
