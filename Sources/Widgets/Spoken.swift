/// A line that a widget says, and what a person can do with it.
public struct Spoken: Sendable, Equatable {
    /// Safe to print as it is.
    public var text: String
    /// What naming the line chooses, as a press of the mouse would; nil for a line that is only read.
    public var choice: Choice?
    /// The kind of text that the line's field takes just now; nil for a line that takes none.
    public var entry: Entry?

    /// Whether it may change and no other line then means another thing, as the span that a picture shows of a list that
    /// is said whole.
    public var standsAlone: Bool

    public struct Choice: Sendable, Hashable {
        public let index: Int
        /// The widget's name to the mouse.
        public let id: String
        public let isSelected: Bool
    }

    public enum Entry: Sendable, Hashable {
        case line
        /// Of many lines.
        case text(isEmpty: Bool)
    }

    public init(_ text: String, choice: Choice? = nil, entry: Entry? = nil, standsAlone: Bool = false) {
        self.text = text
        self.choice = choice
        self.entry = entry
        self.standsAlone = standsAlone
    }

    /// A line that chooses item `index` of the widget called `id`.
    public init(_ text: String, choosing index: Int, in id: String, isSelected: Bool = false) {
        self.init(text, choice: Choice(index: index, id: id, isSelected: isSelected))
    }
}
