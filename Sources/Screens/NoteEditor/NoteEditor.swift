import Casework
import Terminal
import Widgets

/// Writes a note: its parts as fields, the trail of the guide behind them. What is typed is kept at once.
public struct NoteEditor: Screen {
    let open: OpenRecord
    let type: NoteType
    let trail: [String]
    /// The draft that is written on; the contact that it tells of, and whom to tell by mail, go with it.
    let hand: DraftInHand
    let access: Access
    /// Whose names stay out of the note: the staff whom the record names.
    let colleagues: [StaffMember]
    /// Advice on the wording (N5).
    let advisor: AdviceMemory
    /// Why a manager gave it back, where it was a contact report before.
    let returned: ReportReturn?
    /// The note that it follows, in words (N2).
    let followed: String?
    /// Drafts of the same run, to be written after this one.
    let following: [NoteDraft.ID]
    /// As it was when the editor opened.
    let begun: NoteContent
    /// Whether it stood in the register when the editor opened.
    let isResumed: Bool
    /// Whether something was typed that is kept, or on its way there.
    private(set) var isKept = false
    /// Whether the last try to keep the draft failed.
    private var hasFailed = false
    /// Whether the person was told that leaving now loses something.
    private var hasWarnedOfLoss = false
    /// Whether it stands apart from the draft as which it began, since another window changed that one.
    private(set) var isApart = false
    var buffers: [String: TextBuffer]
    /// The part being typed in; the number of parts stands for the save line.
    var focus: Int
    var stage = Stage.writing
    /// How far what is to be saved is scrolled, where save asks.
    var offset = 0
    private(set) var size = Size(width: 80, height: 18)

    enum Stage: Sendable, Hashable {
        case writing
        /// Save asks once, for a note cannot be changed after (N2).
        case askingToSave
        case askingToDiscard
        /// Why it was given back is read whole.
        case readingReason
        case saving
    }

    /// - Parameter open: the record of the person with whom the draft began (N6).
    init(
        _ hand: DraftInHand, for open: OpenRecord, access: Access, colleagues: [StaffMember] = [],
        followed: String? = nil, following: [NoteDraft.ID] = []
    ) {
        let draft = hand.draft
        self.hand = hand
        self.open = open
        self.access = access
        self.colleagues = colleagues
        advisor = AdviceMemory(WritingCheck(colleagues: colleagues))
        self.followed = followed
        self.following = following
        type = NoteType.named(draft.content.type) ?? NoteType.other
        trail = draft.content.trail
        begun = draft.content.filled
        isResumed = hand.isKept
        returned = draft.returned
        buffers = draft.content.fields.mapValues { TextBuffer($0) }
        focus = 0
        focus = parts.firstIndex { $0.required && isEmpty($0) } ?? 0
    }

    public enum Action: Sendable {
        case typed(Key)
        case pasted(String)
        case pasteLost
        case focusMoved(by: Int)
        case partPressed(Int)
        case choiceMoved(by: Int)
        case choicePicked(Int)
        /// Enter was pressed where a choice is to be made first.
        case unchosen
        case draftDue
        case draftKept(Desk.Keeping)
        /// It is tried again until it lands.
        case draftFailed(Notice)
        case keptForLater(Desk.Keeping)
        case leaveFailed(Notice)
        /// Nothing was typed in the end.
        case abandoned
        case saveChosen
        case reasonChosen
        case scrolled(by: Int)
        case saved(Desk.Saved)
        case saveFailed(Notice)
        case mailed
        case discardChosen
        case discarded
        /// The next note of the run, or nil when there is none left to write.
        case nextBegun(NoteEditor?, Notice?)
        case confirmed
        case undone
        case redone
        case left
    }

    public var title: String { "Note: \(type.title)\(turn)" }
    public var about: String {
        "Fill in the parts; those with * must be there. Nothing typed is lost: it is kept as you type. Once saved, a "
            + "note cannot be changed. Write what you saw and heard, no opinion: the person may ask to read it."
    }
    public var identity: Identity? { open.identity }
    public var isTyping: Bool { stage == .writing && focus < parts.count && parts[focus].choices.isEmpty }

    /// All that was typed, the parts of a form that is not chosen just now too: a draft keeps it.
    var written: NoteContent {
        NoteContent(type: type.id, fields: buffers.mapValues(\.text), trail: trail).filled
    }

    /// What is saved: the parts of the form that is chosen.
    var content: NoteContent {
        var content = written
        let shown = Set(parts.map(\.name))
        content.fields = content.fields.filter { shown.contains($0.key) }
        return content
    }

    var parts: [NotePart] { type.parts(for: buffers.mapValues(\.text)) }

    func isEmpty(_ part: NotePart) -> Bool { buffers[part.name]?.text.allSatisfy(\.isWhitespace) ?? true }

    private var missing: NotePart? { parts.first { $0.required && isEmpty($0) } }

    public var keysAhead: [Key] {
        guard isTyping else { return [] }
        let buffer = buffers[parts[focus].name] ?? TextBuffer()
        return LikelyKeys.letters(after: buffer.caret > 0 ? buffer.characters[buffer.caret - 1] : nil)
    }

    public func typed(_ key: Key) -> Action? {
        guard stage == .writing else { return nil }
        if focus == parts.count || !parts[focus].choices.isEmpty {
            switch key {
            case .up where focus == parts.count: return .focusMoved(by: -1)
            case .up, .left: return .choiceMoved(by: -1)
            case .down, .right, .character(" "): return .choiceMoved(by: 1)
            case .enter where focus < parts.count: return isEmpty(parts[focus]) ? .unchosen : .focusMoved(by: 1)
            case .character(let digit):
                guard let number = digit.wholeNumberValue, number > 0 else { return nil }
                return .choicePicked(number - 1)
            default: return nil
            }
        }
        return .typed(key)
    }

    public func pasted(_ text: String) -> Action? { isTyping ? .pasted(text) : .pasteLost }

    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? {
        if id == "parts" { return .partPressed(index) }
        if id == "choices" { return .choicePicked(index) }
        if id == "reason" { return .reasonChosen }
        return id == "save" ? .saveChosen : nil
    }

    public var loss: String? { hasFailed ? "What was typed last into the note is not kept." : nil }

    public mutating func update(_ action: Action) -> Effect<Action> {
        if action.changesNote { hasWarnedOfLoss = false }
        switch action {
        case .typed(let key): return type(key)
        case .pasted(let text):
            buffers[parts[focus].name, default: TextBuffer()].insert(text)
            return keep
        case .pasteLost:
            return .notice(Notice("Nothing was pasted: text goes into a part that you write in. Go there first."))
        case .focusMoved(let step):
            focus = (focus + step + parts.count + 1) % (parts.count + 1)
            return .none
        case .partPressed(let index):
            focus = min(max(0, index), parts.count)
            return .none
        case .choiceMoved(let step):
            guard focus < parts.count else { return .none }
            let part = parts[focus]
            let place = part.choices.firstIndex(of: buffers[part.name]?.text ?? "") ?? (step > 0 ? -1 : 0)
            let next = part.choices[(place + step + part.choices.count) % part.choices.count]
            buffers[part.name] = TextBuffer(next)
            return keep
        case .choicePicked(let index):
            guard focus < parts.count, parts[focus].choices.indices.contains(index) else { return .none }
            buffers[parts[focus].name] = TextBuffer(parts[focus].choices[index])
            return keep
        case .unchosen: return .notice(Notice("Nothing is chosen yet: a digit, Up or Down chooses."))
        case .draftDue:
            isKept = true
            return save(then: Action.draftKept) { .draftFailed($0) }
        case .draftKept(let keeping):
            defer { (hasFailed, hasWarnedOfLoss) = (false, false) }
            if keeping == .apart {
                isApart = true
                return .notice(apartNotice)
            }
            return hasFailed ? .notice(Notice("What you typed is kept again.", .done)) : .none
        case .draftFailed(let notice): return tryAgain(after: notice)
        case .keptForLater(let keeping): return .all([.back, .notice(notice(of: keeping))])
        case .leaveFailed(let notice):
            (stage, hasWarnedOfLoss) = (.writing, true)
            return tryAgain(after: notice)
        case .abandoned: return .back
        case .saveChosen:
            if let missing, let place = parts.firstIndex(of: missing) {
                focus = place
                return .notice(Notice("\(missing.label) is still empty: a \(type.title.lowercased()) note needs it."))
            }
            stage = .askingToSave
            offset = 0
            return .none
        case .reasonChosen:
            guard returned != nil else { return .none }
            stage = .readingReason
            offset = 0
            return .none
        case .scrolled(let rows):
            offset = (offset + rows).clamped(to: 0...Scroll(boxed, offset: offset).lastOffset(in: boxedSize))
            return .none
        case .discardChosen:
            stage = .askingToDiscard
            return .none
        case .confirmed: return confirm()
        case .saved(let saved):
            switch saved {
            case .note(let id):
                return .all([onward, .notice(Notice("Note \(id.rawValue) is saved.\(mailKept)", .done)), mail])
            case .report(let id):
                return .all([
                    onward,
                    .notice(
                        Notice(
                            "Contact report \(id.rawValue) is saved and waits for a manager to record it.\(mailKept)",
                            .done)),
                    mail,
                ])
            }
        case .saveFailed(let notice):
            stage = .writing
            return .all([keep, .notice(notice)])
        case .mailed: return .none
        case .discarded: return .all([onward, .notice(Notice("The draft was thrown away."))])
        case .nextBegun(let next, let notice):
            return .all([next.map { .replace($0) } ?? .back, notice.map { .notice($0) } ?? .none])
        case .undone, .redone:
            guard focus < parts.count else { return .none }
            let name = parts[focus].name
            if case .undone = action { buffers[name]?.undo() } else { buffers[name]?.redo() }
            return keep
        case .left:
            guard stage == .writing else {
                stage = .writing
                return .none
            }
            return leave()
        }
    }

    private mutating func tryAgain(after notice: Notice) -> Effect<Action> {
        hasFailed = true
        // A try that fails once more must not hide what leaving would lose.
        let notice = hasWarnedOfLoss ? notice.warningOfLossByEscape : notice
        return .all([.notice(notice), .after(.seconds(2), "draft", .draftDue)])
    }

    /// Leaves nothing behind where nothing was typed and no guide stands behind it. Where it cannot be kept that is said,
    /// and whoever leaves again leaves without.
    private mutating func leave() -> Effect<Action> {
        let isUntouched = written == begun
        if hasWarnedOfLoss || isUntouched && trail.isEmpty && !isKept { return .back }
        // The text stays on screen until it stands on disk.
        let effect =
            isUntouched && !isResumed
            ? discard(then: .abandoned) { .leaveFailed($0) } : save(then: Action.keptForLater) { .leaveFailed($0) }
        stage = .saving
        return effect
    }

    private mutating func type(_ key: Key) -> Effect<Action> {
        guard focus < parts.count else { return .none }
        let name = parts[focus].name
        var buffer = buffers[name] ?? TextBuffer()
        let before = buffer
        guard buffer.handle(key, wrapWidth: TextArea.wrapWidth(forWidth: editorWidth), page: max(2, size.height / 3))
        else { return .none }
        buffers[name] = buffer
        if before == buffer, key == .down || key == .up {
            // At the edge of a part the arrows go on to its neighbour.
            return update(.focusMoved(by: key == .down ? 1 : focus > 0 ? -1 : 0))
        }
        return before.text == buffer.text ? .none : keep
    }

    private mutating func confirm() -> Effect<Action> {
        let (content, hand) = (content, hand)
        let isDiscard = stage == .askingToDiscard
        stage = .saving
        if isDiscard { return discard(then: .discarded) { .saveFailed($0) } }
        return .run { services in
            do {
                return .saved(try services.desk.save(content, of: hand, at: services.now()))
            } catch {
                services.log(error)
                return .saveFailed(Notice(unsavedNote: error))
            }
        }
    }

    /// Hands over the mails that were kept with the note; the note does not wait for it, and a failure is said.
    private var mail: Effect<Action> {
        guard hand.draft.notify != nil else { return .none }
        return .apart { services in
            _ = try services.mail?.send(true)
            return .mailed
        }
    }

    /// Keeps the draft soon after the first key that is not kept yet.
    private var keep: Effect<Action> { .after(Self.keptWithin, "draft", .draftDue) }

    /// So long after a key what was typed is written, so that it stands on disk within 300 ms.
    static let keptWithin = Duration.milliseconds(150)

    public mutating func resized(to size: Size) { self.size = size }

    var editorWidth: Int { size.width >= 120 ? size.width * 2 / 3 - 1 : size.width }
}
