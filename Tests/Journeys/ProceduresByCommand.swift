import Foundation
import Testing

/// What a policy officer does with procedures, and procedures with steps of every kind.
@Suite("Procedures by command")
struct ProceduresByCommand {
    private func run(_ arguments: String..., as logon: String = "PRCOUNTER") throws -> Outcome {
        try PracticeDesk.shared.run(["guide"] + arguments, as: logon)
    }

    private static let steps = """
        id: steps
        title: Steps
        purpose: One step of several kinds.
        group: danger
        version: "1"
        source: {number: 1-2, title: A document, date: 2025-11-18}
        start: safe
        nodes:
          safe:
            title: Safety
            tasks: Get safe
            source: RSP T2.5
            items: {away: Step back., call: Call 000.}
            next: day
          day: {title: Day, date: Which day?, source: RSP T2.6, next: done}
        outcomes:
          done:
            title: Done
            tone: done
            contact: false
            do: [Rest.]
            note: {type: other, fields: {content: "{answer:safe}, {answer:day}"}}
            source: RSP T2.7
        examples:
          - {title: All, answers: {safe: all, day: 2026-03-04}, outcome: done}
        """

    @Test("Tasks and days are answered by command, without a customer too")
    func steps() throws {
        let desk = try PracticeDesk.shared
        let file = try desk.file(Self.steps, named: "steps.yaml")
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path + "/own"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.steps.write(toFile: folder + "/steps.yaml", atomically: true, encoding: .utf8)
        let waits = try run("run", "steps", "--content", folder, "--json").json()
        #expect(waits["awaiting"]["answers"].texts == ["all", "none", "away", "call"])
        let done = try run(
            "run", "steps", "--content", folder, "--answer", "safe=call", "--answer", "day=2026-03-04", "--json"
        ).json()
        #expect(done["outcome"]["note"]["fields"]["content"].text == "Call 000, Wednesday 4 March 2026")
        #expect(try run("run", "visit").status == 64)
        #expect(try run("check", "--content", folder).status == 0)
        #expect(try run("test", file).out.contains("ok  steps: 1 examples reach 1 outcomes"))
    }

    @Test("Coverage and corrections are told as JSON, with each table and place")
    func coverage() throws {
        let coverage = try run("coverage", "--json").json()
        #expect(coverage["tables"].list.count > 50 && coverage["rows"].number == 325)
        let visits = coverage["tables"].list.first { $0["table"].text == "OMC T1" }
        #expect(visits?["covered"]["OMC T1.4"].texts.contains("visit") == true)
        let corrections = try run("corrections", "--json").json()
        #expect(corrections.list.contains { $0["place"].text == "OMC T1.3" && $0["built"].text?.isEmpty == false })
    }

    @Test("The whole is drawn when no guide is named, and the one that is")
    func graph() throws {
        let whole = try run("graph")
        #expect(whole.status == 0 && whole.out.contains("flowchart") && whole.out.contains("guide-visit["))
        #expect(try run("graph", "--format", "dot").out.hasPrefix("digraph procedures {\n"))
        #expect(try run("graph", "visit").out.hasPrefix("flowchart TD\n"))
    }

    @Test("A draft is compared with what is in force, and stored runs are replayed through it")
    func draft() throws {
        let desk = try PracticeDesk.shared
        let visit = Program.checkout + "/Sources/Procedures/Content/visit.yaml"
        let text = try String(contentsOfFile: visit, encoding: .utf8)
        #expect(try run("diff", "visit", visit).status == 0)
        let drafts = desk.directory + "/drafts"
        try FileManager.default.createDirectory(atPath: drafts, withIntermediateDirectories: true)
        let draft = drafts + "/visit.yaml"
        try text.replacingOccurrences(of: "yes: omc-needed", with: "yes: wants-omc")
            .write(toFile: draft, atomically: true, encoding: .utf8)
        let broken = try run("diff", "visit", draft)
        #expect(broken.status == 65, "a draft with a step that nothing reaches is refused")
        try text.replacingOccurrences(of: "ask: Who is at the counter?", with: "ask: Who stands there?")
            .write(toFile: draft, atomically: true, encoding: .utf8)
        let words = try run("diff", "visit", draft)
        #expect(words.status == 1 && words.out.contains("Step who: the question was"))
        let replayed = try run("replay", draft, as: "PRADMIN")
        #expect([0, 1].contains(replayed.status), "\(replayed.err)")
        #expect(replayed.out.contains("runs of visit would end elsewhere"))
        #expect(try run("replay", draft).status == 77)
    }

    @Test(
        "A file of the organisation's own is used before the program's; a broken one is named, and the program's used")
    func overridden() throws {
        let desk = try Desk.practice()
        let folder = desk.directory + "/.config/mspdesk/procedures"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let visit = try String(
            contentsOfFile: Program.checkout + "/Sources/Procedures/Content/visit.yaml", encoding: .utf8)
        try visit.replacingOccurrences(of: "title: A customer visits a service centre", with: "title: Our visits")
            .write(toFile: folder + "/visit.yaml", atomically: true, encoding: .utf8)
        let list = try desk.run("guide", "list", as: "PRCOUNTER")
        #expect(list.out.contains("Our visits"))
        try visit.replacingOccurrences(of: "fact: variation", with: "fact: variety")
            .write(toFile: folder + "/visit.yaml", atomically: true, encoding: .utf8)
        let run = try desk.run("guide", "run", "visit", "--customer", "P0000015", "--json", as: "PRCOUNTER")
        #expect(run.status == 0 && run.err.contains("variety") && run.err.contains(".config/mspdesk/procedures"))
        #expect(try desk.run("doctor", as: "PRCOUNTER").out.contains("variety"))
    }

    @Test("Every procedure becomes a page of its own, and one page lists them")
    func exported() throws {
        let desk = try PracticeDesk.shared
        let out = desk.directory + "/pages"
        #expect(try run("export", "--format", "html", "--out", out).status == 0)
        let index = try String(contentsOfFile: out + "/index.html", encoding: .utf8)
        #expect(index.contains("<a href=\"visit.html\">"))
        #expect(FileManager.default.fileExists(atPath: out + "/visit.html"))
        #expect(try run("export", "--format", "html", "--out", "/dev/null/pages").status == 73)
    }
}
