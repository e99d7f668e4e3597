import Casework
import Procedures
import Testing

@Suite("A broken guide is refused, with line, node and remedy")
struct FaultTests {
    /// The faults of the sound procedure after a change.
    private func faults(_ old: String, _ new: String, file: String = "small.yaml") -> [ProcedureFault] {
        #expect(sound.contains(old))
        return faults(of: sound.replacing(old, with: new, maxReplacements: 1), file: file)
    }

    private func faults(of yaml: String, file: String = "small.yaml") -> [ProcedureFault] {
        do throws(ProcedureError) {
            _ = try Procedure(yaml: yaml, file: file)
            return []
        } catch {
            guard case .broken(let faults) = error else { return [] }
            return faults
        }
    }

    private func has(
        _ faults: [ProcedureFault], _ problem: ProcedureProblem, line: Int, in node: String?,
        at place: SourceLocation = #_sourceLocation
    ) {
        #expect(
            faults.contains(ProcedureFault(file: "small.yaml", line: line, node: node, problem: problem)),
            "found \(faults.map(\.description))", sourceLocation: place)
        for fault in faults { #expect(!fault.message.isEmpty && !fault.remedy.isEmpty) }
    }

    @Test("The procedure that these tests break is sound")
    func soundOne() {
        #expect(faults(of: sound) == [])
    }

    @Test("A target that is nowhere, with the nearest name")
    func undefinedTarget() {
        let found = faults("no: refuse\n", "no: refuze\n")
        has(found, .undefinedTarget("refuze", nearest: "refuse"), line: 27, in: "in-line")
        has(found, .unreachable, line: 42, in: "refuse")
        has(faults("start: plan-active", "start: begin"), .undefinedTarget("begin", nearest: nil), line: 10, in: nil)
    }

    @Test("A node that no path reaches")
    func unreachable() {
        has(faults("yes: in-line\n", "yes: wants\n"), .unreachable, line: 20, in: "in-line")
    }

    @Test("A node that nothing follows")
    func deadEnd() {
        let found = faults("    then:\n      yes: serve\n      no: serve\n", "")
        has(found, .deadEnd, line: 28, in: "wants")
    }

    @Test("A fact that nobody knows, with the nearest name")
    func unknownFact() {
        let known = FactName.allCases.map(\.rawValue)
        let found = faults("fact: in-line", "fact: inline")
        has(found, .unknown("inline", kind: "fact", nearest: "in-line", known: known), line: 22, in: "in-line")
        #expect(found.count == 1)
    }

    @Test("A value that a fact can have and no edge takes")
    func edgeMissing() {
        has(faults("      yes: wants\n", ""), .edgeMissing("yes"), line: 20, in: "in-line")
        has(
            faults("fact: in-line", "fact: phone-level"), .edgeMissing("partial"), line: 20, in: "in-line")
    }

    @Test("An edge for a value that cannot be")
    func edgeNotTaken() {
        let found = faults("no: refuse\n", "no: refuse\n      perhaps: refuse\n")
        has(found, .edgeNotTaken("perhaps", takes: ["yes", "no"]), line: 28, in: "in-line")
    }

    @Test("Two edges for one value, at the second")
    func twoEdges() {
        let found = faults("no: refuse\n", "no: refuse\n      no: wants\n")
        has(found, .duplicateKey("no"), line: 28, in: nil)
        #expect(found.count == 1)
    }

    @Test("A path that comes back")
    func loop() {
        let found = faults("no: serve\n", "no: in-line\n")
        has(found, .loop(["in-line", "wants", "in-line"]), line: 34, in: "wants")
    }

    @Test("A node that leads to itself")
    func selfLoop() {
        has(faults("no: refuse\n", "no: in-line\n"), .loop(["in-line", "in-line"]), line: 27, in: "in-line")
    }

    @Test("An outcome that no example reaches")
    func noExample() {
        let example = "  - title: Refused\n    facts: {plan-active: yes, in-line: no}\n    outcome: refuse\n"
        has(faults(example, ""), .noExample, line: 42, in: "refuse")
    }

    @Test("An example that ends elsewhere, stops at a question, or names what is not there")
    func examples() {
        has(
            faults("in-line: no}", "in-line: yes}\n    answers: {wants: no}"),
            .exampleEnds(expected: "refuse", actual: "serve"), line: 65, in: "example 2")
        has(faults("    answers: {wants: no}\n", ""), .exampleStops(at: "wants"), line: 68, in: "example 3")
        has(
            faults("answers: {wants: no}", "answers: {wants: perhaps}"),
            .exampleAnswer("'perhaps' is not an answer to 'wants'."), line: 68, in: "example 3")
        has(
            faults("    outcome: refuse\n", "    outcome: refused\n"),
            .unknown("refused", kind: "outcome", nearest: "refuse", known: ["no-plan", "refuse", "serve"]), line: 65,
            in: "example 2")
        has(
            faults("facts: {plan-active: no}", "facts: {plan-active: perhaps}"),
            .edgeNotTaken("perhaps", takes: ["yes", "no"]), line: 63, in: "example 1")
    }

    @Test("A note type, note part, role, tone or screen that nobody knows")
    func unknownNames() {
        let types = NoteType.catalogue.map(\.id.rawValue)
        has(
            faults("type: customer-contact", "type: customer-contacts"),
            .unknown("customer-contacts", kind: "note type", nearest: "customer-contact", known: types), line: 54,
            in: "serve")
        let parts = NoteType.named(NoteType.customerContact)?.parts.map(\.name) ?? []
        has(
            faults("discussion: \"\"", "discussion: \"\"\n        mood: \"\""),
            .unknown("mood", kind: "note part", nearest: nil, known: parts), line: 59, in: "serve")
        let roles = Procedure.Outcome.Role.allCases.map(\.rawValue)
        has(
            faults("notify: [omc, backup]", "notify: [omc, bakup]"),
            .unknown("bakup", kind: "role", nearest: "backup", known: roles), line: 59, in: "serve")
        has(
            faults("tone: refuse", "tone: harsh"),
            .unknown("harsh", kind: "tone", nearest: nil, known: ["serve", "refuse", "transfer", "ask", "done"]),
            line: 44,
            in: "refuse")
    }

    @Test("A required part of the note that is left out")
    func missingNotePart() {
        has(
            faults("        discussion: \"\"\n", ""), .missingNotePart("discussion", of: "customer-contact"), line: 53,
            in: "serve")
    }

    @Test("A key that nobody knows, with the nearest")
    func unknownKey() {
        let found = faults("    ask: Is the OMC", "    hunt: Phone\n    ask: Is the OMC")
        guard case .unknownKey("hunt", nearest: "hint", _)? = found.first?.problem else {
            Issue.record("found \(found)")
            return
        }
        #expect(found.first?.line == 30)
        #expect(found.first?.node == "wants")
        #expect(found.first?.remedy == "Did you mean 'hint'?")
    }

    @Test("A source, title, start or version that is left out")
    func missing() {
        has(faults("    source: OMC T1.5\n", ""), .missingKey("source"), line: 28, in: "wants")
        has(faults("    title: Wants the OMC\n", ""), .missingKey("title"), line: 28, in: "wants")
        has(faults("start: plan-active\n", ""), .missingKey("start"), line: 1, in: nil)
        has(faults("version: \"1\"\n", ""), .missingKey("version"), line: 1, in: nil)
        has(faults("  date: 2025-11-18\n", ""), .missingKey("date"), line: 6, in: nil)
        has(faults("    note: none\n", ""), .missingKey("note"), line: 36, in: "no-plan")
    }

    @Test("More words than one step has room for")
    func tooLong() {
        let words = String(repeating: "word ", count: 81)
        has(faults("Is the OMC wanted?", words), .tooLong(404, limit: 400), line: 28, in: "wants")
        has(faults("do: [Ask them to leave.]", "do: [\(words)]"), .tooLong(404, limit: 400), line: 45, in: "refuse")
    }

    @Test("A node that asks nobody, or both")
    func asks() {
        has(
            faults("    ask: Is the OMC wanted?\n", ""),
            .noKind(["fact", "ask", "tasks", "several", "text", "date", "number", "guide", "hold"]), line: 28,
            in: "wants")
        has(
            faults("    fact: in-line\n", "    fact: in-line\n    ask: Is it?\n"), .severalKinds(["fact", "ask"]),
            line: 20,
            in: "in-line")
    }

    @Test("Words with a place that nobody fills, that may stay empty, or that is not closed")
    func templates() {
        has(
            faults("time: \"{time}\"", "time: \"{when}\""), .badTemplate("time", why: "nothing is called {when}"),
            line: 57, in: "serve")
        has(
            faults("Visit[ to {site}]", "Visit to {site}"),
            .badTemplate("contactReason", why: "{site} may be unknown and stands outside [ ]"), line: 56, in: "serve")
        has(
            faults("Visit[ to {site}]", "Visit[ to {site}"),
            .badTemplate("contactReason", why: "'[' is never closed"), line: 56, in: "serve")
        has(
            faults("Visit[ to {site}]", "Visit[ by {due}]"),
            .badTemplate("contactReason", why: "{due} stands in an outcome without 'due'"), line: 56, in: "serve")
    }

    @Test("Two nodes of one name on a path, or of one name and two kinds")
    func namesakes() {
        has(
            faults("    ask: Is the OMC", "    as: in-line\n    ask: Is the OMC"),
            .askedTwice("in-line", after: "in-line"), line: 28, in: "wants")
        has(
            faults("    ask: Is the OMC", "    as: in-line\n    ask: Is the OMC"), .namesakesDiffer("in-line"),
            line: 28, in: "wants")
    }

    @Test("A name that is a node and an outcome")
    func sharedName() {
        let yaml = sound.replacing("wants", with: "serve")
        has(faults(of: yaml), .sharedName("serve"), line: 28, in: "serve")
    }

    @Test("A name that nobody could type on a command line")
    func badName() {
        has(faults(of: sound.replacing("wants:", with: "Wants it:")), .badName("Wants it"), line: 28, in: nil)
    }

    @Test("Answers of a fact that are not its own")
    func answersDiffer() {
        let found = faults(
            "    fact: in-line\n", "    fact: in-line\n    answers: {yes: Kept, perhaps: Who knows}\n")
        has(found, .answersDiffer("perhaps", takes: ["yes", "no"]), line: 23, in: "in-line")
        has(found, .answersDiffer("no", takes: ["yes", "no"]), line: 20, in: "in-line")
    }

    @Test("A file that holds another procedure than its name says")
    func wrongFile() {
        let found = faults(of: sound, file: "other.yaml")
        #expect(found.map(\.problem) == [.wrongFile(id: "small")])
    }

    @Test("What is no YAML, no mapping, or empty")
    func noYaml() {
        #expect(faults(of: "id: [").map(\.line) == [1])
        has(faults(of: "- one\n"), .wrongShape("the file", expected: "a mapping"), line: 1, in: nil)
        has(faults(of: ""), .wrongShape("the file", expected: "a mapping"), line: 1, in: nil)
        has(faults("nodes:\n", "nodes: [\n"), .notYaml("did not find expected ',' or ']'"), line: 13, in: nil)
    }

    @Test("Every fault of a file is named at once, in the order of its lines")
    func all() {
        let yaml = sound.replacing("no: refuse\n", with: "no: refuze\n").replacing("tone: refuse", with: "tone: harsh")
            .replacing("    source: OMC T1.5\n  ", with: "  ")
        let found = faults(of: yaml)
        #expect(found.count >= 3)
        #expect(found.map(\.line) == found.map(\.line).sorted())
    }

    @Test("What a file repeats at any length is told in short")
    func brief() {
        let name = String(repeating: "x", count: 70_000)
        for problem in [
            ProcedureProblem.wrongFile(id: name), .edgeMissing(name),
            .unknown("a", kind: "b", nearest: name, known: []),
        ] {
            let fault = ProcedureFault(file: "small.yaml", line: 1, node: nil, problem: problem)
            #expect(fault.message.count <= 600 && fault.remedy.count <= 600)
            #expect(!fault.message.isEmpty && !fault.remedy.isEmpty)
        }
    }

    @Test("A fault reads like a compiler's")
    func wording() {
        let found = faults("no: refuse\n", "no: refuze\n")
        #expect(found.first?.description == "small.yaml:27: in-line: There is no node or outcome 'refuze'.")
        #expect(found.first?.remedy == "Did you mean 'refuse'?")
        #expect(found.first?.fault == .badInput)
    }
}
