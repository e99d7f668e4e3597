import Casework
import Dispatch
import Synchronization

/// Hands over mail while the full screen is open: at the start, after each note that tells somebody, and when a pause
/// is over. An empty outbox costs nothing.
final class Mailer: Sendable {
    private let desk: Desk
    private let clock: Clock
    private let sendmail: Sendmail
    /// Whether a retry is set already: one is enough.
    private let isSet = Mutex(false)
    private let queue = DispatchQueue(label: "mail", qos: .utility)

    init(desk: Desk, clock: Clock, sendmail: Sendmail) {
        self.desk = desk
        self.clock = clock
        self.sendmail = sendmail
    }

    /// Tries what is left of earlier; what fails stays in the outbox, where its reason is kept.
    func start() { queue.async { [self] in retry() } }

    /// Hands over what is due.
    ///
    /// - Throws: ``MailError`` when a mail was not taken, and what the register throws.
    func send() throws {
        let report = try queue.sync {
            defer { schedule() }
            return try desk.sendMail(dueOnly: true, now: { clock.now }) { try sendmail.handOver($0) }
        }
        guard let first = report.failed.first else { return }
        throw MailError.someStay(report.failed.count, first.mail.delivery.failure ?? "")
    }

    private func retry() {
        isSet.withLock { $0 = false }
        // Nobody waits for this: a register that is busy now is asked again, and the outbox shows what stays.
        _ = try? desk.sendMail(dueOnly: true, now: { clock.now }) { try sendmail.handOver($0) }
        schedule()
    }

    private func schedule() {
        let waiting = (try? desk.outbox())?.filter { $0.held == nil } ?? []
        guard let next = waiting.map(\.mail.delivery.nextAt).min() else { return }
        guard
            !isSet.withLock({ isSet in
                defer { isSet = true }
                return isSet
            })
        else { return }
        let pause = max(60, next.seconds - clock.now.seconds)
        queue.asyncAfter(deadline: .now() + .seconds(pause)) { [weak self] in self?.retry() }
    }
}
