import Casework
import Terminal
import Widgets

/// The full screen: events in, pictures out. It belongs to the thread of its display.
public final class App: Face {
    private let display: any Display
    private let worker: any EffectWorker
    let stage: Stage
    private var theme: Theme
    /// What a hidden screen says; nil while it is not hidden.
    private var blank: Blank?
    private var frame: Frame
    /// Whether the terminal may no longer show ``frame``: at first, at another size, back from the shell.
    private var isLost = true
    private var ahead = PicturesAhead()
    /// Whether somebody did something since the last picture.
    private var isTouched = false

    /// Under this size a screen only says that it is too small.
    static let smallest = Size(width: 40, height: 12)

    /// - Parameter root: the first screen; leaving it ends the program.
    public convenience init(display: any Display, services: Services, theme: Theme, root: any Screen) {
        let clock = ContinuousClock()
        let start = clock.now
        let waker = display.waker
        services.changes.listen { waker.wake() }
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
        self.worker = worker
        stage = Stage(services: services, worker: worker, monotonic: monotonic)
        frame = Frame(size: display.size)
        stage.face = self
        display.useMouse(stage.hasMouse)
        stage.push(root)
    }

    /// Shows and answers until the person leaves or the terminal goes away. What effects still have to do is done
    /// before it returns.
    ///
    /// - Returns: what could not be done then, such as to keep what was typed last; nil where all was.
    @discardableResult public func run() -> Notice? {
        begin()
        while !isOver {
            refresh()
            respond(within: drawAhead() ? .zero : stage.patience)
            // The answer to a key is mostly there before an eye could see the picture without it: one picture, not two.
            while stage.isStale, worker.isAwaited { guard respond(within: Self.unseen) == .woken else { break } }
        }
        return stage.conclude()
    }

    private static let unseen = Duration.milliseconds(2)

    /// Shows the first picture. What the first screen asks for is there within a blink: one picture, not two.
    func begin() {
        respond(within: .milliseconds(20))
        refresh()
    }

    /// - Returns: what happened; nil when nothing did in all that time.
    @discardableResult private func respond(within patience: Duration?) -> InputEvent? {
        let event = display.nextEvent(timeout: patience)
        if let event { take(event) }
        settle()
        return event
    }

    var isOver: Bool { stage.isOver }

    // MARK: Events

    func take(_ event: InputEvent) {
        if event != .woken { isTouched = true }
        switch event {
        case .key(let key):
            let isShown = showAhead(key)
            stage.noteInput()
            press(key)
            // Before anything else happens: what follows may look like something else.
            if isShown { refresh(isAhead: true) }
        case .paste(let text, let isCut):
            stage.noteInput()
            // Text for a screen that nobody sees could go to the wrong person.
            guard blank == nil, !isTooSmall || stage.top.isTyping else { return }
            stage.paste(text)
            if isCut { stage.show(Notice("Only the beginning was pasted: the text is too long for one paste.")) }
        case .mouse(let mouse):
            stage.noteInput()
            take(mouse)
        case .resized: isLost = true
        case .woken: break
        case .stopping: suspend()
        case .ended: stage.leave()
        }
    }

    func settle() { stage.settle() }

    func perform(_ command: GlobalCommand) { stage.perform(command) }

    private func press(_ key: Key, isUsual: Bool = false) {
        guard blank != nil else {
            if isTooSmall, !isSafeUnseen(key) { return }
            return stage.press(key, isUsual: isUsual)
        }
        stage.clearNotice()
        blank = nil
        stage.isStale = true
    }

    /// Text is text where nobody sees it too, and to leave keeps it; whatever else a key does has to be seen.
    private func isSafeUnseen(_ key: Key) -> Bool {
        switch key {
        case .character, .backspace: stage.top.isTyping
        default: stage.means(key, .quit)
        }
    }

    private func take(_ mouse: Mouse) {
        switch mouse.kind {
        case .scrollUp: press(stage.top.wheel.up, isUsual: true)
        case .scrollDown: press(stage.top.wheel.down, isUsual: true)
        case .release: break
        case .press:
            if blank != nil { return press(.escape) }
            guard !isTooSmall, let hit = frame.hit(at: mouse.position) else { return }
            switch hit.target {
            case .key(let key): press(key)
            case .item(let index, let id): stage.pressItem(index, in: id, at: hit.offset, on: frame)
            }
        }
    }

    // MARK: Face

    func room(for level: any AnyLevel) -> Size { chrome(of: level).bodySize(in: display.size) }

    func blank(idle: Duration?) {
        blank = Blank(idle: idle)
        stage.isStale = true
    }

    func use(_ theme: Theme) {
        // Where the person wants no colour, there is no other theme than none.
        guard stage.services.setup.hasColour, display.depth != .none else { return }
        self.theme = theme
        stage.isStale = true
    }

    var isHeard: Bool { false }

    func useMouse(_ isOn: Bool) { display.useMouse(isOn) }

    func suspend() {
        // Nobody knows whether the program is ever continued.
        stage.keep()
        display.suspend()
        isLost = true
    }

    // MARK: Pictures

    /// What stands around a level, and nothing within.
    private func chrome(of level: any AnyLevel) -> Chrome {
        let services = stage.services
        let takesNextKey = level.takesNextKey
        let isTyping = level.isTyping
        let everywhere = GlobalCommand.allCases.filter(\.isHinted)
            .map { $0.note(stage.configuration.keys, isTyping: isTyping) }
            .filter { !takesNextKey || $0.keys.contains(where: KeyMap.isFixed) }
        return Chrome(
            title: level.title, isPractice: services.desk.register.practice,
            who: services.desk.staff.name,
            where: services.post.workplace ?? "site not known", identity: stage.identity, notice: stage.notice,
            hints: level.notes.filter(\.isHinted) + everywhere)
    }

    /// Draws when something may have changed since the last picture, and shows it when something has.
    ///
    /// - Parameter isAhead: a picture drawn ahead was shown since, which this one follows.
    func refresh(isAhead: Bool = false) {
        guard stage.isStale || isLost || isAhead, !isOver else { return }
        stage.isStale = false
        let next = picture(in: themeInForce)
        let isNews = isLost || isAhead || !next.looksLike(frame)
        if isNews { display.show(next) }
        if isNews || isTouched { ahead = PicturesAhead() }
        // Where a press falls may have changed even so.
        frame = next
        (isLost, isTouched) = (false, false)
        // A notice goes with the next key: the pictures would still have it.
        let isForeseeable = blank == nil && !isTooSmall && stage.notice == nil
        ahead.want(isForeseeable ? stage.top.keysAhead : [])
    }

    private var themeInForce: Theme { stage.services.setup.hasColour ? stage.top.theme ?? theme : theme }

    /// Draws one picture of those that may come next; whether there are more to draw.
    func drawAhead() -> Bool {
        // Work that somebody waits for has the machine to itself.
        guard !stage.isStale, !isLost, !isOver, !worker.isHurried else { return false }
        return ahead.draw { key in
            guard stage.command(of: key) == nil, let level = stage.top.after(key) else { return nil }
            return display.prepare(frame(showing: widget(of: level), of: level, in: themeInForce))
        }
    }

    /// Answers a key with the picture that was drawn for it; whether there is one. The key does the rest of its work when
    /// that is on its way.
    private func showAhead(_ key: Key) -> Bool {
        guard !stage.isStale, !isLost, let next = ahead[key] else { return false }
        display.show(next)
        return true
    }

    private var isTooSmall: Bool {
        display.size.width < Self.smallest.width || display.size.height < Self.smallest.height
    }

    /// What is to be seen just now, in a theme.
    func picture(in theme: Theme) -> Frame {
        let widget: any Widget = blank ?? (isTooSmall ? TooSmall(size: display.size) : self.widget(of: stage.top))
        return frame(showing: widget, of: stage.top, in: theme)
    }

    private func frame(showing widget: any Widget, of level: any AnyLevel, in theme: Theme) -> Frame {
        Frame(
            size: display.size, theme: theme, showing: widget, isChoosing: level.isChoosing, holding: level.held)
    }

    /// A level and what stands around it.
    private func widget(of level: any AnyLevel) -> any Widget {
        var chrome = chrome(of: level)
        // What it says of its keys may hang on its room.
        if level.resize(to: chrome.bodySize(in: display.size)) { chrome = self.chrome(of: level) }
        chrome.body = level.view
        return chrome
    }
}
