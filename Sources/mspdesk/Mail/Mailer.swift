import Casework
import Dispatch
import Screens
import Synchronization

/// Hands over mail while the screens are open: at the start, after each note that tells somebody, and when a pause
/// is over. An empty outbox costs nothing.
final class Mailer: Sendable {
    private let desk: Desk
    private let clock: Clock
    private let sendmail: Sendmail
    private struct State {
        var retry = MailRetry()
        /// Why the outbox could not be gone through the last time.
        var trouble: String?
    }
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "mail", qos: .utility)

    init(desk: Desk, clock: Clock, sendmail: Sendmail) {
        self.desk = desk
        self.clock = clock
        self.sendmail = sendmail
    }

    /// Why the sending in the background stands still; nil while it goes on.
    var trouble: String? { state.withLock { $0.trouble } }

    /// What the screens need of it.
    var program: MailProgram {
        MailProgram(path: sendmail.path, send: { try self.send(dueOnly: $0) }, trouble: { self.trouble })
    }

    /// Tries what is left of earlier; what fails stays in the outbox, where its reason is kept.
    func start() { queue.async { [self] in retry() } }

    /// Hands over what waits, or only what is due.
    ///
    /// - Returns: how many were handed over.
    /// - Throws: ``MailError`` when a mail was not taken, and what the register throws.
    func send(dueOnly: Bool) throws -> Int {
        let report = try queue.sync {
            defer { schedule() }
            return try handOver(dueOnly: dueOnly)
        }
        if let first = report.failed.first {
            throw MailError.someStay(report.failed.count, first.mail.delivery.failure ?? "")
        }
        return report.sent.count
    }

    private func handOver(dueOnly: Bool) throws -> Desk.MailReport {
        let report = try desk.sendMail(dueOnly: dueOnly, now: { clock.now }) { try sendmail.handOver($0) }
        state.withLock { $0.trouble = nil }
        return report
    }

    private func retry() {
        do { _ = try handOver(dueOnly: true) } catch { keep(error) }
        schedule()
    }

    /// Nobody waits for this: the outbox screen shows the reason, and the log what lies behind it.
    private func keep(_ error: any Error) {
        Log.keep(error)
        let words = (error as? any UserFacing).map { "\($0.message) \($0.remedy)" }
        state.withLock { $0.trouble = words ?? "The outbox cannot be gone through." }
    }

    /// Sets the next try: when the first pause is over, or in a minute where that cannot be known.
    private func schedule() {
        let now = clock.now
        var due = now + 60
        do {
            let waiting = try desk.outbox().filter { $0.held == nil }
            guard let first = waiting.map(\.mail.delivery.nextAt).min() else { return }
            due = max(due, first)
        } catch { keep(error) }
        guard state.withLock({ [due] in $0.retry.asks(for: due) }) else { return }
        queue.asyncAfter(deadline: .now() + .seconds(due.seconds - now.seconds)) { [weak self, due] in
            guard let self, state.withLock({ $0.retry.comes(due) }) else { return }
            retry()
        }
    }
}
