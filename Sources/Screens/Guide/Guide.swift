import Casework
import Procedures
import Terminal
import Widgets

/// Leads through one contact, a step a screen: what the record knows is decided with its reason, the rest is asked.
public struct Guide: Screen {
    let procedure: Procedure
    /// The record, and the verdict by which the guide goes; nil for the emergency steps, which need none.
    var open: OpenRecord?
    var facts: ContactFacts?
    /// The verdict of now, where the guide goes by an earlier one still.
    var latest: OpenRecord?
    /// Said until the next step.
    var change: Change?
    private(set) var answers: [Answer] = []
    private(set) var run: ProcedureRun
    var selection = 0
    var offset = 0
    /// The decision of the record that is being overruled, and the reason being typed.
    var overruling: Overruling?
    private(set) var size = Size(width: 80, height: 18)

    struct Overruling: Sendable {
        let step: TrailStep
        var choice: Procedure.Choice
        var reason: TextBuffer
    }

    /// - Throws: whatever replaying nothing throws, which is nothing but a fault of the procedure.
    init(_ procedure: Procedure, for open: OpenRecord?) throws {
        self.procedure = procedure
        self.open = open
        facts = open.map(Self.facts)
        run = try Self.replay(procedure, facts, [])
    }

    private static func replay(
        _ procedure: Procedure, _ facts: ContactFacts?, _ answers: [Answer]
    ) throws -> ProcedureRun {
        try procedure.run(
            facts: { facts?.finding($0) ?? Finding(value: nil, because: "No record is open.", rule: "") },
            answers: answers)
    }

    public enum Action: Sendable {
        case shown
        case timePassed
        case judged(OpenRecord)
        case judgedAnewChosen
        case moved(by: Int)
        case answerChosen(Int)
        case chosen
        case stepBack
        case overruleChosen(Int)
        case overruleTyped(Key)
        case overrulePasted(String)
        case overruleConfirmed
        case overruleLeft
        case noteBegun(NoteEditor)
        case contactKept
        case left
    }

    public var title: String { procedure.title }
    public var about: String {
        "One step at a time. What the record knows is decided, with its reason; o lets you decide otherwise, with a "
            + "reason of your own. Every step goes into the note."
    }
    public var identity: Identity? { open?.identity }
    public var onTop: Action? { .shown }
    public var isTyping: Bool { overruling != nil }
    /// Longer answers stand in the list alone: the hint bar has no room to repeat them.
    private static let longestHint = 14
    var isEmergency: Bool { procedure.id == Self.emergency }

    var choices: [Procedure.Choice] { run.awaiting?.node.choices ?? [] }
    /// What the record decided, the latest first: what can be overruled.
    var decided: [TrailStep] { run.trail.filter { $0.by == .record }.reversed() }

    public var bindings: [Binding<Action>] {
        if let overruling {
            let place = decided.firstIndex { $0.node.id == overruling.step.node.id } ?? 0
            return [
                Binding(
                    .enter, name: "Decide so", about: "Decide otherwise than the record, with this reason.",
                    .overruleConfirmed,
                    unavailable: overruling.reason.text.allSatisfy(\.isWhitespace)
                        ? "Say why: it stands in the note." : nil),
                Binding(
                    .tab, name: "Other decision", about: "Overrule what the record decided before this instead.",
                    .overruleChosen((place + 1) % max(1, decided.count)),
                    unavailable: decided.count < 2 ? "The record has decided nothing else." : nil),
                Binding(.escape, name: "Leave it", about: "Let the record's decision stand.", .overruleLeft),
            ]
        }
        let back = answers.isEmpty ? Action.left : Action.stepBack
        var bindings: [Binding<Action>] = []
        if run.outcome != nil {
            let label = open == nil ? "Done" : run.outcome?.note == nil ? "Done" : "Write the note"
            bindings.append(Binding(.enter, name: label, about: "Go on: the trail becomes the note.", .chosen))
        } else {
            bindings.append(Binding(.enter, name: "Answer", about: "Give the chosen answer.", .chosen))
            bindings += choices.enumerated().prefix(9).map { index, choice in
                Binding(
                    .character(Character("\(index + 1)")), name: choice.label, about: "Answer: \(choice.label).",
                    .answerChosen(index), hinted: choice.label.count <= Self.longestHint)
            }
        }
        if latest != nil, change != nil {
            bindings.append(
                Binding(
                    .character("j"), name: "Judge anew",
                    about: "Go by what the record says now; the outcome may be another.", .judgedAnewChosen))
        }
        bindings += [
            Binding(
                .escape, .backspace, name: answers.isEmpty ? "Leave" : "Step back", about: "One answer back, or out.",
                back),
            Binding(
                .character("o"), name: "Overrule",
                about: "Decide otherwise than the record, with a reason; Tab goes to its earlier decisions.",
                .overruleChosen(0), unavailable: decided.isEmpty ? "The record has decided nothing here yet." : nil),
            Binding(.up, name: "Up", about: "Answer above, or scroll.", .moved(by: -1), hinted: false),
            Binding(.down, name: "Down", about: "Answer below, or scroll.", .moved(by: 1), hinted: false),
            Binding(.pageUp, name: "Page up", about: "Scroll up.", .moved(by: 2 - size.height), hinted: false),
            Binding(
                .pageDown, .character(" "), name: "Page down", about: "Scroll down.", .moved(by: size.height - 2),
                hinted: false),
        ]
        return bindings
    }

    public func typed(_ key: Key) -> Action? { overruling == nil ? nil : .overruleTyped(key) }

    public func pasted(_ text: String) -> Action? { overruling == nil ? nil : .overrulePasted(text) }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        guard let node = run.awaiting?.node, id == Self.answers(to: node) else { return nil }
        return .answerChosen(index)
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown: return watch
        case .timePassed: return judge
        case .judged(let judged):
            let effect = take(judged)
            return .all([effect, watch])
        case .judgedAnewChosen: return adoptLatest()
        case .moved(let rows):
            if run.outcome == nil, abs(rows) == 1 {
                selection = min(max(0, selection + rows), max(0, choices.count - 1))
            } else {
                offset = min(max(0, offset + rows), Scroll(page, offset: offset).lastOffset(in: pageSize))
            }
            return .none
        case .answerChosen(let index):
            guard let node = run.awaiting?.node, choices.indices.contains(index) else { return .none }
            change = nil
            return replay(answers + [Answer(node.name, choices[index].value)])
        case .chosen:
            return run.outcome == nil ? update(.answerChosen(selection)) : finish()
        case .stepBack:
            change = nil
            let effect = replay(Array(answers.dropLast()))
            return latest == nil ? effect : adoptLatest()
        case .overruleChosen(let index):
            guard decided.indices.contains(index) else { return .none }
            let step = decided[index]
            guard let other = step.node.choices.first(where: { $0.value != step.answer }) else { return .none }
            overruling = Overruling(
                step: step, choice: other, reason: overruling?.reason ?? TextBuffer("", allowsNewlines: false))
            return .none
        case .overruleTyped(let key): return typeReason(key)
        case .overrulePasted(let text):
            overruling?.reason.insert(text)
            return .none
        case .overruleConfirmed:
            guard let overruling else { return .none }
            self.overruling = nil
            _ = adoptLatest()
            let kept = answers.filter { answer in
                // Answers after the overruled step belong to a path that is left.
                run.trail.prefix { $0.node.id != overruling.step.node.id }.contains { $0.node.name == answer.node }
            }
            return replay(
                kept + [Answer(overruling.step.node.name, overruling.choice.value, because: overruling.reason.text)])
        case .overruleLeft:
            overruling = nil
            return run.outcome == nil ? adoptLatest() : .none
        case .noteBegun(let editor): return .replace(editor)
        case .contactKept, .left: return .back
        }
    }

    private mutating func typeReason(_ key: Key) -> Effect<Action> {
        guard var current = overruling else { return .none }
        let choices = current.step.node.choices.filter { $0.value != current.step.answer }
        if key == .up || key == .down, let place = choices.firstIndex(of: current.choice) {
            let step = key == .up ? choices.count - 1 : 1
            current.choice = choices[(place + step) % choices.count]
        } else {
            _ = current.reason.handle(key)
        }
        overruling = current
        return .none
    }

    mutating func replay(_ new: [Answer]) -> Effect<Action> {
        do {
            run = try Self.replay(procedure, facts, new)
            answers = new
            selection = 0
            offset = 0
            return .none
        } catch {
            return .notice(Notice(error))
        }
    }

    /// From the outcome to the note, or back to the record where the source asks for none.
    private func finish() -> Effect<Action> {
        guard let open, let outcome = run.outcome else { return .back }
        let run = run
        guard outcome.note != nil else {
            return .run { services in
                try services.desk.recordGuided(
                    "\(run.procedure) to \(outcome.id)", of: open.customer.id, at: services.now())
                return .contactKept
            }
        }
        let procedure = procedure
        return .run { services in
            let words = ContactWords(
                time: open.judgement.zone.stamp(open.attempt.at), site: open.attempt.site)
            guard let content = run.draft(for: words) else { return .contactKept }
            let contact = (outcome.isContact ? procedure.channel : nil).map { channel in
                Contact(
                    customer: open.customer.id, plan: open.record.plan?.id, channel: channel, site: open.attempt.site,
                    occurredAt: open.attempt.at, smartCentre: channel == .phone, refused: outcome.tone == .refuse,
                    staff: services.desk.staff.id, verdict: open.judgement.verdict, outcome: outcome.title)
            }
            return .noteBegun(
                NoteEditor(
                    content, for: open, contact: contact, notify: Self.notification(outcome, of: open),
                    draft: services.newDraftID(), at: services.now(),
                    access: services.desk.staff.access))
        }
    }

    /// Whom the outcome has told, by mail once the note is saved; nil without a plan, whose people they are (C1).
    private static func notification(_ outcome: Procedure.Outcome, of open: OpenRecord) -> ContactNotification? {
        guard let plan = open.record.plan, !outcome.notify.isEmpty else { return nil }
        return ContactNotification(
            plan: plan.id, roles: outcome.notify, channel: open.attempt.channel, verdict: open.judgement.verdict,
            outcome: outcome.title, occurredAt: open.attempt.at, site: open.attempt.site)
    }

    public mutating func resized(to size: Size) { self.size = size }

    /// Names the answers to the mouse, each question's apart: the same words to another question are another answer.
    static func answers(to node: Procedure.Node) -> String { "answers to \(node.name)" }
}

extension Guide {
    static let visit = Procedure.ID(rawValue: "visit")
    static let call = Procedure.ID(rawValue: "call")
    static let workItem = Procedure.ID(rawValue: "work-item")
    static let emergency = Procedure.ID(rawValue: "emergency")

    /// The guide for a contact by `channel`: writing is worked as a work item.
    static func procedure(for channel: Channel) -> Procedure.ID {
        switch channel {
        case .faceToFace: visit
        case .phone: call
        case .writing: workItem
        }
    }
}

extension Services {
    /// A guide on an open record, judged for the channel that the guide is for, at this minute.
    func guide(_ id: Procedure.ID, for open: OpenRecord) throws -> Guide {
        let procedure = try procedures.procedure(id)
        return try Guide(procedure, for: try judged(open, in: procedure.channel ?? open.attempt.channel))
    }

    /// The steps for a threat or danger, which need no record.
    func emergency() throws -> Guide { try Guide(try procedures.procedure(Guide.emergency), for: nil) }
}
