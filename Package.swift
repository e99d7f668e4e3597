// swift-tools-version: 6.2
import Glibc
import PackageDescription

// How the release program lies in memory. Every page that is touched costs time at the start and counts as resident, and
// pages come sixteen at a time: the functions that are used stand together, in the order of `.ci/layout/functions`, and
// what nobody outside needs, C++'s library as a second one and two and a half megabytes of relocations stay out.
let layout = "\(Context.packageDirectory)/.ci/layout"
var linking = [
    "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "--no-warn-symbol-ordering",
    "-Xlinker", "--symbol-ordering-file=\(layout)/functions", "-Xlinker", "\(layout)/nameless.ld", "-L", layout,
    "-Xclang-linker", "-static-libgcc",
]
// glibc reads packed relocations from 2.36 on; an older one would not start the program.
var version = [CChar](repeating: 0, count: 32)
confstr(Int32(_CS_GNU_LIBC_VERSION), &version, version.count)
let libc = version.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
if let minor = Int(String(decoding: libc.split(separator: UInt8(ascii: ".")).last ?? [], as: UTF8.self)), minor >= 36 {
    linking += ["-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]
}

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
            ],
            linkerSettings: [.unsafeFlags(linking, .when(platforms: [.linux], configuration: .release))]
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
