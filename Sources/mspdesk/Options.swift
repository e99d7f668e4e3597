import ArgumentParser
import Casework
import Foundation
import Storage

enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
    case never, auto, always
}

/// Which register, who acts, when, and in which colours; every command takes them.
struct DeskOptions: ParsableArguments {
    @Option(name: .long, help: "The register's file.", completion: .file())
    var register: String?

    @Option(name: .customLong("as"), help: "Who acts, by logon; practice registers only.")
    var logon: String?

    @Option(name: .long, help: "The clock, as 2026-03-04T10:15:00+11:00; practice registers only.")
    var now: String?

    @Option(
        help: """
            The theme of the full screen: dark, light, high-contrast, colour-blind, monochrome, or one of your own.
            """)
    var theme: String?

    @Option(
        name: .customLong("color"), help: "Colour on a terminal: never, auto or always.")
    var colour = ColourChoice.auto

    @Flag(help: "Screens in lines, for screen readers and plain terminals; commands always answer so.")
    var linear = false

    init() {}

    init(register: String?, logon: String?, now: String?, theme: String?) {
        (self.register, self.logon, self.now, self.theme) = (register, logon, now, theme)
        (colour, linear) = (.auto, false)
    }

    /// The file named, or the environment's, or the usual place.
    var registerPath: String {
        if let named = register ?? Places.environment["MSPDESK_REGISTER"], !named.isEmpty { return named }
        return Places.data(Places.environment) + "/mspdesk/register.sqlite"
    }

    /// Opens the register and sits down at the desk.
    ///
    /// - Throws: ``RegisterError``, ``DeskError``, ``InputError``.
    ///
    /// - Parameters:
    ///   - usual: who acts in a practice register when nobody is named: its administrator, or for the screens, where an
    ///     administrator can open nothing, an officer.
    ///   - toPractise: a live register is refused: whoever practises there would act on real customers.
    func desk(
        unlessNamed usual: StaffMember.ID = PracticeRegister.administrator, toPractise: Bool = false
    ) throws -> SeatedDesk {
        let progress = Progress("people of an older register indexed")
        let register = try Register.open(at: registerPath) { progress.report($0) }
        progress.finish()
        return try desk(on: register, unlessNamed: usual, toPractise: toPractise)
    }

    /// The same on a register that is open.
    func desk(
        on register: Register, unlessNamed usual: StaffMember.ID = PracticeRegister.administrator,
        toPractise: Bool = false
    ) throws -> SeatedDesk {
        let isPractice = try register.read { try $0.registerInfo().practice }
        guard isPractice || !toPractise else { throw InputError.liveRegister(register.path) }
        let actor: Desk.Actor
        if let logon = logon ?? Places.environment["MSPDESK_AS"], !logon.isEmpty {
            actor = .logon(StaffMember.ID(rawValue: logon))
        } else if isPractice {
            actor =
                try register.read { try $0.staff(usual) } == nil
                ? .logon(PracticeRegister.administrator) : .logon(usual)
        } else {
            actor = .osUser(try Places.account())
        }
        let desk = try Desk(register, as: actor)
        var clock = Clock()
        if let chosen = try chosenNow(in: desk.zone) {
            guard desk.register.practice else { throw DeskError.clockChosenInLiveRegister }
            clock = Clock(startingAt: chosen)
        }
        return SeatedDesk(desk: desk, register: register, clock: clock)
    }
}

extension DeskOptions {
    /// The clock that was asked for, by option or environment; nil for the machine's.
    func chosenNow(in zone: LocalZone) throws -> Instant? {
        guard let text = now ?? Places.environment["MSPDESK_NOW"], !text.isEmpty else { return nil }
        guard let written = WrittenInstant(text) else { throw InputError.notAnInstant(text) }
        return written.resolved(in: zone)
    }
}

/// A desk with its register and clock.
struct SeatedDesk {
    let desk: Desk
    let register: Register
    /// The clock that the screens go by.
    let clock: Clock
    /// The instant at which a command sat down: all that it does happens then, however long it takes.
    let now: Instant

    init(desk: Desk, register: Register, clock: Clock) {
        self.desk = desk
        self.register = register
        self.clock = clock
        now = clock.start
    }

    /// The person whom `text` names, their record opened and audited.
    func open(_ text: String) throws -> CustomerRecord {
        let now = now
        let record = try desk.open(try desk.customer(CustomerReference(text), at: now).id, at: now, byCommand: true)
        if let why = record.unrecorded {
            Output.error("Warning: \(why) This look at the record is not in the audit trail, and nothing can be saved.")
        }
        return record
    }

    /// When a contact takes place, as `--at` writes it. Without an offset it is the time of the site, else of the plan in
    /// force, else of the desk.
    ///
    /// - Throws: `InputError.notAnInstant`.
    func instant(written text: String, at site: String?, of record: CustomerRecord) throws -> Instant {
        guard let written = WrittenInstant(text) else { throw InputError.notAnInstant(text) }
        if let site, let known = try register.read({ try $0.site(named: site) }) {
            return written.resolved(in: try LocalZone(known.timeZone))
        }
        return written.resolved(in: try record.plan?.state.zone() ?? desk.zone)
    }
}

/// The machine's clock, or in practice one that starts where it was set and runs on from there.
struct Clock: Sendable {
    private let offset: Int
    /// What it showed when it was made.
    let start: Instant

    init() {
        offset = 0
        start = Instant(seconds: Self.machine)
    }

    init(startingAt instant: Instant) {
        offset = instant.seconds - Self.machine
        start = instant
    }

    var now: Instant { Instant(seconds: Self.machine + offset) }

    private static var machine: Int { time(nil) }
}

/// The variables that the program was started with, each read where it is asked for: a dictionary of all costs more.
struct Environment {
    subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

/// Where things are on this machine.
enum Places {
    static let environment = Environment()

    static func data(_ environment: Environment) -> String {
        if let named = environment["XDG_DATA_HOME"], named.hasPrefix("/") { return named }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
    }

    static func configuration(_ environment: Environment) -> String {
        if let named = environment["XDG_CONFIG_HOME"], named.hasPrefix("/") { return named }
        return (environment["HOME"] ?? NSHomeDirectory()) + "/.config"
    }

    /// A path as a person knows it: the home directory is `~`.
    static func abbreviated(_ path: String) -> String {
        guard let home = environment["HOME"], home.count > 1, path.hasPrefix(home + "/") else {
            return path
        }
        return "~" + path.dropFirst(home.count)
    }

    /// The name of the account that runs the program.
    static func account() throws -> String {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
            throw InputError.noAccount(Int(getuid()))
        }
        return String(cString: name)
    }

    /// A directory of what the program ships, `procedures` or `themes`: installed beside the program, or in the
    /// checkout that it was built in.
    static func shipped(_ name: String, inCheckout path: String) -> String? {
        // Without /proc, as in a bare container, the name by which it was called does as well.
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var directory = URL(fileURLWithPath: program).deletingLastPathComponent()
        let installed = directory.deletingLastPathComponent().appendingPathComponent("share/mspdesk/\(name)").path
        if exists(installed) { return installed }
        while directory.path != "/" {
            let candidate = directory.appendingPathComponent(path).path
            if exists(directory.appendingPathComponent("Package.swift").path), exists(candidate) { return candidate }
            directory = directory.deletingLastPathComponent()
        }
        return nil
    }

    private static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }
}

extension Channel {
    /// - Throws: ``InputError/notAChannel(_:)``.
    init(written text: String) throws {
        guard let channel = Channel(code: text) else { throw InputError.notAChannel(text) }
        self = channel
    }
}

extension CalendarDay {
    /// - Throws: ``InputError/notADay(_:)``.
    init(argument text: String) throws {
        guard let day = CalendarDay(text) else { throw InputError.notADay(text) }
        self = day
    }
}

extension Brand {
    /// - Throws: ``InputError/notABrand(_:)``.
    init(written text: String) throws {
        guard let brand = Brand(rawValue: text) else { throw InputError.notABrand(text) }
        self = brand
    }
}

/// What is wrong with the words of a command.
enum InputError: UserFacing, Equatable {
    case notAnInstant(String)
    case notADay(String)
    case notAState(String)
    case notAChannel(String)
    case notABrand(String)
    case notAnAnswer(String)
    case notAField(String)
    case notAHead(String)
    case noAccount(Int)
    case liveRegister(String)
    case noFile(String)
    case cannotWrite(String)
    case noCustomer(String)
    case notParts(String)
    case contentMissing(String)
    case noTheme(String, known: [String])
    case noSite(String, known: [String])

    var message: String {
        switch self {
        case .notAnInstant(let text): "'\(text)' is not an instant."
        case .notADay(let text): "'\(text)' is not a day of the calendar."
        case .notAState(let text): "'\(text)' is not a state or territory."
        case .notAChannel(let text): "'\(text)' is not a channel."
        case .notABrand(let text): "'\(text)' is not a brand."
        case .notAnAnswer(let text): "'\(text)' is not an answer."
        case .notAField(let text): "'\(text)' is not a field with its text."
        case .notAHead(let text): "'\(text)' is not the head of an audit trail."
        case .noAccount(let id): "The account number \(id) has no name on this machine."
        case .liveRegister(let path): "The register \(path) is live, and nothing to practise on."
        case .noFile(let path): "There is no file \(path)."
        case .noCustomer(let id): "The guide '\(id)' is of a customer, and none is named."
        case .cannotWrite(let path): "Nothing can be written to \(path)."
        case .notParts(let path): "\(path) does not hold the parts of a note."
        case .contentMissing(let what): "The program's \(what) are not where they should be."
        case .noTheme(let name, _): "There is no theme '\(name)'."
        case .noSite(let name, _): "There is no site '\(name)' in the register."
        }
    }

    var remedy: String {
        switch self {
        case .notAnInstant: "Write it as 2026-03-04T10:15:00+11:00."
        case .notADay: "Write it as 2026-03-04."
        case .notAState: "Use one of \(AustralianState.allCases.map(\.rawValue).joined(separator: ", "))."
        case .notAChannel: "Use one of \(Channel.allCases.map(\.code).joined(separator: ", "))."
        case .notABrand: "Use one of \(Brand.allCases.map(\.rawValue).joined(separator: ", "))."
        case .notAnAnswer: "Write it as NODE=VALUE."
        case .notAField: "Write it as NAME=TEXT."
        case .notAHead: "Give all 64 characters, 0 to 9 and a to f, that 'mspdesk audit head' printed."
        case .noAccount: "Run the program from an account that the machine knows."
        case .liveRegister: "Name another file with --register, and a practice register is made there."
        case .noFile: "Check the path."
        case .noCustomer: "Name them: --customer REF."
        case .cannotWrite: "Name a directory that you may write to."
        case .notParts: "Write a JSON object of texts in UTF-8, such as {\"contactReason\": \"…\"}."
        case .contentMissing: "Install the program with 'make install', or run it from the checkout that built it."
        case .noTheme(let name, let known), .noSite(let name, let known):
            nearest(to: name, among: known).map { "Did you mean '\($0)'?" }
                ?? "Use one of: \(known.joined(separator: ", "))."
        }
    }

    var fault: Fault {
        switch self {
        case .notAnInstant, .notADay, .notAState, .notAChannel, .notABrand, .notAnAnswer, .notAField,
            .notAHead, .noCustomer:
            .usage
        case .noAccount: .notPermitted
        case .noFile, .noTheme, .noSite: .missingInput
        case .cannotWrite: .cannotWrite
        case .notParts, .liveRegister: .badInput
        case .contentMissing: .missingInput
        }
    }
}
