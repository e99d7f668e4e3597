import Casework

extension Procedure {
    /// One step: something that the person is asked or does, a fact read from the record, or another procedure.
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
            /// Things to be done and ticked.
            case tasks([Item])
            /// Any number of the choices holds.
            case several
            case text(optional: Bool)
            case date(DayBounds)
            case number(unit: String?)
            /// Another procedure, run inside this one.
            case guide(Procedure.ID)
            /// The run waits until the limit is over, or the person goes on before.
            case hold(TimeLimit)
        }

        public let id: ID
        /// What an answer calls it. Two nodes may share a name when no path passes both: the same question in two
        /// situations, each with its own words and source.
        public let name: String
        /// What it settles, in a few words: `Face-to-face restriction`.
        public let title: String
        public let kind: Kind
        /// The question to the person, the heading of the tasks, or what is waited for; for a fact, asked only when the
        /// record cannot know.
        public let question: String
        public let hint: String?
        /// What to say to the customer.
        public let say: String?
        public let actions: [String]
        /// Who does it, where it is not whoever sits here.
        public let role: String?
        public let due: [Limit]
        /// As `OMC T1.2`; at least one.
        public let sources: [String]
        public let released: Bool
        /// What is struck out here in the released text, and who knows it, as a clause; nil where nothing is.
        public let redacted: String?
        public let corrects: [Correction]
        /// The answers that it offers, in their order; none where the person types or ticks.
        public let choices: [Choice]
        /// Where its answers lead; the first that holds is taken.
        public let edges: [Edge]
        public let repeats: Repeats?

        public var source: String { sources.joined(separator: ", ") }
        /// As `Struck out in the released text: page names; your CANOC knows them.`
        public var redaction: String? { Procedure.redaction(redacted) }
        public func choice(_ value: String) -> Choice? { choices.first { $0.value == value } }
        /// What is to be done here, item by item; empty for other kinds.
        public var items: [Item] {
            if case .tasks(let items) = kind { return items }
            return []
        }
    }

    fileprivate static func redaction(_ words: String?) -> String? {
        words.map { "Struck out in the released text: \($0)" }
    }

    /// An answer that can be chosen.
    public struct Choice: Sendable, Hashable {
        public let value: String
        public let label: String
    }

    /// Something to be done and ticked.
    public struct Item: Sendable, Hashable {
        public let id: String
        public let words: String
        public let say: String?
        public let role: String?
        public let due: [Limit]
        public let sources: [String]
        public let isOptional: Bool
        /// As ``Node/redacted``, of this item alone.
        public let redacted: String?

        public var redaction: String? { Procedure.redaction(redacted) }
    }

    /// A time limit, and of what where a step has several.
    public struct Limit: Sendable, Hashable {
        public let what: String?
        public let limit: TimeLimit
    }

    /// The first and the last day that a day may be, both included; nil where it may be any.
    public struct DayBounds: Sendable, Hashable {
        public enum Bound: String, CaseIterable, Sendable, Hashable {
            case today
            /// The first and the last day of the plan in force.
            case start, end
        }

        public let from: Bound?
        public let to: Bound?

        /// Any day.
        public static let none = Self(from: nil, to: nil)
    }

    /// How often a node is passed before the run goes elsewhere.
    public struct Repeats: Sendable, Hashable {
        public let atMost: Int
        public let thenAfter: Target
    }

    /// Where an answer leads.
    public struct Edge: Sendable, Hashable {
        public let when: Condition
        public let target: Target
    }

    /// When an edge is taken.
    public enum Condition: Sendable, Hashable {
        /// This choice; for a procedure run inside, this outcome.
        case value(String)
        /// At least one of these was chosen.
        case any([String])
        case none
        /// The number is below this.
        case under(Int)
        /// No edge before it was.
        case otherwise
        case always
    }

    public enum Target: Sendable, Hashable {
        case node(Node.ID)
        case outcome(Outcome.ID)

        public var name: String {
            switch self {
            case .node(let id): id.rawValue
            case .outcome(let id): id.rawValue
            }
        }
    }
}

extension Procedure.Node {
    /// What leads along `edge`, for people.
    public func words(_ edge: Procedure.Edge) -> String {
        switch edge.when {
        case .value(let value): choice(value)?.label ?? value
        case .any(let values): values.map { choice($0)?.label ?? $0 }.joined(separator: " or ")
        case .none: "None of these"
        case .under(let number): "Under \(number)"
        case .otherwise: "Otherwise"
        case .always: ""
        }
    }

    /// The same as written: `yes`, `under 28`.
    public func value(_ edge: Procedure.Edge) -> String {
        switch edge.when {
        case .value(let value): value
        case .any(let values): values.joined(separator: " or ")
        case .none: "none"
        case .under(let number): "under \(number)"
        case .otherwise: "else"
        case .always: "next"
        }
    }
}
