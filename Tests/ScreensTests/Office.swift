import Casework
import Foundation
import Procedures
import Synchronization
import TestSupport

@testable import Screens

/// Where an ``Operator`` works: a register, an access, a post, and what the clock shows at first.
struct Office {
    var store = MemoryStore(customers: [.mai], plans: [.tuesdaysAndThursdays])
    /// Stands before ``store`` where a test lets the disk fill up.
    var disk: FullDisk?
    var access = Access.none
    var site: String? = "Parramatta"
    var channel = Channel.faceToFace
    /// What doctor finds.
    var health: [HealthCheck] = []
    var mail: MailProgram?
    /// What keeps a failure for the log.
    var log: @Sendable (any Error) -> Void = { _ in }
    /// A Tuesday, within the hours of ``Plan/tuesdaysAndThursdays``.
    var now = at("2026-03-03T11:15")
    var procedures = ProcedureLibrary.shipped
    /// What tells that another program wrote to the register.
    var changes = RegisterChanges()

    /// As the program is set up; no test waits so long by accident that its screen is hidden.
    var setup: Setup = {
        var setup = Setup()
        setup.configuration.blanking = .never
        return setup
    }()

    func services(now: @escaping @Sendable () -> Instant) throws -> Services {
        let health = health
        return Services(
            desk: try Desk(disk ?? store, as: .logon(StaffMember.holding(access).id)), procedures: procedures,
            post: Post(site: site, channel: channel), now: now,
            newDraftID: { NoteDraft.ID(rawValue: UUID().uuidString) }, mail: mail, examine: { health }, log: log,
            setup: setup, changes: changes)
    }

    /// What the audit trail holds of `act`, the details alone.
    func audited(_ act: AuditAct) -> [String] { store.contents.audit.filter { $0.act == act }.map(\.detail) }
}

extension ProcedureLibrary {
    /// The procedures that the program ships.
    static let shipped = ProcedureLibrary(
        directory: URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Procedures/Content").standardizedFileURL.path(percentEncoded: false))
}

extension Customer {
    static var mai: Customer {
        var mai = Customer.invented(
            1, "Mai", "Nguyen", born: "1980-04-03", preferredName: "May", crn: "307111942H", mobile: "0412 345 678",
            suburb: "Parramatta", postcode: "2150")
        mai.interpreterLanguage = "Vietnamese"
        return mai
    }

    static let ada = Customer.invented(2, "Ada", "Byron", born: "1975-12-10", suburb: "Penrith", postcode: "2750")
}

extension Plan {
    /// Mai's plan: face to face on Tuesdays and Thursdays from 10 to 12.
    static let tuesdaysAndThursdays = partialFaceToFace(.window([.tuesday, .thursday], "10:00", "12:00"))
}

extension Incident {
    /// What Mai's plan follows, and one that came after.
    static let ofMai = [
        Incident(
            id: ID(rawValue: "CIMS-000412"), system: .cims, customer: Customer.mai.id,
            occurredAt: at("2026-02-02T09:40"), recordedAt: at("2026-02-02T11:05"), site: "Parramatta",
            behaviours: [.assaultNoWeaponAttempted, .abuseVerbalActual], severity: .serious, status: .final,
            plan: Plan.tuesdaysAndThursdays.id, summary: "Raised a chair over the desk and put it down when asked.",
            recordedBy: .counter),
        Incident(
            id: ID(rawValue: "CIRT-000077"), system: .cirt, customer: Customer.mai.id,
            occurredAt: at("2026-02-26T10:30"), recordedAt: at("2026-02-26T10:55"), behaviours: [.abuseVerbalActual],
            severity: .low, status: .submitted, summary: "Shouted on the phone, then apologised.",
            recordedBy: .manager),
    ]
}

extension Operator {
    /// Finds the first person of the office and reads the warning, as far as that.
    static func atWarning(_ office: Office = Office(), width: Int = 80, height: Int = 24) throws -> Operator {
        let person = try Operator(office, width: width, height: height)
        person.type("nguyen")
        person.press(.enter)
        return person
    }

    /// Opens the record of the first person of the office, past the warning.
    static func atRecord(_ office: Office = Office(), width: Int = 80, height: Int = 24) throws -> Operator {
        let person = try atWarning(office, width: width, height: height)
        if person.row(with: "MSP Desk").contains("Warning") { person.press(.enter) }
        return person
    }

    /// Begins a note of customer contact without a guide; the caret stands in the contact reason.
    static func atNote(_ office: Office = Office(), width: Int = 80, height: Int = 24) throws -> Operator {
        let person = try atRecord(office, width: width, height: height)
        person.press(.character("n"), .enter)
        return person
    }

    /// Fills what a note of customer contact must have; the reason is where the caret stands at first.
    func tellsOfClaim() {
        type("Asked about a claim")
        press(.tab, .tab)
        type("Forms were given.")
    }
}
