import Casework
import Foundation
import Procedures
import Screens
import Storage
import Synchronization
import TestSupport
import Widgets

/// Thousands of random keys, or lines, on the real screens and a real register; then the register is looked at.
struct KeyShift {
    let seed: UInt64
    let settings: Settings

    init(seed: UInt64, _ settings: Settings) {
        (self.seed, self.settings) = (seed, settings)
    }

    private static let logons = ["PRCOUNTER", "PRPHONE", "PRPROCESS", "PROMC1", "PRCAPT"]
        .map(StaffMember.ID.init(rawValue:))

    /// - Returns: how many pictures or lines there were.
    /// - Throws: ``Trouble``.
    func work(with robot: some Senseless) throws -> Int {
        let scratch = try Scratch()
        try Office.make(at: scratch.register, seed: seed)
        let register = try Register.open(at: scratch.register)
        var random = SeededNumbers(seed: seed)
        let themes = try themes()
        while !robot.isTired, robot.finding == nil {
            let desk = try Desk(register, as: .logon(random.one(of: Self.logons)))
            robot.sit(with: try services(desk, robot.clock, themes, &random))
        }
        if let finding = robot.finding { throw Trouble(finding) }
        try Office.examine(register, logons: Self.logons)
        return robot.shown
    }

    private func services(
        _ desk: Desk, _ clock: Robot.Clock, _ themes: [OfferedTheme], _ random: inout SeededNumbers
    ) throws -> Services {
        let name = random.next()
        let made = Mutex(0)
        var configuration = Configuration()
        configuration.blanking = random.once(in: 2) ? .minutes(1) : .never
        configuration.mouse = !random.once(in: 4)
        return Services(
            desk: desk, procedures: ProcedureLibrary(directory: settings.checkout + "/Sources/Procedures/Content"),
            post: random.once(in: 3)
                ? Post(site: nil, channel: .phone) : Post(site: "Parramatta", channel: .faceToFace),
            now: { Office.now + Int(clock.elapsed.components.seconds) },
            newDraftID: {
                NoteDraft.ID(
                    rawValue: made.withLock { made in
                        made += 1
                        return "\(name)-\(made)"
                    })
            },
            mail: random.once(in: 2)
                ? MailProgram(path: "/usr/sbin/sendmail") { _ in throw Trouble("no mail leaves the soak") } : nil,
            examine: { [.ok("soak", "register", "in use"), .fault("soak", "nothing", Trouble("works"))] },
            setup: Setup(
                configuration: configuration, themes: { themes }, sites: { ["Parramatta", "Penrith"] },
                keep: { change in if case .mouse = change { throw Trouble("not kept") } }))
    }

    /// Those that are shipped, and a broken one of the person's own.
    private func themes() throws -> [OfferedTheme] {
        let folder = settings.checkout + "/Themes"
        let shipped = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            let theme = try Theme(yaml: text, file: file)
            return OfferedTheme(name: theme.name, isOwn: false, theme: .success(theme))
        }
        let broken = ThemeError(file: "mine.yaml", line: 3, fault: .unreadable)
        return shipped + [OfferedTheme(name: "mine", isOwn: true, theme: .failure(broken))]
    }
}
