import Terminal
import Widgets

/// A list and what is chosen in it: beside it where there is room, else below. Where that is a sentence, it stands below,
/// or in a column of the list, which then says it of every row.
struct ListAndDetail: Widget {
    let list: ListView
    let detail: any Widget
    /// The first row of the detail that is shown.
    var offset = 0
    /// What stands over the detail where it is beside the list.
    var title = ""
    var detailNeeds = Need.page

    /// How much the detail usually has to show, and so what it has of the room in any case.
    enum Need {
        case page
        /// A sentence or two, which stand in ``sentences`` too.
        case sentence
    }

    /// Columns from which both stand side by side.
    static let widthForBoth = 120
    /// Columns from which the list itself has room for a sentence in each row.
    private static let widthForSentences = 160

    /// The column for the sentences of a list: said in any case.
    static let sentences = ListColumn("", .fill(5), needs: widthForSentences)

    func height(forWidth width: Int) -> Int { 12 }

    func draw(on canvas: Canvas, theme: Theme) {
        let hasSentences = detailNeeds == .sentence && canvas.width >= Self.widthForSentences
        guard !list.rows.isEmpty, !hasSentences else { return list.draw(on: canvas, theme: theme) }
        let scroll = Scroll(detail, offset: offset)
        if isBeside(in: canvas.size) {
            Row(spacing: 2) {
                list.filling()
                Panel(title, scroll).filling()
            }.draw(on: canvas, theme: theme)
        } else {
            Column {
                list.fixed(listRows(in: canvas.size))
                Rule().fixed(ruleRows(in: canvas.size))
                scroll.filling()
            }.draw(on: canvas, theme: theme)
        }
    }

    var lines: [String] { spoken.map(\.text) }
    var spoken: [Spoken] {
        guard detailNeeds == .page, !list.rows.isEmpty else { return list.spoken }
        return list.spoken + Panel(title, detail).spoken
    }

    private func isBeside(in size: Size) -> Bool { detailNeeds == .page && size.width >= Self.widthForBoth }

    /// The list has what it needs and the detail leaves; each has its part in any case, so that moving from row to row
    /// does not move the line between them.
    private func listRows(in size: Size) -> Int {
        let third = max(2, size.height / 3)
        let wanted =
            switch detailNeeds {
            case .page: max(third, Scroll(detail, offset: 0).height(forWidth: size.width))
            case .sentence: max(1 + ruleRows(in: size), size.height / 6)
            }
        let left = max(third, size.height - ruleRows(in: size) - wanted)
        return min(list.height(forWidth: size.width), left)
    }

    /// Where a sentence has one row, each row more shows another of the list.
    private func ruleRows(in size: Size) -> Int { detailNeeds == .sentence && size.height < 8 ? 0 : 1 }

    /// The room in which the detail scrolls, when both have one of `size`.
    func detailRoom(in size: Size) -> Size {
        isBeside(in: size)
            ? Size(width: (size.width - 2) / 2 - 4, height: size.height - 2)
            : Size(width: size.width, height: max(0, size.height - listRows(in: size) - ruleRows(in: size)))
    }

    /// The greatest offset that still fills the detail's place in a room of `size`.
    func lastOffset(in size: Size) -> Int { Scroll(detail, offset: 0).lastOffset(in: detailRoom(in: size)) }
}
