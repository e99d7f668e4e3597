import Foundation
import Testing

/// The program as a person sets it up: their file, their themes, their keys.
@Suite("Set up as one likes it")
struct ConfigurationJourneys {
    /// A desk whose configuration folder is its own.
    private func desk(_ yaml: String?) throws -> (desk: Desk, file: String, folder: String) {
        let desk = try Desk.practice()
        let folder = desk.directory + "/config/mspdesk"
        try FileManager.default.createDirectory(atPath: folder + "/themes", withIntermediateDirectories: true)
        let file = folder + "/config.yaml"
        if let yaml { try yaml.write(toFile: file, atomically: true, encoding: .utf8) }
        return (desk, file, folder)
    }

    private func session(_ desk: Desk, _ more: [String: String] = [:]) async throws -> TerminalSession {
        let folder = ["XDG_CONFIG_HOME": desk.directory + "/config"]
        return try await TerminalSession(desk, as: "PRCOUNTER", with: folder.merging(more) { $1 })
    }

    /// Nothing while the file is not there yet.
    private func text(of path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    @Test("A broken file keeps nobody from working: what is wrong is said once, and the rest holds")
    func broken() async throws {
        let (desk, _, _) = try desk("theme: ligth\nkeys:\n  everywhere.commands: ctrl-k\n  record.note: enter\n")
        let counter = try await session(desk)
        try await counter.sees("config.yaml:1: there is no theme 'ligth'. Did you mean 'light'?", "And 1 more")
        try await counter.sees("Ctrl-K Commands")
        try counter.type("applegarth")
        try await counter.sees("12 March 1958")
        try await counter.seesNoMore("ligth")
        try counter.press(.control("k"))
        try await counter.sees("MSP Desk: Commands")

        let doctor = try desk.run("doctor", "--json", with: ["XDG_CONFIG_HOME": desk.directory + "/config"])
        #expect(doctor.status == 1)
        let faults = try doctor.json()["checks"].list.filter { $0["area"].text == "configuration" }
        #expect(faults.compactMap(\.["finding"].text).map { $0.contains("config.yaml:") } == [true, true])

        let lines = try desk.run("--linear", with: ["XDG_CONFIG_HOME": desk.directory + "/config"])
        #expect(lines.out.contains("there is no theme 'ligth'"))
    }

    @Test("A byte order mark before file and theme, as some editors put one, changes nothing")
    func byteOrderMark() async throws {
        let mark = "\u{FEFF}"
        let (desk, file, folder) = try desk("\(mark)theme: mine\nmouse: false\n")
        let light = try String(contentsOfFile: Program.checkout + "/Themes/light.yaml", encoding: .utf8)
        try (mark + light).write(toFile: folder + "/themes/mine.yaml", atomically: true, encoding: .utf8)
        let doctor = try desk.run("doctor", "--json", with: ["XDG_CONFIG_HOME": desk.directory + "/config"])
        let checks = try doctor.json()["checks"].list.filter { ["configuration", "themes"].contains($0["area"].text) }
        #expect(!checks.isEmpty && checks.allSatisfy { $0["state"].text == "ok" }, "\(doctor.out)")
        let counter = try await session(desk)
        try await counter.sees("Just type what")
        #expect(try counter.state("mouse_any_flag") == "0")
        try counter.press("F10", .enter)
        try await counter.sees("dark", "Full restriction: do not serve")
        try counter.press(.up, .up, .up, .up, .up, .enter)
        try await counter.sees("The theme is dark.")
        let isWritten = try await counter.holds { text(of: file) == "theme: dark\nmouse: false\n" }
        #expect(isWritten, "\(text(of: file))")
    }

    @Test("Opened in another theme than is kept, settings and chooser begin with the one in use, and keep none of it")
    func themeOfThisTime() throws {
        let (desk, file, _) = try desk("theme: high-contrast\n")
        let said = try desk.speaks(
            [".settings", "1", "quit"], as: "PRCOUNTER", opening: ["--theme", "light"],
            with: ["XDG_CONFIG_HOME": desk.directory + "/config"])
        #expect(said.lines.contains { $0.contains("Theme, light") }, "\(said.out)")
        #expect(said.lines.contains { $0.contains("light, in use") }, "\(said.out)")
        #expect(text(of: file) == "theme: high-contrast\n")
    }

    @Test("A site that the register does not know is a fault to doctor as it is at the start")
    func unknownSite() throws {
        let (desk, _, _) = try desk("site: Penirth\n")
        let place = ["XDG_CONFIG_HOME": desk.directory + "/config"]
        let doctor = try desk.run("doctor", "--json", with: place)
        #expect(doctor.status == 1)
        let found = try doctor.json()["checks"].list.filter { $0["area"].text == "configuration" }
        #expect(found.count == 1 && found[0]["state"].text == "fault")
        #expect(found[0]["finding"].text?.contains("config.yaml:1: there is no site 'Penirth'") == true)
        #expect(found[0]["remedy"].text?.contains("Did you mean 'Penrith'?") == true)
        #expect(try desk.run("--linear", with: place).out.contains("there is no site 'Penirth'"))
        // Without a register nothing is known against it, and that none is there is said of the register.
        try desk.moveRegister(to: ".away")
        let other = try desk.run("doctor", "--json", with: place).json()["checks"].list
        #expect(other.filter { $0["area"].text == "configuration" }.compactMap(\.["state"].text) == ["ok"])
    }

    @Test(
        "A theme is seen before it is kept; it stands in the file then, beside what was there, for this account alone")
    func themeKept() async throws {
        let (desk, file, _) = try desk("# my own\nmouse: true # always\n")
        let counter = try await session(desk)
        try await counter.sees("Find")
        try counter.press("F10", .enter)
        try await counter.sees("> 1 dark", "Full restriction: do not serve")
        try counter.press(.down)
        try await counter.sees("> 2 light")
        try counter.press(.enter)
        try await counter.sees("The theme is light.")
        let isWritten = try await counter.holds {
            text(of: file) == "# my own\nmouse: true # always\ntheme: light\n"
        }
        #expect(isWritten)
        #expect(try desk.mode(of: file) == 0o600)
    }

    @Test("A theme of one's own is found by its file's name; a broken one is named, and the usual one stands in")
    func ownThemes() async throws {
        let (desk, _, folder) = try desk("theme: mine\n")
        let shipped = Program.checkout + "/Themes/light.yaml"
        try FileManager.default.copyItem(atPath: shipped, toPath: folder + "/themes/mine.yaml")
        let counter = try await session(desk)
        try await counter.sees("Just type what")
        try counter.press("F10")
        try await counter.sees("Theme mine")

        try "name: x\nground: mud\n".write(toFile: folder + "/themes/mine.yaml", atomically: true, encoding: .utf8)
        let again = try await session(desk)
        try await again.sees("mine.yaml:2: 'ground' should be dark or light.", "Just type what")
        let doctor = try desk.run("doctor", with: ["XDG_CONFIG_HOME": desk.directory + "/config"])
        #expect(doctor.status == 1 && doctor.out.contains("mine.yaml:2"))
    }

    @Test("With the mouse off the terminal keeps it; a command takes it at run time, and gives it back")
    func mouse() async throws {
        let (desk, _, _) = try desk("mouse: false\n")
        let counter = try await session(desk)
        try await counter.sees("Just type what")
        #expect(try counter.state("mouse_any_flag") == "0")
        for isOn in ["1", "0"] {
            try counter.press(.control("p"))
            try await counter.sees("MSP Desk: Commands")
            try counter.type("mouse off")
            try await counter.sees("> Mouse")
            try counter.press(.enter)
            let isSo = try await counter.holds { try counter.state("mouse_any_flag") == isOn }
            #expect(isSo)
        }
    }

    @Test("A new key is given by pressing it, and is there the next time too")
    func newKey() async throws {
        let (desk, file, _) = try desk(nil)
        let counter = try await session(desk)
        try await counter.sees("Just type what")
        try counter.press("F10")
        try await counter.sees("MSP Desk: Settings")
        try counter.type("5")
        try await counter.sees("> Find a person")
        try counter.press("x")
        try await counter.sees("no key (yours)")
        try counter.press(.enter)
        try await counter.sees("Press the new key")
        try counter.press(.control("p"))
        try await counter.sees("Ctrl-P is already Commands on every screen.")
        try counter.press("F7")
        try await counter.sees("F7 (yours)")
        let isWritten = try await counter.holds {
            text(of: file) == "keys:\n  lookup.up: f7\n"
        }
        #expect(isWritten)
        let again = try await session(desk)
        try await again.sees("Just type what")
        try again.press(.f1)
        try await again.sees("F7 ", "Up: Choose the row above.")
    }

    @Test("The mail program of the file gets its own arguments first; the environment goes before the file")
    func sendmail() async throws {
        let (desk, file, _) = try desk(nil)
        let program = try desk.file("#!/bin/sh\necho \"$@\" >>\"$0.args\"\ncat >/dev/null\n", named: "mailer")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
        try "sendmail: [\(program), -a, work]\nsite: Parramata\n".write(toFile: file, atomically: true, encoding: .utf8)
        let counter = try await session(desk)
        try await counter.sees("there is no site 'Parramata'. Did you mean 'Parramatta'?")
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("In line until 12:00")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        try counter.press(.enter)
        try await counter.sees("Have you proved who this person is?")
        try counter.type("1")
        try await counter.sees("Who is at the counter?")
        try counter.type("1")
        try await counter.sees("Is the One Main Contact, or the backup, needed")
        try counter.type("2")
        try await counter.sees("Help the customer here")
        try counter.press(.enter)
        try await counter.sees("Note: Customer contact")
        try counter.type("Asked about a payment.")
        try await counter.sees("Asked about a payment.")
        try await counter.saves("Contact report 1 is saved")
        let isSent = try await counter.holds {
            text(of: program + ".args")
                .contains("-a work -i -- promc1@example.org")
        }
        #expect(isSent)
        try counter.press(.control("q"))
        #expect(try await counter.exitStatus() == 0)
        let more = ["XDG_CONFIG_HOME": desk.directory + "/config", "MSPDESK_SENDMAIL": "no/whole/path"]
        let sent = try desk.run("outbox", "send", with: more)
        #expect(sent.status == 64 && sent.err.contains("MSPDESK_SENDMAIL is 'no/whole/path'"))
    }

    @Test("A word that is near to a command is named")
    func nearestCommand() throws {
        let desk = try Desk.empty()
        let outcome = try desk.run("fnid", "ada")
        #expect(outcome.status == 64 && outcome.isOneErrorWithRemedy)
        #expect(outcome.err.contains("Did you mean 'mspdesk find'?"))
    }
}
