import Casework
import Terminal
import Widgets

extension Reports {
    public var view: any Widget {
        switch stage {
        case .reading, .settling: return reading
        case .askingToRecord:
            return Dialog(
                "Record this report as a note?", over: reading,
                content: Column {
                    Paragraph("For \(asked?.customer.map(Identity.name) ?? "an unknown person").")
                    Paragraph("Its author and time stay. Once recorded it cannot be changed.")
                    Gap()
                    Paragraph("Enter records it. Esc goes back.", role: .accent)
                })
        case .givingBack(let report):
            return Dialog(
                "Give it back to its author", role: .caution, over: reading,
                content: Column {
                    Paragraph(
                        "\(asked?.report.author.rawValue ?? "The author") finds it at the start, with your reason.")
                    Gap()
                    TextField("Reason", buffer: reason(of: report), placeholder: "what is to be changed", id: "reason")
                })
        }
    }

    private var reading: any Widget { waiting.isEmpty ? list.list : list }

    var list: ListAndDetail {
        ListAndDetail(
            list: ListView(
                waiting.map { item in
                    ListRow(
                        item.customer.map(Identity.name) ?? "Unknown person",
                        RecordEntry.report(item.report).title,
                        item.report.author.rawValue,
                        detail: [item.written, item.report.content.gist].compactMap(\.self).joined(separator: ": "))
                },
                columns: [ListColumn("", .fill(2)), ListColumn("", .fill(1), needs: 50), ListColumn("", .fixed(12))],
                selection: waiting.isEmpty ? nil : selection,
                empty: isKnown ? "No contact report waits." : "Reading.", id: "reports"),
            detail: detail, offset: offset)
    }

    var detail: any Widget {
        guard let chosen else { return Empty() }
        return Column {
            // The list has no room for it where it is narrow.
            Paragraph([
                Span("\(chosen.report.content.title). ", .heading),
                Span("Written by \(chosen.author), \(chosen.written).", .dim),
            ])
            for words in chosen.earlier { Paragraph(words, role: .warning) }
            if let reason = begun(of: chosen.report) {
                Paragraph([Span("You began to give it back: ", .heading), Span(reason)])
            }
            if let followed = chosen.followed { Paragraph([Span("Follows: ", .heading), Span(followed)]) }
            NoteText(content: chosen.report.content)
        }
    }
}
