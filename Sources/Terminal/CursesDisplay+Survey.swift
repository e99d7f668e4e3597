import CNcurses
import Foundation

/// What the full screen would find here, without taking the terminal over.
public struct TerminalSurvey: Sendable, Hashable {
    /// Why the full screen cannot be shown; nil when it can.
    public let error: TerminalError?
    public let depth: ColourDepth
    /// Whether the locale's characters are UTF-8; without it lines and marks are drawn in ASCII.
    public let isUTF8: Bool
    /// Nil without a terminal on standard output.
    public let size: Size?
    /// Milliseconds for which Esc is held back in case it begins another key.
    public let escapeDelay: Int

    public init() {
        var colours: Int32 = 0
        error = TerminalError(desk_survey(&colours))
        depth = ColourDepth(colours: colours)
        isUTF8 = desk_is_utf8()
        escapeDelay = Int(DeskEscapeDelay)
        var window = winsize()
        let answered = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
        size = answered ? Size(width: Int(window.ws_col), height: Int(window.ws_row)) : nil
    }
}

extension ColourDepth {
    /// What a terminal with so many colours shows.
    init(colours: Int32) {
        switch colours {
        case ..<8: self = .none
        case ..<16: self = .eight
        case ..<256: self = .sixteen
        case ..<0x100_0000: self = .twoFiftySix
        default: self = .trueColour
        }
    }
}
