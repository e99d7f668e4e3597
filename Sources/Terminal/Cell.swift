import Glibc

/// One place on the screen: what stands in it, and how it looks.
///
/// A cell is made from safe text only, by writing on a ``Canvas``.
public struct Cell: Sendable, Equatable {
    public internal(set) var style: Style
    /// A scalar's value, or `clusterBase` and the place of a base with marks in the frame's table, or 0 for the
    /// second column of a wide glyph.
    var code: UInt32
    /// 1 or 2, or 0 for the second column of a wide glyph. As wide as ``code``, so that a cell has no gaps and whole rows
    /// are compared as bytes.
    public internal(set) var width: UInt32

    static let clusterBase: UInt32 = 0x11_0000

    init(code: UInt32, width: Int, style: Style) {
        self.code = code
        self.width = UInt32(width)
        self.style = style
    }

    /// Whether the cells at `places` are the same in both. As bytes: it is asked of every row at every key.
    static func areSame(
        _ cells: UnsafeBufferPointer<Cell>, _ others: UnsafeBufferPointer<Cell>, in places: Range<Int>
    ) -> Bool {
        guard let cell = cells.baseAddress, let other = others.baseAddress, !places.isEmpty else { return true }
        let count = places.count * MemoryLayout<Cell>.stride
        return memcmp(cell + places.lowerBound, other + places.lowerBound, count) == 0
    }

    static let blank = Cell(code: 0x20, width: 1, style: .plain)
}
