import Terminal
import TestSupport
import Testing
import Widgets

@testable import Screens

@Suite("The configuration file")
struct ConfigurationTests {
    private static let themes = ["dark", "light", "high-contrast"]

    private func read(_ yaml: String) -> WrittenConfiguration {
        WrittenConfiguration(yaml: yaml, file: "config.yaml", themes: Self.themes)
    }

    @Test("Every entry is read")
    func whole() throws {
        let written = read(
            """
            theme: light
            blank-after: 15
            mouse: false
            site: Penrith
            sendmail: [/usr/bin/msmtp, -a, work]
            keys:
              record.week: x
              record.next-tab: [ctrl-n, f5]
              record.visit: none
              everywhere.commands: Ctrl-K
            """)
        #expect(written.faults == [])
        var expected = Configuration()
        expected.theme = "light"
        expected.blanking = .minutes(15)
        expected.mouse = false
        expected.site = "Penrith"
        expected.sendmail = ["/usr/bin/msmtp", "-a", "work"]
        expected.keys = KeyMap([
            try #require(BindingName("record.week")): [.character("x")],
            try #require(BindingName("record.next-tab")): [.control("n"), .function(5)],
            try #require(BindingName("record.visit")): [],
            try #require(BindingName("everywhere.commands")): [.control("k")],
        ])
        #expect(written.configuration == expected)
    }

    @Test("A file that says nothing leaves everything as usual", arguments: ["", "# mine\n", "keys:\n", "---\n"])
    func empty(yaml: String) {
        #expect(read(yaml).faults == [])
        #expect(read(yaml).configuration == Configuration())
    }

    @Test(
        "What is wrong is named with its line and the nearest that there is, and left out",
        arguments: [
            ("mouse: true\ntheme: ligth", "config.yaml:2: there is no theme 'ligth'.", "Did you mean 'light'?"),
            ("thme: light", "config.yaml:1: there is no entry 'thme'.", "Did you mean 'theme'?"),
            ("blank-after: 0", "config.yaml:1: 'blank-after' should be minutes from 1 to 1440, or never.", "usual"),
            ("mouse: maybe", "config.yaml:1: 'mouse' should be true or false.", "usual"),
            ("sendmail: msmtp", "config.yaml:1: 'sendmail' should be a program by its whole path", "usual"),
            ("keys:\n  record.wek: x", "config.yaml:2: there is no binding 'record.wek'.", "'record.week'"),
            ("keys:\n  record.week: ctrlk", "config.yaml:2: there is no key 'ctrlk'.", "'ctrl-k'"),
            ("keys:\n  record.week: ctrl-i", "config.yaml:2: there is no key 'ctrl-i'.", "Did you mean"),
            ("keys:\n  record.week: n", "config.yaml:2: record.week: n is already Note on the screen Record.", "first"),
            (
                "keys:\n  record.week: ctrl-p",
                "config.yaml:2: record.week: Ctrl-P is already Commands on every screen.", "first"
            ),
            (
                "keys:\n  everywhere.blank: d",
                "config.yaml:2: everywhere.blank: d is already Week on the screen Record.", "first"
            ),
            ("keys:\n  record.week: enter", "config.yaml:2: record.week: Enter means the same on every screen.", "F8"),
            ("keys:\n  record.week: '5'", "config.yaml:2: record.week: 5 means the same on every screen.", "F8"),
            ("keys:\n  record.week: f8", "config.yaml:2: record.week: F8 means the same on every screen.", "F8"),
            ("keys:\n  lookup.page-up: z", "config.yaml:2: lookup.page-up: z is text there.", "Ctrl"),
            ("keys:\n  everywhere.commands: none", "config.yaml:2: everywhere.commands: It needs a key", "Ctrl"),
            ("keys:\n  palette.down: none", "config.yaml:2: palette.down: It needs a key", "Ctrl"),
            ("keys: [a]", "config.yaml:1: 'keys' should be lines such as", "usual"),
            ("theme: [", "config.yaml:2: this is not YAML", "usual"),
            ("mouse: false\nmouse: true", "config.yaml:1: this is not YAML: 'mouse' stands there twice.", "usual"),
            ("- theme", "config.yaml:1: 'config.yaml' should be lines such as", "usual"),
        ])
    func wrong(yaml: String, message: String, remedy: String) {
        let written = read(yaml)
        #expect(written.faults.count == 1)
        #expect(written.faults.first?.message.hasPrefix(message) == true, "\(written.faults.map(\.message))")
        #expect(written.faults.first?.remedy.contains(remedy) == true, "\(written.faults.map(\.remedy))")
        var expected = Configuration()
        expected.mouse = written.configuration.mouse
        #expect(written.configuration == expected)
    }

    @Test("One wrong line spoils no other, and each fault is told in the order of the lines")
    func partly() {
        let written = read("maus: 1\ntheme: light\nkeys:\n  record.note: w\n  record.week: x\nmouse: 7\n")
        #expect(written.faults.map(\.line) == [1, 4, 6])
        #expect(written.configuration.theme == "light")
        #expect(written.configuration.keys.chosen.count == 1)
    }

    @Test("Two bindings may change places; of two that take one key the later line yields")
    func swapped() throws {
        let week = try #require(BindingName("record.week"))
        let swapped = read("keys:\n  record.note: d\n  record.week: n\n")
        #expect(swapped.faults == [])
        #expect(swapped.configuration.keys[week] == [.character("n")])
        let taken = read("keys:\n  record.note: x\n  record.week: x\n")
        #expect(taken.faults.map(\.line) == [3])
        #expect(taken.configuration.keys[week] == nil)
    }

    // MARK: Written

    @Test("A change leaves every other line as it was, comments too")
    func kept() throws {
        let yaml = """
            # my desk
            theme: dark    # at night

            keys:
              # as at home
              record.week: x   # the week
              record.note:
                - ctrl-n
                - f6
            mouse: true

            """
        let note = try #require(BindingName("record.note"))
        let week = try #require(BindingName("record.week"))
        var text = try ConfigurationText.changed(yaml, by: .blanking(.never))
        text = try ConfigurationText.changed(text, by: .keys(note, [.character("m"), .function(7)]))
        text = try ConfigurationText.changed(text, by: .keys(week, [.character(";")]))
        text = try ConfigurationText.changed(text, by: .mouse(false))
        text = try ConfigurationText.changed(text, by: .site("Port O'Brien"))
        #expect(
            text == """
                # my desk
                theme: dark    # at night

                keys:
                  # as at home
                  record.week: ';'   # the week
                  record.note: [m, f7]
                mouse: false
                blank-after: never
                site: 'Port O''Brien'

                """)
        text = try ConfigurationText.changed(text, by: .keys(note, nil))
        text = try ConfigurationText.changed(text, by: .site(nil))
        #expect(!text.contains("record.note") && !text.contains("site"))
        #expect(text.contains("record.week: ';'   # the week"))
        #expect(read(text).faults == [])
    }

    @Test("A first change makes the file, and the last key takes its heading with it")
    func fromNothing() throws {
        let name = try #require(BindingName("record.week"))
        let text = try ConfigurationText.changed("", by: .keys(name, []))
        #expect(text == "keys:\n  record.week: none\n")
        #expect(try ConfigurationText.changed(text, by: .keys(name, nil)).isEmpty)
        #expect(
            try ConfigurationText.changed("theme: light\r\n", by: .mouse(false)) == "theme: light\r\nmouse: false\r\n")
    }

    @Test("Every key that can be given is written so that it is read again as itself")
    func roundTrip() throws {
        let name = try #require(BindingName("record.week"))
        let characters = "abyYnN~!@#$%^&*()-_=+[]{}|\\:;'\",.<>/?`é".map { Key.character($0) }
        for key in Key.named + characters where !KeyMap.isFixed(key) {
            let text = try ConfigurationText.changed("theme: light\n", by: .keys(name, [key]))
            let written = WrittenConfiguration(yaml: text, file: "", themes: Self.themes)
            let clashes = written.faults.allSatisfy { if case .keys = $0.problem { true } else { false } }
            #expect(written.configuration.keys[name] == [key] || (clashes && !written.faults.isEmpty), "\(text)")
        }
    }

    @Test("No file, however broken, stops the reading, and no change to one loses another entry", arguments: 1...8)
    func fuzzed(seed: UInt64) throws {
        let whole = """
            theme: light # here
            mouse: false
            sendmail: [/usr/bin/msmtp, '-a']
            keys:
              record.week: [x, f7]
              everywhere.commands: ctrl-k

            """
        var numbers = SeededNumbers(seed: seed)
        let pieces = [
            "\t", "'", "\"", "{", "[", "]", ": ", "#", "- ", "&a ", "*a", "!", "|", "\n", "\u{0}", "é", "keys:\n",
        ]
        for _ in 0..<25 {
            var text = whole.map(String.init)
            for _ in 0...numbers.below(4) {
                let place = numbers.below(text.count)
                switch numbers.below(3) {
                case 0: text.remove(at: place)
                case 1: text.insert(numbers.one(of: pieces), at: place)
                default: text[place] = numbers.one(of: pieces)
                }
            }
            let yaml = text.joined()
            let before = read(yaml)
            do throws(ConfigurationTextError) {
                let after = read(try ConfigurationText.changed(yaml, by: .blanking(.minutes(7))))
                var expected = before.configuration
                expected.blanking = .minutes(7)
                #expect(after.configuration == expected, "seed \(seed): \(yaml)")
            } catch {
                #expect(error.message.contains("config.yaml"), "seed \(seed): \(yaml)")
            }
        }
    }

    @Test("What cannot be changed without harm to the rest stays as it is, and says so")
    func refused() throws {
        let name = try #require(BindingName("record.week"))
        #expect(throws: ConfigurationTextError.notKept("keys.record.week")) {
            try ConfigurationText.changed("keys: {record.note: x}\n", by: .keys(name, [.character("x")]))
        }
        #expect(throws: ConfigurationTextError.self) { try ConfigurationText.changed("theme: [", by: .mouse(false)) }
        #expect(throws: ConfigurationTextError.self) {
            try ConfigurationText.changed("'mouse': true\n", by: .mouse(false))
        }
    }
}
