import Terminal
import Widgets

/// How a person wants the program: what `config.yaml` says, and what holds where it says nothing.
public struct Configuration: Sendable, Equatable {
    /// The name of the theme.
    public var theme = Self.usualTheme
    public var blanking = Blanking.minutes(5)
    /// Whether presses of the mouse reach the program; the terminal selects text with them otherwise.
    public var mouse = true
    public var keys = KeyMap()
    /// The mail program by its whole path, and the arguments that stand before the program's own; none for no mail.
    public var sendmail: [String] = []
    /// Where the person works, when it is not the site that the register has for them.
    public var site: String?

    public static let usualTheme = "dark"

    public init() {}

    public mutating func apply(_ change: SettingChange) {
        switch change {
        case .theme(let theme): self.theme = theme.name
        case .blanking(let blanking): self.blanking = blanking
        case .mouse(let isOn): mouse = isOn
        case .site(let site): self.site = site
        case .keys(let binding, let keys): self.keys[binding] = keys
        }
    }
}

/// After how long without a key the screen is hidden.
public enum Blanking: Sendable, Hashable {
    case never
    /// From 1 to ``longest``.
    case minutes(Int)

    /// A day.
    public static let longest = 1440

    public var duration: Duration? {
        switch self {
        case .never: nil
        case .minutes(let count): .seconds(60 * count)
        }
    }

    /// As `never` or `after 5 minutes`.
    public var inWords: String {
        switch self {
        case .never: "never"
        case .minutes(let count): "after \(Self.span(.seconds(60 * count)))"
        }
    }

    /// A whole number of minutes, in words.
    static func span(_ duration: Duration) -> String {
        let minutes = duration.components.seconds / 60
        return minutes == 1 ? "1 minute" : "\(minutes) minutes"
    }
}

/// One thing that a person sets up otherwise.
public enum SettingChange: Sendable, Equatable {
    case theme(Theme)
    case blanking(Blanking)
    case mouse(Bool)
    /// Nil for the site that the register has for them.
    case site(String?)
    /// Instead of a binding's keys; none unbinds it, and nil gives back its own.
    case keys(BindingName, [Key]?)
}
