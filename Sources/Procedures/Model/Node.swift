import Casework

extension Procedure {
    /// One step: a question to the person, or a fact read from the record.
    public struct Node: Sendable, Hashable {
        /// Its place in the procedure; no two nodes share one.
        public struct ID: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
            public let rawValue: String
            public init(rawValue: String) { self.rawValue = rawValue }
            public var description: String { rawValue }
        }

        public enum Kind: Sendable, Hashable {
            /// Only the person can tell.
            case ask
            /// The record tells, and the person is asked when it cannot.
            case fact(FactName)
        }

        public let id: ID
        /// What an answer calls it. Two nodes may share a name when no path passes both: the same question in two
        /// situations, each with its own words and source.
        public let name: String
        /// What it settles, in a few words: `Face-to-face restriction`.
        public let title: String
        public let kind: Kind
        /// The question to the person; for a fact, asked only when the record cannot know.
        public let question: String
        public let hint: String?
        /// What to say to the customer.
        public let say: String?
        public let actions: [String]
        /// As `OMC T1.2`.
        public let source: String
        public let released: Bool
        public let corrects: [Correction]
        /// Every answer it takes, in the order in which they are offered.
        public let choices: [Choice]

        public func choice(_ value: String) -> Choice? { choices.first { $0.value == value } }
    }

    /// An answer and where it leads.
    public struct Choice: Sendable, Hashable {
        public let value: String
        public let label: String
        public let target: Target
    }

    public enum Target: Sendable, Hashable {
        case node(Node.ID)
        case outcome(Outcome.ID)
    }
}
