import Foundation
import Procedures
import Testing

@Suite("The directory of guides")
struct LibraryTests {
    /// A library of these files in a directory of its own, gone when `body` is done.
    private func library(_ files: [String: Data], _ body: (ProcedureLibrary) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("mspdesk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { _ = Result { try FileManager.default.removeItem(at: directory) } }
        for (name, data) in files { try data.write(to: directory.appendingPathComponent(name)) }
        try body(ProcedureLibrary(directory: directory.path))
    }

    @Test("A directory that is not there is said so")
    func missing() {
        let library = ProcedureLibrary(directory: "/nowhere/at/all")
        #expect(throws: ProcedureError.noContent("/nowhere/at/all")) { try library.ids() }
        #expect(ProcedureError.noContent("x").fault == .missingInput)
    }

    @Test("An empty directory is no content")
    func empty() throws {
        try library([:]) { library in
            #expect(throws: ProcedureError.noContent(library.directory)) { try library.ids() }
        }
    }

    @Test("An unknown guide names those that there are")
    func unknown() throws {
        let unknown = Procedure.ID(rawValue: "vist")
        #expect(throws: ProcedureError.unknownProcedure(unknown, known: try content.ids())) {
            try content.procedure(unknown)
        }
    }

    @Test("A name that leads out of the directory is no guide")
    func outside() throws {
        try library(["small.yaml": Data(sound.utf8)]) { library in
            let folder = library.directory.split(separator: "/").last ?? ""
            for name in ["../\(folder)/small", "./small", "", ".small"] {
                let id = Procedure.ID(rawValue: name)
                #expect(throws: ProcedureError.unknownProcedure(id, known: [.init(rawValue: "small")]), "\(name)") {
                    try library.procedure(id)
                }
            }
        }
    }

    @Test("A guide that opens one that is not there is broken, with the nearest name")
    func opensNothing() throws {
        let yaml = sound.replacing("    notify: [omc]\n", with: "    notify: [omc]\n    next: [smal]\n")
        try library(["small.yaml": Data(yaml.utf8), "small-too.yaml": Data()]) { library in
            let faults = try library.faults(ofFile: library.directory + "/small.yaml")
            #expect(faults.map(\.problem) == [.unknownProcedure("smal", nearest: "small")])
            #expect(faults.first?.node == "refuse")
        }
    }

    @Test("Words that look like a number, a day, or true or false stay the words that were written")
    func wordsStay() throws {
        let yaml = sound.replacing("version: \"1\"", with: "version: 1.10")
            .replacing("title: No plan\n", with: "title: 0x1F\n").replacing("title: Serve\n", with: "title: off\n")
            .replacing("do: [Serve.]", with: "do: [1_000, 2026-03-04, ~]", maxReplacements: 1)
        let procedure = try Procedure(yaml: yaml, file: "small.yaml")
        #expect(procedure.version == "1.10")
        #expect(procedure.outcomes.map(\.title) == ["0x1F", "Not complying", "off"])
        #expect(procedure.outcomes.first?.actions == ["1_000", "2026-03-04", "~"])
    }

    @Test("One broken guide does not keep another from use")
    func broken() throws {
        let files = ["small.yaml": Data(sound.utf8), "bad.yaml": Data("id: bad\n".utf8), "notes.txt": Data()]
        try library(files) { library in
            #expect(try library.ids().map(\.rawValue) == ["bad", "small"])
            #expect(try library.procedure(.init(rawValue: "small")).title == "A small guide")
            #expect(throws: ProcedureError.self) { try library.procedure(.init(rawValue: "bad")) }
            let faults = try library.faults()
            #expect(!faults.isEmpty)
            #expect(faults.allSatisfy { $0.file.hasSuffix("/bad.yaml") })
        }
    }

    @Test("A byte order mark, as some editors put one first, is no part of a guide")
    func byteOrderMark() throws {
        try library(["small.yaml": Data([0xEF, 0xBB, 0xBF]) + Data(sound.utf8)]) { library in
            let (heads, faults) = try library.heads()
            #expect(heads.map(\.id.rawValue) == ["small"] && faults.isEmpty)
            #expect(try library.faults(ofFile: library.directory + "/small.yaml").isEmpty)
            #expect(try library.procedure(Procedure.ID(rawValue: "small")).text == sound)
        }
    }

    @Test("A file that is not UTF-8 is a fault of the file, one that is missing is missing")
    func unreadable() throws {
        try library(["bad.yaml": Data([0xFF, 0xFE, 0x00])]) { library in
            let faults = try library.faults()
            #expect(faults.map(\.problem) == [.notYaml("it is not UTF-8")])
            #expect(throws: ProcedureError.unreadable(library.directory + "/none.yaml")) {
                try library.faults(ofFile: library.directory + "/none.yaml")
            }
        }
    }
}

@Suite("A guide as a graph")
struct GraphTests {
    @Test("Mermaid and Graphviz get every node, outcome and answer")
    func graphs() throws {
        for procedure in try content.everything().procedures {
            let (id, nodes) = (procedure.id, procedure.nodes)
            // A step that comes back has one way more: on, once it came back often enough.
            let answers = nodes.reduce(0) { $0 + $1.edges.count + ($1.repeats == nil ? 0 : 1) }
            #expect(procedure.mermaid.hasPrefix("flowchart TD\n"))
            #expect(procedure.mermaid.split(separator: "\n").filter { $0.contains("-->") }.count == answers)
            #expect(procedure.dot.hasPrefix("digraph \"\(id)\" {\n"))
            #expect(procedure.dot.split(separator: "\n").filter { $0.contains(" -> ") }.count == answers)
            // Mermaid keeps it for itself: a step of that name would leave the whole undrawn.
            #expect(!procedure.mermaid.contains("    end{") && !procedure.mermaid.contains("    end["), "\(id)")
            for outcome in procedure.outcomes {
                #expect(procedure.mermaid.contains("to-\(outcome.id)(["))
                #expect(procedure.dot.contains("\"to-\(outcome.id)\" ["))
            }
        }
    }

    @Test("A small guide as Mermaid")
    func mermaid() throws {
        #expect(
            try smallProcedure().mermaid == """
                flowchart TD
                    plan-active{{"Plan in force<br/>OMC T1.1"}}
                    in-line{{"In line<br/>OMC T1.4"}}
                    wants{"Wants the OMC<br/>OMC T1.5"}
                    to-no-plan(["No plan"])
                    to-refuse(["Not complying"])
                    to-serve(["Serve"])
                    plan-active -->|"Yes"| in-line
                    plan-active -->|"No"| to-no-plan
                    in-line -->|"Yes"| wants
                    in-line -->|"No"| to-refuse
                    wants -->|"Yes"| to-serve
                    wants -->|"No"| to-serve

                """)
    }

    @Test("The whole has every guide once, in its group, and a line where one runs or opens another")
    func map() throws {
        let procedures = try content.everything().procedures
        let map = ProcedureMap(of: procedures)
        #expect(map.groups.flatMap(\.procedures).count == procedures.count)
        for procedure in procedures {
            #expect(map.mermaid.split(separator: "\n").count { $0.hasPrefix("        guide-\(procedure.id)[") } == 1)
            #expect(map.dot.split(separator: "\n").count { $0.hasPrefix("        \"\(procedure.id)\" [") } == 1)
            let inside = Set(map.links.filter { $0.from == procedure.id && $0.kind == .runs }.map(\.to))
            #expect(inside == Set(procedure.called.keys))
            let next = Set(map.links.filter { $0.from == procedure.id && $0.kind == .opens }.map(\.to))
            #expect(next == Set(procedure.outcomes.flatMap(\.nextProcedures)))
        }
        #expect(map.mermaid.contains("    guide-emergency --> guide-threat-by-phone\n"))
        #expect(map.mermaid.contains("    guide-visit -.-> guide-not-complying\n"))
        #expect(map.dot.contains("    \"visit\" -> \"not-complying\" [style=dotted];\n"))
        #expect(map.links.count == Set(map.links).count)
    }

    @Test("The whole of one small guide, as Mermaid and for Graphviz, says what its lines mean")
    func smallMap() throws {
        let map = ProcedureMap(of: [try smallProcedure()])
        #expect(
            map.mermaid == """
                ---
                title: "Solid: runs inside it and comes back. Dotted: opens next."
                ---
                flowchart LR
                    subgraph group-contact["Contacts"]
                        guide-small["A small guide<br/>small"]
                    end

                """)
        #expect(
            map.dot == """
                digraph procedures {
                    rankdir=LR;
                    node [shape=box, style=rounded];
                    label="Solid: runs inside it and comes back. Dotted: opens next.";
                    subgraph "cluster-contact" {
                        label="Contacts";
                        "small" [label="A small guide\\nsmall"];
                    }
                }

                """)
    }

    @Test("Quotation marks in a title do not break a graph")
    func quoting() throws {
        let yaml = sound.replacing("title: Wants the OMC", with: "title: 'Wants \"the\" OMC'")
        let procedure = try Procedure(yaml: yaml, file: "small.yaml")
        #expect(procedure.mermaid.contains("Wants #quot;the#quot; OMC"))
        #expect(procedure.dot.contains("Wants \\\"the\\\" OMC"))
    }

    @Test("In words it holds every question, answer and outcome, and what was corrected")
    func outline() throws {
        let lines = try content.procedure(.init(rawValue: "visit")).outline
        #expect(lines.first == "A customer visits a service centre (visit, version 3)")
        #expect(lines.contains("variation: One-off variation for this visit (OMC T1.3, not released)"))
        #expect(lines.contains("  corrects OMC T1.3"))
        #expect(lines.contains("  full → not-complying"))
        #expect(lines.contains("→ resolve: Help the customer here (OMC T1.4, OMC T1.5, OMC T1.6)"))
        #expect(lines.contains("  tell: omc, team-leader"))
    }
}

@Suite("Procedures of the organisation's own, before those that the program ships")
struct OverrideTests {
    /// A library with one shipped procedure, and `own` before it.
    private func library(_ own: [String: String], _ body: (ProcedureLibrary) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("mspdesk-\(UUID().uuidString)")
        defer { _ = Result { try FileManager.default.removeItem(at: root) } }
        for (folder, files) in [("shipped", ["small": sound]), ("own", own)] {
            let directory = root.appendingPathComponent(folder)
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            for (name, text) in files {
                try text.write(to: directory.appendingPathComponent("\(name).yaml"), atomically: true, encoding: .utf8)
            }
        }
        try body(
            ProcedureLibrary(
                directory: root.appendingPathComponent("shipped").path,
                override: root.appendingPathComponent("own").path))
    }

    private let id = Procedure.ID(rawValue: "small")

    @Test("A file of one's own stands in for the program's, and one of another name stands beside it")
    func own() throws {
        let other = sound.replacing("id: small", with: "id: other")
        try library(["small": sound.replacing("A small guide", with: "Our guide"), "other": other]) { library throws in
            #expect(try library.ids().map(\.rawValue) == ["other", "small"])
            #expect(try library.procedure(id).title == "Our guide")
            #expect(try library.heads().heads.map(\.title) == ["A small guide", "Our guide"])
            #expect(try library.faults() == [])
        }
    }

    @Test("A broken file of one's own is named, and the program's is used")
    func broken() throws {
        try library(["small": sound.replacing("fact: in-line", with: "fact: inline")]) { library throws in
            let (procedure, passedOver) = try library.load(id)
            #expect(procedure.title == "A small guide")
            #expect(passedOver.first?.file.hasSuffix("own/small.yaml") == true)
            #expect(try library.faults().count == 1)
        }
        try library(["small": "title: ["]) { library throws in
            let (heads, faults) = try library.heads()
            #expect(heads.map(\.title) == ["A small guide"])
            #expect(faults.count == 1)
        }
    }

    @Test("No directory of one's own is no fault")
    func noDirectory() throws {
        let library = ProcedureLibrary(directory: content.directory, override: "/nowhere/at/all")
        #expect(try library.ids() == content.ids())
        #expect(try library.faults() == [])
    }

    @Test("A list reads the head of each file alone: what is broken after it does not matter")
    func heads() throws {
        let start = try #require(sound.firstRange(of: "nodes:"))
        try library(["small": String(sound[..<start.upperBound]) + " [[["]) { library throws in
            #expect(try library.heads().faults == [])
            #expect(try library.heads().heads.map(\.purpose) == ["To be broken by tests."])
        }
    }
}
