import Casework
import Widgets

/// One thing wrong in `config.yaml`, and where. What it says is left out, and the program goes on without it.
public struct ConfigurationFault: UserFacing, Hashable {
    public let file: String
    /// From 1; nil when the fault belongs to no line.
    public let line: Int?
    public let problem: Problem

    public enum Problem: Sendable, Hashable {
        case unreadable
        case notYAML(String)
        /// A word of this kind that there is not, and the one that may be meant.
        case unknown(String, kind: String, nearest: String?, known: [String])
        case unfit(String, expected: String)
        case keys(BindingName, KeyFault)
    }

    public init(file: String, line: Int?, problem: Problem) {
        self.file = file
        self.line = line
        self.problem = problem
    }

    public var message: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return switch problem {
        case .unreadable: "\(place) cannot be read."
        case .notYAML(let reason): "\(place): this is not YAML: \(reason)."
        case .unknown(let word, let kind, _, _): "\(place): there is no \(kind) '\(word.prefix(60))'."
        case .unfit(let key, let expected): "\(place): '\(key)' should be \(expected)."
        case .keys(let binding, let fault): "\(place): \(binding): \(fault.message)"
        }
    }

    public var remedy: String {
        switch problem {
        case .unreadable: "It must be a file in UTF-8 that you may read; until then everything is as usual."
        case .notYAML: "Correct the line; until then everything is as usual."
        case .unknown(_, _, let nearest?, _): "Did you mean '\(nearest)'?"
        case .unknown(_, let kind, nil, let known):
            known.count > 12 ? "The settings list every \(kind)." : "Use one of: \(known.joined(separator: ", "))."
        case .unfit: "Correct the line; until then this is as usual."
        case .keys(_, let fault): fault.remedy
        }
    }

    public var fault: Casework.Fault { problem == .unreadable ? .missingInput : .badInput }
}
