import Terminal

/// Where lines break when text is wrapped at spaces, by display width.
public enum WordWrap {
    /// The lines of `characters` in `width` columns, as ranges that leave out newlines but hold the spaces at which a
    /// line was broken (those hang over the edge). A word wider than a line is cut. There is always a line.
    ///
    /// - Parameter hanging: columns by which every line after the first of a paragraph is shorter.
    public static func ranges(of characters: [Character], width: Int, hanging: Int = 0) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var isFirst = true
        while start <= characters.count {
            let end = characters[start...].firstIndex(where: \.isNewline) ?? characters.count
            var lineStart = start
            repeat {
                let room = max(1, isFirst ? width : width - hanging)
                let lineEnd = breakPlace(in: characters, from: lineStart, to: end, room: room)
                ranges.append(lineStart..<lineEnd)
                lineStart = lineEnd
                isFirst = false
            } while lineStart < end
            isFirst = true
            start = end + 1
        }
        return ranges
    }

    private static func breakPlace(in characters: [Character], from start: Int, to end: Int, room: Int) -> Int {
        var used = 0
        var afterSpace: Int?
        var index = start
        while index < end {
            if characters[index] == " " {
                used += 1
                index += 1
                afterSpace = index
                continue
            }
            used += TerminalText.width(of: characters[index])
            if used > room { return afterSpace ?? max(index, start + 1) }
            index += 1
        }
        return end
    }
}
