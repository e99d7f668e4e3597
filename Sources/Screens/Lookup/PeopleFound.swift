import Casework
import Terminal
import Widgets

/// The people found, and beside them, where there is room, what is known of the chosen one.
///
/// Lines have the room, but who goes by ear must not hear it of everybody: it is said of somebody who is the only one
/// found, or who has a namesake in the list.
struct PeopleFound: Widget {
    let list: ListView
    let chosen: Desk.Found

    /// Columns from which both stand side by side.
    private static let widthForBoth = 120

    func height(forWidth width: Int) -> Int { list.height(forWidth: width) }

    func draw(on canvas: Canvas, theme: Theme) {
        guard canvas.width >= Self.widthForBoth else { return list.draw(on: canvas, theme: theme) }
        Row(spacing: 2) {
            list.filling(3)
            detail.filling(2)
        }.draw(on: canvas, theme: theme)
    }

    var lines: [String] { spoken.map(\.text) }
    var spoken: [Spoken] { list.spoken + (list.rows.count == 1 || chosen.isNamesake ? detail.spoken : []) }

    private var detail: Panel { Panel(Identity.name(of: chosen.match.customer), FoundText(found: chosen)) }
}
