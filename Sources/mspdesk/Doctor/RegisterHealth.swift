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

    func checks() -> [HealthCheck] {
        let register: Register
        do {
            register = try Register.open(at: path)
        } catch RegisterError.notFound(let path) where !isNamed {
            return [.ok(Self.area, "file", "none yet at \(path); 'mspdesk demo' makes one to practise on")]
        } catch { return [.fault(Self.area, "file", error)] }
        var checks = file(register)
        do { checks += try contents(register) } catch { checks.append(.fault(Self.area, "contents", error)) }
        return checks
    }

    private func file(_ register: Register) -> [HealthCheck] {
        let area = Self.area
        do {
            let condition = try register.condition()
            let mode = "0" + String(condition.mode, radix: 8)
            return [
                .ok(area, "file", "\(path), \(condition.bytes) bytes"),
                condition.mode == 0o600
                    ? .ok(area, "permissions", mode)
                    : .fault(
                        area, "permissions", "\(mode), so that others may read or write it",
                        remedy: "Run: chmod 600 '\(path)'"),
                owner(condition), room(condition),
                .ok(area, "schema", "\(condition.schema), the newest this program knows is \(condition.knownSchema)"),
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

    private func owner(_ condition: RegisterCondition) -> HealthCheck {
        let name = getpwuid(uid_t(condition.owner)).map { String(cString: $0.pointee.pw_name) }
        let words = name ?? "account \(condition.owner)"
        guard condition.owner == Int(geteuid()) else {
            return .warning(
                Self.area, "owner", "\(words), who is not you",
                remedy: "A live register serves the account that owns it: run the program from there.")
        }
        guard condition.isWritable else {
            return .fault(Self.area, "owner", RegisterError.notWritable(path: path))
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
            checks.append(.ok(area, "audit trail", "holds, \(trail.head?.number ?? 0) entries"))
        }
        checks.append(clock(trail.head, info, now))
        checks += holidays(BusinessCalendar(added: added), now)
        return checks
    }

    private func clock(_ last: AuditEntry?, _ info: RegisterInfo, _ now: Instant) -> HealthCheck {
        guard let last, last.at > now + 60 else { return .ok(Self.area, "clock", "later than the newest audit entry") }
        let words = "the newest audit entry is \((last.at.seconds - now.seconds) / 60) minutes ahead of the clock"
        // In practice the clock may be chosen.
        guard !info.practice else {
            return .warning(
                Self.area, "clock", words, remedy: "A practice clock was set ahead with --now, or this one back.")
        }
        return .fault(
            Self.area, "clock", words,
            remedy: "Set the machine's clock right before anybody works: what is in line depends on it.")
    }

    /// Days before the holidays end in which it is time to add more.
    private static let notice = 90

    private func holidays(_ calendar: BusinessCalendar, _ now: Instant) -> [HealthCheck] {
        AustralianState.allCases.map { state in
            let name = "holidays of \(state.name)"
            do {
                let today = try state.zone().day(at: now)
                let end = calendar.knownDays(in: state).upperBound
                let left = end.number - today.number
                if left >= Self.notice { return .ok(Self.area, name, "known to \(end.dated)") }
                let remedy = "Add the proclaimed days with 'mspdesk import holidays FILE'."
                return left < 0
                    ? .fault(Self.area, name, "ended on \(end.dated)", remedy: remedy)
                    : .warning(Self.area, name, "known to \(end.dated), \(left) days from now", remedy: remedy)
            } catch { return .fault(Self.area, name, error) }
        }
    }
}
