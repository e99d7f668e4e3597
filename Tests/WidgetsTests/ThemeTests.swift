import Foundation
import Terminal
import Testing

@testable import Widgets

@Suite("Themes")
struct ThemeTests {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Themes")

    private func theme(_ name: String) throws -> Theme {
        let file = Self.folder.appending(path: "\(name).yaml")
        return try Theme(yaml: String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    }

    @Test(
        "Every role can be read on its ground, and fills stand out, in true colour, 256 and 16 colours",
        arguments: ["dark", "light", "high-contrast", "colour-blind", "monochrome"],
        [ColourDepth.trueColour, .twoFiftySix, .sixteen])
    func contrast(name: String, depth: ColourDepth) throws {
        let theme = try theme(name)
        let ground = try #require(depth.shown(Style(background: theme.ground)).background)
        for role in Role.allCases {
            let shown = depth.shown(theme.style(role))
            let (front, back) = (try #require(shown.foreground), try #require(shown.background))
            #expect(front.contrast(with: back) >= 4.5, "\(role) in \(name)")
            if Role.fills.contains(role) { #expect(back.contrast(with: ground) >= 3, "\(role) in \(name)") }
        }
    }

    @Test(
        "A theme of somebody's own that is too faint is told, with role, depth and ratio", arguments: ["dark", "light"])
    func faint(name: String) throws {
        #expect(try theme(name).faintRoles() == [])
        let text = try String(contentsOf: Self.folder.appending(path: "\(name).yaml"), encoding: .utf8)
        let ground = name == "dark" ? "#16181d" : "#ffffff"
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines = lines.map { line in
            if line.hasPrefix("groundColour") { return "groundColour: '\(ground)'" }
            if line.hasPrefix("  dim:") { return "  dim: { fg: '#777777' }" }
            if line.hasPrefix("  good:") { return "  good: { fg: '#777777', bg: '\(ground)' }" }
            return line
        }
        let faint = try Theme(yaml: lines.joined(separator: "\n"), file: "own.yaml").faintRoles()
        #expect(faint.map(\.role) == [.dim, .good])
        #expect(faint.last?.isFill == true && faint.last?.contrast == 1)
        #expect(faint.first.map { $0.contrast < 4.5 && $0.needed == 4.5 && !$0.isFill } == true)
    }

    @Test("The high contrast theme keeps 7:1 for every role")
    func highContrast() throws {
        let theme = try theme("high-contrast")
        for role in Role.allCases {
            let style = theme.style(role)
            let (ink, ground) = (try #require(style.foreground), try #require(style.background))
            #expect(ink.contrast(with: ground) >= 7, "\(role)")
        }
    }

    @Test("Without colour, warnings, the chosen row and fields are still told apart from text")
    func plain() {
        for role in Role.fills + [.field, .fieldFocused] {
            #expect(Theme.plain.style(role).attributes != Theme.plain.style(.text).attributes)
            #expect(Theme.plain.style(role).foreground == nil)
        }
    }

    @Test(
        "A broken theme file is refused, naming file, line and fault",
        arguments: [
            ("name: x\nground: [", "x.yaml:3: this is not YAML"),
            ("name: x\nground: mud", "x.yaml:2: 'ground' should be dark or light."),
            ("name: x\nground: dark\nhue: 3", "x.yaml:3: 'hue' is not known."),
            ("name: x\nground: dark\nroles:\n  text: { fg: '#ffffff' }", "x.yaml:4: 'dim' is missing."),
            ("name: x\nground: dark\nroles:\n  text: { fg: '#ffffff' }\n  tex: {}", "x.yaml:5: 'tex' is not known."),
            ("- a", "x.yaml:1: 'theme' should be a mapping."), ("", "x.yaml: 'name' is missing."),
        ])
    func broken(yaml: String, message: String) throws {
        let error = #expect(throws: ThemeError.self) { try Theme(yaml: yaml, file: "x.yaml") }
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
        #expect(error?.message.hasSuffix(".") == true, "the remedy follows")
        #expect(error?.remedy.isEmpty == false)
    }

    @Test("A colour that is none is named with its line")
    func wrongColour() throws {
        let good = try String(contentsOf: Self.folder.appending(path: "dark.yaml"), encoding: .utf8)
        let lines = good.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("  dim:") })
        var broken = lines
        broken[line] = "  dim: { fg: 'grey' }"
        let error = #expect(throws: ThemeError.self) {
            try Theme(yaml: broken.joined(separator: "\n"), file: "dark.yaml")
        }
        #expect(error?.line == line + 1)
        #expect(error?.fault == .unfit("fg", expected: "a colour such as '#1c1e22'"))
    }
}
