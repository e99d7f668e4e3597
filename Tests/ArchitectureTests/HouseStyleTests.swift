import Testing

@Suite("What no source file holds")
struct HouseStyleTests {
    static func places(of pattern: Regex<Substring>, under folders: String...) throws -> [String] {
        try folders.flatMap { try SourceTree.swiftFiles(under: $0) }.flatMap { $0.places(of: pattern) }
    }

    static var colour: Regex<Substring> { #/\bColour\(|#[0-9a-fA-F]{6}\b|\b0x[0-9a-fA-F]{6}\b/# }
    static var print: Regex<Substring> { #/(?:^|[^.\w])(?:debugPrint|print)\(/# }
    static var clockOrChance: Regex<Substring> {
        #/\bDate\(\)|\bDate\.now\b|\bContinuousClock\b|\bSuspendingClock\b|\bUUID\(\)|\.random\(|\bSystemRandomNumberGenerator\b/#
    }

    @Test("Colours stand in themes alone; the terminal holds the fixed palettes of terminals")
    func colours() throws {
        let places = try Self.places(of: Self.colour, under: "Sources")
        #expect(
            places.filter { !$0.hasPrefix("Sources/Terminal/Colour") && !$0.hasPrefix("Sources/Widgets/Theme/") } == [])
    }

    @Test("Nothing is printed past the program's own output")
    func printing() throws {
        #expect(try Self.places(of: Self.print, under: "Sources") == [])
    }

    @Test("No date is written or read by DateFormatter")
    func dates() throws {
        #expect(
            try Self.places(of: #/\bDateFormatter\b/#, under: "Sources", "Tests").filter {
                !$0.contains("ArchitectureTests")
            } == [])
    }

    @Test("The core and the procedures read no clock and draw no lots")
    func pure() throws {
        #expect(try Self.places(of: Self.clockOrChance, under: "Sources/Casework", "Sources/Procedures") == [])
    }

    @Test("Every command says its name: worked out from its type, each costs a start a fifth of a millisecond")
    func commandNames() throws {
        let unnamed = try SourceTree.swiftFiles(under: "Sources/mspdesk").filter { file in
            file.text.matches(of: #/CommandConfiguration\(\s*/#).contains { match in
                !file.text[match.range.upperBound...].hasPrefix("commandName:")
            }
        }
        #expect(unnamed.map(\.path) == [])
    }

    @Test("No file is longer than 350 lines")
    func length() throws {
        let files = try SourceTree.swiftFiles(under: "Sources") + SourceTree.swiftFiles(under: "Tests")
        #expect(files.count > 100)
        let long = files.filter { $0.text.split(separator: "\n", omittingEmptySubsequences: false).count > 351 }
        #expect(long.map(\.path) == [])
    }

    @Test("These patterns find what they look for, and pass over what they do not")
    func patterns() {
        func found(_ pattern: Regex<Substring>, _ line: String) -> Bool {
            !SourceFile(path: "Sources/Screens/App/App.swift", text: line).places(of: pattern).isEmpty
        }
        #expect(found(Self.colour, "let red = Colour(0xff0000)"))
        #expect(found(Self.colour, "let red = \"#ff0000\""))
        #expect(
            !found(
                Self.colour,
                "let red = Role.danger // Colour(0xff0000) before".replacing("// Colour(0xff0000)", with: "")))
        #expect(found(Self.print, "    print(\"here\")"))
        #expect(!found(Self.print, "    output.print(line)"))
        #expect(!found(Self.print, "    // print(line)"))
        #expect(found(Self.clockOrChance, "let now = Date()"))
        #expect(!found(Self.clockOrChance, "let day = Date(timeIntervalSince1970: 0)"))
    }
}
