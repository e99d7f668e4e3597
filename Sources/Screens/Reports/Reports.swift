import Casework
import Terminal
import Widgets

/// The contact reports that wait for a manager: read one, record it as a note, or give it back with a reason (N4).
public struct Reports: Screen {
    var waiting: [Waiting] = []
    var isKnown = false
    var selection = 0
    var offset = 0
    var stage = Stage.reading
    /// What was typed to give reports back with, until they are.
    private var reasons: [ContactReport.ID: TextBuffer] = [:]
    /// As much of it as the register holds.
    private var kept: [ContactReport.ID: String] = [:]
    private var hasKeepingFailed = false
    private(set) var size = Size(width: 80, height: 18)

    struct Waiting: Sendable {
        let report: ContactReport
        let customer: Customer?
        let safetyAlert: Bool
        /// Name and logon.
        let author: String
        /// When it was written, in words.
        let written: String
        /// The note that it follows, in words (N2).
        let followed: String?
        /// When it was written before and by whom it was given back, in words, the first time first.
        let earlier: [String]
        /// What the manager typed before of a reason to give it back.
        let begunReturn: String?
    }

    enum Stage: Sendable {
        case reading
        /// Recording asks once, for a note cannot be changed after (N2).
        case askingToRecord(ContactReport)
        case givingBack(ContactReport)
        /// It is on its way into the register: what is typed meanwhile is meant for no other report.
        case settling(ContactReport)

        /// What is asked about.
        var asked: ContactReport? {
            switch self {
            case .reading, .settling: nil
            case .askingToRecord(let report), .givingBack(let report): report
            }
        }
    }

    public init() {}

    public enum Action: Sendable {
        case shown
        case found(Found)
        /// It is in the audit trail that the chosen report was read, or why that is owed.
        case readingEntered(owed: String?)
        case moved(by: Int)
        case scrolled(by: Int)
        case rowPressed(Int)
        case recordChosen
        case giveBackChosen
        case typed(Key)
        case pasted(String)
        /// What was typed of a reason is to be kept.
        case reasonDue
        case reasonsKept([ContactReport.ID: String])
        case reasonsFailed(Notice)
        case confirmed
        /// The report waits no more.
        case finished(ContactReport.ID, Notice)
        /// It waits still, as far as is known.
        ///
        /// - Parameter askedAgain: of the report that words were typed to give back with.
        case unfinished(askedAgain: ContactReport?, Notice)
        case left
    }

    /// Carries what was found through an action.
    public struct Found: Sendable {
        let waiting: [Waiting]
    }

    public var title: String { "Contact reports" }
    public var about: String {
        "What staff wrote who record no notes. Enter records a report as a note; its author and time stay. r gives it "
            + "back with a reason; the author finds it at the start, every word kept."
    }
    public var identity: Identity? {
        asked.flatMap { asked in asked.customer.map { Identity($0, safetyAlert: asked.safetyAlert) } }
    }
    public var isTyping: Bool { if case .givingBack = stage { true } else { false } }
    public var onTop: Action? { .shown }
    public var onChange: Action? { .shown }

    /// The report that a question is about, or else the chosen one.
    var asked: Waiting? {
        stage.asked.map { asked in waiting.first { $0.report.id == asked.id } } ?? chosen
    }

    var chosen: Waiting? { waiting.indices.contains(selection) ? waiting[selection] : nil }

    public var bindings: [Binding<Action>] {
        switch stage {
        case .reading:
            let none = chosen == nil ? "No contact report waits." : nil
            return [
                Binding(
                    .enter, name: "Record", about: "Record the chosen report as a note.", .recordChosen,
                    unavailable: none),
                Binding(
                    .character("r"), name: "Give back", about: "Give it back to its author, with a reason.",
                    .giveBackChosen, unavailable: none),
                Binding(.escape, name: "Back", about: "Back to the start.", .left),
                Binding(.pageUp, name: "Page up", about: "Scroll its text up.", .scrolled(by: -5), hinted: false),
                Binding(
                    .pageDown, .character(" "), name: "Page down", about: "Scroll its text down.", .scrolled(by: 5),
                    hinted: false),
            ] + Binding.upAndDown("The report above.", "The report below.", Action.moved(by:))
        case .askingToRecord:
            return [
                Binding(.enter, .character("y"), name: "Record", about: "Record it for good.", .confirmed),
                Binding(.escape, .character("n"), name: "Not yet", about: "Back to the reports.", .left),
            ]
        case .givingBack(let report):
            let isEmpty = reason(of: report).text.allSatisfy(\.isWhitespace)
            return [
                Binding(
                    .enter, name: "Give back", about: "Give it back with this reason.", .confirmed,
                    unavailable: isEmpty ? "Say why: its author reads it." : nil),
                Binding(.escape, name: "Keep it", about: "Back to the reports.", .left),
            ]
        case .settling: return []
        }
    }

    public func typed(_ key: Key) -> Action? { isTyping ? .typed(key) : nil }
    public func pasted(_ text: String) -> Action? { isTyping ? .pasted(text) : nil }
    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        id == "reports" ? .rowPressed(index) : nil
    }

    public mutating func update(_ action: Action) -> Effect<Action> {
        switch action {
        case .shown: return .latest("reports") { .found(try $0.waitingReports()) }
        case .found(let found):
            return take(found.waiting)
        case .readingEntered(let owed):
            guard let owed else { return .none }
            return .notice(Notice("That this was read comes into the audit trail later. \(owed)", .failure))
        case .moved(let rows):
            selection = (selection + rows).row(of: waiting)
            offset = 0
            return enterReading()
        case .scrolled(let rows):
            offset = (offset + rows).clamped(to: 0...list.lastOffset(in: size))
        case .rowPressed(let row):
            selection = row.row(of: waiting)
            offset = 0
            return enterReading()
        // The report asked about stays the one acted on, whatever the list does meanwhile.
        case .recordChosen: if let chosen { stage = .askingToRecord(chosen.report) }
        case .giveBackChosen:
            if let chosen { stage = .givingBack(chosen.report) }
        case .typed(let key): return changeReason { _ = $0.handle(key) }
        case .pasted(let text): return changeReason { $0.insert(text) }
        case .reasonDue: return keepReasons()
        case .reasonsKept(let reasons):
            defer { hasKeepingFailed = false }
            kept.merge(reasons) { $1 }
            return hasKeepingFailed ? .notice(Notice("What you typed is kept again.", .done)) : .none
        case .reasonsFailed(let notice):
            hasKeepingFailed = true
            return .all([.notice(notice), .after(.seconds(2), "reason", .reasonDue)])
        case .confirmed: return confirm()
        case .finished(let report, let notice):
            stage = .reading
            show(waiting.filter { $0.report.id != report })
            return .all([update(.shown), .notice(notice)])
        case .unfinished(let asked, let notice):
            stage = asked.map { .givingBack($0) } ?? .reading
            return .notice(notice)
        case .left:
            guard case .reading = stage else {
                stage = .reading
                return .none
            }
            return .back
        }
        return .none
    }

    /// Takes what waits by now. A question about a report that somebody else has dealt with goes, for nobody can answer it.
    private mutating func take(_ found: [Waiting]) -> Effect<Action> {
        show(found)
        isKnown = true
        for item in waiting {
            guard let reason = item.begunReturn, reasons[item.report.id] == nil else { continue }
            reasons[item.report.id] = TextBuffer(reason, allowsNewlines: false)
            kept[item.report.id] = reason
        }
        guard let asked = stage.asked, !waiting.contains(where: { $0.report.id == asked.id }) else {
            return enterReading()
        }
        stage = .reading
        return .all([
            enterReading(),
            .notice(
                Notice("Contact report \(asked.id.rawValue) waits no more: it was recorded or given back elsewhere.")),
        ])
    }

    /// Lists these; the chosen report stays chosen, whatever comes to stand above it.
    private mutating func show(_ found: [Waiting]) {
        let before = chosen?.report.id
        waiting = found
        let place = waiting.firstIndex { $0.report.id == before }
        if place == nil { offset = 0 }
        selection = place ?? selection.row(of: waiting)
    }

    /// The text of the chosen report is on screen.
    private func enterReading() -> Effect<Action> {
        guard let report = chosen?.report else { return .none }
        return .run { services in
            .readingEntered(owed: try services.desk.recordReading(of: [report], at: services.now()))
        }
    }

    func reason(of report: ContactReport) -> TextBuffer {
        reasons[report.id] ?? TextBuffer("", allowsNewlines: false)
    }

    /// What was typed so far to give it back with; nil where that is nothing, or asked for just now.
    func begun(of report: ContactReport) -> String? {
        let text = reason(of: report).text
        guard case .reading = stage else { return nil }
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    private mutating func changeReason(_ change: (inout TextBuffer) -> Void) -> Effect<Action> {
        guard case .givingBack(let report) = stage else { return .none }
        var reason = reason(of: report)
        change(&reason)
        reasons[report.id] = reason
        return .after(NoteEditor.keptWithin, "reason", .reasonDue)
    }

    private func keepReasons() -> Effect<Action> {
        let new = reasons.mapValues(\.text).filter { $0.value != kept[$0.key, default: ""] }
        guard !new.isEmpty else { return .none }
        return .run { services in
            do {
                try services.desk.keep(returnReasons: new, at: services.now())
                return .reasonsKept(new)
            } catch {
                services.log(error)
                return .reasonsFailed(Notice(triedAgain: error))
            }
        }
    }

    private mutating func confirm() -> Effect<Action> {
        guard let report = stage.asked else { return .none }
        let asked = stage
        stage = .settling(report)
        if case .givingBack = asked { return giveBack(report, because: reason(of: report).text) }
        return settle(report) { services in
            let note = try services.desk.record(report.id, at: services.now())
            return "Contact report \(report.id.rawValue) is recorded as note \(note.rawValue)."
        }
    }

    private func giveBack(_ report: ContactReport, because reason: String) -> Effect<Action> {
        settle(report, orElseAsking: report) { services in
            try services.desk.giveBack(report.id, because: reason, as: services.newDraftID(), at: services.now())
            return "Contact report \(report.id.rawValue) is back with \(report.author)."
        }
    }

    /// Does what ends the waiting of a report.
    ///
    /// - Parameters:
    ///   - asked: the report whose giving back is asked about again where that fails.
    ///   - act: says what was done.
    private func settle(
        _ report: ContactReport, orElseAsking asked: ContactReport? = nil,
        _ act: @escaping @Sendable (Services) throws -> String
    ) -> Effect<Action> {
        .run { services in
            do {
                return .finished(report.id, Notice(try act(services), .done))
            } catch let error as NoteError {
                // It waits no more: there is nothing left to do with it.
                return .finished(report.id, Notice(error))
            } catch {
                services.log(error)
                return .unfinished(askedAgain: asked, Notice(error))
            }
        }
    }

    public mutating func resized(to size: Size) { self.size = size }
}

extension Services {
    fileprivate func waitingReports() throws -> Reports.Found {
        let waiting = try desk.waitingReports(at: now())
        let staff = try desk.staff(
            waiting.flatMap {
                [$0.report.author] + [$0.followed?.author].compactMap(\.self) + $0.earlier.compactMap(\.returned?.by)
            })
        return Reports.Found(
            waiting: waiting.map { item in
                Reports.Waiting(
                    report: item.report, customer: item.customer, safetyAlert: item.safetyAlert,
                    author: staff.title(of: item.report.author),
                    written: desk.zone.stamp(item.report.writtenAt),
                    followed: item.followed.map { FollowedNote($0, in: desk.zone, by: staff).words },
                    earlier: item.earlier.enumerated().map { words(of: $1, isFirst: $0 == 0, by: staff) },
                    begunReturn: item.begunReturn)
            })
    }

    private func words(
        of report: ContactReport, isFirst: Bool, by staff: [StaffMember.ID: StaffMember]
    ) -> String {
        let written = "\(isFirst ? "First written" : "Written again") \(desk.zone.stamp(report.writtenAt))"
        guard let returned = report.returned else { return "\(written)." }
        return "\(written); given back by \(staff.title(of: returned.by)), \(desk.zone.stamp(returned.at)): "
            + returned.reason
    }
}
