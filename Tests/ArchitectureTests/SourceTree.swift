import Foundation

/// The repository as it lies on disk.
enum SourceTree {
    /// The folder that holds `Package.swift`, found from this file.
    static let root: URL = {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path.count > 1, !FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
            folder.deleteLastPathComponent()
        }
        return folder
    }()

    /// Every Swift file under `folder`, sorted by path; what a build put in a hidden folder is nobody's source.
    static func swiftFiles(under folder: String) throws -> [SourceFile] {
        let start = root.appending(path: folder)
        guard let paths = FileManager.default.enumerator(atPath: start.path) else { return [] }
        let ours = paths.compactMap { $0 as? String }.filter { path in
            path.hasSuffix(".swift") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        return try ours.sorted().map { path in
            SourceFile(
                path: "\(folder)/\(path)", text: try String(contentsOf: start.appending(path: path), encoding: .utf8))
        }
    }

    static func manifest() throws -> String {
        try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    }

    /// The folders directly under `folder`.
    static func folders(in folder: String) throws -> Set<String> {
        let start = root.appending(path: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: start.path)
        return Set(
            names.filter { name in
                var isFolder: ObjCBool = false
                let exists = FileManager.default.fileExists(
                    atPath: start.appending(path: name).path, isDirectory: &isFolder)
                return exists && isFolder.boolValue && !name.hasPrefix(".")
            })
    }
}

/// One Swift file.
struct SourceFile {
    /// From the root: `Sources/Casework/Desk/Desk.swift`.
    let path: String
    let text: String

    /// The folder under `Sources` or `Tests`: `Casework`.
    var module: String { String(path.split(separator: "/").dropFirst().first ?? "") }

    /// The lines that are no comment, each with its number from 1.
    var code: [(number: Int, text: Substring)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            line.drop { $0 == " " }.hasPrefix("//") ? nil : (index + 1, line)
        }
    }

    /// Each line of code in which `pattern` is found, as `path:line`.
    func places(of pattern: Regex<Substring>) -> [String] {
        code.filter { $0.text.firstMatch(of: pattern) != nil }.map { "\(path):\($0.number)" }
    }

    /// The modules that the file imports, whatever stands before the word and however deep the name goes.
    var imports: Set<String> {
        let statement =
            #/^\s*(?:(?:@\w+(?:\(\w+\))?|public|package|internal|fileprivate|private)\s+)*import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)(?:\.\w+)*\s*(?:\/\/.*)?$/#
        var found: Set<String> = []
        for line in code {
            for part in line.text.split(separator: ";") {
                if let match = part.wholeMatch(of: statement) { found.insert(String(match.1)) }
            }
        }
        return found
    }
}

/// What `Package.swift` says of one target.
struct DeclaredTarget {
    let name: String
    let dependencies: Set<String>

    static func all(in manifest: String) -> [DeclaredTarget] {
        let heads = manifest.ranges(of: #/\.(?:target|executableTarget|testTarget)\(/#)
        return heads.indices.compactMap { index in
            let end = heads.indices.contains(index + 1) ? heads[index + 1].lowerBound : manifest.endIndex
            let text = manifest[heads[index].upperBound..<end]
            guard let name = text.firstMatch(of: #/name:\s*"(\w+)"/#)?.1 else { return nil }
            return DeclaredTarget(name: String(name), dependencies: dependencies(in: text))
        }
    }

    private static func dependencies(in target: Substring) -> Set<String> {
        guard let head = target.firstRange(of: #/dependencies:\s*\[/#) else { return [] }
        let list = target[head.upperBound...].prefix { $0 != "]" }
        let products = list.matches(of: #/\.product\(name:\s*"(\w+)"/#).map { String($0.1) }
        let others = list.replacing(#/\.product\([^)]*\)/#, with: "").matches(of: #/"(\w+)"/#).map { String($0.1) }
        return Set(products + others)
    }
}
