/// Text as a terminal may safely show it, and how many columns it takes.
///
/// Widths do not depend on the locale, so that a test sees what a person sees.
public enum TerminalText {
    /// `text` with everything a terminal could obey, hide or reorder turned into a visible mark such as `<ESC>` or
    /// `<U+202E>`. Safe text comes back unchanged.
    public static func visible(_ text: String) -> String {
        if isPrintableASCII(text) { return text }
        var result = ""
        forEachGlyph(in: text) { $0.append(to: &result) }
        return result
    }

    /// Whether `scalar` is shown as it is, by itself or on the one before it.
    public static func isShown(_ scalar: Unicode.Scalar) -> Bool { ScalarKind(scalar) != .forbidden }

    /// The columns that `text` takes once it is made visible.
    public static func width(of text: String) -> Int {
        if isPrintableASCII(text) { return text.utf8.count }
        var width = 0
        forEachGlyph(in: text) { width += $0.width }
        return width
    }

    /// The columns that `character` takes once it is made visible.
    public static func width(of character: Character) -> Int {
        if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7f { return 1 }
        return width(of: String(character))
    }

    /// `text`, made visible, in at most `width` columns; what had to be cut ends in `~`.
    public static func fitted(_ text: String, to width: Int) -> String {
        let safe = visible(text)
        guard self.width(of: safe) > width else { return safe }
        guard width > 0 else { return "" }
        var result = ""
        var used = 0
        for character in safe {
            let columns = self.width(of: character)
            guard used + columns < width else { break }
            result.append(character)
            used += columns
        }
        return result + "~"
    }

    /// `text` fitted to `width` and filled up with spaces to exactly that many columns.
    public static func padded(_ text: String, to width: Int) -> String {
        let fit = fitted(text, to: width)
        return fit + String(repeating: " ", count: max(0, width - self.width(of: fit)))
    }

    /// The lines of `text`, whatever ends them, each still to be made visible.
    public static func lines(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    }

    /// The lines of `text` in one, still to be made visible: empty ones leave nothing.
    public static func inOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Whether `text` is shown as it is, one column a byte, as most text is.
    public static func isPrintableASCII(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            // Without a way out of the loop the processor takes many bytes at once.
            bytes.reduce(0 as UInt8) { $0 | ($1 &- 0x20 < 0x5f ? 0 : 1) } == 0
        }
    }
}
