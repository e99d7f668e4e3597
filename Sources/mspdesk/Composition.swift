import Casework
import Foundation
import Procedures
import Screens
import Storage
import Terminal
import Widgets

/// Puts the parts together: register, clock, content and theme under the screens.
enum Composition {
    /// The procedures that the program ships, and before them those of the organisation's own.
    ///
    /// - Parameter content: a directory to use instead of both.
    static func procedures(content: String? = nil) throws -> ProcedureLibrary {
        if let content { return ProcedureLibrary(directory: content) }
        guard let directory = Places.shipped("procedures", inCheckout: "Sources/Procedures/Content") else {
            throw InputError.contentMissing("procedures")
        }
        return ProcedureLibrary(
            directory: directory,
            override: Places.configuration(Places.environment) + "/mspdesk/procedures")
    }

    /// Where the officer serves: their site, and the channel that a site of its kind serves. Whoever comes to a service
    /// centre stands there, whatever the officer serves at first.
    static func post(of seat: SeatedDesk, site named: String?, channel: Channel?) throws -> Post {
        let name = named ?? seat.desk.staff.site
        let site = try name.flatMap { name in try seat.register.read { try $0.site(named: name) } }
        let isCentre = site == nil || site?.kind == .serviceCentre
        let channel = channel ?? (isCentre ? .faceToFace : .phone)
        let workplace = site?.name ?? name
        return Post(
            site: isCentre || channel == .faceToFace ? workplace : nil, channel: channel, workplace: workplace)
    }

    static func services(
        for seat: SeatedDesk, post: Post, mailer: Mailer? = nil, setup: Setup = Setup(),
        changes: RegisterChanges = RegisterChanges()
    ) throws -> Services {
        let clock = seat.clock
        let inUse = seat.register
        return Services(
            desk: seat.desk, procedures: try procedures(), post: post, now: { clock.now },
            newDraftID: { NoteDraft.ID(rawValue: UUID().uuidString) }, mail: mailer?.program,
            examine: {
                Examination(
                    register: RegisterHealth(path: inUse.path, isNamed: true, chosenNow: clock.now, inUse: inUse)
                ).checks()
            }, log: { Log.keep($0) }, setup: setup, changes: changes)
    }

    /// How the person has set up the program. What is broken is said, and the usual stands in for it.
    static func setup(of seat: SeatedDesk, _ preferences: Preferences) throws -> Setup {
        var written = preferences.written
        try written.checkSite(against: seat.register)
        // Of several the first is named: another look than was chosen is what the person sees at once.
        let faults = preferences.themeFaults + written.faults
        for fault in faults { Log.keep(fault) }
        let (shelf, file) = (preferences.shelf, preferences.file)
        var configuration = written.configuration
        // One for this time alone is kept once somebody keeps it.
        configuration.theme = preferences.themeInUse
        return Setup(
            configuration: configuration, notice: Notice(faults), hasColour: preferences.hasColour,
            themes: { shelf.offered() }, sites: { try seat.register.read { try $0.sites().map(\.name) } },
            keep: { try file.keep($0) })
    }

    /// Runs the screens until the person leaves: as pictures where the terminal can show them, else in lines.
    ///
    /// - Parameter linear: lines are asked for, whatever the terminal can show.
    static func showScreens(
        _ seat: SeatedDesk, site: String?, channel: Channel?, linear: Bool, preferences: Meanwhile<Preferences>
    ) throws {
        if let site { try check(site, of: seat) }
        let preferences = try preferences.value
        let setup = try setup(of: seat, preferences)
        let configuration = setup.configuration
        let mailer = try Sendmail.configured(configuration).map {
            Mailer(desk: seat.desk, clock: seat.clock, sendmail: $0)
        }
        let post = try post(of: seat, site: site ?? configuration.site, channel: channel)
        let changes = RegisterChanges()
        let services = try services(for: seat, post: post, mailer: mailer, setup: setup, changes: changes)
        mailer?.start()
        let watch = watch(seat.register, for: changes)
        var failed: Notice?
        defer {
            withExtendedLifetime(watch) {}
            // Whoever was ended by somebody else has seen no screen that said it.
            if let failed { Output.error("Warning: \(failed.text)") }
            tellOfAudit(seat.desk)
            seat.register.finishSync()
            CursesDisplay.endAsAsked()
        }
        guard !linear, isatty(0) == 1, isatty(1) == 1 else { return try speak(services) }
        let display: CursesDisplay
        do throws(TerminalError) {
            display = try CursesDisplay()
        } catch {
            return try speak(services, because: error)
        }
        defer { display.close() }
        // Where there is no colour a theme's grounds are lost, and what must not be missed is filled by reverse.
        let shown = display.depth == .none ? .plain : preferences.theme
        failed = App(display: display, services: services, theme: shown, root: Lookup()).run()
    }

    /// - Returns: nil where the system watches nothing more: the screens see what others wrote at the next key.
    private static func watch(_ register: Register, for changes: RegisterChanges) -> RegisterWatch? {
        do { return try register.watch { changes.tell() } } catch {
            Log.register.warning("not watched: \((error as NSError).code)")
            return nil
        }
    }

    /// A site misspelt could turn a verdict round: all day long each contact would be judged at a place that is nowhere.
    private static func check(_ site: String, of seat: SeatedDesk) throws {
        let (known, named) = try seat.register.read { (try $0.sites().map(\.name), try $0.site(named: site)) }
        // A register without sites knows of none that could be meant.
        if named == nil, !known.isEmpty { throw InputError.noSite(site, known: known) }
    }

    /// What the audit trail could not take until the very end is said, so that somebody can answer for it.
    private static func tellOfAudit(_ desk: Desk) {
        guard let (left, error) = desk.settleAudit() else { return }
        let why = (error as? any UserFacing)?.message ?? "\(error)"
        Output.error(
            "Warning: \(why) The audit trail lacks \(AuditEntry.counted(Int64(left))) of what was read meanwhile."
        )
    }

    /// - Parameter because: why the full screen could not be shown to somebody who may have expected it.
    /// - Throws: ``OutputError`` when what was said could not be written.
    private static func speak(_ services: Services, because error: TerminalError? = nil) throws {
        let console = StandardConsole()
        if let error { console.say("\(error.message) The linear face does instead.") }
        LinearFace(console: console, services: services, root: Lookup()).run()
        if let number = console.fault { throw OutputError(number: number) }
    }
}
