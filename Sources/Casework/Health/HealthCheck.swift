/// One thing that `doctor` looked at, and what to do where it is not as it should be.
public struct HealthCheck: Codable, Sendable, Hashable {
    public enum State: String, Codable, Sendable, Hashable, CaseIterable {
        case ok
        /// It works, and somebody should know.
        case warning
        case fault
    }

    public let area: String
    public let name: String
    public let state: State
    public let finding: String
    public let remedy: String?

    private init(_ area: String, _ name: String, _ state: State, _ finding: String, _ remedy: String?) {
        self.area = area
        self.name = name
        self.state = state
        self.finding = finding
        self.remedy = remedy
    }

    public static func ok(_ area: String, _ name: String, _ finding: String) -> Self {
        Self(area, name, .ok, finding, nil)
    }

    public static func warning(_ area: String, _ name: String, _ finding: String, remedy: String) -> Self {
        Self(area, name, .warning, finding, remedy)
    }

    public static func fault(_ area: String, _ name: String, _ finding: String, remedy: String) -> Self {
        Self(area, name, .fault, finding, remedy)
    }

    public static func fault(_ area: String, _ name: String, _ error: any Error) -> Self {
        guard let error = error as? any UserFacing else {
            return .fault(area, name, "\(error)", remedy: "Please report this: it has no name yet.")
        }
        return .fault(area, name, error.message, remedy: error.remedy)
    }

    /// The state as a word of one width; it stands before everything, since colour may be missing.
    public var mark: String {
        switch state {
        case .ok: "ok     "
        case .warning: "WARNING"
        case .fault: "FAULT  "
        }
    }

    /// What was found of all checks, in a sentence.
    public static func conclusion(of checks: [HealthCheck]) -> String {
        let faults = checks.count { $0.state == .fault }
        return faults == 0 ? "No fault found." : faults == 1 ? "1 fault." : "\(faults) faults."
    }
}
