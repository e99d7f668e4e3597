import Casework
import Foundation
import Storage

/// The register and its file. It is opened without anybody sitting down at the desk: no record is looked at.
struct RegisterHealth {
    static let area = "register"
    let path: String
    /// Named by the person, and so expected to be there.
    let isNamed: Bool
    /// The clock that was asked for; only a practice register goes by it.
    let chosenNow: Instant?
    /// What the desk that asks has open.
    var inUse: Register?

    func checks() -> [HealthCheck] {
        place + looked + holders
    }

    /// Whether the desk that asks still has the file open that bears the name.
    private var place: [HealthCheck] {
        guard let inUse else { return [] }
        do {
            try inUse.tryPlace()
            return [.ok(Self.area, "place", "the file that this desk opened bears its name")]
        } catch { return [.fault(Self.area, "place", error)] }
    }

    private var looked: [HealthCheck] {
        let register: Register
        do {
            register = try Register.look(at: path)
        } catch RegisterError.notFound(let path) where !isNamed {
            return [.ok(Self.area, "file", "none yet at \(path); 'mspdesk demo' makes one to practise on")]
        } catch { return [.fault(Self.area, "file", error)] }
        var checks = file(register)
        do { checks += try contents(register) } catch { checks.append(.fault(Self.area, "contents", error)) }
        do { try register.close() } catch { checks.append(.fault(Self.area, "closing", error)) }
        return checks
    }

    /// The programs that go on with a register that was deleted or replaced under them.
    private var holders: [HealthCheck] {
        do {
            let processes = try Register.holdersOfEarlierFile(at: path)
            guard !processes.isEmpty else { return [] }
            let numbers = processes.map(String.init).joined(separator: ", ")
            return [
                .fault(
                    Self.area, "earlier file",
                    "deleted or replaced while \(processes.count == 1 ? "process" : "processes") \(numbers) had it open",
                    remedy: "Leave the desk in that window and start it again; until then it saves nothing.")
            ]
        } catch { return [.fault(Self.area, "earlier file", error)] }
    }

    private func file(_ register: Register) -> [HealthCheck] {
        let area = Self.area
        do {
            let condition = try register.condition()
            return [
                .ok(area, "file", "\(path), \(condition.bytes) bytes"),
                permissions(condition), owner(condition), room(condition), writing(register), schema(condition),
                condition.journal == "wal"
                    ? .ok(area, "journal", "wal")
                    : .warning(
                        area, "journal", condition.journal,
                        remedy: "Others wait while one writes; 'mspdesk backup' and 'mspdesk restore' set it right."),
                condition.isIntact
                    ? .ok(area, "pages", "every page, index and reference is as it should be")
                    : .fault(area, "pages", RegisterError.damaged(path: path)),
            ]
        } catch { return [.fault(area, "pages", error)] }
    }

    private func permissions(_ condition: RegisterCondition) -> HealthCheck {
        let (area, name) = (Self.area, "permissions")
        let mode = "0" + String(condition.mode, radix: 8)
        let remedy = "Run: chmod 600 '\(path)'"
        if condition.mode & 0o077 != 0 {
            return .fault(area, name, "\(mode), so that others may read or write it", remedy: remedy)
        }
        return condition.mode & 0o600 == 0o600
            ? .ok(area, name, mode)
            : .warning(area, name, "\(mode), so that its owner may not write it", remedy: remedy)
    }

    private func schema(_ condition: RegisterCondition) -> HealthCheck {
        let (area, name) = (Self.area, "schema")
        let words = "\(condition.schema), the newest this program knows is \(condition.knownSchema)"
        guard !condition.schemaFaults.isEmpty else { return .ok(area, name, words) }
        return .fault(
            area, name, "not as this program makes it: \(SchemaFault.sentence(of: condition.schemaFaults))",
            remedy: "Keep the file as evidence, tell who is answerable for the register, and restore a backup with "
                + "'mspdesk restore FILE'.")
    }

    private func owner(_ condition: RegisterCondition) -> HealthCheck {
        let name = getpwuid(uid_t(condition.owner)).map { String(cString: $0.pointee.pw_name) }
        let words = name ?? "account \(condition.owner)"
        guard condition.owner == Int(geteuid()) else {
            return .warning(
                Self.area, "owner", "\(words), who is not you",
                remedy: "A live register serves the account that owns it: run the program from there.")
        }
        return .ok(Self.area, "owner", words)
    }

    private func room(_ condition: RegisterCondition) -> HealthCheck {
        // A write needs room for the journal; a backup as much again as the register.
        let needed = max(16_777_216, condition.bytes)
        let words = "\(condition.freeBytes / 1_048_576) MiB free on its disk"
        if condition.freeBytes < 1_048_576 {
            return .fault(Self.area, "room", words, remedy: "Free some room: soon nothing can be saved.")
        }
        return condition.freeBytes >= needed
            ? .ok(Self.area, "room", words)
            : .warning(Self.area, "room", words, remedy: "Free some room: a backup beside it would not fit.")
    }

    /// Tried, not only asked for: no figure tells of a quota, a lock or a disk that has become read-only.
    private func writing(_ register: Register) -> HealthCheck {
        do {
            try register.tryWriting()
            return .ok(Self.area, "writing", "a trial write was taken, and taken back")
        } catch { return .fault(Self.area, "writing", error) }
    }

    private func contents(_ register: Register) throws -> [HealthCheck] {
        let area = Self.area
        let (info, added) = try register.read { (try $0.registerInfo(), try $0.addedHolidays()) }
        let now = (info.practice ? chosenNow : nil) ?? Clock().now
        var trail = AuditVerification()
        try register.read { try $0.auditEntries(of: nil) { trail.check($0) } }
        var checks: [HealthCheck] = [.ok(area, "kind", info.practice ? "practice: invented people" : "live")]
        if let fault = trail.conclusion() {
            checks.append(
                .fault(
                    area, "audit trail", fault.message,
                    remedy: "Keep the file as evidence, and tell who is answerable for the register."))
        } else {
            checks.append(.ok(area, "audit trail", "holds, \(AuditEntry.counted(trail.head?.number ?? 0))"))
        }
        checks.append(.clock(at: now, newestEntry: trail.latest, practice: info.practice))
        if !info.practice, try !register.hasAdministrator() {
            checks.append(
                .fault(
                    area, "administrator", "nobody with an account is an administrator: nothing can be imported",
                    remedy: "Restore a backup with 'mspdesk restore FILE'."))
        }
        return checks + HealthCheck.holidays(BusinessCalendar(added: added), at: now)
    }
}
