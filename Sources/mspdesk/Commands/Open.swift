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

    /// - Parameter toPractise: a live register is refused.
    func show(_ options: DeskOptions, toPractise: Bool = false) throws {
        let channel = try channel.map(Channel.init(written:))
        // Files of configuration and the register take about as long as each other to open.
        let preferences = Meanwhile { [theme = options.theme, colour = options.colour] in
            try Preferences(theme: theme, colour: colour)
        }
        defer { preferences.finish() }
        try Composition.showScreens(
            try options.desk(unlessNamed: PracticeRegister.officer, toPractise: toPractise), site: site,
            channel: channel, linear: options.linear, preferences: preferences)
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
                at: options.registerPath, customers: Init.usualCustomers, plans: Init.usualPlans, seed: Init.usualSeed,
                isLivedIn: true, now: try options.chosenNow(in: try AustralianState.act.zone()))
        }
        try screen.show(options, toPractise: true)
    }
}

/// Makes a register.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new register; with --practice, one of invented people.")

    @Flag(help: "Fill it with invented people, staff, sites and plans.")
    var practice = false

    @Option(help: "With --practice, how many invented people. (default: \(usualCustomers))")
    var customers: Int?

    @Option(help: "With --practice, how many invented plans. (default: \(usualPlans))")
    var plans: Int?

    @Option(help: "With --practice; the same seed makes the same people. (default: \(usualSeed))")
    var seed: UInt64?

    @Flag(help: "With --practice, add what months of work leave: notes, health checks, reports that wait.")
    var livedIn = false

    @OptionGroup var options: DeskOptions

    static let usualCustomers = 2_000
    static let usualPlans = 120
    static let usualSeed: UInt64 = 1

    func validate() throws {
        let ofPractice = [
            (customers != nil, "--customers"), (plans != nil, "--plans"), (seed != nil, "--seed"),
            (livedIn, "--lived-in"),
        ]
        // Whoever forgets the one word would have a live register, and invent people in it by hand.
        if !practice, let given = ofPractice.first(where: \.0)?.1 {
            throw ValidationError("\(given) goes with --practice: nobody is invented in a live register.")
        }
        if let customers, !(0...20_000_000).contains(customers) {
            throw ValidationError("--customers takes 0 to 20000000.")
        }
        if let plans, !(0...1_000_000).contains(plans) { throw ValidationError("--plans takes 0 to 1000000.") }
    }

    func run() throws {
        let path = options.registerPath
        if practice {
            let customers = customers ?? Self.usualCustomers
            try Self.make(
                at: path, customers: customers, plans: plans ?? Self.usualPlans, seed: seed ?? Self.usualSeed,
                isLivedIn: livedIn, now: try options.chosenNow(in: try AustralianState.act.zone()))
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
