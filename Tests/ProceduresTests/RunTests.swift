import Casework
import Foundation
import Procedures
import Testing

@Suite("Going through a guide")
struct RunTests {
    @Test("A fact is taken from the record, with its reason")
    func factTaken() throws {
        let run = try smallProcedure().run(facts: facts("plan-active=yes in-line=no"))
        #expect(run.outcome?.id.rawValue == "refuse")
        #expect(run.trail.map(\.by) == [.record, .record])
        #expect(run.trail[1].because == "the record holds in-line.")
    }

    @Test("When the record cannot know, the person is asked, and told why")
    func askedWhenUnknown() throws {
        let run = try smallProcedure().run(facts: facts("plan-active=yes"))
        #expect(run.awaiting?.node.name == "in-line")
        #expect(run.awaiting?.finding?.because == "the record holds in-line.")
        #expect(run.awaiting?.node.choices.map(\.value) == ["yes", "no"])
        #expect(run.outcome == nil)
    }

    @Test("An answer to what the record cannot know needs no reason")
    func answeredUnknown() throws {
        let run = try smallProcedure().run(facts: facts("plan-active=yes"), answers: [Answer("in-line", "no")])
        #expect(run.outcome?.id.rawValue == "refuse")
        #expect(run.trail[1].by == .person)
        #expect(!run.trail[1].overruled)
    }

    @Test("A value that a fact cannot have is no value: the person is asked")
    func strangeValue() throws {
        let run = try smallProcedure().run(facts: facts("plan-active=perhaps"))
        #expect(run.awaiting?.node.name == "plan-active")
    }

    @Test("Overruling the record keeps both: what it said, and the person's reason")
    func overruled() throws {
        let run = try smallProcedure().run(
            facts: facts("plan-active=yes in-line=no"),
            answers: [Answer("in-line", "yes", because: "the plan was varied this morning"), Answer("wants", "no")])
        #expect(run.outcome?.id.rawValue == "serve")
        let step = run.trail[1]
        #expect(step.overruled)
        #expect(step.because == "the plan was varied this morning")
        #expect(step.finding?.value == "no")
    }

    @Test("Overruling the record without a reason is refused, on the path and off it")
    func reasonMissing() throws {
        let procedure = try smallProcedure()
        let missing = AnswerError.reasonMissing(node: "in-line", recorded: "no", because: "the record holds in-line.")
        #expect(throws: missing) {
            try procedure.run(facts: facts("plan-active=yes in-line=no"), answers: [Answer("in-line", "yes")])
        }
        #expect(throws: missing) {
            try procedure.run(
                facts: facts("plan-active=no in-line=no"), answers: [Answer("in-line", "yes", because: " ")])
        }
    }

    @Test("Every answer is checked, visited or not")
    func answersChecked() throws {
        let procedure = try smallProcedure()
        #expect(throws: AnswerError.notTaken("perhaps", node: "wants", takes: ["yes", "no"])) {
            try procedure.run(facts: facts("plan-active=no"), answers: [Answer("wants", "perhaps")])
        }
        #expect(
            throws: AnswerError.unknownNode("want", in: procedure.id, known: ["plan-active", "in-line", "wants"])
        ) {
            try procedure.run(facts: facts("plan-active=no"), answers: [Answer("want", "yes")])
        }
        #expect(throws: AnswerError.answeredTwice("wants")) {
            try procedure.run(facts: facts("plan-active=no"), answers: [Answer("wants", "yes"), Answer("wants", "no")])
        }
        #expect(AnswerError.answeredTwice("wants").fault == .badInput)
    }

    @Test("One answer serves a question that stands in two places of the guide")
    func namesakes() throws {
        let procedure = try content.procedure(.init(rawValue: "work-item"))
        let item = try procedure.run(
            facts: facts("plan-active=yes managed-by-ps=no"), answers: answers("on-the-phone=no omc-reached=yes"))
        #expect(item.outcome?.id.rawValue == "omc-advice")
        #expect(item.trail.last?.node.name == "omc-reached")
        #expect(item.trail.last?.node.source == "OMC T3.1")
    }

    @Test("Going back is one answer fewer")
    func back() throws {
        let procedure = try content.procedure(.init(rawValue: "visit"))
        let known = facts("plan-active=yes variation=no face-to-face-level=available")
        var given = [Answer("authenticated", "yes"), Answer("who", "customer"), Answer("wants-omc", "no")]
        #expect(try procedure.run(facts: known, answers: given).outcome?.id.rawValue == "resolve")
        given.removeLast()
        #expect(try procedure.run(facts: known, answers: given).awaiting?.node.name == "wants-omc")
        given.removeLast()
        #expect(try procedure.run(facts: known, answers: given).awaiting?.node.name == "who")
    }

    @Test("A register that fails is not taken for one that does not know")
    func failingRegister() throws {
        struct Broken: Error, Equatable {}
        let procedure = try smallProcedure()
        #expect(throws: Broken()) { try procedure.run(facts: { _ in throw Broken() }) }
    }

    @Test("Facts off the path are not looked up")
    func lazy() throws {
        var asked: [FactName] = []
        _ = try smallProcedure().run(facts: { name in
            asked.append(name)
            return facts("plan-active=no")(name)
        })
        #expect(asked == [.planActive])
    }
}

@Suite("The note that a guide drafts")
struct DraftTests {
    @Test("Contact reason and time are filled; what only the person knows is left to them")
    func drafted() throws {
        let run = try content.procedure(.init(rawValue: "visit")).run(
            facts: facts("plan-active=yes variation=no face-to-face-level=partial in-line=no"),
            answers: answers("authenticated=yes who=customer"))
        let note = try #require(run.drafts(for: ContactWords(time: "4 March 2026, 10:15", site: "Parramatta")).first)
        #expect(note.type == NoteType.customerContact)
        #expect(note.fields["contactReason"] == "Visit to Parramatta outside the plan")
        #expect(note.fields["time"] == "4 March 2026, 10:15")
        #expect(note.fields["behaviourAndWarnings"] == "Told that the visit is outside the plan, and asked to leave.")
        #expect(note.missing.map(\.name) == ["discussion"])
    }

    @Test("A site that is not known is left out of the words")
    func noSite() throws {
        let run = try smallProcedure().run(
            facts: facts("plan-active=yes in-line=yes"), answers: [Answer("wants", "no")])
        #expect(run.drafts(for: ContactWords(time: "10:15")).first?.fields["contactReason"] == "Visit")
    }

    @Test("A health check's note says by which day the next one is due, for it is read long after")
    func due() throws {
        let run = try content.procedure(.init(rawValue: "health-check")).run(
            facts: facts("incarcerated=no"), answers: answers("checks=all strategies=progress talk=no"))
        let zone = try AustralianState.nsw.zone()
        let schedule = Schedule(calendar: BusinessCalendar(), state: .nsw, zone: zone)
        func nextCheck(_ words: ContactWords) -> String? { run.drafts(for: words).first?.fields["nextCheck"] }
        let day = try #require(CalendarDay("2026-11-24"))
        let words = ContactWords(time: "10:15", limits: (schedule, from: zone.instant(of: day, at: .midnight)))
        #expect(nextCheck(words) == "In two weeks, by Tuesday 8 December 2026")
        #expect(nextCheck(ContactWords(time: "10:15")) == "In two weeks")
        let december = try #require(CalendarDay("2026-12-11"))
        let holiday = ContactWords(time: "10:15", limits: (schedule, from: zone.instant(of: december, at: .midnight)))
        #expect(
            nextCheck(holiday)
                == "In two weeks, by Friday 25 December 2026 (Christmas Day; last working day before: Thursday 24 "
                + "December 2026)")
    }

    @Test("No note is drafted before the end, nor where none is asked for")
    func noDraft() throws {
        let contact = ContactWords(time: "10:15")
        #expect(try smallProcedure().run(facts: facts("")).drafts(for: contact).isEmpty)
        #expect(try smallProcedure().run(facts: facts("plan-active=no")).drafts(for: contact).isEmpty)
    }

    @Test("The trail says what was decided by which fact, rule and step, or by whom and why")
    func trail() throws {
        let run = try content.procedure(.init(rawValue: "visit")).run(
            facts: facts("plan-active=yes variation=no face-to-face-level=partial in-line=no"),
            answers: answers("authenticated=yes who=customer omc-needed=no") + [
                Answer("in-line", "yes", because: "Manager moved the day.")
            ])
        let note = try #require(run.drafts(for: ContactWords(time: "10:15")).first)
        #expect(
            note.trail == [
                "Plan in force: Yes, because: the record holds plan-active (R4, OMC T1.1)",
                "Identity proved: Yes (OMC T1.1)",
                "Who is here: The customer (OMC T1.1)",
                "One-off variation for this visit: No, because: the record holds variation (R4, OMC T1.3)",
                "Face-to-face restriction: Partially, because: the record holds face-to-face-level (R4, OMC T1.2)",
                "Visit in line with the plan: Yes, decided otherwise than the record: Manager moved the day; "
                    + "the record says No, because the record holds in-line (R4, OMC T1.4)",
                "OMC needed for this business: No (OMC T1.4)",
                "Guide visit, version 3: Help the customer here",
            ])
    }

    @Test("Every contact note that the program's guides draft holds its five parts")
    func parts() throws {
        for procedure in try content.everything().procedures {
            for outcome in procedure.outcomes {
                guard let note = outcome.note, [NoteType.customerContact, NoteType.contactOutcome].contains(note.type)
                else { continue }
                let parts: Set = ["contactReason", "time", "discussion", "behaviourAndWarnings", "updatesToRecord"]
                #expect(parts.isSubset(of: note.fields.keys), "\(procedure.id) \(outcome.id)")
            }
        }
    }
}

@Suite("A run as JSON")
struct RunReportTests {
    private func json(_ run: ProcedureRun) throws -> [String: Any] {
        let notes = run.drafts(for: ContactWords(time: "10:15"))
        let schedule = Schedule(calendar: BusinessCalendar(), state: .nsw, zone: try AustralianState.nsw.zone())
        let now = schedule.zone.instant(of: try #require(CalendarDay("2026-11-24")), at: .midnight)
        let data = try JSONEncoder().encode(RunReport(run, notes: notes, limits: (schedule, from: now)))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("It says when something is due, as a day and in words")
    func due() throws {
        let run = try content.procedure(.init(rawValue: "health-check")).run(
            facts: facts("incarcerated=no"), answers: answers("checks=all strategies=progress talk=no"))
        let outcome = try #require(try json(run)["outcome"] as? [String: Any])
        let due = try #require((outcome["due"] as? [[String: Any]])?.first)
        #expect(due["day"] as? String == "2026-12-08")
        #expect(due["label"] as? String == "Next health check: 2 weeks, by Tuesday 8 December")
    }

    @Test("It has the keys of the contract, at a question and at the end")
    func keys() throws {
        let asking = try json(smallProcedure().run(facts: facts("plan-active=yes in-line=yes")))
        #expect(asking["procedure"] as? String == "small")
        #expect(asking["version"] as? String == "1")
        #expect(asking["outcome"] is NSNull)
        let awaiting = try #require(asking["awaiting"] as? [String: Any])
        #expect(awaiting["node"] as? String == "wants")
        #expect(awaiting["ask"] as? String == "Is the OMC wanted?")
        #expect(awaiting["answers"] as? [String] == ["yes", "no"])
        let step = try #require((asking["trail"] as? [[String: Any]])?.last)
        #expect(step["node"] as? String == "in-line")
        #expect(step["source"] as? String == "OMC T1.4")
        #expect(step["answer"] as? String == "yes")
        #expect(step["by"] as? String == "record")
        #expect(step["because"] as? String == "the record holds in-line.")

        let ended = try json(
            smallProcedure().run(facts: facts("plan-active=yes in-line=yes"), answers: [Answer("wants", "no")]))
        #expect(ended["awaiting"] is NSNull)
        let outcome = try #require(ended["outcome"] as? [String: Any])
        #expect(outcome["id"] as? String == "serve")
        #expect(outcome["do"] as? [String] == ["Serve."])
        #expect(outcome["notify"] as? [String] == ["omc", "backup"])
        let note = try #require(outcome["note"] as? [String: Any])
        #expect(note["type"] as? String == "customer-contact")
        #expect((note["fields"] as? [String: String])?["contactReason"] == "Visit")

        let bare = try json(smallProcedure().run(facts: facts("plan-active=no")))
        #expect((bare["outcome"] as? [String: Any])?["note"] is NSNull)
    }
}
