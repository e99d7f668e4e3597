import Terminal
import Widgets

/// A list and what is chosen in it: beside it where there is room, else below.
struct ListAndDetail: Widget {
    let list: ListView
    let detail: any Widget
    /// The first row of the detail that is shown.
    let offset: Int

    /// Columns from which both stand side by side.
    private static let widthForBoth = 120

    func height(forWidth width: Int) -> Int { 12 }

    func draw(on canvas: Canvas, theme: Theme) {
        let scroll = Scroll(detail, offset: offset)
        if canvas.width >= Self.widthForBoth {
            Row(spacing: 2) {
                list.filling()
                Panel("", scroll).filling()
            }.draw(on: canvas, theme: theme)
        } else {
            Column {
                list.fixed(listRows(in: canvas.size))
                Rule().fixed(1)
                scroll.filling()
            }.draw(on: canvas, theme: theme)
        }
    }

    var lines: [String] { spoken.map(\.text) }
    var spoken: [Spoken] { list.spoken + detail.spoken }

    /// The list has what it needs and the detail leaves; each has a third in any case, so that moving from row to row
    /// does not move the line between them.
    private func listRows(in size: Size) -> Int {
        let third = max(2, size.height / 3)
        let left = size.height - 1 - max(third, Scroll(detail, offset: 0).height(forWidth: size.width))
        return min(list.height(forWidth: size.width), max(third, left))
    }

    /// The greatest offset that still fills the detail's place in a room of `size`.
    func lastOffset(in size: Size) -> Int {
        let room =
            size.width >= Self.widthForBoth
            ? Size(width: (size.width - 2) / 2 - 4, height: size.height - 2)
            : Size(width: size.width, height: max(0, size.height - listRows(in: size) - 1))
        return Scroll(detail, offset: 0).lastOffset(in: room)
    }
}
