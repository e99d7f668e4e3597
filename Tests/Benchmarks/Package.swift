// swift-tools-version: 6.2
import PackageDescription

/// Measures; users never build it.
let package = Package(
    name: "benchmarks",
    dependencies: [
        .package(name: "mspdesk", path: "../.."),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        .executableTarget(name: "bench", dependencies: [.product(name: "Procedures", package: "mspdesk")]),
        .executableTarget(
            name: "bench-find",
            dependencies: [
                .product(name: "Storage", package: "mspdesk"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
