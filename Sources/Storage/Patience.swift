import Casework
import Foundation
import Synchronization

/// How long a program waits for another to finish writing.
struct Patience {
    /// About 20 seconds.
    static let usual = Patience(tries: 2_000)
    /// At most 50 milliseconds.
    static let momentary = Patience(tries: 10)

    var tries: Int

    /// Short waits of uneven length, so that thirty programs take turns rather than wake together; SQLite's own grow
    /// to a tenth of a second, in which a newcomer overtakes.
    func waits(after tries: Int) -> Bool {
        guard tries < self.tries else { return false }
        usleep(UInt32.random(in: 1_000...(tries < 10 ? 5_000 : 20_000)))
        return true
    }
}

/// How long the transaction at hand waits for other programs.
final class Waiting: Sendable {
    private let usual: Patience
    private let wait = Mutex(WriteWait.patient)

    init(_ patience: Patience) {
        usual = patience
    }

    var atHand: WriteWait {
        get { wait.withLock { $0 } }
        set { wait.withLock { $0 = newValue } }
    }

    var patience: Patience {
        switch atHand {
        case .patient: usual
        case .brief: Patience(tries: min(usual.tries, Patience.short.tries))
        case .momentary: Patience(tries: min(usual.tries, Patience.momentary.tries))
        }
    }
}
