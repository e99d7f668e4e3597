import Casework
import Foundation
import Screens
import Widgets

/// Where themes are: those that the program ships, and the person's own, which come first where the names are the same.
struct ThemeShelf {
    /// Nil when the program's own are not where they should be.
    let shipped: String?
    let own: String

    static func standard(_ environment: Environment = Places.environment) -> ThemeShelf {
        ThemeShelf(
            shipped: Places.shipped("themes", inCheckout: "Themes"),
            own: Places.configuration(environment) + "/mspdesk/themes")
    }

    /// The shipped ones in the order in which they are best offered; what is not listed comes after.
    private static let order = ["dark", "light", "high-contrast", "colour-blind", "monochrome"]

    private func files(in directory: String?) -> [String] {
        guard let directory, let folder = opendir(directory) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name.hasSuffix(".yaml") { names.append(String(name.dropLast(5))) }
        }
        return names.sorted()
    }

    var ownNames: [String] { files(in: own) }
    var shippedNames: [String] {
        let names = files(in: shipped)
        return Self.order.filter(names.contains) + names.filter { !Self.order.contains($0) }
    }

    /// Every name once.
    var names: [String] { shippedNames + ownNames.filter { !shippedNames.contains($0) } }

    /// The theme of that name. Where it is broken the usual one stands in, and where that is broken too, none does.
    func theme(named name: String, faults: inout [any UserFacing]) -> Theme {
        if shipped == nil { faults.append(InputError.contentMissing("themes")) }
        let places = [(name, ownNames.contains(name) ? own : shipped), (Configuration.usualTheme, shipped)]
        for case (let name, let directory?) in places {
            do { return try theme(named: name, in: directory) } catch { faults.append(error) }
        }
        return .plain
    }

    func theme(named name: String, in directory: String) throws(ThemeError) -> Theme {
        let path = "\(directory)/\(name).yaml"
        let shown = Places.abbreviated(path)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ThemeError(file: shown, line: nil, fault: .unreadable)
        }
        guard let text = String(ofFile: data) else {
            throw ThemeError(file: shown, line: nil, fault: .malformed("it is not UTF-8"))
        }
        var theme = try Theme(yaml: text, file: shown)
        // It is chosen by the name of its file, whatever it calls itself.
        theme.name = name
        return theme
    }

    func offered() -> [OfferedTheme] {
        let ownNames = ownNames
        return names.map { name in
            let theme: Result<Theme, ThemeError>
            do throws(ThemeError) {
                theme = .success(try self.theme(named: name, in: ownNames.contains(name) ? own : shipped ?? own))
            } catch { theme = .failure(error) }
            return OfferedTheme(name: name, isOwn: ownNames.contains(name), theme: theme)
        }
    }
}
