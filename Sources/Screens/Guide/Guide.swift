import Casework
import Procedures
import Terminal
import Widgets

/// Leads through one procedure, a step a screen: what the record knows is decided with its reason, the rest is asked,
/// ticked or written. Every step is kept with its time.
public struct Guide: Screen {
    let procedure: Procedure
    /// The record, and the verdict by which the guide goes; nil for the emergency steps, which need none.
    var open: OpenRecord?
    var setting: GuideSetting
    /// What holds now, where the guide goes by an earlier verdict still.
    var latest: Judged?
    /// Whether the contact was made before the guide was gone on with: it stays the contact that it was, until the person
    /// says that it is made now.
    var isOfBefore = false
    /// Said until the next step.
    var change: Change?
    var answers: [Answer] = []
    var run: ProcedureRun
    var selection = 0
    var offset = 0
    /// What is ticked or typed at steps and no answer yet, by the step's name. Whatever leads away from a step and back,
    /// it waits there.
    var drafts: [String: StepDraft] = [:]
    /// Why what was typed is no answer.
    var complaint: String?
    /// The end of a procedure run inside, shown before the run goes on.
    var interlude: TrailStep?
    /// The decision of the record that is being overruled, and the reason being typed.
    var overruling: Overruling?
    /// A decision that was about to be overruled, with the reason that was typed and left.
    var leftOverruling: Answer?
    var keeping = Keeping()
    /// Whether the path was asked for in the place of the step.
    var wantsPath = false
    /// The clock as far as it is known here.
    var seenAt: Instant
    private(set) var size = Size(width: 80, height: 18)

    /// - Throws: whatever replaying the answers throws; nothing where there are none.
    init(
        _ procedure: Procedure, for open: OpenRecord?, _ setting: GuideSetting, answers: [Answer] = [],
        pending: [Answer] = []
    ) throws {
        self.procedure = procedure
        self.open = open
        self.setting = setting
        self.answers = answers
        seenAt = setting.openedAt
        run = try Self.replay(procedure, setting, answers)
        selection = firstSelection
        putBy(pending)
    }

    static func replay(
        _ procedure: Procedure, _ setting: GuideSetting, _ answers: [Answer]
    ) throws -> ProcedureRun {
        try procedure.run(
            facts: { setting.findings[$0] ?? Finding(value: nil, because: "No record is open.", rule: "") },
            answers: answers, begun: setting.begunAt)
    }

    public enum Action: Sendable {
        case shown
        case timePassed
        case judged(Judged)
        case judgedAnewChosen
        case moved(by: Int)
        case answerChosen(Int)
        case allTicked
        case chosen
        case stepBack
        case entryTyped(Key)
        case entryPasted(String)
        case keepDue
        case kept(Instant)
        /// It is tried again until it lands.
        case keepFailed(Instant, KeepFault)
        case closeFailed(KeepFault)
        case waitChosen
        case pathToggled
        case overruleChosen(Int)
        case decisionMoved(by: Int)
        case decisionChosen(Int)
        case overruleTyped(Key)
        case overrulePasted(String)
        case overruleConfirmed
        case overruleLeft
        case nextOpened(any Screen)
        case noteBegun(NoteEditor, Notice?)
        case ended(Notice?)
        case left
    }

    public var title: String { procedure.title }
    public var about: String {
        "One step at a time. What the record knows is decided, with its reason; o lets you decide otherwise, with a "
            + "reason of your own. Every step is kept with its time, and goes into the note."
    }
    public var identity: Identity? { current?.identity }
    public var isTyping: Bool { overruling != nil || (takesText && interlude == nil && !isPathShown) }
    public var onTop: Action? { .shown }
    public var onChange: Action? { procedure.channel == nil ? nil : .timePassed }
    /// The record as it stands now.
    var current: OpenRecord? { latest?.open ?? open }
    var isEmergency: Bool { procedure.id == Self.emergency }

    /// What the record decided, the latest first: what can be overruled.
    var decided: [TrailStep] { run.trail.filter { $0.by == .record }.reversed() }

    /// Whether the step takes words, a day or a number.
    var takesText: Bool { run.awaiting?.node.isTyped ?? false }

    /// Whether the step is ticked, not answered by one choice.
    var takesTicks: Bool {
        switch run.awaiting?.node.kind {
        case .tasks, .several: true
        default: false
        }
    }

    var rowNames: [String] {
        guard let node = run.awaiting?.node else { return run.outcome?.nextProcedures.map(\.rawValue) ?? [] }
        switch node.kind {
        case .tasks(let items): return items.map(\.id)
        case .hold: return ["wait", "done"]
        default: return node.choices.map(\.value)
        }
    }

    public func typed(_ key: Key) -> Action? {
        overruling != nil ? .overruleTyped(key) : isTyping ? .entryTyped(key) : nil
    }

    public func pasted(_ text: String) -> Action? {
        overruling != nil ? .overrulePasted(text) : isTyping ? .entryPasted(text) : nil
    }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        switch id {
        case listName: .answerChosen(index)
        case Self.decisions: .decisionChosen(index)
        default: nil
        }
    }

    /// Names what can be decided otherwise than the record to the mouse.
    static let decisions = "decisions"

    /// Names the rows to the mouse, each step's apart: the same words to another question are another answer.
    var listName: String { "answers to \(run.awaiting?.name ?? "the outcome")" }

    public var loss: String? {
        keeping.hasFailed ? "What was answered, ticked or typed last in the guide is not kept." : nil
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        if action.changesRun {
            if let refusal { return refusal }
            keeping.hasWarnedOfLoss = false
        }
        switch action {
        case .shown:
            guard let fault = setting.passedOver else { return watch }
            setting.passedOver = nil
            return .all([watch, .notice(Notice("\(fault.description) The program's own is used.", .failure))])
        case .timePassed: return judge
        case .judged(let judged):
            let effect = take(judged)
            return .all([effect, watch])
        case .judgedAnewChosen: return adoptLatest()
        case .moved(let rows):
            move(by: rows)
            return .none
        case .answerChosen(let index): return answer(index)
        case .allTicked:
            draft.ticked.formUnion(run.awaiting?.node.items.filter { !$0.isOptional }.map(\.id) ?? [])
            return keep()
        case .chosen: return goOn()
        case .stepBack:
            if isPathShown { return update(.pathToggled) }
            change = nil
            let effect = replay(Array(answers.dropLast()))
            return latest == nil || isOfBefore ? effect : adoptLatest()
        case .entryTyped(let key): return type(key)
        case .entryPasted(let text):
            draft.text.insert(text)
            complaint = nil
            return keepSoon()
        case .keepDue: return keeping.isDue ? keep() : .none
        case .kept(let now): return noteKept(now)
        case .keepFailed(let now, let fault):
            stamp(now, by: setting.officer)
            return tryAgain(after: fault)
        case .closeFailed(let fault): return reopen(after: fault)
        case .waitChosen: return close(wait())
        case .pathToggled:
            wantsPath.toggle()
            offset = 0
            reveal()
            return .none
        case .overruleChosen(let index): return beginOverruling(index)
        case .decisionMoved(let rows): return moveDecision(by: rows)
        case .decisionChosen(let index): return decide(index)
        case .overruleTyped(let key): return typeReason(key)
        case .overrulePasted(let text):
            overruling?.reason.insert(text)
            return keepSoon()
        case .overruleConfirmed: return overrule()
        case .overruleLeft:
            (leftOverruling, overruling) = (overruling?.unfinished, nil)
            return run.outcome == nil ? followLatest() : .none
        case .nextOpened(let screen): return .open(screen)
        case .noteBegun(let editor, let notice):
            return .all([.replace(editor), notice.map { .notice($0) } ?? .none])
        case .ended(let notice): return .all([.back, notice.map { .notice($0) } ?? .none])
        case .left: return leave()
        }
    }

    public mutating func resized(to size: Size) {
        self.size = size
        reveal()
    }

    private mutating func move(by rows: Int) {
        if !rowNames.isEmpty, run.awaiting != nil, abs(rows) == 1, interlude == nil, !isPathShown {
            selection = (selection + rows).row(of: rowNames)
            reveal()
        } else {
            offset = (offset + rows).clamped(to: 0...Scroll(page, offset: offset).lastOffset(in: pageSize))
        }
    }

    /// Scrolls so that the chosen row is seen.
    mutating func reveal() {
        guard let extent = rowExtent(selection), interlude == nil, !isPathShown else { return }
        if selection == 0, extent.upperBound <= pageSize.height { offset = 0 }
        if extent.upperBound > offset + pageSize.height { offset = extent.upperBound - pageSize.height }
        if extent.lowerBound < offset { offset = extent.lowerBound }
    }
}
