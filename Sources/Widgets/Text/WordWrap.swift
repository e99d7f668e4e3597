import Terminal

/// Where lines break when text is wrapped at spaces, by display width.
enum WordWrap {
    /// The lines of `units` in `width` columns, as ranges that leave out newlines but hold the spaces at which a
    /// line was broken (those hang over the edge). A word wider than a line is cut. There is always a line.
    ///
    /// - Parameter hanging: columns by which every line after the first of a paragraph is shorter.
    static func ranges<Unit: WrapUnit>(of units: [Unit], width: Int, hanging: Int = 0) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var isFirst = true
        while start <= units.count {
            let end = units[start...].firstIndex { $0.isNewline } ?? units.count
            var lineStart = start
            repeat {
                let room = max(1, isFirst ? width : width - hanging)
                let lineEnd = breakPlace(in: units, from: lineStart, to: end, room: room)
                ranges.append(lineStart..<lineEnd)
                lineStart = lineEnd
                isFirst = false
            } while lineStart < end
            isFirst = true
            start = end + 1
        }
        return ranges
    }

    private static func breakPlace<Unit: WrapUnit>(in units: [Unit], from start: Int, to end: Int, room: Int) -> Int {
        var used = 0
        var afterSpace: Int?
        var index = start
        while index < end {
            if units[index].isSpace {
                used += 1
                index += 1
                afterSpace = index
                continue
            }
            used += units[index].columns
            if used > room { return afterSpace ?? max(index, start + 1) }
            index += 1
        }
        return end
    }
}

/// What text is taken apart into to be wrapped: characters, or where it is all plain its bytes, which are looked at in a
/// twentieth of the time.
protocol WrapUnit {
    var isNewline: Bool { get }
    var isSpace: Bool { get }
    var columns: Int { get }
    static func text(of units: ArraySlice<Self>) -> String
}

extension Character: WrapUnit {
    var isSpace: Bool { self == " " }
    var columns: Int { TerminalText.width(of: self) }
    static func text(of units: ArraySlice<Character>) -> String { units.reduce(into: "") { $0.append($1) } }
}

/// A printable byte of ASCII, or a newline.
extension UInt8: WrapUnit {
    var isNewline: Bool { self == UInt8(ascii: "\n") }
    var isSpace: Bool { self == UInt8(ascii: " ") }
    var columns: Int { 1 }
    static func text(of units: ArraySlice<UInt8>) -> String { String(decoding: units, as: UTF8.self) }
}
