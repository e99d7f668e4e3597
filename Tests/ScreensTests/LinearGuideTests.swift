import Casework
import Foundation
import Procedures
import TestSupport
import Testing

@testable import Screens

@Suite("A guide in lines")
struct LinearGuideTests {
    private static let outer = """
        id: emergency
        title: Emergency steps
        purpose: For tests.
        group: danger
        version: "1"
        source: {number: 1-2, title: A document, date: 2025-11-18}
        start: safe
        nodes:
          safe:
            title: Safety
            tasks: Get safe
            role: Employee Responsible
            source: RSP T2.5
            items:
              away: Step back.
              call: {do: Call 000., role: All staff, due: at once, say: Say where you are.}
            next: seen
          seen:
            title: Seen
            several: What did you see?
            source: RSP T2.6
            answers: {knife: A knife, harm: Somebody hurt}
            then: [{else: inner}]
          inner:
            title: Report
            guide: inner
            source: RSP T2.6
            then: {else: wait}
          wait:
            title: Waiting
            hold: The police
            for: 2 business days
            source: RSP T3.2
            next: over
        outcomes:
          over:
            title: It is over
            tone: done
            contact: false
            do: [Rest.]
            note:
              type: other
              fields: {content: "Seen: {answer:seen}."}
            next: [emergency]
            source: RSP T3.3
        examples:
          - title: All
            answers: {safe: all, seen: knife, inner/words: Loud, inner/day: 2026-03-04, inner/count: "2", wait: done}
            outcome: over
        """

    private static let inner = """
        id: inner
        title: What is reported
        purpose: For tests.
        group: danger
        version: "1"
        source: {number: 1-2, title: A document, date: 2025-11-18}
        start: words
        nodes:
          words: {title: Words, text: What was said?, source: RSP T3.1, next: day}
          day: {title: Day, date: Which day?, source: RSP T2.8, next: count}
          count:
            title: People
            number: How many people?
            unit: people
            source: RSP T2.7
            then: [{else: told}]
        outcomes:
          told:
            title: It is reported
            tone: done
            contact: false
            do: [Say thanks.]
            note: none
            source: RSP T3.3
        examples:
          - {title: All, answers: {words: Loud, day: 2026-03-04, count: "2"}, outcome: told}
        """

    @Test("Tasks, several answers, words, a day, a number, a procedure inside and a wait are led through in lines")
    func everyKind() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mspdesk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
        for (name, text) in ["emergency": Self.outer, "inner": Self.inner] {
            try text.write(to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
        }
        var office = Office()
        office.procedures = ProcedureLibrary(directory: folder.path(percentEncoded: false))

        let first = try LinearListener(office)
        first.answers(".emergency")
        #expect(first.hears("Get safe") && first.hears("Who does this: Employee Responsible"))
        #expect(first.hears("1) Step back., to do (selected)"))
        #expect(first.hears("2) Call 000., Who: All staff, Say: Say where you are., Due: at once, to do"))
        first.answers("2")
        #expect(first.hears("2) Call 000., Who: All staff, Say: Say where you are., Due: at once, done, 11:15"))
        first.answers("go on")
        #expect(first.hears("Safety: 1 of 2 done."))
        #expect(first.hears("What did you see?") && first.hears("1) A knife, to do"))
        first.answers("1", "2", "go on")
        #expect(first.hears("What is reported") && first.hears("What was said?"))
        first.answers("Give me 2 minutes", "")
        #expect(first.hears("Which day?"))
        first.answers("yesterday", "")
        #expect(first.hears("Type a day, such as 4/3/2026"))
        first.answers("2 mar 2026", "")
        #expect(first.hears("How many people?"))
        first.answers("3", "")
        #expect(first.hears("It is reported") && first.hears("1. Say thanks."))
        first.answers("")
        #expect(first.hears("The police"))
        #expect(first.hears("1) Wait, and leave, Come back by Thursday 5 March. (selected)"))
        first.answers("1")
        #expect(first.hears("Done: Kept. Come back by Thursday 5 March."))

        office.now = at("2026-03-05T09:00")
        let second = try LinearListener(office)
        #expect(second.hears("Emergency steps") && second.hears("The wait is over"))
        second.answers("1")
        #expect(second.hears("2) Go on now, The wait is over. (selected)"))
        second.answers("2")
        #expect(second.hears("It is over"))
        second.answers("done")
        #expect(second.hears("Done: Kept with its times."))
        let run = try #require(office.store.contents.guideRuns.first)
        #expect(run.end?.title == "It is over")
        #expect(
            run.answers.map(\.value) == ["call", "knife,harm", "Give me 2 minutes", "2026-03-02", "3", "done"])
    }
}
