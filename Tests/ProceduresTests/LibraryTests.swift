import Foundation
import Testing

@testable import Procedures

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

    @Test("A file that is not UTF-8 is a fault of the file, one that is missing is missing")
    func unreadable() throws {
        try library(["bad.yaml": Data([0xFF, 0xFE, 0x00])]) { library in
            let faults = try library.faults()
            #expect(faults.map(\.problem) == [.notYaml("it is not UTF-8")])
            #expect(throws: ProcedureError.unreadable(library.directory + "/none.yaml")) {
                try ProcedureLibrary.faults(ofFile: library.directory + "/none.yaml")
            }
        }
    }
}

@Suite("A guide as a graph")
struct GraphTests {
    @Test("Mermaid and Graphviz get every node, outcome and answer")
    func graphs() throws {
        for id in try content.ids() {
            let procedure = try content.procedure(id)
            let answers = procedure.nodes.reduce(0) { $0 + $1.choices.count }
            #expect(procedure.mermaid.hasPrefix("flowchart TD\n"))
            #expect(procedure.mermaid.split(separator: "\n").filter { $0.contains("-->") }.count == answers)
            #expect(procedure.dot.hasPrefix("digraph \"\(id)\" {\n"))
            #expect(procedure.dot.split(separator: "\n").filter { $0.contains(" -> ") }.count == answers)
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
        #expect(lines.first == "A customer visits a service centre (visit, version 1)")
        #expect(lines.contains("variation: One-off variation for this visit (OMC T1.3, not released)"))
        #expect(lines.contains("  corrects OMC T1.3"))
        #expect(lines.contains("  full → not-complying"))
        #expect(lines.contains("→ resolve: Help the customer here (OMC T1.4, T1.5)"))
        #expect(lines.contains("  tell: omc, team-leader"))
    }
}

@Suite("The list of procedures, without proving any")
struct HeadingTests {
    @Test("Each heading has the title of its procedure, and says whether it turns on a record")
    func agrees() throws {
        let library = content
        let headings = try library.headings()
        #expect(headings.map(\.id) == (try library.ids()))
        for heading in headings {
            let procedure = try library.procedure(heading.id)
            #expect(heading.title == procedure.title)
            let turnsOnFacts = procedure.nodes.contains { node in
                if case .fact = node.kind { true } else { false }
            }
            #expect(heading.needsRecord == turnsOnFacts, "\(heading.id)")
        }
        #expect(headings.contains { !$0.needsRecord })
    }

    @Test("A broken file is listed all the same, under its name")
    func broken() {
        let heading = ProcedureHeading(id: Procedure.ID(rawValue: "odd"), text: "\u{0}: [\n  fact")
        #expect(heading.title == "odd" && !heading.needsRecord)
    }
}
