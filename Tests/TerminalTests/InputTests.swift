import Testing

@testable import Terminal

@Suite("What the keyboard sends")
struct InputTests {
    private func events(_ pieces: [InputDecoder.Piece]) -> [InputEvent] {
        var decoder = InputDecoder()
        var rest = pieces[...]
        var events: [InputEvent] = []
        while let event = decoder.next(read: { rest.popFirst() }, wait: { _ in false }) { events.append(event) }
        return events
    }

    private func scalars(_ text: String) -> [InputDecoder.Piece] { text.unicodeScalars.map { .scalar($0) } }

    @Test("Esc alone is Esc at once, and a key after it is itself")
    func escape() {
        #expect(events(scalars("\u{1b}")) == [.key(.escape)])
        #expect(events(scalars("\u{1b}x")) == [.key(.escape), .key(.character("x"))])
        #expect(events(scalars("\u{1b}[")) == [.key(.escape), .key(.character("["))])
    }

    @Test("The bytes of an unknown function key type nothing")
    func unknownSequence() {
        #expect(events(scalars("\u{1b}[1;9Pa\u{1b}OXb")) == [.key(.character("a")), .key(.character("b"))])
    }

    @Test(
        "Control characters are keys",
        arguments: [
            ("\r", Key.enter), ("\n", .enter), ("\t", .tab), ("\u{8}", .backspace), ("\u{7f}", .backspace),
            ("\u{10}", .control("p")), ("\u{3}", .control("c")), ("é", .character("é")), (" ", .character(" ")),
        ])
    func control(text: String, key: Key) {
        #expect(events(scalars(text)) == [.key(key)])
    }

    @Test("A paste comes as one, keys in it as text")
    func paste() {
        #expect(
            events([.pasteStart] + scalars("a\rb") + [.event(.key(.up)), .pasteEnd] + scalars("q")) == [
                .paste("a\rb"), .key(.character("q")),
            ])
    }

    @Test("A paste that is too long is cut, and says so")
    func cut() {
        let text = String(repeating: "a", count: InputDecoder.longestPaste)
        #expect(events([.pasteStart] + scalars(text) + [.pasteEnd]) == [.paste(text)])
        #expect(events([.pasteStart] + scalars(text + "b") + [.pasteEnd]) == [.paste(text, isCut: true)])
    }

    @Test("A paste whose end is lost ends by itself")
    func lostEnd() {
        #expect(events([.pasteStart] + scalars("abc")) == [.paste("abc")])
        #expect(events([.pasteEnd] + scalars("x")) == [.key(.character("x"))])
    }

    @Test("A waker ends a wait, and a script that is over says so")
    func waker() {
        let display = MemoryDisplay(script: [.key(.up)])
        #expect(display.nextEvent() == .key(.up))
        #expect(display.nextEvent() == .ended)
        #expect(display.nextEvent(timeout: .zero) == nil)
        display.waker.wake()
        #expect(display.nextEvent(timeout: .seconds(5)) == .woken)
    }

    @Test("On a terminal without Unicode, lines are drawn in ASCII and the rest is marked column for column")
    func ascii() {
        let display = MemoryDisplay(width: 20, height: 1, isASCII: true)
        let frame = Frame(size: display.size)
        frame.canvas.write("┌─┐│王é█ e\u{301}x", row: 0, style: .plain)
        display.show(frame)
        #expect(display.text == "+-+|??e# ex")
    }

    @Test("Every key has a name that a person knows")
    func names() {
        #expect(Key.function(8).name == "F8")
        #expect(Key.control("p").name == "Ctrl-P")
        #expect(Key.character(" ").name == "Space")
    }
}
