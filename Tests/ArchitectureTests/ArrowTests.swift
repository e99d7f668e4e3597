import Testing

@Suite("What may import what")
struct ArrowTests {
    /// The arrows: a module, and all that it may import beside the system's own modules.
    static let arrows: [String: Set<String>] = [
        "Terminal": ["CNcurses"],
        "Widgets": ["Terminal", "Yams"],
        "Casework": ["Crypto"],
        "Procedures": ["Casework", "Yams"],
        "Storage": ["Casework", "GRDB", "GRDBSQLite"],
        "Screens": ["Widgets", "Terminal", "Procedures", "Casework"],
        "mspdesk": [
            "Screens", "Widgets", "Terminal", "Procedures", "Storage", "Casework", "ArgumentParser", "Logging",
            "Subprocess",
        ],
    ]
    static let system: Set<String> = ["Foundation", "Synchronization", "Dispatch", "Glibc"]
    /// The core reads no clock and starts no work of its own.
    static let systemOfCasework: Set<String> = ["Foundation", "Synchronization"]

    /// Within a module, what only the files that begin so may import.
    static let confined: [String: [String]] = [
        "CNcurses": ["Sources/Terminal/CursesDisplay", "Sources/Terminal/TerminalError"],
        "Subprocess": ["Sources/mspdesk/Mail/"],
        "Yams": ["Sources/Procedures/", "Sources/Widgets/YAML/"],
    ]

    static func forbidden(in file: SourceFile) -> [String] {
        let allowed = (arrows[file.module] ?? []).union(file.module == "Casework" ? systemOfCasework : system)
        return file.imports.sorted().filter { name in
            guard allowed.contains(name) else { return true }
            return confined[name].map { places in !places.contains { file.path.hasPrefix($0) } } ?? false
        }
    }

    @Test("Every module of Sources has its arrows")
    func everyModule() throws {
        #expect(try SourceTree.folders(in: "Sources") == Set(Self.arrows.keys).union(["CNcurses"]))
    }

    @Test("No file imports what its module may not", arguments: arrows.keys.sorted())
    func imports(module: String) throws {
        let files = try SourceTree.swiftFiles(under: "Sources/\(module)")
        #expect(!files.isEmpty)
        for file in files { #expect(Self.forbidden(in: file) == [], "\(file.path)") }
    }

    @Test("What the package declares agrees with the arrows, and no arrow points back up")
    func manifest() throws {
        let targets = DeclaredTarget.all(in: try SourceTree.manifest())
        #expect(targets.contains { $0.name == "Casework" })
        for target in targets where Self.arrows[target.name] != nil {
            #expect(target.dependencies.isSubset(of: Self.arrows[target.name] ?? []), "\(target.name)")
        }
        for (module, imported) in Self.arrows {
            for other in imported where Self.arrows[other] != nil {
                #expect(Self.arrows[other]?.contains(module) == false, "\(module) and \(other)")
            }
        }
    }

    @Test("Tests see their own module and the test support, and the test support sees the core alone")
    func tests() throws {
        for target in DeclaredTarget.all(in: try SourceTree.manifest()) where Self.arrows[target.name] == nil {
            let allowed: Set<String> =
                target.name == "TestSupport"
                ? ["Casework"] : [target.name.replacing("Tests", with: ""), "TestSupport"]
            #expect(target.dependencies.isSubset(of: allowed), "\(target.name)")
        }
        for file in try SourceTree.swiftFiles(under: "Tests/TestSupport") {
            #expect(file.imports.isSubset(of: ["Casework", "Synchronization"]), "\(file.path)")
        }
    }

    @Test(
        "An import is seen however it is written",
        arguments: [
            "import GRDB", "  import GRDB", "@_exported import GRDB", "@preconcurrency import GRDB",
            "public import GRDB", "@_spi(Inner) internal import GRDB", "import struct GRDB.Row", "import func GRDB.x",
            "import GRDB // for now", "import Foundation; import GRDB", "import GRDB.Core",
        ])
    func seen(line: String) {
        let file = SourceFile(path: "Sources/Casework/Desk/Desk.swift", text: "import Foundation\n\(line)\n")
        #expect(Self.forbidden(in: file) == ["GRDB"])
    }

    @Test(
        "What only looks like an import is none",
        arguments: ["// import GRDB", "    import customers FILE", "imports GRDB"])
    func unseen(line: String) {
        #expect(SourceFile(path: "Sources/Casework/Desk/Desk.swift", text: line).imports.isEmpty)
    }

    @Test("ncurses and YAML are kept to their places")
    func confinement() {
        func forbidden(_ path: String, _ module: String) -> [String] {
            Self.forbidden(in: SourceFile(path: path, text: "import \(module)"))
        }
        #expect(forbidden("Sources/Terminal/CursesDisplay.swift", "CNcurses") == [])
        #expect(forbidden("Sources/Terminal/Canvas.swift", "CNcurses") == ["CNcurses"])
        #expect(forbidden("Sources/Widgets/YAML/YAMLValue.swift", "Yams") == [])
        #expect(forbidden("Sources/Widgets/Text/Banner.swift", "Yams") == ["Yams"])
        #expect(forbidden("Sources/mspdesk/Composition.swift", "Yams") == ["Yams"])
        #expect(forbidden("Sources/mspdesk/Composition.swift", "GRDB") == ["GRDB"])
        #expect(forbidden("Sources/Screens/App/App.swift", "Storage") == ["Storage"])
        #expect(forbidden("Sources/Casework/Audit/AuditEntry.swift", "Dispatch") == ["Dispatch"])
    }
}
