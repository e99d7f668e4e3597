import Terminal

/// Keys that likely come next, for ``Screen/keysAhead``, the likeliest first.
enum LikelyKeys {
    /// Each takes a picture after every key: no more are worth one that perhaps nobody wants.
    static let most = 16

    /// The rows below and above the chosen one.
    static func rows(around selection: Int, of count: Int) -> [Key] {
        (selection + 1 < count ? [.down] : []) + (selection > 0 ? [.up] : [])
    }

    /// What a text of English words goes on with.
    ///
    /// - Parameter before: what stands before the caret; nil at the beginning.
    static func letters(after before: Character?) -> [Key] {
        guard let before else { return keys("ACSTHPWRMINF") }
        if let next = before.lowercased().first.flatMap({ following[$0] }) { return keys(next) }
        return keys(before.isWhitespace ? "taoscwipbhfm" : " 0123456789/")
    }

    private static func keys(_ letters: String) -> [Key] { letters.map { .character($0) } }

    /// What most often follows each letter within words, or ends them.
    private static let following: [Character: String] = [
        "a": "ntlrsdc imby", "b": "eluoariysb. ", "c": "oehatklicu r", "d": " eiaous.yr,d", "e": " rndsaltce.,",
        "f": " oireatful.,", "g": " ehiaorusn.,", "h": "eaio tury.,r", "i": "ntsocldemgfr", "j": "uoeai",
        "k": " einsl.ayo,", "l": " eliyaodst.,", "m": "ea iopmbus.,", "n": " dgteoscia.,", "o": "n urfmtlwsdo",
        "p": "elroapi htsu", "q": "u", "r": " eioastdyn.,", "s": " teishoua.,c", "t": " hoeiarts.,u",
        "u": "rtsnlpgcimed", "v": "eioa", "w": "aiohe nsr.", "x": "ptica ", "y": " osetm.,iba", "z": "eiaoz ",
        ",": " ", ".": " ",
    ]
}
