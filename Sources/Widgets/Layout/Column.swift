import Terminal

/// How much of a stack's length a child gets.
public enum Extent: Sendable, Equatable {
    /// What it asks for; the last ones yield when there is too little.
    case natural
    /// Exactly so many rows or columns.
    case fixed(Int)
    /// A share of what the others leave, by weight.
    case fill(Int = 1)
}

/// A widget and the length it gets in a column or row.
public struct Child: Sendable {
    public var widget: any Widget
    public var extent: Extent

    public init(_ widget: any Widget, _ extent: Extent = .natural) {
        self.widget = widget
        self.extent = extent
    }
}

extension Widget {
    /// Takes what its column or row has left.
    public func filling(_ weight: Int = 1) -> Child { Child(self, .fill(weight)) }
    /// Takes exactly so many rows of its column, or columns of its row.
    public func fixed(_ length: Int) -> Child { Child(self, .fixed(length)) }
}

/// Collects the children of a column or row; conditions leave children out.
@resultBuilder
public enum ChildBuilder {
    public static func buildExpression(_ widget: any Widget) -> [Child] { [Child(widget)] }
    public static func buildExpression(_ child: Child) -> [Child] { [child] }
    public static func buildExpression(_ children: [Child]) -> [Child] { children }
    public static func buildExpression(_ widgets: [any Widget]) -> [Child] { widgets.map { Child($0) } }
    public static func buildBlock(_ parts: [Child]...) -> [Child] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [Child]?) -> [Child] { part ?? [] }
    public static func buildEither(first part: [Child]) -> [Child] { part }
    public static func buildEither(second part: [Child]) -> [Child] { part }
    public static func buildArray(_ parts: [[Child]]) -> [Child] { parts.flatMap { $0 } }
}

/// Widgets one below another.
public struct Column: Widget {
    public var children: [Child]
    /// Blank rows between children.
    public var spacing: Int

    public init(spacing: Int = 0, @ChildBuilder _ children: () -> [Child]) {
        self.init(children(), spacing: spacing)
    }

    public init(_ widgets: any Widget...) {
        self.init(widgets.map { Child($0) })
    }

    public init(_ children: [Child], spacing: Int = 0) {
        self.children = children
        self.spacing = spacing
    }

    public func height(forWidth width: Int) -> Int {
        let heights = children.map { child in
            if case .fixed(let rows) = child.extent { rows } else { child.widget.height(forWidth: width) }
        }
        return heights.reduce(0, +) + spacing * max(0, children.count - 1)
    }

    public func draw(on canvas: Canvas, theme: Theme) {
        let room = canvas.height - spacing * max(0, children.count - 1)
        let heights = Extent.lengths(of: children, in: room) { $0.height(forWidth: canvas.width) }
        var row = 0
        for (child, height) in zip(children, heights) {
            child.widget.draw(on: canvas.part(row: row, height: height), theme: theme)
            row += height + spacing
        }
    }

    public var lines: [String] { children.flatMap(\.widget.lines) }
    public var spoken: [Spoken] { children.flatMap(\.widget.spoken) }
}

extension Extent {
    /// The lengths that `children` get in `room`: fixed ones first, then natural ones, then shares of the rest.
    static func lengths(of children: [Child], in room: Int, natural: (any Widget) -> Int) -> [Int] {
        var left = max(0, room)
        var lengths = Array(repeating: 0, count: children.count)
        func take(_ length: Int, at index: Int) {
            lengths[index] = min(max(0, length), left)
            left -= lengths[index]
        }
        for (index, child) in children.enumerated() {
            if case .fixed(let length) = child.extent { take(length, at: index) }
        }
        for (index, child) in children.enumerated() where child.extent == .natural {
            take(natural(child.widget), at: index)
        }
        var weight = children.reduce(0) { sum, child in
            if case .fill(let share) = child.extent { sum + max(0, share) } else { sum }
        }
        for (index, child) in children.enumerated() {
            guard case .fill(let share) = child.extent, weight > 0 else { continue }
            take(left * max(0, share) / weight, at: index)
            weight -= max(0, share)
        }
        return lengths
    }
}
