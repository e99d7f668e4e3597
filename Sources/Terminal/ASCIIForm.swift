import Foundation

/// The nearest ASCII for what a terminal without Unicode cannot show.
enum ASCIIForm {
    /// A letter without its marks where that is one of ASCII, so that names stay readable; `?` for what has no such form.
    static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return scalar }
        if let form = forms[scalar] { return form }
        let base = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars.first ?? "?"
        return base.isASCII && base.properties.isAlphabetic ? base : "?"
    }

    /// Safe text, one stand-in for each column, so that what stands below it does not move. What is ASCII passes as it is,
    /// the end of a line and a step back among it.
    static func of(_ text: String) -> String {
        var ascii = ""
        for character in text {
            // As text to be read a control character would be some columns of name; here it does what it says.
            if character.isASCII {
                ascii.append(character)
                continue
            }
            guard let scalar = character.unicodeScalars.first else { continue }
            for _ in 0..<TerminalText.width(of: character) { ascii.unicodeScalars.append(of(scalar)) }
        }
        return ascii
    }

    private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
        var forms: [Unicode.Scalar: Unicode.Scalar] = [
            "\u{a0}": " ", "\u{2010}": "-", "\u{2011}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2018}": "'",
            "\u{2019}": "'", "\u{201c}": "\"", "\u{201d}": "\"", "\u{2022}": "*", "\u{b7}": ".", "\u{d7}": "x",
            // Letters whose mark Unicode takes for a part of them.
            "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H", "ı": "i", "ł": "l", "Ł": "L", "ø": "o",
            "Ø": "O", "ŧ": "t", "Ŧ": "T", "þ": "t", "Þ": "T", "ß": "s", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O",
        ]
        for value in UInt32(0x2500)...0x257f {
            guard let scalar = Unicode.Scalar(value) else { continue }
            forms[scalar] = "+"
        }
        for scalar in "─━┄┅┈┉╌╍═╴╶╸╺╼╾".unicodeScalars { forms[scalar] = "-" }
        for scalar in "│┃┆┇┊┋╎╏║╵╷╹╻╽╿".unicodeScalars { forms[scalar] = "|" }
        for value in UInt32(0x2580)...0x259f {
            guard let scalar = Unicode.Scalar(value) else { continue }
            forms[scalar] = "#"
        }
        return forms
    }()
}
