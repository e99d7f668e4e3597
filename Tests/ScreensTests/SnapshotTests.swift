import Foundation
import Terminal
import Testing

@testable import Screens

/// Each place at each size against the text kept beside this file. `RECORD_SNAPSHOTS=1 swift test` writes it anew:
/// look at the difference before it is committed.
@Suite("The screens as they were last looked at")
struct SnapshotTests {
    @Test("Each screen looks as it did when it was last approved", arguments: Place.allCases, sizes)
    func unchanged(place: Place, size: Size) throws {
        let person = try place.reached(width: size.width, height: size.height)
        let text = person.screen.joined(separator: "\n") + "\n"
        let file = Self.folder.appending(path: "\(place.rawValue)-\(size.width)x\(size.height).txt")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else {
            Issue.record("\(file.lastPathComponent) is missing; record it:\(person.testDescription)")
            return
        }
        let kept = String(decoding: data, as: UTF8.self)
        if text != kept {
            Issue.record("\(file.lastPathComponent) differs:\n\(Self.difference(kept, text))")
        }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    /// The rows that differ, as they were and as they are.
    private static func difference(_ kept: String, _ shown: String) -> String {
        let (old, new) = (kept.components(separatedBy: "\n"), shown.components(separatedBy: "\n"))
        return (0..<max(old.count, new.count)).compactMap { row in
            let (was, now) = (row < old.count ? old[row] : "", row < new.count ? new[row] : "")
            return was == now ? nil : "row \(row + 1)\n  was \(was)\n  now \(now)"
        }.joined(separator: "\n")
    }
}
