// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "mspdesk",
    products: [
        .executable(name: "mspdesk", targets: ["mspdesk"]),
        // For benchmarks and soak, a package of their own.
        .library(name: "Storage", targets: ["Casework", "Storage"]),
        .library(name: "Screens", targets: ["Terminal", "Widgets", "Screens"]),
        .library(name: "TestSupport", targets: ["TestSupport"]),
        .library(name: "Procedures", targets: ["Procedures"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
        ),
        .target(name: "Terminal", dependencies: ["CNcurses"]),
        .target(name: "Widgets", dependencies: ["Terminal", "Yams"]),
        .target(name: "Casework", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "Procedures", dependencies: ["Casework", "Yams"], exclude: ["Content"]),
        .target(
            name: "Storage",
            dependencies: [
                "Casework", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(name: "Screens", dependencies: ["Widgets", "Procedures", "Casework"]),
        .executableTarget(
            name: "mspdesk",
            dependencies: [
                "Screens", "Storage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]
        ),
        .target(name: "TestSupport", dependencies: ["Casework"], path: "Tests/TestSupport"),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework", "TestSupport"]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "TestSupport"]),
        .testTarget(name: "WidgetsTests", dependencies: ["Widgets", "TestSupport"]),
        .testTarget(name: "ProceduresTests", dependencies: ["Procedures", "TestSupport"]),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "TestSupport"]),
        .testTarget(name: "ScreensTests", dependencies: ["Screens", "TestSupport"], exclude: ["Snapshots"]),
        .testTarget(name: "Journeys", dependencies: ["TestSupport"], path: "Tests/Journeys"),
    ],
    swiftLanguageModes: [.v6]
)
