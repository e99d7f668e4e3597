import Glibc

/// Text as the person's locale has it: UTF-8 nearly always, else characters of one byte, or ASCII alone.
public struct LocaleText: Sendable {
    public let isUTF8: Bool
    /// What the bytes from 128 on stand for, in their order; nil for one that is no character.
    private let upper: [Unicode.Scalar?]

    /// The one that the environment names.
    public static let current: LocaleText = {
        setlocale(LC_CTYPE, "")
        let isUTF8 = String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
        // With characters of several bytes a byte alone is none.
        let upper = isUTF8 ? [] : (UInt8(128)...255).map(scalar)
        return LocaleText(isUTF8: isUTF8, upper: upper)
    }()

    /// Nil for a byte that is no character of the C library's locale.
    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        var (wide, byte) = (wchar_t(), CChar(bitPattern: byte))
        return mbtowc(&wide, &byte, 1) == 1 ? Unicode.Scalar(UInt32(bitPattern: wide)) : nil
    }

    init(isUTF8: Bool, upper: [Unicode.Scalar?]) {
        self.isUTF8 = isUTF8
        self.upper = upper
    }

    /// `text` as a terminal of this locale may safely show it, what it cannot show in the nearest ASCII.
    public func shown(_ text: String) -> String { written(TerminalText.visible(text)) }

    /// Safe text, in the nearest ASCII where the locale has no more. Bytes of UTF-8 would not only be unreadable there:
    /// some of them are control characters to such a terminal.
    func written(_ safe: String) -> String { isUTF8 ? safe : ASCIIForm.of(safe) }

    /// What `bytes` say: UTF-8 where they are that, as files are in every locale, else the locale's own characters.
    public func text(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(decoding: bytes.flatMap(utf8), as: UTF8.self)
    }

    /// A byte of the locale's own characters as UTF-8; itself where it is none of them.
    func utf8(_ byte: UInt8) -> [UInt8] {
        guard byte >= 128, !isUTF8, let scalar = upper[Int(byte) - 128] else { return [byte] }
        return Array(String(scalar).utf8)
    }
}
