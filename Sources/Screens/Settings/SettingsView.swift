import Terminal
import Widgets

extension Settings {
    var view: any Widget { siteQuery.map(siteView) ?? list }

    func name(of row: Row) -> String {
        switch row {
        case .theme: "Theme"
        case .blanking: "Hide the screen"
        case .mouse: "Mouse"
        case .site: "Your site"
        case .keys: "Keys"
        }
    }

    private func value(of row: Row) -> String {
        switch row {
        case .theme: configuration.theme
        case .blanking: configuration.blanking.inWords
        case .mouse: configuration.mouse ? "on" : "off"
        case .site: configuration.site ?? "as the register has it"
        case .keys:
            switch configuration.keys.chosen.count {
            case 0: "as shipped"
            case let count: "\(count) changed"
            }
        }
    }

    private func detail(of row: Row) -> String {
        switch row {
        case .theme: "The colours of every screen; shown before you keep them."
        case .blanking: "When nobody presses a key. Enter: the next longer time, up to never."
        case .mouse: "Off, the terminal selects text with it, and no press reaches the program."
        case .site: "Where you work, when the register says otherwise; from the next start."
        case .keys: "Every key, and another one for it."
        }
    }

    private var list: any Widget {
        let isNarrow = size.width < Self.widthForDetails
        let list = ListView(
            Row.allCases.map { ListRow(name(of: $0), value(of: $0), detail: isNarrow ? "" : detail(of: $0)) },
            columns: [ListColumn("", .fixed(16)), ListColumn("", .fill())], selection: selection, isNumbered: true,
            id: "settings")
        guard isNarrow else { return list }
        return ListAndDetail(
            list: list,
            detail: Column {
                Paragraph("\(name(of: row)): \(value(of: row))", role: .heading)
                Paragraph(detail(of: row), role: .dim)
            })
    }

    /// Columns from which what a line does stands below each of them, whole; with fewer it is wrapped for the marked one.
    private static let widthForDetails = 80

    private func siteView(_ query: TextBuffer) -> any Widget {
        Column {
            TextField("Site", buffer: query, placeholder: "a part of its name", id: "query")
            Gap()
            ListView(
                matching.map { ListRow($0 ?? "As the register has it") }, selection: siteSelection,
                empty: "No site is called so.", id: "sites"
            ).filling()
        }
    }
}
