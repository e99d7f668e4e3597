import Casework

/// One thing that `doctor` looked at, and what to do where it is not as it should be.
struct HealthCheck: Encodable {
    enum State: String, Encodable {
        case ok
        /// It works, and somebody should know.
        case warning
        case fault
    }

    let area: String
    let name: String
    let state: State
    let finding: String
    var remedy: String?

    static func ok(_ area: String, _ name: String, _ finding: String) -> Self {
        Self(area: area, name: name, state: .ok, finding: finding)
    }

    static func warning(_ area: String, _ name: String, _ finding: String, remedy: String) -> Self {
        Self(area: area, name: name, state: .warning, finding: finding, remedy: remedy)
    }

    static func fault(_ area: String, _ name: String, _ finding: String, remedy: String) -> Self {
        Self(area: area, name: name, state: .fault, finding: finding, remedy: remedy)
    }

    static func fault(_ area: String, _ name: String, _ error: any Error) -> Self {
        guard let error = error as? any UserFacing else {
            return .fault(area, name, "\(error)", remedy: "Please report this: it has no name yet.")
        }
        return .fault(area, name, error.message, remedy: error.remedy)
    }

    /// A line for people; the word stands before everything, since colour may be missing.
    var words: String {
        let mark =
            switch state {
            case .ok: "ok     "
            case .warning: "WARNING"
            case .fault: "FAULT  "
            }
        return "\(mark)  \(area), \(name): \(finding)" + (remedy.map { "\n           \($0)" } ?? "")
    }
}
