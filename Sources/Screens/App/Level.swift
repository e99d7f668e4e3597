import Terminal
import Widgets

/// A screen on the stack, its type forgotten: what the app needs of every screen.
protocol AnyLevel: AnyObject {
    var number: Int { get }
    var title: String { get }
    var about: String { get }
    var identity: Identity? { get }
    var isTyping: Bool { get }
    /// Whether the last key went through a list (``Frame/isChoosing``).
    var isChoosing: Bool { get }
    /// Where the lists stand under the mouse; empty once a key is pressed (``Terminal/Frame/firstLines``).
    var held: [String: Int] { get }
    var wheel: (up: Key, down: Key) { get }
    var takesNextKey: Bool { get }
    var theme: Theme? { get }
    var notes: [KeyNote] { get }
    var view: any Widget { get }
    var keysAhead: [Key] { get }
    var loss: String? { get }

    /// The level as it will be once `key` was pressed, apart from this one; nil where the key does nothing.
    func after(_ key: Key) -> (any AnyLevel)?
    /// - Parameter isUsual: the key stands for what it means to everybody who rebound nothing, as the wheel does for Up.
    func press(_ key: Key, isUsual: Bool) -> KeyAnswer
    /// Does what the binding at `index` of ``notes`` does.
    func perform(_ index: Int) -> KeyAnswer
    func paste(_ text: String) -> Request?
    func pressItem(_ index: Int, in id: String, at offset: Position) -> Request?
    /// Keeps the lists where `frame` has them, as far as what is chosen stays in sight.
    func hold(_ frame: Frame)
    func choose(_ index: Int, in id: String) -> Request?
    func comeOnTop() -> Request?
    /// - Parameter isHeard: the screen is said, not drawn.
    func hearOfChange(isHeard: Bool) -> Request?
    func deliver(_ action: any Sendable) -> Request?
    /// Tells the screen its room; whether it is another than before.
    @discardableResult func resize(to size: Size) -> Bool
    func configure(_ configuration: Configuration)
}

/// What a key led to.
enum KeyAnswer {
    case done(Request)
    /// The key is bound but does nothing just now, for this reason.
    case unavailable(String)
    case unknown
}

/// An effect with its action forgotten: what the app is to do for a level.
indirect enum Request {
    case none
    case work(name: String?, @Sendable (Services) throws -> any Sendable)
    case drop(String)
    case apart(@Sendable (Services) throws -> any Sendable)
    case timer(Duration, String, restarts: Bool, any Sendable)
    case open(any Screen)
    case replace(any Screen)
    case back
    case home
    case notice(Notice)
    case set(SettingChange)
    case quit
    case all([Request])
}

final class Level<S: Screen>: AnyLevel {
    let number: Int
    private(set) var screen: S
    private let codeName = S.codeName
    private var keyMap = KeyMap()
    private var room: Size?
    private(set) var isChoosing = false
    private(set) var held: [String: Int] = [:]

    init(_ screen: S, number: Int) {
        self.screen = screen
        self.number = number
    }

    var title: String { screen.title }
    var about: String { screen.about }
    var identity: Identity? { screen.identity }
    var isTyping: Bool { screen.isTyping }
    var wheel: (up: Key, down: Key) { screen.wheel }
    var takesNextKey: Bool { screen.takesNextKey }
    var theme: Theme? { screen.theme }
    var notes: [KeyNote] { screen.bindings.map { KeyNote($0, in: codeName, keyMap: keyMap) } }
    var view: any Widget { screen.view }
    var keysAhead: [Key] { screen.keysAhead }
    var loss: String? { screen.loss }

    func after(_ key: Key) -> (any AnyLevel)? {
        let next = Level(screen, number: number)
        next.keyMap = keyMap
        next.room = room
        next.isChoosing = isChoosing
        // What it asks for is not done: it is asked for again when the key is pressed.
        guard case .done = next.press(key, isUsual: false) else { return nil }
        return next
    }

    func press(_ key: Key, isUsual: Bool) -> KeyAnswer {
        held = [:]
        if screen.takesNextKey, !KeyMap.isFixed(key), let action = screen.typed(key) { return typed(key, action) }
        let isText = if case .character = key { screen.isTyping } else { false }
        if isText, let action = screen.typed(key) { return typed(key, action) }
        let map = isUsual ? KeyMap() : keyMap
        let bound = screen.bindings.filter {
            map.keys(of: BindingName($0.name, in: codeName), usual: $0.keys).contains(key)
        }
        // Of two bindings of one key, the one that works just now is meant.
        if !isText, let binding = bound.first(where: { $0.unavailable == nil }) ?? bound.first {
            if let reason = binding.unavailable { return .unavailable(reason) }
            // Whatever keys these were bound to.
            return done(binding.action, isChoosing: binding.keys.contains(where: Self.waysThroughLists.contains))
        }
        if !isText, let action = screen.typed(key) { return typed(key, action) }
        return .unknown
    }

    /// A key that means nothing in a text leaves the caret where it is.
    private func typed(_ key: Key, _ action: S.Action) -> KeyAnswer {
        done(action, isChoosing: isChoosing && !TextBuffer.edits(key))
    }

    private func done(_ action: S.Action, isChoosing: Bool) -> KeyAnswer {
        self.isChoosing = isChoosing
        return .done(update(action))
    }

    private static var waysThroughLists: [Key] { [.up, .down, .pageUp, .pageDown] }

    func perform(_ index: Int) -> KeyAnswer {
        let bindings = screen.bindings
        guard bindings.indices.contains(index) else { return .unknown }
        if let reason = bindings[index].unavailable { return .unavailable(reason) }
        return .done(update(bindings[index].action))
    }

    func paste(_ text: String) -> Request? {
        isChoosing = false
        return screen.pasted(text).map { update($0) }
    }

    func pressItem(_ index: Int, in id: String, at offset: Position) -> Request? {
        screen.pressed(index, in: id, at: offset).map { update($0) }
    }

    func hold(_ frame: Frame) { held = frame.firstLines }

    func choose(_ index: Int, in id: String) -> Request? { screen.chosen(index, in: id).map { update($0) } }

    func comeOnTop() -> Request? { screen.onTop.map { update($0) } }

    func hearOfChange(isHeard: Bool) -> Request? {
        isHeard && screen.isChangeQuiet ? nil : screen.onChange.map { update($0) }
    }

    func deliver(_ action: any Sendable) -> Request? {
        guard let action = action as? S.Action else { return nil }
        return update(action)
    }

    func resize(to size: Size) -> Bool {
        guard size != room else { return false }
        room = size
        screen.resized(to: size)
        return true
    }

    func configure(_ configuration: Configuration) {
        keyMap = configuration.keys
        screen.configured(configuration)
    }

    private func update(_ action: S.Action) -> Request { Self.request(screen.update(action)) }

    private static func request(_ effect: Effect<S.Action>) -> Request {
        switch effect {
        case .none: .none
        case .run(let work): .work(name: nil, work)
        case .latest(let name, let work): .work(name: name, work)
        case .drop(let name): .drop(name)
        case .apart(let work): .apart(work)
        case .after(let time, let name, let action): .timer(time, name, restarts: false, action)
        case .rest(let time, let name, let action): .timer(time, name, restarts: true, action)
        case .open(let screen): .open(screen)
        case .replace(let screen): .replace(screen)
        case .back: .back
        case .home: .home
        case .notice(let notice): .notice(notice)
        case .set(let change): .set(change)
        case .quit: .quit
        case .all(let effects): .all(effects.map(request))
        }
    }
}

extension Screen {
    func level(_ number: Int) -> any AnyLevel { Level(self, number: number) }
}
