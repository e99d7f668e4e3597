/// The nearest ASCII for what a terminal without Unicode cannot show.
enum ASCIIForm {
    static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII { return scalar }
        return forms[scalar] ?? "?"
    }

    private static let forms: [Unicode.Scalar: Unicode.Scalar] = {
        var forms: [Unicode.Scalar: Unicode.Scalar] = [
            "\u{a0}": " ", "\u{2010}": "-", "\u{2011}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2018}": "'",
            "\u{2019}": "'", "\u{201c}": "\"", "\u{201d}": "\"", "\u{2022}": "*", "\u{b7}": ".", "\u{d7}": "x",
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
