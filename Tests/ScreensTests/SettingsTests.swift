import Casework
import Synchronization
import Terminal
import TestSupport
import Testing
import Widgets

@testable import Screens

@Suite("Settings")
struct SettingsTests {
    /// What was kept, in order.
    private final class Kept: Sendable {
        private let all = Mutex<[SettingChange]>([])
        var changes: [SettingChange] { all.withLock { $0 } }
        func add(_ change: SettingChange) { all.withLock { $0.append(change) } }
    }

    private func office(keeping kept: Kept = Kept()) -> Office {
        var office = Office()
        office.setup.themes = { ShippedThemes.offered + [ShippedThemes.broken] }
        office.setup.sites = { ["Parramatta", "Penrith", "Port Augusta"] }
        office.setup.keep = { kept.add($0) }
        return office
    }

    private func ground(of person: Operator) -> Colour? {
        person.display.frame.style(at: Position(column: 79, row: 20))?.background
    }

    // MARK: Theme

    @Test("Moving shows the whole screen in the marked theme; Esc leaves all as it was; Enter keeps it")
    func chooser() throws {
        let kept = Kept()
        let person = try Operator(office(keeping: kept))
        let light = try #require(ShippedThemes.all.first { $0.name == "light" })
        person.press(.control("p"))
        person.type("colours")
        person.press(.enter)
        #expect(person.sees("1 dark") || person.sees("1  dark"))
        person.press(.down)
        #expect(ground(of: person) == light.ground)
        person.press(.escape)
        #expect(person.row(with: "MSP Desk").contains("Find"))
        #expect(ground(of: person) == nil)
        person.press(.control("p"))
        person.type("colours")
        person.press(.enter, .down, .enter)
        #expect(ground(of: person) == light.ground)
        #expect(person.sees("Done: The theme is light."))
        #expect(kept.changes == [.theme(light)])
    }

    @Test("What a line does and its value are read whole, at 40 by 12 too", arguments: sizes)
    func whole(size: Size) throws {
        var office = office()
        office.setup.configuration.site = "Coffs Harbour Service Centre and Agency"
        let person = try Operator(office, width: size.width, height: size.height)
        person.press(.function(10))
        for words in [
            "The colours of every screen; shown before you keep them.",
            "When nobody presses a key. Enter: the next longer time, up to never.",
            "Off, the terminal selects text with it, and no press reaches the program.",
            "Where you work, when the register says otherwise; from the next start.",
            "Every key, and another one for it.",
        ] {
            #expect(person.sees(words), "\(words) \(person)")
            if words.hasPrefix("Where you") { #expect(person.sees("Coffs Harbour Service Centre and Agency")) }
            person.press(.down)
        }
    }

    @Test("A broken theme says why it cannot be kept, and where its file is wrong")
    func brokenTheme() throws {
        let kept = Kept()
        let person = try Operator(office(keeping: kept))
        person.press(.function(10), .enter)
        person.press(.down, times: 9)
        #expect(person.sees("mine.yaml:3: 'hue' is not known."))
        person.press(.enter)
        #expect(person.row(with: "MSP Desk").contains("Theme"))
        #expect(kept.changes.isEmpty)
    }

    @Test("Where no colour is wanted no theme brings any, and the chooser says so")
    func colourless() throws {
        var office = office()
        office.setup.hasColour = false
        let person = try Operator(office)
        person.press(.function(10), .enter, .down)
        #expect(person.sees("Colour is switched off"))
        person.press(.enter)
        #expect(ground(of: person) == nil)
    }

    @Test("In lines a theme is chosen by its number")
    func themeInLines() throws {
        let kept = Kept()
        let listener = try LinearListener(office(keeping: kept))
        listener.answers(".theme")
        #expect(listener.hears("2) light"))
        listener.answers("2")
        #expect(listener.hears("Done: The theme is light."))
        #expect(kept.changes.count == 1)
    }

    // MARK: The list

    @Test("Each line changes at once and is kept")
    func changes() throws {
        let kept = Kept()
        let person = try Operator(office(keeping: kept))
        person.press(.function(10), .character("3"))
        #expect(person.row(with: "Mouse").contains("off"))
        #expect(!person.display.hasMouse)
        person.press(.character("2"))
        #expect(person.row(with: "Hide the screen").contains("after 1 minute"))
        person.press(.right, .right, .left)
        #expect(person.row(with: "Hide the screen").contains("after 2 minutes"))
        #expect(kept.changes.first == .mouse(false) && kept.changes.last == .blanking(.minutes(2)))
        person.waits(.seconds(121))
        #expect(person.sees("Hidden."))
    }

    @Test("A site is found by a part of its name; the register's own is offered first")
    func site() throws {
        let kept = Kept()
        let person = try Operator(office(keeping: kept))
        person.press(.function(10), .character("4"))
        #expect(person.sees("> As the register has it"))
        person.type("port")
        #expect(person.sees("> Port Augusta"))
        person.press(.enter)
        #expect(kept.changes == [.site("Port Augusta")])
        #expect(person.row(with: "Your site").contains("Port Augusta"))
    }

    @Test("A change that cannot be kept holds until the end, and says why")
    func notKept() throws {
        var office = office()
        office.setup.keep = { _ in throw ConfigurationTextError.broken(line: 3, "no") }
        let person = try Operator(office)
        person.press(.function(10), .character("3"))
        #expect(person.sees("config.yaml is broken in line 3"))
        #expect(!person.display.hasMouse)
    }

    @Test("What is wrong with the configuration is said at the start, once", arguments: [false, true])
    func said(inLines: Bool) throws {
        var office = office()
        let written = WrittenConfiguration(yaml: "thme: x\nmaus: y", file: "config.yaml", themes: [])
        office.setup.notice = Notice(written.faults)
        let words = ["config.yaml:1: there is no entry 'thme'. Did you mean 'theme'?", "And 1 more"]
        if inLines {
            let listener = try LinearListener(office)
            for words in words { #expect(listener.hears(words)) }
            listener.answers("nguyen")
            #expect(!listener.hears("config.yaml"))
        } else {
            let person = try Operator(office)
            for words in words { #expect(person.sees(words)) }
            person.type("n")
            #expect(person.doesNotSee("config.yaml"))
        }
    }

    // MARK: Keys

    private func atWeek(_ office: Office) throws -> Operator {
        let person = try Operator(office)
        person.press(.function(10), .character("5"))
        var presses = 0
        while !person.row(with: "> ").contains("Week"), presses < 200 {
            person.press(.down)
            presses += 1
        }
        return person
    }

    @Test("A new key is given by pressing it, is named when it is taken, and holds at once")
    func newKey() throws {
        let kept = Kept()
        let person = try atWeek(office(keeping: kept))
        person.press(.enter)
        #expect(person.sees("Press the new key") && person.sees("Week, on Record"))
        person.press(.character("n"))
        #expect(person.sees("n is already Note on the screen Record."))
        person.press(.control("p"))
        #expect(person.sees("Ctrl-P is already Commands on every screen."))
        person.press(.function(1))
        #expect(person.row(with: "MSP Desk").contains("Help"))
        person.press(.escape, .function(7))
        #expect(person.sees("Done: Week (Record): F7."))
        #expect(person.row(with: "> ").contains("F7 (yours)"))
        let week = try #require(BindingName("record.week"))
        #expect(kept.changes == [.keys(week, [.function(7)])])
        person.press(.escape, .escape)
        person.type("nguyen")
        person.press(.enter, .enter, .function(7))
        #expect(person.row(with: "MSP Desk").contains("Week"))
    }

    @Test("A key can be taken away and given back")
    func noKey() throws {
        let kept = Kept()
        let person = try atWeek(office(keeping: kept))
        person.press(.character("x"))
        #expect(person.row(with: "> ").contains("no key (yours)"))
        person.press(.character("u"))
        #expect(person.row(with: "> ").contains(" d "))
        let week = try #require(BindingName("record.week"))
        #expect(kept.changes == [.keys(week, []), .keys(week, nil)])
    }

    @Test("In lines the new key is given by its name")
    func keyInLines() throws {
        let kept = Kept()
        let listener = try LinearListener(office(keeping: kept))
        listener.answers(".settings", "5")
        let line = try #require(listener.heard.first { $0.contains("Record, Week, d") })
        listener.answers(String(line.prefix { $0.isNumber }))
        #expect(listener.hears("Press the new key"))
        listener.answers("f7")
        #expect(listener.hears("Week (Record): F7."))
        #expect(kept.changes.count == 1)
    }
}
