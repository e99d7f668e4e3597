import Casework
import Foundation
import Procedures
import Screens
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
            override: Places.configuration(ProcessInfo.processInfo.environment) + "/mspdesk/procedures")
    }

    /// Where the officer serves: their site, and the channel that a site of its kind serves.
    static func post(of seat: SeatedDesk, site named: String?, channel: Channel?) throws -> Post {
        let name = named ?? seat.desk.staff.site
        let site = try name.flatMap { name in try seat.register.read { try $0.site(named: name) } }
        let usual: Channel = site == nil || site?.kind == .serviceCentre ? .faceToFace : .phone
        let channel = channel ?? usual
        let workplace = site?.name ?? name
        return Post(site: channel == .faceToFace ? workplace : nil, channel: channel, workplace: workplace)
    }

    static func services(for seat: SeatedDesk, post: Post, mailer: Mailer? = nil) throws -> Services {
        let clock = seat.clock
        return Services(
            desk: seat.desk, procedures: try procedures(), post: post, now: { clock.now },
            newDraftID: { NoteDraft.ID(rawValue: UUID().uuidString) }, sendMail: { try mailer?.send() })
    }

    /// The theme named, or the one that suits a dark ground; attributes alone where no colour is wanted.
    static func theme(named name: String?, colour: ColourChoice) throws -> Theme {
        let environment = ProcessInfo.processInfo.environment
        let none = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        if colour == .never || (colour == .auto && none && name == nil) { return .plain }
        guard let directory = Places.shipped("themes", inCheckout: "Themes") else {
            throw InputError.contentMissing("themes")
        }
        let path = "\(directory)/\(name ?? "dark").yaml"
        guard let data = FileManager.default.contents(atPath: path) else { throw InputError.noFile(path) }
        do {
            return try Theme(yaml: String(decoding: data, as: UTF8.self), file: path)
        } catch {
            throw InputError.brokenTheme(error.message, remedy: error.remedy)
        }
    }

    /// Runs the screens until the person leaves: as pictures where the terminal can show them, else in lines.
    ///
    /// - Parameter linear: lines are asked for, whatever the terminal can show.
    static func showScreens(
        _ seat: SeatedDesk, site: String?, channel: Channel?, linear: Bool, theme: Theme
    ) throws {
        let mailer = try Sendmail.configured().map { Mailer(desk: seat.desk, clock: seat.clock, sendmail: $0) }
        let services = try services(
            for: seat, post: try post(of: seat, site: site, channel: channel), mailer: mailer)
        mailer?.start()
        guard !linear, isatty(0) == 1, isatty(1) == 1 else { return speak(services) }
        let display: CursesDisplay
        do throws(TerminalError) {
            display = try CursesDisplay()
        } catch {
            return speak(services, because: error)
        }
        defer { display.close() }
        App(display: display, services: services, theme: theme, root: Lookup()).run()
    }

    /// - Parameter because: why the full screen could not be shown to somebody who may have expected it.
    private static func speak(_ services: Services, because error: TerminalError? = nil) {
        let console = StandardConsole()
        if let error { console.say("\(error.message) The linear face does instead.") }
        LinearFace(console: console, services: services, root: Lookup()).run()
    }
}
