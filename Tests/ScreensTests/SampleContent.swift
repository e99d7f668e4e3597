import Foundation
import Procedures

/// A directory of procedures for tests, gone when the test is: `emergency` has a step of every kind and runs `inner`.
final class SampleContent {
    let path: String

    /// - Parameter more: further procedures by their ids, such as ``visit``.
    init(_ more: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "mspdesk-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in ["emergency": Self.everyKind, "inner": Self.inner].merging(more, uniquingKeysWith: { $1 }) {
            try text.write(toFile: "\(path)/\(name).yaml", atomically: true, encoding: .utf8)
        }
    }

    deinit { _ = Result { try FileManager.default.removeItem(atPath: path) } }

    var library: ProcedureLibrary { ProcedureLibrary(directory: path) }

    /// A visit that goes by the verdict: what is asked after it is ticked, then written.
    static let visit = """
        id: visit
        title: A visit
        purpose: For tests.
        group: contact
        version: "1"
        source: {number: 1-2, title: A document, date: 2025-11-18}
        channel: faceToFace
        start: hello
        nodes:
          hello:
            title: Welcome
            tasks: Make them welcome
            source: OMC T1.1
            items:
              seat: Offer a seat.
              name: Ask their name.
              wait: {do: Say how long it takes., optional: true}
            next: wish
          wish: {title: Wish, text: What do they want?, source: OMC T1.1, next: in-line}
          in-line:
            title: In line
            fact: in-line
            ask-when-unknown: Does it keep the plan?
            source: OMC T1.4
            then: {yes: talk, no: talk}
          talk:
            title: Talk
            tasks: Talk it over
            source: OMC T1.4
            items: {listen: Listen., sum: Sum it up.}
            next: said
          said: {title: Said, text: What was said?, source: OMC T1.5, next: served}
        outcomes:
          served:
            title: It is done
            tone: done
            contact: false
            do: [Say goodbye.]
            note: {type: other, fields: {content: "Said: {answer:said}."}}
            source: OMC T1.6
        examples:
          - {title: In line, facts: {in-line: yes}, answers: {hello: all, wish: A form, talk: all, said: Thanks}, outcome: served}
        """

    private static let everyKind = """
        id: emergency
        title: Emergency steps
        purpose: For tests.
        group: danger
        version: "1"
        source: {number: 1-2, title: A document, date: 2025-11-18, released: false}
        start: safe
        nodes:
          safe:
            title: Safety
            tasks: Get safe
            role: Employee Responsible
            redacted: where the alarm is; your manager knows it.
            source: RSP T2.5
            items:
              away: Step back and keep a way out, and leave your belongings where they are.
              call: {do: Call 000., role: All staff, due: at once, say: Say where you are.}
            next: seen
          seen:
            title: Seen
            several: What did you see?
            source: RSP T2.6
            answers: {knife: A knife, harm: Somebody hurt, shouting: Shouting}
            then: [{any: [knife], to: count}, {any: [harm], to: day}, {else: report}]
          count:
            title: People
            number: How many people?
            unit: people
            source: RSP T2.7
            then: [{under: 3, to: wait}, {else: day}]
          day:
            title: Day
            date: Which day?
            source: RSP T2.8
            next: words
          words:
            title: Words
            text: What was said?
            source: RSP T3.1
            next: over
          report:
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
            due: {what: Report, limit: 2 business days}
            note:
              type: other
              fields: {content: "Seen: {answer:seen}.[ Said: {answer:words}.]"}
            next: [emergency]
            source: RSP T3.3
        examples:
          - {title: Knife, answers: {safe: all, seen: knife, count: "2", wait: done}, outcome: over}
          - title: Shouting
            answers:
              {safe: all, seen: shouting, report/said: Loud, report/when: 2026-03-04, report/people: "2", wait: done}
            outcome: over
        """

    private static let inner = """
        id: inner
        title: What is reported
        purpose: For tests.
        group: danger
        version: "1"
        source: {number: 1-2, title: A document, date: 2025-11-18}
        start: said
        nodes:
          said: {title: Said, text: What did they shout?, source: RSP T3.1, next: when}
          when: {title: When, date: On which day?, source: RSP T2.8, next: people}
          people:
            title: People
            number: How many heard it?
            unit: people
            source: RSP T2.7
            then: [{under: 5, to: told}, {else: crowd}]
        outcomes:
          told:
            title: It is reported
            tone: done
            contact: false
            do: [Say thanks.]
            note:
              type: letter-delivery
              fields: {method: By hand, detail: "Told to {answer:people}."}
            source: RSP T3.3
          crowd:
            title: It is reported to many
            tone: done
            contact: false
            do: [Say thanks.]
            note:
              type: other
              fields: {content: "Shouted: {answer:said}."}
            source: RSP T3.3
        examples:
          - {title: Few, answers: {said: Loud, when: 2026-03-04, people: "2"}, outcome: told}
          - {title: Many, answers: {said: Loud, when: 2026-03-04, people: "20"}, outcome: crowd}
        """
}
