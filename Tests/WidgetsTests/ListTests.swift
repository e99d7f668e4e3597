import Terminal
import Testing

@testable import Widgets

@Suite("Lists, tabs and hints")
struct ListTests {
    private let rows = (1...20).map { ListRow("Person \($0)") }

    @Test("The chosen row is marked with more than colour")
    func marked() {
        #expect(drawn(ListView([ListRow("Ada"), ListRow("Bo")], selection: 1), 10, 2) == ["  Ada", "> Bo"])
    }

    @Test("The chosen row is always in sight", arguments: 0..<20, 1...6)
    func inSight(selection: Int, height: Int) {
        let lines = drawn(ListView(rows, selection: selection), 20, height)
        #expect(lines.contains { $0.hasPrefix("> Person \(selection + 1)") })
    }

    @Test("A chosen row of two lines is in sight with both")
    func detailInSight() {
        let rows = (0..<9).map { ListRow("Person \($0)", detail: "born \($0)") }
        for selection in rows.indices {
            let lines = drawn(ListView(rows, selection: selection), 20, 3).joined(separator: "\n")
            #expect(lines.contains("> Person \(selection)"))
            #expect(lines.contains("born \(selection)"))
        }
    }

    @Test("Columns line up, long cells end in ~, and columns that need more room are left out")
    func columns() {
        let list = ListView(
            [ListRow("Ada Byron", "1815"), ListRow("王小明", "1990")],
            columns: [ListColumn("Name"), ListColumn("Born", .fixed(4), needs: 12)], hasHeader: true)
        #expect(drawn(list, 13, 3) == ["Name     Born", "Ada By~  1815", "王小明   1990"])
        #expect(drawn(list, 11, 3) == ["Name", "Ada Byron", "王小明"])
    }

    @Test("An empty list says so")
    func empty() {
        #expect(drawn(ListView([], empty: "Nobody matches."), 20, 1) == ["Nobody matches."])
        #expect(ListView([], empty: "Nobody matches.").lines == ["Nobody matches."])
    }

    @Test("A press finds the row it falls on, scrolled or not")
    func mouse() {
        let frame = Frame(
            size: Size(width: 20, height: 4), theme: .plain, showing: ListView(rows, selection: 19, id: "people"))
        #expect(frame.hit(at: Position(column: 3, row: 0))?.target == .item(16, in: "people"))
    }

    @Test("After a press the list stays where it is, as far as the chosen row is in sight", arguments: 0..<20)
    func held(selection: Int) {
        let size = Size(width: 20, height: 4)
        let before = Frame(size: size, theme: .plain, showing: ListView(rows, selection: 10, id: "people"))
        #expect(before.lines.first?.hasPrefix("  Person 9 ") == true)
        let after = Frame(
            size: size, theme: .plain, showing: ListView(rows, selection: selection, id: "people"),
            holding: before.firstLines)
        #expect(after.lines.contains { $0.hasPrefix("> Person \(selection + 1)") })
        if (8..<12).contains(selection) { #expect(after.lines.first?.dropFirst(2).hasPrefix("Person 9 ") == true) }
    }

    @Test("The open tab is in brackets and in sight")
    func tabs() {
        #expect(drawn(Tabs(["Plan", "Notes"], selection: 1), 20, 1) == [" Plan  [Notes]"])
        #expect(drawn(Tabs(["Plan", "Notes", "Contacts"], selection: 2), 12, 1) == ["<[Contacts]"])
        #expect(drawn(Tabs(["Plan", "Notes", "Contacts"], selection: 0), 18, 1) == ["[Plan]  Notes    >"])
        #expect(drawn(Tabs(["Plan", "Notes", "Contacts"], selection: 1), 10, 1) == ["<[Notes] >"])
    }

    @Test("Hints say what a key does, and mark what it cannot do now")
    func hints() {
        let hints = KeyHints([
            KeyHint(.enter, "Open", unavailable: "Nobody matches."), KeyHint(.escape, "Back"),
            KeyHint(.function(1), "Help"),
        ])
        #expect(drawn(hints, 40, 1) == ["(Enter Open)  Esc Back  F1 Help"])
        #expect(drawn(hints, 26, 1) == ["(Enter Open)  Esc Back   ~"])
        #expect(hints.lines == ["Enter: Open (not now: Nobody matches.)", "Esc: Back", "F1: Help"])
        let frame = Frame(size: Size(width: 40, height: 1), theme: .plain, showing: hints)
        #expect(frame.hit(at: Position(column: 15, row: 0))?.target == .key(.escape))
    }
}
