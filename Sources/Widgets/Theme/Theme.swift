import Terminal

/// A style for every role.
public struct Theme: Sendable, Equatable {
    public var name: String
    public let isDark: Bool
    /// What lies behind everything; nil leaves the terminal's own.
    public let ground: Colour?
    private let styles: [Role: Style]

    /// A role without a background of its own gets the ground, so that its contrast is known in any terminal.
    /// A role that is missing looks like `text`.
    public init(name: String, isDark: Bool, ground: Colour?, styles: [Role: Style]) {
        self.name = name
        self.isDark = isDark
        self.ground = ground
        self.styles = styles.mapValues { style in
            var style = style
            style.background = style.background ?? ground
            return style
        }
    }

    public func style(_ role: Role) -> Style {
        styles[role] ?? styles[.text] ?? .plain
    }

    /// No colour at all: weight, underline and reverse tell the roles apart. It works on every terminal.
    public static let plain = Theme(
        name: "plain", isDark: true, ground: nil,
        styles: [
            .text: .plain,
            .dim: .plain,
            .heading: Style(attributes: .bold),
            .accent: Style(attributes: .bold),
            .border: .plain,
            .selected: Style(attributes: .reverse),
            .field: Style(attributes: .underline),
            .fieldFocused: Style(attributes: [.underline, .bold]),
            .placeholder: Style(attributes: .dim),
            .hint: .plain,
            .hintKey: Style(attributes: .bold),
            .hintUnavailable: Style(attributes: .dim),
            .identity: Style(attributes: [.reverse, .bold]),
            .practice: Style(attributes: .reverse),
            .danger: Style(attributes: [.reverse, .bold]),
            .caution: Style(attributes: [.reverse, .bold]),
            .good: Style(attributes: .reverse),
            .info: Style(attributes: .reverse),
            .error: Style(attributes: .bold),
            .warning: Style(attributes: .bold),
            .success: Style(attributes: .bold),
        ])
}
