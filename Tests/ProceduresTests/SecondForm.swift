import Casework
import Procedures
import TestSupport

/// A procedure with a node of each kind, for tests to run and to break.
let everyKind = """
    id: every-kind
    title: Every kind
    purpose: One node of each kind.
    group: follow-up
    version: "1"
    source: {number: 1-2, title: A document, date: 2025-11-18}
    start: prepare
    nodes:
      prepare:
        title: Preparation
        tasks: Before you call
        role: Employee Responsible
        due: 2 business days
        source: [OMC T1.1, OMC T1.2]
        items:
          read: Read the plan.
          find: {do: Find the number., source: OMC T1.3, optional: true}
          room: {do: Take a quiet room., due: 1 hour}
        next: call
      call:
        title: Call
        ask: Did the person answer?
        source: OMC T1.4
        at-most: 2
        then-after: letter
        then: {yes: topics, no: wait}
      wait:
        title: Wait
        hold: The next attempt
        for: 1 business day
        source: OMC T1.5
        next: call
      topics:
        title: Topics
        several: What was talked of?
        source: OMC T1.6
        answers: {money: Money, home: Home, health: Health}
        then: [{any: [health], to: helper}, {none: true, to: words}, {else: days}]
      days:
        title: Days
        number: How many days are left?
        unit: days
        source: OMC T2.1
        then: [{under: 28, to: day}, {else: words}]
      day:
        title: Day agreed
        date: Which day was agreed?
        source: OMC T2.2
        next: words
      words:
        title: Words
        text: What else?
        optional: true
        source: OMC T2.3
        next: done
      helper:
        title: Helper
        guide: inner
        source: OMC T2.4
        then: {helped: words, else: letter}
    outcomes:
      done:
        title: Done
        tone: done
        contact: false
        do: [Go home.]
        due: {what: Report, limit: 3 days after answer:day}
        note:
          type: other
          fields:
            content: "{answer:call} on {time}.[ Agreed: {answer:day}.][ Of {answer:topics}.]"
        next: [note-editor]
        source: OMC T2.5
      letter:
        title: Write a letter
        tone: ask
        do: [Write.]
        note: none
        source: [OMC T2.5]
    examples:
      - title: Reached, with a day
        answers:
          {prepare: all, call: yes, topics: "money,home", days: "27", day: "2026-03-09", words: Hello}
        outcome: done
      - title: Twice not reached
        answers: {prepare: read, call: no, wait: done, call#2: no, wait#2: done}
        outcome: letter
    """

/// A procedure that ``everyKind`` runs.
let inner = """
    id: inner
    title: Inside
    purpose: Run by another.
    group: follow-up
    version: "1"
    source: {number: 1-2, title: A document, date: 2025-11-18}
    start: urgent
    nodes:
      urgent:
        title: Urgent
        ask: Is it urgent?
        source: PRA T1.1
        then: {yes: helped, no: later}
    outcomes:
      helped: {title: Helped, tone: serve, do: [Help.], source: PRA T1.2, notify: [omc], note: {type: other, fields: {content: "{answer:urgent}"}}}
      later: {title: Later, tone: ask, do: [Wait.], source: PRA T1.3, note: none}
    examples:
      - {title: Urgent, answers: {urgent: yes}, outcome: helped}
      - {title: Not urgent, answers: {urgent: no}, outcome: later}
    """

func everyKindProcedure() throws -> Procedure {
    try Procedure(
        .init(rawValue: "every-kind"),
        texts: [.init(rawValue: "every-kind"): everyKind, .init(rawValue: "inner"): inner])
}
