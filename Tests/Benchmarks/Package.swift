// swift-tools-version: 6.2
import PackageDescription

/// Measures; users never build it.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "mspdesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "bench-find",
            dependencies: [.product(name: "Storage", package: "mspdesk")]
        )
    ],
    swiftLanguageModes: [.v6]
)
