/// What a person sees of rows with their colours: each glyph with how it looks, where that can be seen.
///
/// A blank shows no foreground, so a terminal may have any there.
struct Looks: Equatable {
    private(set) var rows: [[String]] = []

    /// - Parameter coloured: rows with SGR sequences, as tmux captures them.
    init(_ coloured: String) {
        var style: [String: String] = [:]
        for line in coloured.split(separator: "\n", omittingEmptySubsequences: false) {
            var row: [String] = []
            var rest = line[...]
            while let glyph = rest.popFirst() {
                if glyph == "\u{1b}", let end = rest.firstIndex(where: \.isLetter) {
                    if rest[end] == "m" { Self.change(&style, by: rest[..<end].dropFirst()) }
                    rest = rest[rest.index(after: end)...]
                } else {
                    let hidden = glyph == " " && style["7"] == nil ? ["foreground", "1", "2"] : []
                    let seen = style.filter { !hidden.contains($0.key) }.map { "\($0.key)=\($0.value)" }.sorted()
                    row.append(([String(glyph)] + seen).joined(separator: " "))
                }
            }
            while row.last == " " { row.removeLast() }
            rows.append(row)
        }
    }

    private static func change(_ style: inout [String: String], by sequence: Substring) {
        var codes = sequence.split(separator: ";").map(String.init)[...]
        if codes.isEmpty { codes = ["0"] }
        while let code = codes.popFirst() {
            switch code {
            case "0": style = [:]
            case "39": style["foreground"] = nil
            case "49": style["background"] = nil
            case "38", "48":
                let count = codes.first == "5" ? 2 : 4
                style[code == "38" ? "foreground" : "background"] = codes.prefix(count).joined(separator: ";")
                codes = codes.dropFirst(count)
            case let code where code.count > 1 && "39".contains(code.prefix(1)): style["foreground"] = code
            case let code where code.count > 1: style["background"] = code
            default: style[code] = ""
            }
        }
    }
}
