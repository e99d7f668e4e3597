import Casework
import Foundation
import Procedures
import Screens
import Storage
import Terminal
import TestSupport
import Widgets

/// Thousands of random keys on the real screens and a real register; then the register is looked at.
struct KeyShift {
    let seed: UInt64
    let keys: Int
    let settings: Settings

    init(seed: UInt64, keys: Int, _ settings: Settings) {
        (self.seed, self.keys, self.settings) = (seed, keys, settings)
    }

    private static let logons = ["PRCOUNTER", "PRPHONE", "PRPROCESS", "PROMC1", "PRCAPT"]

    /// - Throws: ``Trouble``.
    func work() throws {
        let scratch = try Scratch()
        try Office.make(at: scratch.register, seed: seed)
        let register = try Register.open(at: scratch.register)
        var random = SeededNumbers(seed: seed)
        let robot = Robot(seed: seed, keys: keys)
        let clock = robot.clock
        let library = ProcedureLibrary(directory: settings.checkout + "/Sources/Procedures/Content")
        while robot.keysLeft > 0, robot.finding == nil {
            let logon = StaffMember.ID(rawValue: random.one(of: Self.logons))
            var names = SeededNumbers(seed: random.next())
            let draftSeed = names.next()
            let services = Services(
                desk: try Desk(register, as: .logon(logon)), procedures: library,
                post: random.once(in: 3)
                    ? Post(site: nil, channel: .phone) : Post(site: "Parramatta", channel: .faceToFace),
                now: { Office.now + Int(clock.elapsed.components.seconds) },
                newDraftID: { NoteDraft.ID(rawValue: "\(draftSeed)-\(clock.elapsed)") })
            App(repeatable: robot, services: services, theme: .plain, root: Lookup(), monotonic: { clock.elapsed })
                .run()
        }
        if let finding = robot.finding { throw Trouble(finding) }
        try examine(register)
    }

    /// What was typed while one person stood in the strip stands with that person alone.
    private func examine(_ register: Register) throws {
        guard try register.condition().isIntact else { throw Trouble("the register is not intact") }
        var chain = AuditVerification()
        try register.read { try $0.auditEntries(of: nil) { chain.check($0) } }
        if let fault = chain.conclusion() { throw Trouble("the audit trail is broken: \(fault.message)") }
        try register.fill { session in
            var people: [Customer] = []
            try session.customers { people.append($0) }
            for person in people {
                let contents =
                    try session.notes(of: person.id).map(\.content)
                    + session.waitingReports(of: person.id).map(\.content)
                    + Self.logons.flatMap { logon in
                        try session.drafts(by: StaffMember.ID(rawValue: logon)).filter { $0.customer == person.id }
                            .map(\.content)
                    }
                for text in contents.flatMap(\.fields.values) {
                    // One of the words that are pasted anywhere is a mark too.
                    for mark in Office.marks(in: text) where mark != person.externalId && mark != "K0001K" {
                        throw Trouble("text typed for \(mark) stands with \(person.externalId): \(text.prefix(80))")
                    }
                }
            }
        }
    }
}
