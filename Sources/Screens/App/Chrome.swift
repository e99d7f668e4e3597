import Terminal
import Widgets

/// What stands around every screen: title, identity, notice, hints.
struct Chrome: Widget {
    let title: String
    let isPractice: Bool
    let who: String
    let `where`: String
    let identity: Identity?
    let notice: Notice?
    let hints: [KeyNote]
    var body: any Widget = Empty()

    func height(forWidth width: Int) -> Int { 12 }

    func bodySize(in size: Size) -> Size {
        let around = titleStrip.height(forWidth: size.width) + above(size.width) + below(size)
        return Size(width: size.width, height: max(0, size.height - around))
    }

    func draw(on canvas: Canvas, theme: Theme) {
        // What stands first says what to do.
        canvas.part(row: 1 + above(canvas.width)).restCursor()
        var parts: [Child] = [titleStrip.fixed(1)]
        if let identity { parts.append(IdentityStrip(identity: identity).fixed(above(canvas.width))) }
        parts.append(body.filling())
        if let notice { parts.append(noticeLine(notice).fixed(noticeRows(canvas.width))) }
        parts.append(hintBar(canvas.size).fixed(hintRows(canvas.size)))
        Column(parts).draw(on: canvas, theme: theme)
    }

    var lines: [String] {
        titleStrip.lines + (identity.map { IdentityStrip(identity: $0).lines } ?? []) + body.lines
            + (notice.map { [$0.text] } ?? []) + KeyHints(hints.compactMap(\.hint)).lines
    }

    private var titleStrip: Strip {
        let name = isPractice ? "PRACTICE  MSP Desk: \(title)" : "MSP Desk: \(title)"
        return Strip(name, trailing: "\(who)  |  \(`where`)", role: isPractice ? .practice : .info)
    }

    private func above(_ width: Int) -> Int {
        identity.map { IdentityStrip(identity: $0).height(forWidth: width) } ?? 0
    }

    private func below(_ size: Size) -> Int { noticeRows(size.width) + hintRows(size) }

    private func noticeLine(_ notice: Notice) -> Paragraph {
        switch notice.tone {
        case .done: Paragraph("Done: \(notice.text)", role: .success)
        case .information: Paragraph(notice.text, role: .warning)
        case .failure: Paragraph("! \(notice.text)", role: .error)
        }
    }

    private func noticeRows(_ width: Int) -> Int {
        notice.map { min(4, noticeLine($0).height(forWidth: width)) } ?? 0
    }

    private func hintBar(_ size: Size) -> KeyHints {
        guard size.height < Self.heightForTwoRows else { return KeyHints(hints.compactMap(\.hint), mostRows: 2) }
        // What a row cannot hold is left out from its end, and help in danger must not be.
        let isEmergency: (KeyNote) -> Bool = { $0.name == GlobalCommand.emergency.name }
        let others = hints.filter { !isEmergency($0) }
        let sorted = others.prefix(1) + hints.filter(isEmergency) + others.dropFirst()
        return KeyHints(sorted.compactMap(\.hint), mostRows: 1)
    }

    /// Rows from which a second one for hints is not missed by the screen.
    private static let heightForTwoRows = 20

    private func hintRows(_ size: Size) -> Int { hintBar(size).height(forWidth: size.width) }
}

extension KeyNote {
    /// Nil for a binding without a key: the commands list it still.
    var hint: KeyHint? { keys.first.map { KeyHint($0, name, unavailable: unavailable) } }
}

/// A hidden screen: nothing of any person on it.
struct Blank: Widget {
    /// For how long nobody pressed a key; nil when the person hid it.
    var idle: Duration?

    func height(forWidth width: Int) -> Int { Paragraph(words).height(forWidth: width) }

    func draw(on canvas: Canvas, theme: Theme) {
        let middle = canvas.part(column: 1, row: canvas.height / 2, width: max(0, canvas.width - 2))
        middle.restCursor()
        Paragraph(words, role: .dim).draw(on: middle, theme: theme)
    }

    var lines: [String] { [words] }

    private var words: String {
        let why = idle.map { " Nobody pressed a key for \(Blanking.span($0)); nothing typed is lost." } ?? ""
        return "Hidden. Any key shows the screen again." + why
    }
}

/// What a terminal gets that is too small for any screen.
struct TooSmall: Widget {
    let size: Size

    func height(forWidth width: Int) -> Int { 1 }

    func draw(on canvas: Canvas, theme: Theme) {
        Paragraph(lines.joined(separator: " ")).draw(on: canvas, theme: theme)
    }

    var lines: [String] {
        ["MSP Desk needs 40x12.", "This window is \(size.width)x\(size.height): make it larger. Nothing is lost."]
    }
}
