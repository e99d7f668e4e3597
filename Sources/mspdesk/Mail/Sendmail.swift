import Casework
import Foundation
import Glibc
import Screens
import Subprocess
import Synchronization

/// A program that takes mail as sendmail does: the recipient in its arguments, the message on its standard input.
struct Sendmail: Sendable {
    let path: String
    /// Stand before those that say to whom.
    var arguments: [String] = []
    /// After this it is ended, and the mail counts as not handed over. Well within ``Mail/Delivery/span``.
    var limit = Duration.seconds(30)

    /// The program that MSPDESK_SENDMAIL names, else the configuration's; nil when neither names one. It gets the
    /// seconds of MSPDESK_SENDMAIL_LIMIT, where that is set.
    ///
    /// - Throws: ``MailError/notAPath(_:)``, ``MailError/notALimit(_:)``.
    static func configured(_ configuration: Screens.Configuration) throws(MailError) -> Sendmail? {
        let environment = Places.environment
        var program = configuration.sendmail.first.map {
            Sendmail(path: $0, arguments: Array(configuration.sendmail.dropFirst()))
        }
        if let path = environment["MSPDESK_SENDMAIL"], !path.isEmpty {
            guard path.hasPrefix("/") else { throw .notAPath(path) }
            program = Sendmail(path: path)
        }
        if let text = environment["MSPDESK_SENDMAIL_LIMIT"], !text.isEmpty {
            guard let seconds = Int(text), limits.contains(seconds) else { throw .notALimit(text) }
            program?.limit = .seconds(seconds)
        }
        return program
    }

    /// In seconds.
    fileprivate static let limits = 1...60

    /// Returns once the program has taken the mail, which its exit status 0 says and nothing else. Blocks meanwhile.
    func handOver(_ message: MailMessage) throws(MailError) {
        // Mail programs expect the lines of this system, and make those of the network themselves.
        let text = message.text.replacing("\r\n", with: "\n")
        let answer = Mutex<Result<Void, MailError>?>(nil)
        let done = DispatchSemaphore(value: 0)
        Task.detached { [self] in
            let result = await run(text, to: message.to)
            answer.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        guard let result = answer.withLock({ $0 }) else { throw .failed(path: path, "it gave no answer") }
        do { try result.get() } catch {
            Log.keep(error)
            throw error
        }
    }

    private func run(_ text: String, to address: EmailAddress) async -> Result<Void, MailError> {
        await withTaskGroup(of: Result<Void, MailError>?.self) { group in
            group.addTask { await finish(text, to: address) }
            group.addTask {
                // It throws only when it is cancelled, because the program has answered: then nobody asks for the result.
                try? await Task.sleep(for: limit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first ?? .failure(.tooSlow(path: path, limit))
        }
    }

    private func finish(_ text: String, to address: EmailAddress) async -> Result<Void, MailError> {
        let message: CInt
        do { message = try Self.pipe(holding: text) } catch { return .failure(.failed(path: path, "\(error)")) }
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        do {
            let result = try await Subprocess.run(
                .path(.init(path)), arguments: .init(arguments + ["-i", "--", address.description]),
                platformOptions: options,
                input: .fileDescriptor(.init(rawValue: message), closeAfterSpawningProcess: true),
                output: .discarded, error: .sequence
            ) { try await Self.beginning(of: $0.standardError) }
            switch result.terminationStatus {
            case .exited(0): return .success(())
            case .exited(let status):
                // The server's own words often come second.
                let words = result.closureResult.split(separator: "\n").prefix(3).joined(separator: "; ").prefix(300)
                return .failure(
                    .failed(
                        path: path, "it ended with status \(status)",
                        saying: words.isEmpty ? nil : String(words)))
            case .signaled(let signal): return .failure(.failed(path: path, "signal \(signal) ended it"))
            }
        } catch {
            let why = "\(error)".trimmingCharacters(in: CharacterSet(charactersIn: "."))
            return .failure(canBeRun ? .failed(path: path, why) : .notThere(path))
        }
    }

    /// Whether there is a program at the path; a directory is none, though its bits say that it can be run.
    var canBeRun: Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    /// What a program says at first. The rest is read, for who is not heard out would wait, and forgotten.
    private static func beginning(of said: SubprocessOutputSequence) async throws -> String {
        var bytes: [UInt8] = []
        for try await piece in said where bytes.count < 4_096 {
            piece.withUnsafeBytes { bytes += $0.prefix(4_096 - bytes.count) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Sendmail {
    /// A pipe that holds all of the text and that nobody writes to any more. A mail program that ends before it has read
    /// what is still being written would end this program too.
    ///
    /// - Returns: the end to read from.
    /// - Throws: `POSIXError`; `EMSGSIZE` for more than the system keeps in a pipe, far beyond any mail of a plan.
    private static func pipe(holding text: String) throws -> CInt {
        var ends: [CInt] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let bytes = Array(text.utf8)
        let isWhole = write(ends[1], bytes, bytes.count) == bytes.count
        close(ends[1])
        guard isWhole else {
            close(ends[0])
            throw POSIXError(.EMSGSIZE)
        }
        return ends[0]
    }
}

/// Why a mail was not handed over.
enum MailError: UserFacing, Equatable {
    case notAPath(String)
    /// Of the time that a mail program gets.
    case notALimit(String)
    case notThere(String)
    case failed(path: String, String, saying: String? = nil)
    case tooSlow(path: String, Duration)
    case notConfigured
    /// So many mails were not handed over just now; the reason of the first.
    case someStay(Int, String)

    var message: String {
        switch self {
        case .notAPath(let text): "MSPDESK_SENDMAIL is '\(text)', which is no whole path."
        case .notALimit(let text): "MSPDESK_SENDMAIL_LIMIT is '\(text)', which is no time that a mail program can get."
        case .notThere(let path): "There is no mail program at \(path) that can be run."
        case .failed(let path, let why, let said):
            "The mail program \(path) did not take the mail: \(why)\(said.map { ", saying: \($0)" } ?? "")."
        case .tooSlow(let path, let limit):
            "The mail program \(path) had not taken the mail after "
                + "\(limit.components.seconds) second\(limit == .seconds(1) ? "" : "s"), and was ended."
        case .notConfigured: "No mail program is configured."
        case .someStay(let count, let why):
            "\(count == 1 ? "A mail was" : "\(count) mails were") not sent. \(why)"
        }
    }

    /// The message without what the mail program itself said, which may name people.
    var withoutWords: String {
        switch self {
        case .failed(let path, let why, saying: _): MailError.failed(path: path, why).message
        case .someStay(let count, _): MailError.someStay(count, "").message
        default: message
        }
    }

    var remedy: String {
        switch self {
        case .notAPath: "Write it from the root on, such as /usr/sbin/sendmail."
        case .notALimit:
            "Write whole seconds from \(Sendmail.limits.lowerBound) to \(Sendmail.limits.upperBound), or leave it out."
        case .notThere, .notConfigured:
            "Name one with sendmail in config.yaml or MSPDESK_SENDMAIL, such as /usr/sbin/sendmail; the mail is kept."
        case .failed, .tooSlow: "The mail is kept and tried again; see 'mspdesk outbox'."
        case .someStay: ""
        }
    }

    var fault: Fault {
        switch self {
        case .notAPath, .notALimit: .usage
        default: .cannotWrite
        }
    }
}
