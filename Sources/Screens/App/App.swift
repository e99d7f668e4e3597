import Casework
import Terminal
import Widgets

/// Runs the screens: events in, pictures out. It belongs to the thread of its display.
public final class App {
    private let display: any Display
    private let services: Services
    private let worker: any EffectWorker
    private let monotonic: () -> Duration
    private var theme: Theme
    private var levels: [any AnyLevel] = []
    private var made = 0
    private var timers: [Timer] = []
    private var notice: Notice?
    private var isBlank = false
    private(set) var isOver = false
    private var isStale = true
    private var frame: Frame

    private struct Timer {
        let due: Duration
        let level: Int
        let name: String
        let action: any Sendable
    }

    /// Under this size a screen only says that it is too small.
    static let smallest = Size(width: 40, height: 12)

    /// - Parameter root: the first screen; leaving it ends the program.
    public convenience init(display: any Display, services: Services, theme: Theme, root: any Screen) {
        let clock = ContinuousClock()
        let start = clock.now
        let waker = display.waker
        self.init(
            display: display, services: services, theme: theme, root: root,
            worker: BackgroundWorker(services: services) { waker.wake() }, monotonic: { clock.now - start })
    }

    init(
        display: any Display, services: Services, theme: Theme, root: any Screen, worker: any EffectWorker,
        monotonic: @escaping () -> Duration
    ) {
        self.display = display
        self.services = services
        self.theme = theme
        self.worker = worker
        self.monotonic = monotonic
        frame = Frame(size: display.size)
        push(root)
    }

    /// Shows and answers until the person leaves or the terminal goes away. What effects still have to do is done
    /// before it returns.
    public func run() {
        while !isOver {
            refresh()
            let wait = timers.map(\.due).min().map { max(.zero, $0 - monotonic()) }
            if let event = display.nextEvent(timeout: wait) { take(event) }
            settle()
        }
        worker.finish()
    }

    // MARK: Events

    func take(_ event: InputEvent) {
        switch event {
        case .key(let key): press(key)
        case .paste(let text):
            clearNotice()
            if !isBlank { carryOut(top.paste(text), for: top.number) }
        case .mouse(let mouse): take(mouse)
        case .resized: isStale = true
        case .woken: break
        case .ended: leave()
        }
    }

    /// Takes the answers of effects and fires the timers that are due.
    func settle() {
        for delivery in worker.deliveries() {
            switch delivery.result {
            case .success(let action):
                guard let level = levels.first(where: { $0.number == delivery.level }) else { continue }
                carryOut(level.deliver(action), for: level.number)
            case .failure(let error): show(Notice(error))
            }
            isStale = true
        }
        let now = monotonic()
        let due = timers.filter { $0.due <= now }
        guard !due.isEmpty else { return }
        timers.removeAll { $0.due <= now }
        for timer in due {
            guard let level = levels.first(where: { $0.number == timer.level }) else { continue }
            carryOut(level.deliver(timer.action), for: level.number)
            isStale = true
        }
    }

    private var top: any AnyLevel { levels[levels.count - 1] }

    private func press(_ key: Key) {
        clearNotice()
        if isBlank {
            isBlank = false
            isStale = true
            return
        }
        if let command = GlobalCommand.allCases.first(where: { $0.answers(key, isTyping: top.isTyping) }) {
            perform(command)
            return
        }
        answer(top.press(key), for: top.number)
    }

    private func answer(_ answer: KeyAnswer, for level: Int) {
        switch answer {
        case .done(let request): carryOut(request, for: level)
        case .unavailable(let reason): show(Notice(reason))
        case .unknown: break
        }
    }

    private func take(_ mouse: Mouse) {
        switch mouse.kind {
        case .scrollUp: press(.up)
        case .scrollDown: press(.down)
        case .release: break
        case .press:
            if isBlank { return press(.escape) }
            guard let hit = frame.hit(at: mouse.position) else { return }
            switch hit.target {
            case .key(let key): press(key)
            case .item(let index, let id):
                clearNotice()
                carryOut(top.pressItem(index, in: id, at: hit.offset), for: top.number)
            }
        }
    }

    func perform(_ command: GlobalCommand) {
        isStale = true
        switch command {
        case .help:
            guard !(top is Level<Help>) else { return }
            push(Help(of: top.title, about: top.about, keys: top.notes))
        case .palette:
            guard !(top is Level<Palette>) else { return }
            push(Palette(commands: top.notes))
        case .emergency:
            guard !(levels.contains { ($0 as? Level<Guide>)?.screen.isEmergency ?? false }) else { return }
            do {
                push(try services.emergency())
            } catch {
                show(Notice(error))
            }
        case .blank: isBlank = true
        case .suspend: display.suspend()
        case .quit: carryOut(.quit, for: top.number)
        }
    }

    // MARK: Requests

    private func carryOut(_ request: Request?, for level: Int) {
        guard let request else { return }
        isStale = true
        switch request {
        case .none: break
        case .work(let name, let work): worker.submit(Job(level: level, name: name, work: work))
        case .apart(let work): worker.submit(Job(level: level, name: nil, isApart: true, work: work))
        case .timer(let time, let name, let restarts, let action):
            let waiting = timers.firstIndex { $0.level == level && $0.name == name }
            if let waiting {
                guard restarts else { return }
                timers.remove(at: waiting)
            }
            timers.append(Timer(due: monotonic() + time, level: level, name: name, action: action))
        case .open(let screen): push(screen)
        case .replace(let screen):
            remove(level)
            push(screen)
        case .back:
            remove(level)
            if levels.isEmpty { isOver = true } else { carryOut(top.comeOnTop(), for: top.number) }
        case .home:
            for above in levels.dropFirst().map(\.number) { remove(above) }
            carryOut(top.comeOnTop(), for: top.number)
        case .notice(let notice): show(notice)
        case .quit: leave()
        case .all(let requests): for one in requests { carryOut(one, for: level) }
        }
        if let chosen = (top as? Level<Palette>)?.screen.choice { finishPalette(chosen) }
    }

    /// Leaves the palette and does what was chosen in it.
    private func finishPalette(_ choice: Palette.Choice) {
        remove(top.number)
        switch choice {
        case .key(let index): answer(top.perform(index), for: top.number)
        case .global(let command): perform(command)
        case .screen(let screen): push(screen)
        }
    }

    private func push(_ screen: any Screen) {
        made += 1
        let level = screen.level(made)
        levels.append(level)
        level.resize(to: bodySize(of: level))
        isStale = true
        carryOut(level.comeOnTop(), for: made)
    }

    private func remove(_ number: Int) {
        finishWaiting(of: number)
        levels.removeAll { $0.number == number }
        isStale = true
    }

    /// Does now what a level still waits to have done: what was typed is saved before its screen goes.
    private func finishWaiting(of number: Int) {
        for timer in timers where timer.level == number {
            if let level = levels.first(where: { $0.number == number }),
                case .work(let name, let work) = level.deliver(timer.action)
            {
                worker.submit(Job(level: number, name: name, work: work))
            }
        }
        timers.removeAll { $0.level == number }
    }

    private func leave() {
        for level in levels { finishWaiting(of: level.number) }
        isOver = true
    }

    private func show(_ notice: Notice) {
        self.notice = notice
        isStale = true
    }

    private func clearNotice() {
        if notice != nil { isStale = true }
        notice = nil
    }

    // MARK: Pictures

    /// Help and palette stand over a record too: whose it is stays in sight.
    private var identity: Identity? { levels.last { $0.identity != nil }?.identity }

    private func bodySize(of level: any AnyLevel) -> Size {
        let size = display.size
        return chrome(of: level, body: Empty()).bodySize(in: size)
    }

    private func chrome(of level: any AnyLevel, body: any Widget) -> Chrome {
        Chrome(
            title: level.title, isPractice: services.desk.register.practice,
            who: services.desk.staff.name,
            where: services.post.workplace ?? "site not known", identity: identity, notice: notice,
            hints: level.notes.filter(\.isHinted) + GlobalCommand.hints, body: body)
    }

    /// Draws when something changed since the last picture.
    func refresh() {
        guard isStale else { return }
        isStale = false
        let size = display.size
        let widget: any Widget
        if isBlank {
            widget = Blank()
        } else if size.width < Self.smallest.width || size.height < Self.smallest.height {
            widget = TooSmall(size: size)
        } else {
            top.resize(to: bodySize(of: top))
            widget = chrome(of: top, body: top.view)
        }
        frame = Frame(size: size, theme: theme, showing: widget)
        display.show(frame)
    }
}
