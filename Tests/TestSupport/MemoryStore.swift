import Casework
import Synchronization

/// A register in memory, for tests: the same promises as one on disk, and gone with the test.
public final class MemoryStore: CaseworkStore {
    private let register: Mutex<MemoryRegister>

    public init(
        practice: Bool = true, customers: [Customer] = [], plans: [Plan] = [], contacts: [Contact] = [],
        incidents: [Incident] = [], sites: [Site] = Site.invented, staff: [StaffMember] = StaffMember.invented
    ) {
        var register = MemoryRegister()
        register.info = RegisterInfo(practice: practice, madeAt: at("2026-01-05T09:00:00+11:00"))
        register.customers = customers
        register.plans = plans
        register.contacts = contacts
        register.incidents = incidents
        register.sites = sites
        register.staff = staff
        self.register = Mutex(register)
    }

    public func read<T: Sendable>(_ body: (any CaseworkReader) throws -> T) throws -> T {
        try body(MemorySession(register.withLock { $0 }))
    }

    /// All or nothing: what `body` writes replaces the register once it has returned.
    public func write<T: Sendable>(
        _ permanence: Permanence, _ body: (any CaseworkWriter) throws -> T
    ) throws -> T {
        try register.withLock { register in
            let session = MemorySession(register)
            let result = try body(session)
            register = session.register
            return result
        }
    }

    /// Everything that is held, to look at or to change behind the program's back.
    public var contents: MemoryRegister {
        get { register.withLock { $0 } }
        set { register.withLock { $0 = newValue } }
    }

    /// The desk of the invented staff member who holds `access`.
    public func desk(_ access: Access) throws -> Desk {
        try Desk(self, as: .logon(StaffMember.holding(access).id))
    }
}

/// What a ``MemoryStore`` holds.
public struct MemoryRegister: Sendable {
    public var info = RegisterInfo(practice: true, madeAt: Instant(seconds: 0))
    public var customers: [Customer] = []
    public var plans: [Plan] = []
    public var contacts: [Contact] = []
    /// What tells of each contact, by its place in ``contacts``.
    public var contactsTold: [Int: Desk.Saved] = [:]
    public var incidents: [Incident] = []
    public var sites: [Site] = []
    public var staff: [StaffMember] = []
    public var notes: [Note] = []
    public var reports: [ContactReport] = []
    /// Of each report, by logon.
    public var returnReasons: [ContactReport.ID: [StaffMember.ID: String]] = [:]
    public var drafts: [NoteDraft] = []
    public var guideRuns: [GuideRun] = []
    public var mails: [Mail] = []
    public var holidays: [AustralianState: [PublicHoliday]] = [:]
    public var audit: [AuditEntry] = []
}

/// Why a ``MemoryStore`` refused a write that the program should never try.
public enum MemoryStoreError: UserFacing, Equatable {
    case entryDoesNotFollow
    case unknownNote
    case unknownReport
    case unknownMail

    public var message: String { "The register in memory refused: \(self)." }
    public var remedy: String { "Mend the code under test." }
    public var fault: Fault { .cannotWrite }
}
