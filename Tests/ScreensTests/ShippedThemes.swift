import Foundation
import Screens
import Widgets

/// The themes that the program ships, as it reads them.
enum ShippedThemes {
    static let names = ["dark", "light", "high-contrast", "colour-blind", "monochrome"]

    static let all: [Theme] = names.compactMap { name in
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Themes/\(name).yaml").standardizedFileURL
        guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else { return nil }
        do { return try Theme(yaml: String(decoding: data, as: UTF8.self), file: file.lastPathComponent) } catch {
            return nil
        }
    }

    static let offered = all.map { OfferedTheme(name: $0.name, isOwn: false, theme: .success($0)) }

    static let broken = OfferedTheme(
        name: "mine", isOwn: true,
        theme: .failure(ThemeError(file: "mine.yaml", line: 3, fault: .unknown("hue", among: ["name", "roles"]))))
}
