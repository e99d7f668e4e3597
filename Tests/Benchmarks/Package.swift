// swift-tools-version: 6.2
import PackageDescription

/// Measures and soaks; users never build it.
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
        .executableTarget(
            name: "soak",
            dependencies: [
                .product(name: "Storage", package: "mspdesk"),
                .product(name: "Procedures", package: "mspdesk"),
                .product(name: "Screens", package: "mspdesk"),
                .product(name: "TestSupport", package: "mspdesk"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
