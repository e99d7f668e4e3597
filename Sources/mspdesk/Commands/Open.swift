import ArgumentParser
import Casework
import Foundation
import Storage

/// Where the officer works.
struct ScreenOptions: ParsableArguments {
    @Option(help: "Where you work, when it is not your usual site.")
    var site: String?

    @Option(help: "The channel you serve: face-to-face, phone or writing.")
    var channel: String?

    init() {}

    init(site: String?, channel: String?) {
        (self.site, self.channel) = (site, channel)
    }

    func show(_ options: DeskOptions) throws {
        let channel = try channel.map { text in
            guard let channel = Channel(code: text) else { throw InputError.notAChannel(text) }
            return channel
        }
        try Composition.showScreens(
            try options.desk(unlessNamed: PracticeRegister.officer), site: site, channel: channel,
            linear: options.linear, theme: options.theme, colour: options.colour)
    }
}

/// Opens the full screen.
struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the full screen (what mspdesk does by itself).")

    @OptionGroup var screen: ScreenOptions
    @OptionGroup var options: DeskOptions

    func run() throws { try screen.show(options) }
}

extension Open {
    /// The command as it is given day after day: the word or none, and then options, each followed by its value. Nil for
    /// anything else, which is the parser's to read or to refuse.
    ///
    /// The parser finds out by reflection what every command takes, which is a third of the way to the first picture.
    init?(everyday words: some Collection<String>) {
        var words = words.first == Self.configuration.commandName ? words.dropFirst() : words[...]
        var values = ["--register": "", "--as": "", "--now": "", "--theme": "", "--site": "", "--channel": ""]
        while let name = words.popFirst() {
            guard values[name] == "", let value = words.popFirst(), !value.isEmpty, !value.hasPrefix("-") else {
                return nil
            }
            values[name] = value
        }
        func value(of name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
        self.init()
        screen = ScreenOptions(site: value(of: "--site"), channel: value(of: "--channel"))
        options = DeskOptions(
            register: value(of: "--register"), logon: value(of: "--as"), now: value(of: "--now"),
            theme: value(of: "--theme"))
    }
}

/// Makes a practice register if there is none, and opens it.
struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Practise: make a register of invented people if there is none, and open it in the full screen.")

    @OptionGroup var screen: ScreenOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        if access(options.registerPath, F_OK) != 0 {
            try Init.make(
                at: options.registerPath, customers: 2_000, plans: 120, seed: 1, isLivedIn: true,
                now: try options.chosenNow(in: try AustralianState.act.zone()))
        }
        try screen.show(options)
    }
}

/// Makes a register.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new register; with --practice, one of invented people.")

    @Flag(help: "Fill it with invented people, staff, sites and plans.")
    var practice = false

    @Option(help: "How many invented people.")
    var customers = 2_000

    @Option(help: "How many invented plans.")
    var plans = 120

    @Option(help: "The same seed makes the same people.")
    var seed: UInt64 = 1

    @Flag(help: "With --practice, add what months of work leave: notes, health checks, reports that wait.")
    var livedIn = false

    @OptionGroup var options: DeskOptions

    func validate() throws {
        guard (0...20_000_000).contains(customers) else { throw ValidationError("--customers takes 0 to 20000000.") }
        guard (0...1_000_000).contains(plans) else { throw ValidationError("--plans takes 0 to 1000000.") }
    }

    func run() throws {
        let path = options.registerPath
        if practice {
            try Self.make(
                at: path, customers: customers, plans: plans, seed: seed, isLivedIn: livedIn,
                now: try options.chosenNow(in: try AustralianState.act.zone()))
            Output.line("Made a practice register of \(customers) invented people at \(path).")
        } else {
            try Self.makeLive(at: path)
            Output.line("Made a live register at \(path). You are its administrator.")
        }
    }

    /// A live register with the account that runs the program as its administrator.
    private static func makeLive(at path: String) throws {
        let account = try Places.account()
        let now = Clock().now
        _ = try Register.create(at: path, practice: false, madeAt: now) { session in
            let administrator = StaffMember(
                id: StaffMember.ID(rawValue: account), osUser: account, givenName: account, surname: "",
                position: "Administrator", access: .admin)
            try session.save(administrator)
            try session.append(
                AuditEntry(
                    after: nil, at: now, staff: administrator.id, act: .registerMade, customer: nil, detail: "live"))
        }
    }

    /// - Parameter chosen: the instant of making, to whose day the plans are dated; the machine's when nil.
    static func make(
        at path: String, customers: Int, plans: Int, seed: UInt64, isLivedIn: Bool, now chosen: Instant?
    ) throws {
        let now = chosen ?? Clock().now
        let today = try AustralianState.act.zone().day(at: now)
        let invented = PracticeRegister(
            customers: customers, plans: plans, seed: seed, today: today, isLivedIn: isLivedIn)
        let progress = Progress("people")
        _ = try Register.create(at: path, practice: true, madeAt: now) { session in
            try session.fill(with: invented, at: now) { progress.report($0, of: customers) }
        }
        progress.finish()
    }
}
