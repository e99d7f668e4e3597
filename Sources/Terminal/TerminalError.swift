import CNcurses

/// Why the full screen cannot be shown here.
public enum TerminalError: Error, Equatable {
    case notATerminal
    case typeMissing
    /// TERM names a terminal that this machine has no description of.
    case typeUnknown
    /// The terminal can do less than a full screen takes.
    case typeUnfit

    public var message: String {
        switch self {
        case .notATerminal: "The full screen needs a terminal for both input and output."
        case .typeMissing: "TERM is not set, so the kind of terminal is not known."
        case .typeUnknown: "This machine does not know the kind of terminal that TERM names."
        case .typeUnfit: "This terminal cannot show a full screen."
        }
    }

    public var remedy: String {
        switch self {
        case .notATerminal: "Start it without redirection, or use --linear or a command with --json."
        case .typeMissing, .typeUnknown: "Set TERM to what your terminal is, such as xterm-256color, or use --linear."
        case .typeUnfit: "Use --linear."
        }
    }

    init?(_ opening: DeskOpening) {
        switch opening {
        case DeskOpeningDone: return nil
        case DeskOpeningNotATerminal: self = .notATerminal
        case DeskOpeningTypeMissing: self = .typeMissing
        case DeskOpeningTypeUnknown: self = .typeUnknown
        default: self = .typeUnfit
        }
    }
}
