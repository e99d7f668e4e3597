import Casework
import Procedures
import TestSupport
import Testing

@Suite("Going through steps of every kind")
struct SecondFormTests {
    private func run(_ answers: Answer...) throws -> ProcedureRun {
        try everyKindProcedure().run(facts: facts(""), answers: answers)
    }

    private let prepared = Answer("prepare", "all")

    @Test("The procedure that these tests run is sound")
    func isSound() throws {
        #expect(try everyKindProcedure().nodes.count == 8)
    }

    @Test("A list of tasks waits to be ticked, and what is left open is said in the note")
    func tasks() throws {
        #expect(try run().awaiting?.node.items.map(\.id) == ["read", "find", "room"])
        #expect(try run().awaiting?.node.takes == ["all", "none", "read", "find", "room"])
        let ticked = try run(Answer("prepare", "read", ticks: ["read": at("2026-03-04T10:12")]))
        #expect(ticked.awaiting?.name == "call")
        #expect(
            ticked.trail[0].words(by: WorkClock(zone("Australia/Sydney")))
                == "Preparation: 10:12 Read the plan; not done: Take a quiet room (OMC T1.1, OMC T1.2)")
        #expect(try run(prepared).trail[0].words.contains("not done") == false)
        #expect(throws: AnswerError.self) { try self.run(Answer("prepare", "sing")) }
    }

    @Test("A step that comes back is answered anew each time, and only so often")
    func repeats() throws {
        let once = try run(prepared, Answer("call", "no"))
        #expect(once.awaiting?.name == "wait")
        let twice = try run(prepared, Answer("call", "no"), Answer("wait", "done"))
        #expect(twice.awaiting?.name == "call#2")
        #expect(twice.awaiting?.passing == 2)
        let over = try run(
            prepared, Answer("call", "no"), Answer("wait", "done"), Answer("call#2", "no"), Answer("wait#2", "done"))
        #expect(over.outcome?.id.rawValue == "letter")
        #expect(throws: AnswerError.self) { try self.run(prepared, Answer("prepare#2", "all")) }
    }

    @Test("Of several answers the first rule that holds leads on")
    func several() throws {
        func after(_ topics: String) throws -> String? {
            try run(prepared, Answer("call", "yes"), Answer("topics", topics)).awaiting?.name
        }
        #expect(try after("money,health") == "helper/urgent")
        #expect(try after("none") == "words")
        #expect(try after("home") == "days")
    }

    @Test("A number leads by its bound, exclusive; a day is a day; optional words may be left out")
    func values() throws {
        let before = [prepared, Answer("call", "yes"), Answer("topics", "home")]
        func after(_ more: Answer...) throws -> ProcedureRun {
            try everyKindProcedure().run(facts: facts(""), answers: before + more)
        }
        #expect(try after(Answer("days", "27")).awaiting?.name == "day")
        #expect(try after(Answer("days", "28")).awaiting?.name == "words")
        #expect(throws: AnswerError.self) { try after(Answer("days", "-1")) }
        #expect(throws: AnswerError.self) { try after(Answer("days", "5"), Answer("day", "2026-02-30")) }
        let agreed = try after(Answer("days", "5"), Answer("day", "2026-03-09"), Answer("words", ""))
        #expect(agreed.outcome?.id.rawValue == "done")
        #expect(agreed.day(answered: "day") == day("2026-03-09"))
        let note = try #require(agreed.drafts(for: ContactWords(time: "10:15")).first)
        #expect(note.fields["content"] == "Yes on 10:15. Agreed: Monday 9 March 2026. Of Home.")
    }

    @Test("Another procedure runs inside, is answered under its step, and comes back with its outcome")
    func inside() throws {
        let begun = try run(prepared, Answer("call", "yes"), Answer("topics", "health"))
        #expect(begun.awaiting?.within == ["Every kind", "Inside"])
        let helped = try run(
            prepared, Answer("call", "yes"), Answer("topics", "health"), Answer("helper/urgent", "yes"))
        #expect(helped.awaiting?.name == "words")
        #expect(helped.trail.last?.outcome?.title == "Helped")
        #expect(helped.trail.last?.by == .procedure)
        let later = try run(
            prepared, Answer("call", "yes"), Answer("topics", "health"), Answer("helper/urgent", "no"))
        #expect(later.outcome?.id.rawValue == "letter")
        #expect(throws: AnswerError.self) { try self.run(Answer("helper/what", "yes")) }
        #expect(throws: AnswerError.self) { try self.run(Answer("helper", "helped")) }
    }

    @Test("Where the outcome drafts no note, the procedure inside does; whom it tells is told too")
    func innerNote() throws {
        let yaml = everyKind.replacing("then: {helped: words, else: letter}", with: "then: {else: letter}")
        let procedure = try Procedure(
            .init(rawValue: "every-kind"),
            texts: [.init(rawValue: "every-kind"): yaml, .init(rawValue: "inner"): inner])
        let run = try procedure.run(
            facts: facts(""),
            answers: [prepared, Answer("call", "yes"), Answer("topics", "health"), Answer("helper/urgent", "yes")])
        #expect(run.outcome?.id.rawValue == "letter")
        #expect(run.drafts(for: ContactWords(time: "10:15")).first?.fields["content"] == "Yes")
        #expect(run.notified == [.omc])
    }

    @Test("The note of a procedure inside is never lost: of another type it follows, of the same it is taken up")
    func innerNotes() throws {
        let answers = [
            prepared, Answer("call", "yes"), Answer("topics", "health"), Answer("helper/urgent", "yes"),
            Answer("words", ""),
        ]
        func notes(_ type: String) throws -> [NoteContent] {
            let inner = inner.replacing("{type: other, fields: {content:", with: type)
            return try Procedure(
                .init(rawValue: "every-kind"),
                texts: [.init(rawValue: "every-kind"): everyKind, .init(rawValue: "inner"): inner]
            ).run(facts: facts(""), answers: answers).drafts(for: ContactWords(time: "10:15"))
        }
        let apart = try notes("{type: ps-case, fields: {content:")
        #expect(apart.map(\.type.rawValue) == ["other", "ps-case"])
        #expect(apart[1].fields == ["content": "Yes"])
        #expect(apart[1].trail == ["Urgent: Yes (PRA T1.1)", "Guide every-kind, version 1: Helped"])
        #expect(apart[0].trail.contains("Urgent: Yes (PRA T1.1)"))
        let together = try notes("{type: other, fields: {content:")
        #expect(together.map(\.fields) == [["content": "Yes on 10:15. Of Health.\nYes"]])
    }

    @Test("A text kept by an earlier version, which says only that something is struck out, is still read")
    func earlierText() throws {
        let earlier = everyKind.replacing("    role: Employee Responsible\n", with: "    redacted: true\n")
            .replacing("optional: true}", with: "optional: true, redacted: true}")
        let procedure = try Procedure(
            .init(rawValue: "every-kind"),
            texts: [.init(rawValue: "every-kind"): earlier, .init(rawValue: "inner"): inner])
        let prepare = try #require(procedure.nodes.first)
        #expect(prepare.redaction?.hasPrefix("Struck out in the released text: part of this step") == true)
        #expect(prepare.items.map { $0.redacted == nil } == [true, false, true])
    }

    @Test("Decisions of one type with different forms stay two notes")
    func formsApart() throws {
        func note(_ form: String, _ parts: String...) -> String {
            let empty = parts.map { "\($0): \"\"" }.joined(separator: ", ")
            return "{type: safety-alert, fields: {form: \(form), otherSources: \"\", \(empty)}}"
        }
        let rejected = note("reject", "reason", "actionsAndWellbeing")
        let approved = note("approve", "criteria", "behaviourAndSafety", "ongoingRisk")
        let inner = inner.replacing("{type: other, fields: {content: \"{answer:urgent}\"}}", with: rejected)
        let outer = everyKind.replacing(
            """
                note:
                  type: other
                  fields:
                    content: "{answer:call} on {time}.[ Agreed: {answer:day}.][ Of {answer:topics}.]"
            """, with: "    note: \(approved)")
        let run = try Procedure(
            .init(rawValue: "every-kind"),
            texts: [.init(rawValue: "every-kind"): outer, .init(rawValue: "inner"): inner]
        ).run(
            facts: facts(""),
            answers: [
                prepared, Answer("call", "yes"), Answer("topics", "health"), Answer("helper/urgent", "yes"),
                Answer("words", ""),
            ])
        #expect(run.drafts(for: ContactWords(time: "10:15")).compactMap { $0.fields["form"] } == ["approve", "reject"])
    }

    @Test("A limit counts from when its step was reached, a hold ends by it, and a day answered can be the start")
    func limits() throws {
        let schedule = Schedule(calendar: BusinessCalendar(), state: .nsw, zone: zone("Australia/Sydney"))
        let friday = at("2026-03-06T10:00")
        let run = try everyKindProcedure().run(
            facts: facts(""), answers: [Answer("prepare", "all", at: friday), Answer("call", "no", at: friday + 60)],
            begun: at("2026-03-05T09:00"))
        #expect(run.awaiting?.reachedAt == friday + 60)
        #expect(run.holdEnds(now: friday, in: schedule) == .day(day("2026-03-09")))
        #expect(run.trail[0].reachedAt == at("2026-03-05T09:00"))
        let limits = run.due(run.trail[0].node.due, reached: at("2026-03-05T09:00"), in: schedule)
        #expect(limits.map { $0.words(in: schedule.zone, from: friday) } == ["2 business days, by Monday 9 March"])
    }

    @Test("A run is replayed from the text that it began with, whatever the files say by now")
    func keptText() throws {
        let procedure = try everyKindProcedure()
        #expect(Set(procedure.texts.keys.map(\.rawValue)) == ["every-kind", "inner"])
        #expect(try Procedure(procedure.id, texts: procedure.texts) == procedure)
    }

    @Test("Its ways are counted with each passing, and each outcome is shown by the shortest")
    func paths() throws {
        let procedure = try everyKindProcedure()
        let paths = try #require(procedure.paths())
        #expect(paths.contains { $0.description.contains("call#2=no wait#2=next → letter") })
        #expect(procedure.paths(limit: 3) == nil)
        #expect(procedure.shortestPaths.map(\.outcome.rawValue) == ["done", "letter"])
        #expect(procedure.outline.contains("  after 2 times → letter"))
    }
}

@Suite("A broken step of any kind is refused, with line, node and remedy")
struct SecondFormFaultTests {
    private func problems(_ old: String, _ new: String) -> [ProcedureProblem] {
        #expect(everyKind.contains(old))
        do throws(ProcedureError) {
            _ = try Procedure(
                .init(rawValue: "every-kind"),
                texts: [
                    .init(rawValue: "every-kind"): everyKind.replacing(old, with: new),
                    .init(rawValue: "inner"): inner,
                ])
            return []
        } catch {
            guard case .broken(let faults) = error else { return [] }
            for fault in faults { #expect(fault.line > 0 && !fault.message.isEmpty && !fault.remedy.isEmpty) }
            return faults.map(\.problem)
        }
    }

    @Test("A loop that no bound ends, also when the bound leads back into it")
    func loops() {
        #expect(
            problems("    at-most: 2\n    then-after: letter\n", "").contains {
                if case .loop = $0 { true } else { false }
            })
        #expect(problems("then-after: letter", "then-after: wait").contains(.loop(["call", "wait", "call"])))
    }

    @Test("An answer that no rule takes, and a rule that nothing is left for")
    func rules() {
        #expect(problems(", {else: days}", "").contains(.edgeMissing("money")))
        #expect(
            problems("{none: true, to: words}, ", "{none: true, to: words}, {any: [health], to: days}, ")
                .contains(.edgeNeverTaken("any: [health]")))
        #expect(
            problems("{any: [health]", "{any: [wealth]").contains(
                .edgeNotTaken("any: [wealth]", takes: ["money", "home", "health"])))
        #expect(problems("{under: 28, to: day}, {else: words}", "{under: 28, to: day}").contains(.edgeMissing("else")))
        #expect(
            problems("{under: 28, to: day}, ", "{under: 28, to: day}, {under: 14, to: day}, ").contains(
                .edgeNeverTaken("under: 14")))
        #expect(problems("{helped: words, else: letter}", "{helped: words}").contains(.edgeMissing("later")))
        #expect(
            problems("{helped: words, else: letter}", "{healed: words, else: letter}")
                .contains(.edgeNotTaken("healed", takes: ["helped", "later"])))
        #expect(
            problems("{helped: words, else: letter}", "{helped: words, later: letter, else: letter}")
                .contains(.edgeNeverTaken("else")))
    }

    @Test("A procedure that is not there, and one that runs inside itself")
    func called() {
        #expect(problems("guide: inner", "guide: outer").contains(.unknownProcedure("outer", nearest: nil)))
        #expect(problems("guide: inner", "guide: every-kind").contains(.recursion(["every-kind", "every-kind"])))
    }

    @Test("A time limit that does not parse, or counts from no day")
    func limits() {
        #expect(problems("due: 2 business days", "due: 2 working days").contains(.badLimit("2 working days")))
        #expect(problems("for: 1 business day", "for: soon").contains(.badLimit("soon")))
        #expect(problems("answer:day}", "answer:words}").contains(.unknownAnswer("words", nearest: nil)))
    }

    @Test("A place that no released table holds")
    func sources() {
        #expect(problems("source: OMC T2.1", "source: OMC T2.9").contains(.unknownSource("OMC T2.9")))
        #expect(problems("source: OMC T1.3", "source: OMC T99.1").contains(.unknownSource("OMC T99.1")))
        #expect(problems("source: OMC T2.1", "source: NC") == [])
        #expect(problems("source: OMC T2.1", "source: \"MSP, Non-compliance\"") == [])
    }

    @Test("Words that name an answer which is none, or which a path passes by")
    func answersNamed() {
        #expect(problems("{answer:call} on", "{answer:cull} on").contains(.unknownAnswer("cull", nearest: "call")))
        #expect(problems("[ Agreed: {answer:day}.]", "Agreed: {answer:day}.").contains(.answerNotSure("day")))
    }

    @Test("An item of a list with more words than a step has room for")
    func longItem() {
        let words = String(repeating: "word ", count: 81)
        #expect(problems("read: Read the plan.", "read: \(words)").contains(.tooLong(404, limit: 400)))
    }

    @Test("A step of two kinds, of none, or with a key of another kind")
    func kinds() {
        #expect(problems("date: Which", "ask: Which?\n    date: Which").contains(.severalKinds(["ask", "date"])))
        #expect(
            problems("    unit: days\n", "    unit: days\n    items: {a: b}\n").contains(
                .keyOfAnotherKind("items", kind: "number")))
        #expect(problems("read: Read the plan.", "all: Read the plan.").contains(.reserved("all")))
    }

    @Test("An outcome by a channel that is no contact, and one by the agency that has no channel")
    func contactKeys() {
        #expect(
            problems("    contact: false\n", "    contact: false\n    channel: phone\n")
                .contains(.keyOfAnotherKind("channel", kind: "contact: false")))
        #expect(problems("    contact: false\n", "    by-agency: true\n").contains(.missingKey("channel")))
        #expect(problems("    contact: false\n", "    channel: phone\n    by-agency: true\n") == [])
    }

    @Test("What a list shows must stand before the nodes")
    func head() {
        #expect(problems("    purpose: One node of each kind.\n".trimmed, "").contains(.missingKey("purpose")))
        #expect(problems("examples:\n", "channel: phone\nexamples:\n").contains(.headAfterBody("channel")))
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.dropLast()) }
}
