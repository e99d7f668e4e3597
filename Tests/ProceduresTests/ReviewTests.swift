import Casework
import Procedures
import TestSupport
import Testing

@Suite("What a policy officer sees of a change before it is published")
struct ReviewTests {
    private func changed(_ old: String, _ new: String) throws -> Procedure {
        #expect(sound.contains(old))
        return try Procedure(yaml: sound.replacing(old, with: new, maxReplacements: 1), file: "small.yaml")
    }

    @Test("A version that says the same changes nothing")
    func none() throws {
        #expect(try ProcedureChange(from: smallProcedure(), to: smallProcedure()).isNone)
    }

    @Test("An answer that leads elsewhere is told step by step and way by way")
    func moved() throws {
        let change = try ProcedureChange(
            from: smallProcedure(),
            to: changed("      yes: serve\n      no: serve\n", "      yes: refuse\n      no: serve\n"))
        #expect(change.steps == ["Step wants: \"Yes\" led to \"Serve\" (serve), leads to \"Not complying\" (refuse)."])
        #expect(
            change.moved.map(\.words) == [
                "Plan in force: Yes > In line: Yes > Wants the OMC: Yes\n    ended in \"Serve\" (serve), now ends in "
                    + "\"Not complying\" (refuse)"
            ])
        #expect(change.compared == 4 && change.isEveryWay)
    }

    @Test("A new question stops the ways that have no answer to it")
    func newStep() throws {
        let asked =
            "      yes: sure\n      no: refuse\n  sure:\n    title: Sure\n    ask: Sure?\n    source: OMC T1.4\n    then: {yes: wants, no: refuse}\n"
        let new = try Procedure(
            yaml: sound.replacing("      yes: wants\n      no: refuse\n", with: asked)
                .replacing("answers: {wants: no}", with: "answers: {wants: no, sure: yes}"), file: "small.yaml")
        let change = ProcedureChange(from: try smallProcedure(), to: new)
        #expect(change.steps.contains("Step sure is new: Sure."))
        #expect(change.moved.map(\.stopsAt) == ["sure", "sure"])
    }

    @Test("Words, limits, notes and who is told are compared too")
    func words() throws {
        let change = try ProcedureChange(from: smallProcedure(), to: changed("notify: [omc, backup]", "notify: [omc]"))
        #expect(change.steps == ["Outcome serve: who is told was \"OMC, Backup OMC\", is \"OMC\"."])
        #expect(change.moved.isEmpty)
    }

    @Test("A stored run is replayed through a draft with what the record told then; answers that fit no more are named")
    func replayed() throws {
        let facts: [FactName: Finding] = [
            .planActive: Finding(value: "yes", because: "It was.", rule: "P6"),
            .inLine: Finding(value: "yes", because: "It was.", rule: "R4"),
        ]
        let run = GuideRun(
            GuideRun.Head(
                id: GuideRun.ID(rawValue: "A"), procedure: "small", title: "Small", version: "1", customer: nil,
                begunBy: .counter, begunAt: at("2026-03-04T10:00"), savedBy: .counter,
                savedAt: at("2026-03-04T10:00")),
            texts: ["small": sound], answers: [Answer("wants", "yes")], facts: facts)
        let same = try RunComparison(run, through: try smallProcedure())
        #expect(!same.differs && same.before == "serve")
        let other = try RunComparison(
            run, through: changed("      yes: serve\n      no: serve\n", "      yes: refuse\n      no: serve\n"))
        #expect(other.differs && other.words == "ended in serve, would end in \"Not complying\" (refuse)")
        let gone = try RunComparison(
            run,
            through: try Procedure(
                yaml: sound.replacing("  wants:\n", with: "  wishes:\n").replacing("yes: wants", with: "yes: wishes")
                    .replacing("{wants: no}", with: "{wishes: no}"), file: "small.yaml"))
        #expect(gone.words == "ended in serve, would wait at wishes (without wants=yes)")
        var left = run
        (left.answers, left.end) = ([], .left(at: "Wants", at("2026-03-04T10:05")))
        #expect(try !RunComparison(left, through: try smallProcedure()).differs, "a run noted as it was left waited")
    }

    @Test("Coverage names each row of the released tables with the procedures that it stands in, and what is missing")
    func coverage() throws {
        let coverage = ProcedureCoverage(of: [try smallProcedure()])
        let table = try #require(coverage.tables.first { $0.table.id == "OMC T1" })
        #expect(table.covered[4]?.map(\.rawValue) == ["small"])
        #expect(table.missing == [2, 3, 6])
        #expect(coverage.rows == 325 && !coverage.isComplete)
    }

    @Test("A page has every step and outcome, each answer a link, and nothing of the words is taken for HTML")
    func page() throws {
        let html = ProcedurePage(try changed("title: Wants the OMC", "title: Wants <b> & co")).html
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("lang=\"en-AU\""))
        #expect(html.contains("Wants &lt;b&gt; &amp; co") && !html.contains("<b> & co"))
        #expect(html.contains("<section id=\"in-line\"") && html.contains("<a href=\"#to-refuse\">"))
        #expect(!html.contains("http") && !html.contains("src=") && !html.contains("@import"))
        for landmark in ["header", "nav", "main", "footer", "h1"] {
            #expect(html.ranges(of: "<\(landmark)>").count + html.ranges(of: "<\(landmark) ").count == 1, "\(landmark)")
        }
        #expect(html.contains("step 1, ") && html.contains("@media print"))
        #expect(ProcedurePage(try everyKindProcedure()).html.contains("<a href=\"inner.html\">Inside</a>"))
    }
}
