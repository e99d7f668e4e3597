import Crypto

/// One line of the audit trail: who did what, when, to whose record (Q2).
///
/// Each entry is chained to the one before by ``hash``, which covers every field and the earlier hash, so that a
/// change, deletion, insertion or reordering is found; truncation is found against a head kept elsewhere.
public struct AuditEntry: Codable, Sendable, Hashable {
    /// From 1 upwards without a gap.
    public var number: Int64
    public var at: Instant
    public var staff: StaffMember.ID
    public var act: AuditAct
    public var customer: Customer.ID?
    /// What is needed to understand the act, in words; never a note's text.
    public var detail: String
    /// The hash of the entry before, or ``origin`` for the first.
    public var previous: String
    /// 64 hexadecimal digits (SHA-256).
    public var hash: String

    /// Keeps the given hash, for reading stored entries back.
    public init(
        number: Int64, at: Instant, staff: StaffMember.ID, act: AuditAct, customer: Customer.ID?, detail: String,
        previous: String, hash: String
    ) {
        self.number = number
        self.at = at
        self.staff = staff
        self.act = act
        self.customer = customer
        self.detail = detail
        self.previous = previous
        self.hash = hash
    }

    /// What stands before the first entry.
    public static let origin = String(repeating: "0", count: 64)

    /// The entry that follows `last`. NUL, at which databases end a text, stands in its `detail` as a visible sign.
    public init(
        after last: AuditEntry?, at: Instant, staff: StaffMember.ID, act: AuditAct, customer: Customer.ID?,
        detail: String
    ) {
        self.init(
            number: (last?.number ?? 0) + 1, at: at, staff: staff, act: act, customer: customer,
            detail: detail.utf8.contains(0) ? detail.replacing("\0", with: "\u{2400}") : detail,
            previous: last?.hash ?? Self.origin, hash: "")
        hash = expectedHash
    }

    /// So many entries, in words.
    ///
    /// - Parameter kind: a word before the noun.
    public static func counted(_ number: Int64, _ kind: String = "") -> String {
        "\(number) \(kind.isEmpty ? "" : kind + " ")\(number == 1 ? "entry" : "entries")"
    }

    /// What ``hash`` must be. Each field is preceded by its length, so that no two entries read the same.
    public var expectedHash: String {
        var hasher = SHA256()
        let fields = [
            String(number), String(at.seconds), staff.rawValue, act.rawValue,
            customer.map { String($0.rawValue) } ?? "-",
            detail, previous,
        ]
        for field in fields {
            let bytes = Array(field.utf8)
            hasher.update(data: Array("\(bytes.count):".utf8))
            hasher.update(data: bytes)
        }
        return hasher.finalize().hexadecimal
    }
}

/// What can be done to a register.
public enum AuditAct: String, CaseIterable, Codable, Sendable, Hashable {
    case registerMade = "register-made"
    case imported
    case searched
    case opened
    /// The warning was shown by a command.
    case warningShown = "warning-shown"
    case warningAcknowledged = "warning-acknowledged"
    case judged
    case guided
    case contactLogged = "contact-logged"
    case noteRecorded = "note-recorded"
    case reportWritten = "report-written"
    /// A contact report that waits was read in full.
    case reportRead = "report-read"
    case reportRecorded = "report-recorded"
    case reportReturned = "report-returned"
    /// The draft that a returned contact report had become was thrown away.
    case reportGivenUp = "report-given-up"
    case noteRemoved = "note-removed"
    case backedUp = "backed-up"
    case restored
    /// A mail was put into the outbox.
    case mailKept = "mail-kept"
    /// A mail was handed to the mail program.
    case mailSent = "mail-sent"
    case refused
    /// What this program has no word for: a later program wrote it, or somebody changed it.
    case unreadable
}

/// Checks a chain entry by entry, in order, without holding it.
public struct AuditVerification: Sendable {
    public private(set) var head: AuditEntry?
    public private(set) var fault: AuditFault?
    /// The latest instant of any entry: the newest entry may be one by a clock that was set back.
    public private(set) var latest: Instant?
    private var sought: String?

    /// - Parameter keptHead: a hash that was kept elsewhere and must stand somewhere in the chain.
    public init(keptHead: String? = nil) {
        sought = keptHead?.lowercased()
    }

    public mutating func check(_ entry: AuditEntry) {
        guard fault == nil else { return }
        if entry.number != (head?.number ?? 0) + 1 {
            fault = .gap(expected: (head?.number ?? 0) + 1, found: entry.number)
        } else if entry.previous != head?.hash ?? AuditEntry.origin {
            fault = .unchained(entry.number)
        } else if entry.hash != entry.expectedHash {
            fault = .changed(entry.number)
        }
        if entry.hash == sought { sought = nil }
        latest = max(latest ?? entry.at, entry.at)
        head = entry
    }

    /// The fault found, once every entry was checked.
    public func conclusion() -> AuditFault? {
        if let fault { return fault }
        if head == nil { return .empty }
        return sought.map { .headMissing($0) }
    }
}

/// How an audit trail is broken.
public enum AuditFault: Sendable, Hashable {
    case gap(expected: Int64, found: Int64)
    case unchained(Int64)
    case changed(Int64)
    /// There is no entry, though every register begins with the one that it was made.
    case empty
    /// The head kept elsewhere stands nowhere in the chain: it was cut or rewritten.
    case headMissing(String)

    /// The first broken entry, where one can be named.
    public var entry: Int64? {
        switch self {
        case .gap(_, let found): found
        case .unchained(let number), .changed(let number): number
        case .empty, .headMissing: nil
        }
    }

    public var message: String {
        switch self {
        case .gap(let expected, let found): "Entry \(expected) is missing: entry \(found) stands in its place."
        case .unchained(let number): "Entry \(number) does not follow from the entry before it."
        case .changed(let number): "Entry \(number) was changed after it was written."
        case .empty: "The trail holds no entry, not even that the register was made: entries were cut off."
        case .headMissing(let hash): "The kept head \(hash) is not in the trail: entries were cut off or rewritten."
        }
    }
}

extension SHA256.Digest {
    /// As 64 digits.
    var hexadecimal: String {
        reduce(into: "") { text, byte in
            text.append(Self.digits[Int(byte >> 4)])
            text.append(Self.digits[Int(byte & 15)])
        }
    }

    private static let digits = Array("0123456789abcdef")
}
