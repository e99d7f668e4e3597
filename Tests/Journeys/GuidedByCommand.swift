import Foundation
import Testing

/// `mspdesk guide`: the same steps and outcomes as the screens show.
@Suite("Guides by command")
struct GuidedByCommand {
    private func run(_ arguments: String..., as logon: String = "PRCOUNTER") throws -> Outcome {
        try PracticeDesk.shared.run(["guide"] + arguments, as: logon)
    }

    struct Path: CustomTestStringConvertible {
        let testDescription: String
        let guide: String
        let customer: String
        let answers: [String]
        let outcome: String?

        init(_ title: String, _ guide: String, _ customer: String, _ answers: String, _ outcome: String?) {
            testDescription = title
            (self.guide, self.customer, self.outcome) = (guide, customer, outcome)
            self.answers = answers.split(separator: " ").map(String.init)
        }
    }

    static let paths = [
        Path("Nobody's plan", "visit", "P0000015", "", "no-plan"),
        Path("Identity not proved", "visit", "P0000001", "authenticated=no", "not-authenticated"),
        Path(
            "A visit in line, settled at the counter", "visit", "P0000001",
            "authenticated=yes who=customer omc-needed=no", "resolve"),
        Path(
            "A visit in line, the OMC needed and reached", "visit", "P0000001",
            "authenticated=yes who=customer omc-needed=yes omc-reached=yes", "follow-omc"),
        Path(
            "A visit in line, the OMC needed and out of reach", "visit", "P0000001",
            "authenticated=yes who=customer omc-needed=yes omc-reached=no", "ask-team-leader"),
        Path(
            "A representative with a plan of their own", "visit", "P0000006",
            "authenticated=yes who=representative", "check-representative"),
        Path(
            "A representative without", "visit", "P0000001", "authenticated=yes who=representative",
            "serve-representative"),
        Path("A call beyond the count", "call", "P0000002", "authenticated=yes who=customer", "not-complying"),
        Path("A call in line", "call", "P0000001", "authenticated=yes who=customer", "resolve-notify"),
        Path(
            "A caller who may call the OMC alone", "call", "P0000003", "authenticated=yes who=customer",
            "not-complying"),
        Path("A caller of Personalised Services", "call", "P0000007", "authenticated=yes who=customer", "ps-triage"),
        Path("A work item, the OMC reached", "work-item", "P0000003", "on-the-phone=no omc-reached=yes", "omc-advice"),
        Path(
            "A work item, the OMC out of reach", "work-item", "P0000003", "on-the-phone=no omc-reached=no",
            "omc-unavailable"),
        Path("A work item of Personalised Services", "work-item", "P0000007", "on-the-phone=no", "ps-consult"),
        Path(
            "On the phone, OMC alone, and reached", "work-item", "P0000003",
            "on-the-phone=yes authenticated=yes who=customer omc-reached=yes", "triage-transfer"),
        Path(
            "On the phone, OMC alone, not reached, has a phone", "work-item", "P0000003",
            "on-the-phone=yes authenticated=yes who=customer omc-reached=no has-phone=yes", "call-back"),
        Path(
            "On the phone, OMC alone, not reached, no phone", "work-item", "P0000003",
            "on-the-phone=yes authenticated=yes who=customer omc-reached=no has-phone=no", "alternative-number"),
    ]

    @Test(
        "Each path ends in the outcome of the source, with what to do and a trail of who decided why",
        arguments: paths)
    func outcome(_ path: Path) throws {
        let answers = path.answers.flatMap { ["--answer", $0] }
        let outcome = try PracticeDesk.shared.run(
            ["guide", "run", path.guide, "--customer", path.customer, "--site", "Parramatta", "--json"] + answers,
            as: "PRCOUNTER")
        #expect(outcome.status == 0, "\(outcome.err)")
        let json = try outcome.json()
        #expect(json["outcome"]["id"].text == path.outcome)
        #expect(json["awaiting"].isNull)
        #expect(!json["outcome"]["do"].texts.isEmpty)
        #expect(json["outcome"].keys.isSuperset(of: ["id", "do", "note", "notify"]))
        for step in json["trail"].list {
            #expect(step.keys.isSuperset(of: ["node", "source", "answer", "by", "because"]))
            #expect(["record", "person"].contains(step["by"].text))
            #expect(step["by"].text == "person" || step["because"].text?.isEmpty == false)
        }
        #expect(json["trail"][0]["node"].text == "plan-active")
    }

    @Test("A question that only a person can answer waits, with its answers")
    func awaiting() throws {
        let json = try run("run", "visit", "--customer", "P0000001", "--json").json()
        #expect(json["outcome"].isNull)
        #expect(json["awaiting"]["node"].text == "authenticated")
        #expect(json["awaiting"]["ask"].text?.isEmpty == false)
        #expect(json["awaiting"]["answers"].list.count == 2)
        let unknown = try run(
            "run", "visit", "--customer", "P0000001", "--answer", "authenticated=yes", "--answer", "who=customer",
            "--json"
        ).json()
        #expect(
            unknown["awaiting"]["node"].text != nil, "without a site the record cannot tell, or the OMC is asked for")
    }

    @Test("Deciding otherwise than the record needs a reason, which the trail keeps")
    func overrule() throws {
        let base = [
            "guide", "run", "visit", "--customer", "P0000001", "--site", "Parramatta", "--answer", "authenticated=yes",
            "--answer", "who=customer", "--answer", "in-line=no", "--json",
        ]
        let desk = try PracticeDesk.shared
        let refused = try desk.run(base, as: "PRCOUNTER")
        #expect(refused.status == 65 && refused.isOneErrorWithRemedy && refused.err.contains("--because"))
        let json = try desk.run(base + ["--because", "Shouting at the door"], as: "PRCOUNTER").json()
        #expect(json["outcome"]["id"].text == "not-complying")
        let step = json["trail"].list.first { $0["node"].text == "in-line" }
        #expect(step?["by"].text == "person" && step?["because"].text == "Shouting at the door")
    }

    @Test(
        "An answer that fits nothing is refused, whether its step is reached or not, naming what there is",
        arguments: [
            ("nowhere=yes", "authenticated"), ("who=alien", "representative"), ("wants-omc=perhaps", "yes or no"),
            ("omc-reached=", "NODE=VALUE"),
        ])
    func badAnswer(_ answer: String, _ named: String) throws {
        let outcome = try run("run", "visit", "--customer", "P0000015", "--answer", answer, "--json")
        #expect(outcome.status == (answer.hasSuffix("=") ? 64 : 65))
        #expect(outcome.isOneErrorWithRemedy && outcome.err.contains(named), "\(outcome.err)")
    }

    @Test("A day outside those that its step takes is refused, saying which they are (R11)")
    func dayOutside() throws {
        let outcome = try run(
            "run", "one-off-variation", "--customer", "P0000001", "--answer", "day=2020-01-01", "--json")
        #expect(outcome.status == 65)
        #expect(outcome.isOneErrorWithRemedy && outcome.err.contains("is before today"), "\(outcome.err)")
    }

    @Test("What is due is said with the outcome, as on the screens")
    func due() throws {
        let answers = ["checks=all", "strategies=progress", "talk=no", "incarcerated=no"]
        let ran = try PracticeDesk.shared.run(
            ["guide", "run", "health-check", "--customer", "P0000001", "--because", "They came in today"]
                + answers.flatMap { ["--answer", $0] }, as: "PRCOUNTER")
        #expect(ran.out.contains("Due: Next health check: 2 weeks, by "), "\(ran.out)\(ran.err)")
    }

    @Test("Every guide is listed, shown, drawn both ways and enumerated, and has no fault")
    func everyGuide() throws {
        let ids = try run("list", "--json").json().list.compactMap { $0["id"].text }
        #expect(Set(ids).isSuperset(of: ["visit", "call", "work-item"]))
        for id in ids {
            #expect(try run("show", id).out.contains("Source:"))
            #expect(try run("graph", id, "--format", "mermaid").out.hasPrefix("flowchart"))
            #expect(try run("graph", id, "--format", "dot").out.hasPrefix("digraph"))
            let paths = try run("paths", id).out.split(separator: "\n")
            #expect(!paths.isEmpty && paths.allSatisfy { $0.contains("→") })
        }
        #expect(try run("check").status == 0)
        #expect(try run("show", "nowhere").status == 65)
    }

    @Test("A broken procedure is refused with file and line of each fault")
    func brokenFile() throws {
        let desk = try PracticeDesk.shared
        let sound = try String(
            contentsOfFile: Program.checkout + "/Sources/Procedures/Content/visit.yaml", encoding: .utf8)
        let astray = try desk.file(
            sound.replacingOccurrences(of: "yes: serve-variation", with: "yes: nowhere-at-all"), named: "astray.yaml")
        let outcome = try run("check", astray)
        #expect(outcome.status == 65 && outcome.out.isEmpty)
        #expect(outcome.err.contains("nowhere-at-all"))
        let line = (sound.prefix(upTo: sound.range(of: "yes: serve-variation")?.lowerBound ?? sound.endIndex))
            .split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(outcome.err.contains("\(astray):\(line): "), "\(outcome.err)")
        let garbled = try desk.file("id: [visit\n  start: {", named: "garbled.yaml")
        let refused = try run("check", garbled)
        #expect(refused.status == 65 && refused.err.contains("\(garbled):"))
        #expect(try run("check", desk.directory + "/missing.yaml").status == 66)
    }
}
