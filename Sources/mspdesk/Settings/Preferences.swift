import Casework
import Foundation
import Screens
import Widgets

/// How the person wants the program, as far as files and terminal tell: nothing here waits for the register.
struct Preferences: Sendable {
    let shelf: ThemeShelf
    let file: ConfigurationFile
    var written: WrittenConfiguration
    /// The theme to begin with: the one named, else the configuration's; attributes alone where no colour is wanted.
    let theme: Theme
    let hasColour: Bool
    /// The name under which the screens know ``theme``; where no colour is wanted, that of the one which is kept.
    var themeInUse: String { hasColour ? theme.name : written.configuration.theme }
    /// Why another theme stands in for the one that was asked for.
    let themeFaults: [any UserFacing]

    /// - Throws: ``InputError/noTheme(_:known:)`` for a name given on the command line that no theme bears.
    init(theme named: String?, colour: ColourChoice) throws {
        let environment = Places.environment
        shelf = ThemeShelf.standard(environment)
        file = ConfigurationFile.standard(environment)
        let names = shelf.names
        if let named, !names.contains(named) { throw InputError.noTheme(named, known: names) }
        written = file.read(themes: names)
        let none = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        hasColour = colour != .never && !(colour == .auto && none && named == nil)
        var faults: [any UserFacing] = []
        theme =
            hasColour ? shelf.theme(named: named ?? written.configuration.theme, faults: &faults) : Theme.plain
        themeFaults = faults
    }
}
