import Foundation
import Testing

/// The built program, run as a person or a script runs it.
enum Program {
    /// Where it is: `$MSPDESK_PROGRAM`, else what this checkout built last.
    static var path: String {
        get throws {
            if let named = ProcessInfo.processInfo.environment["MSPDESK_PROGRAM"], !named.isEmpty {
                guard FileManager.default.isExecutableFile(atPath: named) else {
                    throw Missing(tried: [named])
                }
                return named
            }
            let built = ["debug", "release"].map { "\(checkout)/.build/\($0)/mspdesk" }
            guard let path = built.first(where: FileManager.default.isExecutableFile) else {
                throw Missing(tried: built)
            }
            return path
        }
    }

    static let checkout = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    struct Missing: Error, CustomStringConvertible {
        let tried: [String]
        var description: String {
            "There is no program at \(tried.joined(separator: " or ")). "
                + "Build it with 'make build' or 'swift build', or name it in MSPDESK_PROGRAM."
        }
    }

    /// A program of the machine by its name, found on the path.
    static func tool(_ name: String) throws -> String {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        guard
            let found = path.split(separator: ":").map({ "\($0)/\(name)" })
                .first(where: FileManager.default.isExecutableFile)
        else { throw Missing(tried: ["\(name) on the path: install it, 'make setup-test' does"]) }
        return found
    }
}

/// What a command left behind.
struct Outcome {
    let status: Int32
    let out: String
    let err: String

    /// What standard output holds as JSON.
    func json() throws -> JSON {
        JSON(try JSONSerialization.jsonObject(with: Data(out.utf8), options: .fragmentsAllowed))
    }

    /// Whether the failure has the form of the contract: a line saying what happened, a line with the remedy, on
    /// standard error, and nothing on standard output.
    var isOneErrorWithRemedy: Bool {
        let lines = err.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return out.isEmpty && lines.count == 3 && lines[0].hasPrefix("mspdesk: ") && lines[0].count > 12
            && lines[1].hasPrefix("  ") && !lines[1].hasPrefix("   ") && lines[1].count > 5 && lines[2].isEmpty
    }
}

/// A JSON value, looked into by key and index; what is not there is nil.
struct JSON {
    let value: Any?

    init(_ value: Any?) { self.value = value is NSNull ? nil : value }

    subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }

    subscript(index: Int) -> JSON {
        guard let list = value as? [Any], list.indices.contains(index) else { return JSON(nil) }
        return JSON(list[index])
    }

    var text: String? { value as? String }
    var number: Int? { value as? Int }
    var bool: Bool? { value as? Bool }
    var list: [JSON] { (value as? [Any] ?? []).map(JSON.init) }
    var texts: [String] { list.compactMap(\.text) }
    var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
    var isNull: Bool { value == nil }
}
