import Testing

@testable import Widgets

@Suite("Where lines break")
struct WordWrapTests {
    static let texts = [
        "", " ", "one", "one two three", "  leads and trails  ", "a-word-far-wider-than-any-line here", "two\nlines",
        "\n", "ends\n", "\n\nbegins after two", "Search by name, date of birth or number; any order will do.",
    ]

    @Test("Plain text breaks by its bytes where it would by its characters", arguments: texts)
    func bytes(text: String) {
        for width in 0...40 {
            for hanging in [0, 2, 7] {
                let byCharacter = WordWrap.ranges(of: Array(text), width: width, hanging: hanging)
                #expect(WordWrap.ranges(of: Array(text.utf8), width: width, hanging: hanging) == byCharacter)
            }
        }
    }
}
