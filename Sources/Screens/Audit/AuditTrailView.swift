import Casework
import Terminal
import Widgets

extension AuditTrail {
    public var view: any Widget {
        let matching = matching
        let list = ListView(
            matching.map { entry in
                ListRow(
                    cells: [stamp(entry), entry.staff.rawValue, entry.act.inWords, entry.detail],
                    role: entry.act == .refused ? .warning : .text)
            },
            columns: [
                ListColumn("", .fixed(16)), ListColumn("", .fixed(11), needs: 60), ListColumn("", .fixed(20)),
                ListColumn("", .fill(3), needs: 60),
            ],
            selection: matching.isEmpty ? nil : selection,
            empty: !isKnown ? "Reading." : entries.isEmpty ? "No entry names this person." : "No entry fits.",
            id: "entries")
        return Column {
            TextField("Filter", buffer: filter, placeholder: "logon, act, day or words", id: "query")
            Label(count(matching.count), role: .dim)
            if matching.indices.contains(selection), size.width >= 120 {
                Row(spacing: 2) {
                    list.filling(3)
                    Panel("Entry", detail(matching[selection])).filling(2)
                }.filling()
            } else if matching.indices.contains(selection) {
                list.filling()
                // At 40x12 the list alone has room.
                if size.height >= 12 {
                    Rule().fixed(1)
                    detail(matching[selection]).fixed(4)
                }
            } else {
                list.filling()
            }
        }
    }

    private func count(_ shown: Int) -> String {
        shown == entries.count
            ? AuditEntry.counted(Int64(shown)) : "\(shown) of \(entries.count) entries"
    }

    private func detail(_ entry: AuditEntry) -> any Widget {
        Fields([
            Fields.Row("Entry", "\(entry.number), \(open.judgement.zone.stamp(entry.at))"),
            Fields.Row("By", staff.title(of: entry.staff)),
            Fields.Row("Act", "\(entry.act.inWords)\(entry.detail.isEmpty ? "" : ": \(entry.detail)")"),
            Fields.Row("Hash", entry.hash),
        ])
    }
}
