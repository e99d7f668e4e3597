import Casework
import Procedures
import Testing

/// The program's own procedures, where the sources keep them.
let content = ProcedureLibrary(
    directory: #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Sources/Procedures/Content")

/// Findings as `plan-active=yes phone-level=full`; what is left out is unknown.
func facts(_ text: String) -> (FactName) -> Finding {
    let values = pairs(text)
    return { Finding(value: values[$0.rawValue], because: "the record holds \($0.rawValue).", rule: "R4") }
}

/// Answers as `who=customer omc-needed=no`.
func answers(_ text: String, because: String? = nil) -> [Answer] {
    pairs(text).sorted { $0.key < $1.key }.map { Answer($0.key, $0.value, because: because) }
}

private func pairs(_ text: String) -> [String: String] {
    Dictionary(
        uniqueKeysWithValues: text.split(separator: " ").map { pair in
            let parts = pair.split(separator: "=")
            return (String(parts[0]), String(parts[1]))
        })
}

/// A small sound procedure, for tests to break.
let sound = """
    id: small
    title: A small guide
    purpose: To be broken by tests.
    group: contact
    version: "1"
    source:
      number: 1-2
      title: A document
      date: 2025-11-18
    start: plan-active
    nodes:
      plan-active:
        title: Plan in force
        fact: plan-active
        ask-when-unknown: Is a plan in force?
        source: OMC T1.1
        then:
          yes: in-line
          no: no-plan
      in-line:
        title: In line
        fact: in-line
        ask-when-unknown: Does it keep the plan?
        source: OMC T1.4
        then:
          yes: wants
          no: refuse
      wants:
        title: Wants the OMC
        ask: Is the OMC wanted?
        source: OMC T1.5
        then:
          yes: serve
          no: serve
    outcomes:
      no-plan:
        title: No plan
        tone: serve
        do: [Serve.]
        note: none
        source: OMC T1.1
      refuse:
        title: Not complying
        tone: refuse
        do: [Ask them to leave.]
        note: none
        notify: [omc]
        source: OMC T1.4
      serve:
        title: Serve
        tone: serve
        do: [Serve.]
        note:
          type: customer-contact
          fields:
            contactReason: "Visit[ to {site}]"
            time: "{time}"
            discussion: ""
        notify: [omc, backup]
        source: OMC T1.5
    examples:
      - title: None
        facts: {plan-active: no}
        outcome: no-plan
      - title: Refused
        facts: {plan-active: yes, in-line: no}
        outcome: refuse
      - title: Served
        facts: {plan-active: yes, in-line: yes}
        answers: {wants: no}
        outcome: serve
    """

func smallProcedure() throws -> Procedure { try Procedure(yaml: sound, file: "small.yaml") }
