import Casework
import Widgets

/// How the program was set up when it started, and the ways to set it up otherwise. Filled by the main program.
public struct Setup: Sendable {
    public var configuration: Configuration
    /// What is wrong with it, said once at the start; nil when nothing is.
    public var notice: Notice?
    /// False where the person wants no colour at all, whatever the theme.
    public var hasColour: Bool
    /// The themes there are, shipped and the person's own, in the order in which they are offered.
    public var themes: @Sendable () throws -> [OfferedTheme]
    /// The names of the sites that the register knows.
    public var sites: @Sendable () throws -> [String]
    /// Keeps a change for the next time.
    public var keep: @Sendable (SettingChange) throws -> Void

    public init(
        configuration: Configuration = Configuration(), notice: Notice? = nil, hasColour: Bool = true,
        themes: @escaping @Sendable () throws -> [OfferedTheme] = { [] },
        sites: @escaping @Sendable () throws -> [String] = { [] },
        keep: @escaping @Sendable (SettingChange) throws -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.notice = notice
        self.hasColour = hasColour
        self.themes = themes
        self.sites = sites
        self.keep = keep
    }
}

/// A theme that a person may choose, or the reason why it cannot be used.
public struct OfferedTheme: Sendable {
    public let name: String
    /// Whether it is the person's own, rather than shipped.
    public let isOwn: Bool
    public let theme: Result<Theme, ThemeError>

    public init(name: String, isOwn: Bool, theme: Result<Theme, ThemeError>) {
        self.name = name
        self.isOwn = isOwn
        self.theme = theme
    }
}

extension ThemeError: UserFacing {
    public var fault: Casework.Fault { .badInput }
}

extension Notice {
    /// All that is wrong, as far as one line holds it.
    public init?(_ faults: [any UserFacing]) {
        guard let first = faults.first else { return nil }
        let rest = faults.count - 1
        let more = rest == 0 ? "" : " And \(rest) more: 'mspdesk doctor' lists \(rest == 1 ? "it" : "them")."
        self.init("\(first.message) \(first.remedy)\(more)", .failure)
    }
}
