import Casework
import Synchronization

/// The advice on texts that were looked at before: every part in sight is drawn at each key, and one of them changed.
final class AdviceMemory: Sendable {
    private let check: WritingCheck
    private let known = Mutex<[String: [WritingAdvice]]>([:])
    /// Texts, of which a note's parts are few and the rest are pictures drawn ahead.
    private static let most = 64

    init(_ check: WritingCheck) {
        self.check = check
    }

    func advice(on text: String) -> [WritingAdvice] {
        if let known = known.withLock({ $0[text] }) { return known }
        let advice = check.advice(on: text)
        known.withLock { known in
            if known.count >= Self.most { known = [:] }
            known[text] = advice
        }
        return advice
    }
}
