import Foundation
import Terminal
import Testing
import Widgets

@testable import Screens

/// Each place at each size in each theme and without colour: the words are those of ``SnapshotTests``, and each cell looks
/// as the theme has the roles that are kept beside this file. A file for each place names, row by row, the columns of
/// each role but `text`, and the words that stand there. `RECORD_SNAPSHOTS=1 swift test` writes them anew.
@Suite("The screens in every theme")
struct ThemedPictureTests {
    @Test("Each part of each screen stands in the role in which it was last approved", arguments: Place.allCases)
    func roles(place: Place) throws {
        var text = ""
        for size in sizes {
            let picture = RolePicture(of: try place.reached(width: size.width, height: size.height))
            text += "\(size.width)x\(size.height)\n" + picture.rows.map { "  \($0)\n" }.joined()
        }
        try Kept(folder: "Roles", name: "\(place.rawValue).txt").compare(text)
    }

    @Test(
        "In every theme, and in none, each cell has the words that were approved, in the colours of its role",
        arguments: Place.allCases)
    func themes(place: Place) throws {
        try #require(ShippedThemes.all.count == ShippedThemes.names.count)
        for size in sizes {
            let person = try place.reached(width: size.width, height: size.height)
            let picture = RolePicture(of: person)
            for theme in ShippedThemes.all + [.plain] {
                let frame = person.app.picture(in: theme)
                #expect(frame.lines == person.screen, "\(theme.name) at \(size)")
                #expect(picture.differences(from: frame, in: theme).prefix(3) == [], "\(theme.name) at \(size)")
            }
        }
    }

    @Test("A cell in another role than was approved is found")
    func canFail() throws {
        let person = try Place.warning.reached(width: 80, height: 24)
        let picture = RolePicture(of: person)
        let dark = try #require(ShippedThemes.all.first)
        let other = try #require(ShippedThemes.all.dropFirst().first)
        #expect(picture.differences(from: person.app.picture(in: other), in: dark).count > 1000)
    }
}

/// A picture by role: drawn in a theme whose colours are the numbers of the roles.
private struct RolePicture {
    private let frame: Frame

    init(of person: Operator) {
        frame = person.app.picture(in: Self.numbered)
    }

    private static let numbered = Theme(
        name: "numbered", isDark: true, ground: nil,
        styles: Dictionary(
            uniqueKeysWithValues: Role.allCases.enumerated().map { number, role in
                let colour = Colour(UInt32(number))
                return (role, Style(foreground: colour, background: colour))
            }))

    private static func role(_ colour: Colour?) -> Role? {
        colour.flatMap { Role.allCases.indices.contains(Int($0.value)) ? Role.allCases[Int($0.value)] : nil }
    }

    private struct Look: Equatable {
        var words: Role?
        /// Behind the words; the same role but where one stands on another's fill.
        var fill: Role?
        /// Added by the widget itself.
        var attributes: Style.Attributes

        var name: String {
            let behind = fill == words ? "" : " on \(fill?.rawValue ?? "?")"
            return (words?.rawValue ?? "?") + behind + (attributes.contains(.underline) ? " underlined" : "")
                + (attributes.contains(.bold) ? " bold" : "")
        }
    }

    private func look(_ column: Int, _ row: Int) -> Look {
        let style = frame.style(at: Position(column: column, row: row)) ?? .plain
        return Look(
            words: Self.role(style.foreground), fill: Self.role(style.background), attributes: style.attributes)
    }

    /// `3 danger 1-80 Full restriction: do not serve`, a row and role a line; rows that are alike and empty are one.
    var rows: [String] {
        (0..<frame.size.height).flatMap { row -> [String] in
            var runs: [(look: Look, columns: ClosedRange<Int>, text: String)] = []
            for column in 0..<frame.size.width {
                let (look, text) = (look(column, row), frame.text(at: Position(column: column, row: row)))
                if let last = runs.last, last.look == look {
                    runs[runs.count - 1].columns = last.columns.lowerBound...column
                    runs[runs.count - 1].text += text
                } else {
                    runs.append((look, column...column, text))
                }
            }
            return runs.filter { $0.look.name != Role.text.rawValue }.map { run in
                let words = run.text.split(separator: " ").joined(separator: " ")
                let columns = "\(run.columns.lowerBound + 1)-\(run.columns.upperBound + 1)"
                return "\(row + 1) \(columns) \(run.look.name)" + (words.isEmpty ? "" : ": \(words.prefix(28))")
            }
        }
    }

    /// The cells of `other` that do not look as `theme` has their roles.
    func differences(from other: Frame, in theme: Theme) -> [String] {
        var found: [String] = []
        for row in 0..<frame.size.height {
            for column in 0..<frame.size.width {
                let look = look(column, row)
                guard let words = look.words, let fill = look.fill else {
                    found.append("\(row + 1):\(column + 1) has no role")
                    continue
                }
                let shown = other.style(at: Position(column: column, row: row)) ?? .plain
                let style = theme.style(words)
                // A block sets its title bold and the rest not, whatever the theme has.
                let attributes = style.attributes.union(look.attributes)
                let fits =
                    shown.foreground == style.foreground && shown.background == theme.style(fill).background
                    && shown.attributes.subtracting(.bold) == attributes.subtracting(.bold)
                if !fits { found.append("\(row + 1):\(column + 1) is not \(look.name)") }
            }
        }
        return found
    }
}

/// A text kept beside the tests, and compared or written anew.
struct Kept {
    let folder: String
    let name: String

    func compare(_ text: String) throws {
        let place = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(folder)")
        let file = place.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else {
            Issue.record("\(name) is missing; record it")
            return
        }
        let (old, new) = (
            String(decoding: data, as: UTF8.self).components(separatedBy: "\n"), text.components(separatedBy: "\n")
        )
        guard old != new else { return }
        let changes = new.difference(from: old).map { change in
            switch change {
            case .insert(_, let line, _): "now \(line)"
            case .remove(_, let line, _): "was \(line)"
            }
        }
        Issue.record("\(folder)/\(name) differs:\n\(changes.joined(separator: "\n"))")
    }
}
