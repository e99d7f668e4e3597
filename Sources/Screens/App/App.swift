import Casework
import Terminal
import Widgets

/// The full screen: events in, pictures out. It belongs to the thread of its display.
public final class App: Face {
    private let display: any Display
    let stage: Stage
    private var theme: Theme
    private var isBlank = false
    private var frame: Frame

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

    /// Works at once and by a time that the caller lets pass, so that the same keys always lead to the same pictures.
    public convenience init(
        repeatable display: any Display, services: Services, theme: Theme, root: any Screen,
        monotonic: @escaping () -> Duration
    ) {
        self.init(
            display: display, services: services, theme: theme, root: root, worker: InlineWorker(services: services),
            monotonic: monotonic)
    }

    init(
        display: any Display, services: Services, theme: Theme, root: any Screen, worker: any EffectWorker,
        monotonic: @escaping () -> Duration
    ) {
        self.display = display
        self.theme = theme
        stage = Stage(services: services, worker: worker, monotonic: monotonic)
        frame = Frame(size: display.size)
        stage.face = self
        stage.push(root)
    }

    /// Shows and answers until the person leaves or the terminal goes away. What effects still have to do is done
    /// before it returns.
    public func run() {
        while !isOver {
            refresh()
            if let event = display.nextEvent(timeout: stage.patience) { take(event) }
            settle()
        }
        stage.finishWork()
    }

    var isOver: Bool { stage.isOver }

    // MARK: Events

    func take(_ event: InputEvent) {
        switch event {
        case .key(let key): press(key)
        case .paste(let text): if isBlank { stage.clearNotice() } else { stage.paste(text) }
        case .mouse(let mouse): take(mouse)
        case .resized: stage.isStale = true
        case .woken: break
        case .stopping:
            suspend()
            stage.isStale = true
        case .ended: stage.leave()
        }
    }

    func settle() { stage.settle() }

    func perform(_ command: GlobalCommand) { stage.perform(command) }

    private func press(_ key: Key) {
        guard isBlank else { return stage.press(key) }
        stage.clearNotice()
        isBlank = false
        stage.isStale = true
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
            case .item(let index, let id): stage.pressItem(index, in: id, at: hit.offset)
            }
        }
    }

    // MARK: Face

    func room(for level: any AnyLevel) -> Size { chrome(of: level, body: Empty()).bodySize(in: display.size) }
    func blank() { isBlank = true }
    func suspend() {
        // Nobody knows whether the program is ever continued.
        stage.keep()
        display.suspend()
    }

    // MARK: Pictures

    private func chrome(of level: any AnyLevel, body: any Widget) -> Chrome {
        let services = stage.services
        return Chrome(
            title: level.title, isPractice: services.desk.register.practice,
            who: services.desk.staff.name,
            where: services.post.workplace ?? "site not known", identity: stage.identity, notice: stage.notice,
            hints: level.notes.filter(\.isHinted) + GlobalCommand.hints, body: body)
    }

    /// Draws when something changed since the last picture.
    func refresh() {
        guard stage.isStale, !isOver else { return }
        stage.isStale = false
        let size = display.size
        let top = stage.top
        let widget: any Widget
        if isBlank {
            widget = Blank()
        } else if size.width < Self.smallest.width || size.height < Self.smallest.height {
            widget = TooSmall(size: size)
        } else {
            top.resize(to: room(for: top))
            widget = chrome(of: top, body: top.view)
        }
        frame = Frame(size: size, theme: theme, showing: widget)
        display.show(frame)
    }
}
