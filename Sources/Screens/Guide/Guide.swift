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
    /// Said until the next step.
    var change: Change?
    private(set) var answers: [Answer] = []
    private(set) var run: ProcedureRun
    var selection = 0
    var offset = 0
    /// What is ticked of the list that waits, and when.
    private(set) var ticked: Set<String> = []
    private(set) var tickTimes: [String: Instant] = [:]
    /// What is typed where a step takes words, a day or a number.
    private(set) var entry = TextBuffer("", allowsNewlines: false)
    /// Why what was typed is no answer.
    private(set) var complaint: String?
    /// The end of a procedure run inside, shown before the run goes on.
    private(set) var interlude: TrailStep?
    /// The decision of the record that is being overruled, and the reason being typed.
    var overruling: Overruling?
    /// Whether the path stands in the place of the step, where there is no room beside it.
    private(set) var isPathShown = false
    /// The clock as far as it is known here.
    private(set) var seenAt: Instant
    private(set) var size = Size(width: 80, height: 18)

    struct Overruling: Sendable {
        let step: TrailStep
        var choice: Procedure.Choice
        var reason: TextBuffer
    }

    /// - Throws: whatever replaying the answers throws; nothing where there are none.
    init(
        _ procedure: Procedure, for open: OpenRecord?, _ setting: GuideSetting, answers: [Answer] = [],
        pending: Answer? = nil
    ) throws {
        self.procedure = procedure
        self.open = open
        self.setting = setting
        self.answers = answers
        seenAt = setting.openedAt
        run = try Self.replay(procedure, setting, answers)
        selection = firstSelection
        if let pending, pending.node == run.awaiting?.name, let node = run.awaiting?.node,
            case .ticked(let names) = node.reads(pending.value)
        {
            ticked = Set(names)
            tickTimes = pending.ticks ?? [:]
        }
    }

    private static func replay(
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
        case kept(Instant, Notice?)
        case waitChosen
        case pathToggled
        case overruleChosen(Int)
        case overruleTyped(Key)
        case overrulePasted(String)
        case overruleConfirmed
        case overruleLeft
        case nextOpened(Guide)
        case noteBegun(NoteEditor)
        case ended(Notice?)
        case left
    }

    public var title: String { procedure.title }
    public var about: String {
        "One step at a time. What the record knows is decided, with its reason; o lets you decide otherwise, with a "
            + "reason of your own. Every step is kept with its time, and goes into the note."
    }
    public var identity: Identity? { open?.identity }
    public var isTyping: Bool { overruling != nil || (takesText && interlude == nil && !isPathShown) }
    public var onTop: Action? { .shown }
    var isEmergency: Bool { procedure.id == Self.emergency }

    /// What the record decided, the latest first: what can be overruled.
    var decided: [TrailStep] { run.trail.filter { $0.by == .record }.reversed() }

    /// Whether the step takes words, a day or a number.
    var takesText: Bool {
        switch run.awaiting?.node.kind {
        case .text, .date, .number: true
        default: false
        }
    }

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

    /// What is ticked, as an answer.
    var tickedAnswer: String {
        ticked.isEmpty ? "none" : rowNames.filter(ticked.contains).joined(separator: ",")
    }

    public func typed(_ key: Key) -> Action? {
        overruling != nil ? .overruleTyped(key) : isTyping ? .entryTyped(key) : nil
    }

    public func pasted(_ text: String) -> Action? {
        overruling != nil ? .overrulePasted(text) : isTyping ? .entryPasted(text) : nil
    }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == listName ? .answerChosen(index) : nil
    }

    /// Names the rows to the mouse, each step's apart: the same words to another question are another answer.
    var listName: String { "answers to \(run.awaiting?.name ?? "the outcome")" }

    public mutating func update(_ action: Action) -> Effect<Action> {
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
            ticked = Set(rowNames)
            return kept()
        case .chosen: return goOn()
        case .stepBack:
            if isPathShown { return update(.pathToggled) }
            change = nil
            let effect = replay(Array(answers.dropLast()))
            return latest == nil ? effect : adoptLatest()
        case .entryTyped(let key):
            if entry.handle(key) { complaint = nil }
            return .none
        case .entryPasted(let text):
            entry.insert(text)
            complaint = nil
            return .none
        case .kept(let now, let notice):
            stamp(now, by: setting.officer)
            return notice.map { .notice($0) } ?? .none
        case .waitChosen: return wait()
        case .pathToggled:
            isPathShown.toggle()
            offset = 0
            reveal()
            return .none
        case .overruleChosen(let index): return beginOverruling(index)
        case .overruleTyped(let key): return typeReason(key)
        case .overrulePasted(let text):
            overruling?.reason.insert(text)
            return .none
        case .overruleConfirmed: return overrule()
        case .overruleLeft:
            overruling = nil
            return run.outcome == nil ? adoptLatest() : .none
        case .nextOpened(let guide): return .open(guide)
        case .noteBegun(let editor): return .replace(editor)
        case .ended(let notice): return .all([.back, notice.map { .notice($0) } ?? .none])
        case .left: return .back
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
    private mutating func reveal() {
        guard let extent = rowExtent(selection), interlude == nil, !isPathShown else { return }
        if selection == 0, extent.upperBound <= pageSize.height { offset = 0 }
        if extent.upperBound > offset + pageSize.height { offset = extent.upperBound - pageSize.height }
        if extent.lowerBound < offset { offset = extent.lowerBound }
    }

    // MARK: Answering

    private mutating func answer(_ index: Int) -> Effect<Action> {
        guard rowNames.indices.contains(index), interlude == nil else { return .none }
        guard let awaiting = run.awaiting else { return openNext(index) }
        change = nil
        if takesTicks {
            selection = index
            reveal()
            if ticked.remove(rowNames[index]) == nil { ticked.insert(rowNames[index]) }
            tickTimes = tickTimes.filter { ticked.contains($0.key) }
            return kept()
        }
        if case .hold = awaiting.node.kind, index == 0 { return wait() }
        return replay(answers + [Answer(awaiting.name, rowNames[index])])
    }

    private mutating func goOn() -> Effect<Action> {
        if isPathShown {
            isPathShown = false
            reveal()
            return .none
        }
        if interlude != nil {
            interlude = nil
            offset = 0
            reveal()
            return .none
        }
        guard let awaiting = run.awaiting else { return finish() }
        if takesTicks {
            return replay(
                answers + [Answer(awaiting.name, tickedAnswer, ticks: tickTimes)])
        }
        guard takesText else { return answer(selection) }
        var value = entry.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if awaiting.node.kind == .date, let day = CalendarDay(written: value) { value = day.description }
        guard awaiting.node.reads(value) != nil else {
            complaint = awaiting.node.kind.complaint
            return .none
        }
        return replay(answers + [Answer(awaiting.name, value)])
    }

    mutating func replay(_ new: [Answer]) -> Effect<Action> {
        do {
            let before = Set(run.trail.map(\.name))
            let isForward = new.count > answers.count
            run = try Self.replay(procedure, setting, new)
            answers = new
            (selection, offset, complaint) = (firstSelection, 0, nil)
            (ticked, tickTimes) = ([], [:])
            entry = TextBuffer("", allowsNewlines: false)
            interlude = run.trail.last { step in
                isForward && step.by == .procedure && !before.contains(step.name)
                    && step.outcome.map { !$0.actions.isEmpty } ?? false
            }
            reveal()
            return kept()
        } catch {
            return .notice(Notice(error))
        }
    }

    /// Gives every answer and tick that has none the time `now`.
    mutating func stamp(_ now: Instant, by staff: StaffMember.ID) {
        for index in answers.indices where answers[index].at == nil {
            answers[index].at = now
            answers[index].by = staff
            guard var ticks = answers[index].ticks else { continue }
            for name in answers[index].value.split(separator: ",").map(String.init) where ticks[name] == nil {
                ticks[name] = now
            }
            answers[index].ticks = ticks
        }
        for name in ticked where tickTimes[name] == nil { tickTimes[name] = now }
        seenAt = now
        do {
            // The same answers lead the same way; only their times are new.
            run = try Self.replay(procedure, setting, answers)
        } catch {
            complaint = Notice(error).text
        }
    }

}
