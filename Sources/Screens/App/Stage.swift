import Casework
import Terminal
import Widgets

/// What every face runs on: the screens on top of each other, the work that they asked for, their timers, and what
/// there is to tell. It belongs to the thread of its face.
final class Stage {
    let services: Services
    weak var face: (any Face)?
    private let worker: any EffectWorker
    private let monotonic: () -> Duration
    private(set) var levels: [any AnyLevel] = []
    private(set) var notice: Notice?
    private(set) var isOver = false
    /// How the program is set up just now.
    private(set) var configuration: Configuration
    private(set) var hasMouse: Bool
    /// When the person last did something; nil while nothing is left to hide.
    private var lastInput: Duration?
    /// Whether something may have changed since the face last showed the screen; the face takes it back.
    var isStale = true
    private var made = 0
    private var workingSince: Duration?
    /// Whether the person was told that leaving now loses something.
    private var hasWarnedOfLoss = false
    private var isLeaving = false
    private var timers = Timers()
    /// When what is owed to the audit trail is tried again; nil while nothing is.
    private var owedDue: Duration?

    init(services: Services, worker: any EffectWorker, monotonic: @escaping () -> Duration) {
        self.services = services
        self.worker = worker
        self.monotonic = monotonic
        configuration = services.setup.configuration
        hasMouse = configuration.mouse
        lastInput = monotonic()
        notice = services.setup.notice
    }

    var top: any AnyLevel { levels[levels.count - 1] }

    /// Help and palette stand over a record too: whose it is stays in sight.
    var identity: Identity? { levels.last { $0.identity != nil }?.identity }

    /// The time until the next timer is due, what is owed is tried again, the screen is to be hidden, or slow work is
    /// worth a word; nil when nothing is waited for.
    var patience: Duration? {
        let word = notice == nil ? workingSince.map { $0 + Self.silence } : nil
        let due = [timers.nextDue, owedDue, blankingDue, word].compactMap(\.self).min()
        return due.map { max(.zero, $0 - monotonic()) }
    }

    /// Work that takes longer than this is said, so that nobody takes a busy register for a frozen screen.
    private static let silence = Duration.seconds(1)
    static let busy = Notice("The register is slow to answer: what you asked for comes as soon as it does.")

    private var blankingDue: Duration? {
        guard let lastInput, let span = configuration.blanking.duration else { return nil }
        return lastInput + span
    }

    // MARK: What the person does

    /// Somebody is there: the time until the screen is hidden begins anew.
    func noteInput() { lastInput = monotonic() }

    /// - Parameter isUsual: the key stands for what it means to everybody who rebound nothing.
    func press(_ key: Key, isUsual: Bool = false) {
        clearNotice()
        let command = command(of: key, isUsual: isUsual)
        if command != .quit { hasWarnedOfLoss = false }
        if let command { return perform(command) }
        answer(top.press(key, isUsual: isUsual), for: top.number)
    }

    /// Whether a key asks for a command that there is on every screen.
    func means(_ key: Key, _ command: GlobalCommand) -> Bool { self.command(of: key) == command }

    /// The command of every screen that a key stands for just now; nil where the key is the screen's own.
    func command(of key: Key, isUsual: Bool = false) -> GlobalCommand? {
        if top.takesNextKey, !KeyMap.isFixed(key) { return nil }
        let map = isUsual ? KeyMap() : configuration.keys
        let isTyping = top.isTyping
        return GlobalCommand.allCases.first { $0.answers(key, isTyping: isTyping, keyMap: map) }
    }

    func paste(_ text: String) {
        clearNotice()
        carryOut(top.paste(text), for: top.number)
    }

    /// - Parameter frame: the picture that was pressed on.
    func pressItem(_ index: Int, in id: String, at offset: Position, on frame: Frame) {
        clearNotice()
        top.hold(frame)
        carryOut(top.pressItem(index, in: id, at: offset), for: top.number)
    }

    /// Does what naming an item means.
    func choose(_ index: Int, in id: String) {
        clearNotice()
        carryOut(top.choose(index, in: id), for: top.number)
    }

    /// Does what the binding at `index` of the top screen's notes does.
    func perform(_ index: Int) {
        clearNotice()
        answer(top.perform(index), for: top.number)
    }

    /// Saves what still waits to be saved, and returns once that is done or has failed.
    func keep() {
        for level in levels { finishWaiting(of: level.number) }
        finishWork()
    }

    /// Saves what still waits to be saved, and ends.
    func leave() {
        end()
        for level in levels { finishWaiting(of: level.number) }
    }

    /// From now on only what fails yet is told: what was said before was seen.
    private func end() {
        clearNotice()
        isOver = true
    }

    /// Saves what still waits to be saved, and ends once that is done: the screen goes on until then.
    func quit() {
        for level in levels { finishWaiting(of: level.number) }
        isLeaving = true
    }

    /// Ends, but where something could not be saved it is said first, and only a second time ends.
    private func concludeLeaving() {
        isLeaving = false
        guard let notice, notice.tone == .failure, !hasWarnedOfLoss else { return leave() }
        hasWarnedOfLoss = true
        show(notice)
    }

    func show(_ notice: Notice) {
        // A try that fails once more must not hide what leaving would lose.
        self.notice = hasWarnedOfLoss && !isOver && notice.tone == .failure ? notice.warningOfLoss : notice
        isStale = true
    }

    func fail(_ error: any Error) {
        services.log(error)
        show(Notice(error))
    }

    func clearNotice() {
        if notice != nil { isStale = true }
        notice = nil
    }

    func answer(_ answer: KeyAnswer, for level: Int) {
        switch answer {
        case .done(let request): carryOut(request, for: level)
        case .unavailable(let reason): show(Notice(reason))
        case .unknown: break
        }
    }

    // MARK: Work and time

    /// Takes the answers of effects, fires the timers that are due, and hears what others wrote. False when there was
    /// nothing of it.
    @discardableResult func settle() -> Bool {
        // Asked before the answers are taken, for none may come between.
        let isDone = !worker.isWorking
        let deliveries = worker.deliveries()
        for delivery in deliveries {
            switch delivery.result {
            case .success(let action):
                guard let level = levels.first(where: { $0.number == delivery.level }) else { continue }
                carryOut(level.deliver(action), for: level.number)
            case .failure(let error): fail(error)
            }
            isStale = true
        }
        let now = monotonic()
        let due = timers.take(where: { $0.due <= now })
        for timer in due {
            guard let level = levels.first(where: { $0.number == timer.level }) else { continue }
            carryOut(level.deliver(timer.action), for: level.number)
            isStale = true
        }
        let isTried = settleAudit(at: now)
        let isChanged = services.changes.take()
        // Whoever has just left the first screen has none on top.
        if isChanged, let top = levels.last {
            carryOut(top.hearOfChange(isHeard: face?.isHeard ?? false), for: top.number)
        }
        sayWhetherBusy(at: now)
        if isLeaving, isDone { concludeLeaving() }
        hideWhenIdle(at: now)
        return !deliveries.isEmpty || !due.isEmpty || isTried || isChanged
    }

    /// Every two seconds tries again to write what is owed to the audit trail. Once it is written, the screens that said
    /// that nothing can be saved read anew. Whether it was tried just now.
    private func settleAudit(at now: Duration) -> Bool {
        guard services.desk.owesAudit else {
            if owedDue != nil { services.changes.tell() }
            owedDue = nil
            return false
        }
        let isDue = owedDue.map { $0 <= now } ?? false
        if isDue {
            // No screen asked for it, and none gets an answer.
            worker.submit(Job(level: 0, name: "audit") { $0.desk.settleAudit(waiting: .momentary) != nil })
        }
        if isDue || owedDue == nil { owedDue = now + .seconds(2) }
        return isDue
    }

    private func sayWhetherBusy(at now: Duration) {
        guard worker.isWorking else {
            workingSince = nil
            if notice == Self.busy { clearNotice() }
            return
        }
        let since = workingSince ?? now
        workingSince = since
        if notice == nil, now - since >= Self.silence { show(Self.busy) }
    }

    private func hideWhenIdle(at now: Duration) {
        guard let due = blankingDue, due <= now, let span = configuration.blanking.duration else { return }
        lastInput = nil
        face?.blank(idle: span)
    }

    /// Returns when the work asked for so far is done; its answers still wait for ``settle()``.
    func finishWork() { worker.finish() }

    /// Finishes all work once the end has come.
    ///
    /// - Returns: what failed of it; nil where nothing did.
    func conclude() -> Notice? {
        repeat { finishWork() } while settle()
        return notice.flatMap { $0.tone == .failure ? $0 : nil }
    }

    // MARK: Requests

    func push(_ screen: any Screen) {
        place(screen, at: levels.count)
        carryOut(top.comeOnTop(), for: top.number)
    }

    private func place(_ screen: any Screen, at index: Int) {
        made += 1
        let level = screen.level(made)
        levels.insert(level, at: index)
        level.configure(configuration)
        if let face { level.resize(to: face.room(for: level)) }
        isStale = true
    }

    /// Puts a screen in a level's place. Where the level is covered by now, what covers it stays: nothing comes over the
    /// steps of an emergency.
    private func replace(_ number: Int, by screen: any Screen) {
        guard top.number != number else {
            remove(number)
            return push(screen)
        }
        guard let index = levels.firstIndex(where: { $0.number == number }) else { return }
        remove(number)
        place(screen, at: index)
    }

    private func carryOut(_ request: Request?, for level: Int) {
        guard let request else { return }
        isStale = true
        switch request {
        case .none: break
        case .work(let name, let work): worker.submit(Job(level: level, name: name, work: work))
        case .drop(let name): worker.drop(name, of: level)
        case .apart(let work): worker.submit(Job(level: level, name: nil, isApart: true, work: work))
        case .timer(let time, let name, let restarts, let action):
            timers.set(
                Timers.Timer(due: monotonic() + time, level: level, name: name, action: action), restarts: restarts)
        case .open(let screen):
            // A screen that is covered by now asked twice, or too late: what it opens would come as a surprise.
            if top.number == level { push(screen) }
        case .replace(let screen): replace(level, by: screen)
        case .back:
            remove(level)
            if levels.isEmpty { end() } else { carryOut(top.comeOnTop(), for: top.number) }
        case .home:
            for above in levels.dropFirst().map(\.number) { remove(above) }
            carryOut(top.comeOnTop(), for: top.number)
        case .notice(let notice): show(isOver ? atTheEnd(notice, of: level) : notice)
        case .set(let change): set(change, for: level)
        case .quit: quit()
        case .all(let requests): for one in requests { carryOut(one, for: level) }
        }
        if let chosen = (levels.last as? Level<Palette>)?.screen.choice { finishPalette(chosen) }
    }

    private func atTheEnd(_ notice: Notice, of number: Int) -> Notice {
        guard notice.tone == .failure, let loss = levels.first(where: { $0.number == number })?.loss else {
            return notice
        }
        return notice.atTheEnd(loss)
    }

    func useMouse(_ isOn: Bool) {
        hasMouse = isOn
        face?.useMouse(isOn)
    }

    private func set(_ change: SettingChange, for level: Int) {
        configuration.apply(change)
        for level in levels { level.configure(configuration) }
        switch change {
        case .theme(let theme): face?.use(theme)
        case .mouse(let isOn): useMouse(isOn)
        case .blanking, .site, .keys: break
        }
        worker.submit(Job(level: level, name: nil) { try $0.setup.keep(change) })
    }

    func remove(_ number: Int) {
        finishWaiting(of: number)
        levels.removeAll { $0.number == number }
        isStale = true
    }

    /// Does now what a level still waits to have done: what was typed is saved before its screen goes.
    private func finishWaiting(of number: Int) {
        for timer in timers.take(where: { $0.level == number }) {
            if let level = levels.first(where: { $0.number == number }),
                case .work(let name, let work) = level.deliver(timer.action)
            {
                worker.submit(Job(level: number, name: name, work: work))
            }
        }
    }
}
