import Casework
import Testing

@Suite("What a slip could have meant")
struct NearestNameTests {
    private static let known = ["theme", "mouse", "keys", "record.week", "light"]

    @Test(
        "A letter wrong, missing, too many or swapped is forgiven, more of them in a longer word",
        arguments: [
            ("theem", "theme"), ("them", "theme"), ("themee", "theme"), ("tkeme", "theme"), ("ligth", "light"),
            ("record.wek", "record.week"), ("recrod.weak", "record.week"),
        ])
    func near(word: String, meant: String) {
        #expect(nearest(to: word, among: Self.known) == meant)
    }

    @Test("What is near to nothing has no nearest", arguments: ["", "zebra", "site", "r"])
    func far(word: String) {
        #expect(nearest(to: word, among: Self.known) == nil)
        #expect(nearest(to: word, among: []) == nil)
    }
}
