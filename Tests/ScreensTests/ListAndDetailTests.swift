import Terminal
import Testing
import Widgets

@testable import Screens

@Suite("A list and what is chosen in it")
struct ListAndDetailTests {
    private func both(_ rows: Int, needs: ListAndDetail.Need = .page) -> ListAndDetail {
        ListAndDetail(
            list: ListView(
                (1...rows).map { ListRow("Row \($0)", needs == .page ? "" : "What row \($0) says.") },
                columns: [ListColumn("", .fill(2)), ListAndDetail.sentences], selection: 0),
            detail: Paragraph("What row 1 says."), title: "Row 1", detailNeeds: needs)
    }

    private func drawn(_ widget: any Widget, _ width: Int, _ height: Int) -> [String] {
        Frame(size: Size(width: width, height: height), theme: .plain, showing: widget).lines
    }

    @Test(
        "Below 120 columns the detail stands below and the list has the room that it leaves; from 120 on it is beside")
    func places() {
        let narrow = drawn(both(20), 40, 12)
        #expect(narrow.prefix(7).allSatisfy { $0.contains("Row ") })
        #expect(narrow[8] == "What row 1 says.")
        let wide = drawn(both(20), 120, 12)
        #expect(wide.allSatisfy { $0.contains("Row ") })
        #expect(wide[1].contains("What row 1 says."))
    }

    @Test("Where the detail is a sentence it has little, and at 40 by 12 each row more is the list's")
    func sentence() {
        let small = drawn(both(20, needs: .sentence), 40, 5)
        #expect(small.prefix(4).allSatisfy { $0.contains("Row ") })
        #expect(small[4] == "What row 1 says.")
        let wide = drawn(both(20, needs: .sentence), 160, 12)
        #expect(wide.count { $0.contains("says.") } == 12)
        #expect(drawn(both(20, needs: .sentence), 120, 18).prefix(14).allSatisfy { $0.contains("Row ") })
    }

    @Test("The detail is said once, and no size is too small", arguments: [0, 1, 2, 3, 119, 120])
    func said(width: Int) {
        #expect(both(2).lines.contains("What row 1 says."))
        #expect(both(2, needs: .sentence).lines == ["Row 1, What row 1 says.", "Row 2, What row 2 says."])
        for height in 0...4 { _ = drawn(both(3), width, height) }
        let empty = ListAndDetail(list: ListView([], empty: "Nothing."), detail: Paragraph("Never said."))
        #expect(empty.lines == ["Nothing."])
    }
}
