import Terminal
import Widgets

/// One screen: a value that is changed by actions, and from which a picture follows.
public protocol Screen: Sendable {
    associatedtype Action: Sendable

    /// What the screen is called in the strip above it.
    var title: String { get }
    /// What the screen is for, in a sentence, for help.
    var about: String { get }
    /// Whose record is open; it stands on every screen of a record.
    var identity: Identity? { get }
    var bindings: [Binding<Action>] { get }
    /// Whether printable keys are text just now, so that no binding takes them.
    var isTyping: Bool { get }
    /// Whether the next key goes to ``typed(_:)``, whatever it is bound to, save those that mean the same everywhere.
    var takesNextKey: Bool { get }
    /// The theme that everything is shown in while this screen is on top; nil for the one in force.
    var theme: Theme? { get }
    /// What a key means that no binding takes.
    func typed(_ key: Key) -> Action?
    func pasted(_ text: String) -> Action?
    /// What a press of the mouse on an item of a widget means.
    func pressed(_ index: Int, in id: String, at offset: Position) -> Action?
    /// What naming an item means in the linear face; where a press only selects at first, naming goes on at once.
    func chosen(_ index: Int, in id: String) -> Action?
    /// The keys that a turn of the mouse's wheel stands for.
    var wheel: (up: Key, down: Key) { get }
    /// Keys that likely come next and whose answer the screen knows already, the likeliest first: their pictures are drawn
    /// while nobody types. For each, ``update(_:)`` must say all that the picture will show, and the same for as long as
    /// the screen looks the same and names the key.
    var keysAhead: [Key] { get }
    /// What to do when the screen comes on top, the first time and again; nil for nothing.
    var onTop: Action? { get }
    /// What to do when another program wrote to the register while the screen is on top; nil for nothing. It must write
    /// nothing itself: two windows would never come to rest.
    var onChange: Action? { get }
    /// Whether ``onChange`` is no news that somebody who hears the screens should be interrupted for.
    var isChangeQuiet: Bool { get }
    /// What would be lost of the screen if the program ended now, since it could not be kept: a sentence; nil for nothing.
    var loss: String? { get }
    /// Changes the screen. Touches no file, clock or database.
    mutating func update(_ action: Action) -> Effect<Action>
    /// The room that ``view`` will get, in columns and rows.
    mutating func resized(to size: Size)
    /// How the program is set up, told when the screen opens and at each change.
    mutating func configured(_ configuration: Configuration)
    var view: any Widget { get }
}

extension Screen {
    public var identity: Identity? { nil }
    public var isTyping: Bool { false }
    public var takesNextKey: Bool { false }
    public var theme: Theme? { nil }
    public func typed(_ key: Key) -> Action? { nil }
    public func pasted(_ text: String) -> Action? { nil }
    public func pressed(_ index: Int, in id: String, at offset: Position) -> Action? { nil }
    public func chosen(_ index: Int, in id: String) -> Action? { pressed(index, in: id, at: .zero) }
    public var wheel: (up: Key, down: Key) { (.up, .down) }
    public var keysAhead: [Key] { [] }
    public var onTop: Action? { nil }
    public var onChange: Action? { nil }
    public var isChangeQuiet: Bool { false }
    public var loss: String? { nil }
    public mutating func resized(to size: Size) {}
    public mutating func configured(_ configuration: Configuration) {}
}
