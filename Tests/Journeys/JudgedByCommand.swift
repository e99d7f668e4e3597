import Foundation
import Testing

/// `mspdesk check` on the plans of the practice people, at the edges of their terms.
@Suite("Contacts judged by command")
struct JudgedByCommand {
    struct Contact: CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        let verdict: String
        let decidedBy: String

        init(
            _ title: String, _ person: String, _ channel: String, _ more: String..., at: String? = nil,
            is verdict: String, by decidedBy: String = "none"
        ) {
            testDescription = title
            arguments = ["check", person, "--channel", channel] + more + (at.map { ["--at", $0] } ?? []) + ["--json"]
            self.verdict = verdict
            self.decidedBy = decidedBy
        }
    }

    static let (yes, no, ask) = ("in-line", "not-in-line", "ask")
    private static let (visit, phone, writing) = ("face-to-face", "phone", "writing")
    private static let parramatta = "--site=Parramatta"

    static let contacts = [
        Contact(
            "Tuesday at ten: the window opens", "P0000001", visit, parramatta,
            at: "2026-03-03T10:00:00+11:00", is: yes),
        Contact(
            "A second before ten", "P0000001", visit, parramatta,
            at: "2026-03-03T09:59:59+11:00", is: no, by: "days"),
        Contact(
            "The last second before twelve", "P0000001", visit, parramatta,
            at: "2026-03-03T11:59:59+11:00", is: yes),
        Contact(
            "Twelve: the window is over", "P0000001", visit, parramatta,
            at: "2026-03-03T12:00:00+11:00", is: no, by: "days"),
        Contact("A Wednesday", "P0000001", visit, parramatta, at: "2026-03-04T10:30:00+11:00", is: no, by: "days"),
        Contact("The next Thursday", "P0000001", visit, parramatta, at: "2026-03-05T10:30:00+11:00", is: yes),
        Contact("The right time at another site", "P0000001", visit, "--site", "Blacktown", is: no, by: "sites"),
        Contact("A site written in small letters", "P0000001", visit, "--site", "parramatta", is: yes),
        Contact("No site given: the term asks for it", "P0000001", visit, is: ask, by: "sites"),
        Contact("A letter, which nothing restricts", "P0000001", writing, is: yes),
        Contact("The second of two calls a week", "P0000001", phone, is: yes),
        Contact("The third of two calls a week", "P0000002", phone, is: no, by: "limit"),
        Contact("The third call, to the OMC", "P0000002", phone, "--to-omc", is: yes),
        Contact("The last second of the week", "P0000002", phone, at: "2026-03-08T23:59:59+11:00", is: no, by: "limit"),
        Contact("The first of Monday: a new week", "P0000002", phone, at: "2026-03-09T00:00:00+11:00", is: yes),
        Contact("The Smart Centre, where only the OMC may be called", "P0000003", phone, is: no, by: "only"),
        Contact("The OMC, where only the OMC may be called", "P0000003", phone, "--to-omc", is: yes),
        Contact(
            "Half an hour before the appointment", "P0000003", visit, parramatta,
            at: "2026-03-03T10:00:00+11:00", is: yes),
        Contact(
            "Half an hour after the appointment", "P0000003", visit, parramatta,
            at: "2026-03-03T11:00:00+11:00", is: yes),
        Contact(
            "A second too late for the appointment", "P0000003", visit, parramatta,
            at: "2026-03-03T11:00:01+11:00", is: no, by: "appointment"),
        Contact(
            "Full, and a variation has just begun", "P0000004", visit, "--site", "Penrith",
            at: "2026-03-03T08:30:00+11:00", is: yes, by: "variation"),
        Contact(
            "Full, and the variation has just ended", "P0000004", visit, "--site", "Penrith",
            at: "2026-03-03T16:30:00+11:00", is: no, by: "level"),
        Contact(
            "Full, and the variation is for another site", "P0000004", visit, "--site", "Blacktown",
            is: no, by: "level"),
        Contact("The Personalised Services officer alone", "P0000007", phone, is: no, by: "only"),
        Contact("The plan ended yesterday", "P0000008", visit, is: yes),
        Contact("Full phone", "P0000009", phone, is: no, by: "level"),
        Contact("Full phone that leaves the OMC's number open", "P0000009", phone, "--to-omc", is: yes),
        Contact(
            "Nine by Sydney's clock is not yet nine at Broken Hill", "P0000010", visit, "--site", "Broken Hill",
            at: "2026-03-03T09:00:00+11:00", is: no, by: "days"),
        Contact(
            "Nine by the clock of Broken Hill", "P0000010", visit, "--site", "Broken Hill",
            at: "2026-03-03T09:30:00+11:00", is: yes),
        Contact("A provider's plan decides nothing", "P0000011", visit, "--site", "Woodridge", is: yes),
        Contact("A provisional plan, full", "P0000012", visit, "--site", "Hobart", is: no, by: "level"),
        Contact("Writing, where all three channels are full", "P0000013", writing, is: no, by: "level"),
        Contact("One number allowed, none known", "P0000014", phone, is: ask, by: "number"),
        Contact("The number allowed, spaces and all", "P0000014", phone, "--number", "0491 570 014", is: yes),
        Contact("Another number", "P0000014", phone, "--number", "0491570156", is: no, by: "number"),
        Contact("One address allowed, none known", "P0000014", writing, is: ask, by: "address"),
        Contact("No plan at all", "P0000015", phone, is: yes),
    ]

    @Test("The verdict, the term that decided it, and exit 1 for no alone", arguments: contacts)
    func judged(_ contact: Contact) throws {
        let outcome = try PracticeDesk.shared.run(contact.arguments, as: "PRCOUNTER")
        let json = try outcome.json()
        #expect(json["verdict"].text == contact.verdict, "\(outcome.out)")
        #expect(json["decidedBy"].text == contact.decidedBy, "\(outcome.out)")
        #expect(outcome.status == (contact.verdict == Self.no ? 1 : 0))
        #expect(json["because"].text?.isEmpty == false)
    }

    @Test("The next contact in line is named, in the time of the place, and none where the plan holds none")
    func next() throws {
        func next(_ arguments: String...) throws -> JSON {
            try PracticeDesk.shared.run(["check"] + arguments + ["--json"], as: "PRCOUNTER").json()["next"]
        }
        #expect(
            try next(
                "P0000001", "--channel", "face-to-face", "--site", "Parramatta", "--at", "2026-03-03T12:00:00+11:00"
            )
            .text == "2026-03-05T10:00:00+11:00")
        #expect(try next("P0000002", "--channel", "phone").text == "2026-03-09T00:00:00+11:00")
        #expect(
            try next(
                "P0000010", "--channel", "face-to-face", "--site", "Broken Hill", "--at", "2026-03-03T08:00:00+11:00"
            )
            .text == "2026-03-03T09:00:00+10:30")
        #expect(try next("P0000013", "--channel", "phone").isNull)
    }

    @Test("A week tells by day when a contact is in line, what was counted, and where the plan ends")
    func week() throws {
        let desk = try PracticeDesk.shared
        func weeks(_ more: String...) throws -> [JSON] {
            let outcome = try desk.run(["week", "P0000001", "--json"] + more, as: "PRCOUNTER")
            #expect(outcome.status == 0 && outcome.err.contains("MANAGED SERVICE PLAN"), "\(outcome.err)")
            return try outcome.json()["weeks"].list
        }
        let all = try weeks("--site", "Parramatta")
        #expect(all.compactMap { $0["channel"].text } == ["faceToFace", "phone", "writing"])
        #expect(all[0]["now"]["verdict"].text == "in-line" && all[0]["site"].text == "Parramatta")
        let tuesday = all[0]["days"][1]
        #expect(tuesday["date"].text == "2026-03-03" && tuesday["holiday"].isNull)
        let stretches = tuesday["stretches"].list.map { "\($0["answer"].text ?? "") \($0["to"].text ?? "")" }
        #expect(stretches == ["not-in-line 10:00", "in-line 12:00", "not-in-line 24:00"])
        #expect(all[1]["remaining"]["limit"].number == 2 && all[1]["site"].isNull)
        let made = all[1]["days"].list.flatMap { $0["contacts"].list }
        #expect(made.map { $0["counts"].bool } == [true] && all[1]["remaining"]["used"].number == 1)
        #expect(try weeks("--channel", "face-to-face")[0]["now"]["verdict"].text == "ask")
        let later = try weeks("--channel", "face-to-face", "--on", "2026-04-03")[0]
        #expect(later["now"].isNull && later["days"][4]["holiday"].text == "Good Friday")
        #expect(later["whatToDo"].isNull)
        let words = try desk.run(
            "week", "P0000001", "--channel", "face-to-face", "--site", "Parramatta", as: "PRCOUNTER")
        #expect(words.lines.contains("  Tue 3 March, today: in line 10:00 to 12:00"), "\(words.out)")
        #expect(words.lines.contains("  Now, Tuesday 10:15: In line until 12:00"), "\(words.out)")
    }

    @Test("A call is judged the same by check, week and guide, whoever asks, and as one to the OMC where that is said")
    func alike() throws {
        let desk = try PracticeDesk.shared
        for (more, verdict, outcome) in [([], "not-in-line", "not-complying"), (["--to-omc"], "in-line", nil)] {
            let contact = ["P0000003", "--channel", "phone", "--json"] + more
            #expect(try desk.run(["check"] + contact, as: "PROMC1").json()["verdict"].text == verdict)
            let week = try desk.run(["week"] + contact, as: "PROMC1").json()["weeks"][0]
            #expect(week["now"]["verdict"].text == verdict && week["toOmc"].bool == !more.isEmpty)
            guard let outcome else { continue }
            let run = try desk.run(
                "guide", "run", "call", "--customer", "P0000003", "--answer", "authenticated=yes", "--answer",
                "who=customer", "--json", as: "PROMC1")
            #expect(try run.json()["outcome"]["id"].text == outcome)
        }
    }

    @Test("A time without an offset is the site's, for check and for a guide")
    func siteTime() throws {
        let desk = try PracticeDesk.shared
        let visit = ["--site", "Broken Hill", "--at", "2026-03-04T09:10", "--json"]
        let plan = try desk.run(
            ["check", "P0000010", "--channel", "face-to-face"] + visit, as: "PRCOUNTER")
        #expect(try plan.json()["verdict"].text == "in-line", "\(plan.out)")
        let run = try desk.run(
            [
                "guide", "run", "visit", "--customer", "P0000010", "--answer", "authenticated=yes", "--answer",
                "who=customer",
            ] + visit, as: "PRCOUNTER")
        #expect(try run.json()["trail"].list.contains { $0["node"].text == "in-line" && $0["answer"].text == "yes" })
    }

    @Test(
        "A call that Personalised Services take is passed on by every command that judges it, and by night is not (PS5)"
    )
    func passedOn() throws {
        func told(_ command: String, _ more: String..., now: String = Desk.now) throws -> Outcome {
            try PracticeDesk.shared.run(
                [command, "P0000007", "--channel", "phone"] + more, as: "PRPHONE", now: now)
        }
        let transfer = "Transfer to Personalised Services, Triage line option 1"
        #expect(try told("check").lines.contains("  \(transfer)"))
        #expect(try told("week").lines.contains { $0.hasPrefix("  Now, Tuesday ") && $0.hasSuffix(": \(transfer)") })
        #expect(try told("week", "--json").json()["weeks"][0]["whatToDo"].text == transfer)
        let night = "2026-03-03T20:00:00+11:00"
        #expect(try told("week", now: night).out.contains("option 1: closed now, open 8:30 to 16:30"))
        #expect(try !told("check", "--to-omc").out.contains("Personalised Services, Triage"))
        #expect(try !told("week", "--to-omc").out.contains("Personalised Services, Triage"))
    }
}

/// A register that tests share which leave nothing but entries of the audit trail.
enum PracticeDesk {
    private static let made = Result {
        let desk = try Desk.practice()
        // What is static is never released: its directory goes when the tests end.
        atexit { PracticeDesk.remove() }
        return desk
    }
    static var shared: Desk { get throws { try made.get() } }

    private static func remove() {
        if let desk = try? shared { try? FileManager.default.removeItem(atPath: desk.directory) }
    }
}
