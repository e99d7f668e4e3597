import Terminal

@testable import Widgets

/// The rows that `widget` draws in `width` by `height`, as a person reads them.
func drawn(_ widget: any Widget, _ width: Int, _ height: Int, theme: Theme = .plain) -> [String] {
    Frame(size: Size(width: width, height: height), theme: theme, showing: widget).lines
}

/// One of each widget, with text that is hard to draw.
let everyWidget: [any Widget] = {
    let text = "José 王小明 e\u{301}\u{1b}[2J a word that is long and wraps\nand a second line"
    let buffer = TextBuffer(text)
    let rows = (0..<30).map { ListRow("Row \($0)", text, detail: $0 % 2 == 0 ? text : "") }
    let columns = [ListColumn("Name", .natural), ListColumn("What", .fill(), needs: 30)]
    return [
        Empty(), Label(text), Paragraph(text, hanging: 4), Paragraph([Span(text, .error), Span(text)]), Heading(text),
        Strip(text, trailing: "1980-04-03", role: .identity), Fields(["Name": text, "王": "", "": text]),
        Column(spacing: 1) {
            Label(text)
            Paragraph(text).filling()
            Rule(text).fixed(2)
        },
        Row {
            Label(text)
            Paragraph(text).fixed(20)
        },
        Inset(Paragraph(text), columns: 3, rows: 2), Gap(3), Rule(), Rule(text), Panel(text, Paragraph(text)),
        Scroll(Paragraph(text), offset: 3), Banner(text, details: [text, ""], role: .danger),
        Banner(text, role: .info), ListView(rows, columns: columns, selection: 12, hasHeader: true), ListView([]),
        Tabs([text, text, "王"], selection: 2), Tabs([], selection: 0),
        Legend([.init("=", text), .init("王", "王小明")]),
        KeyHints([KeyHint(.enter, text), KeyHint(.function(8), "Help", unavailable: text)], mostRows: 2),
        TextField(text, buffer: buffer, placeholder: text), TextField("", text: ""), TextArea(buffer),
        TimelineChart(
            [
                TimelineChart.Lane(
                    text, short: "王", bars: [.init(0, over: 3..<40, label: text, sign: "=", role: .info)],
                    marks: [.init(1, at: 20, sign: "o", role: .text), .init(2, at: 20, sign: "x", role: .warning)]),
                TimelineChart.Lane("Notes", short: "N", marks: [.init(3, at: 99, sign: "n", role: .text)]),
            ], span: 0..<50, coarse: [.init(0, [text, "M"])], fine: [.init(7, ["7"])], pointer: (25, "today"),
            selection: 2, summary: text),
        TextArea(TextBuffer(), placeholder: text), Dialog(text, over: Paragraph(text), content: Paragraph(text)),
    ]
}()
