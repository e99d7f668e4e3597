import Casework

/// One flow of questions and facts that ends in exactly one outcome; read from a file of `Content`.
///
/// A `Procedure` in hand is sound: loading refuses whatever ``ProcedureFault`` names, so every answer leads on and every
/// path ends.
public struct Procedure: Sendable, Hashable {
    /// As `visit`; the name of its file.
    public struct ID: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }
    }

    public let id: ID
    public let title: String
    /// What it is for, in one plain sentence.
    public let purpose: String
    public let group: Group
    /// As the file states it; kept with each run, so that a note can be read against the wording of its day.
    public let version: String
    public let source: Source
    /// The channel of the contact that it leads through, in which it is judged; nil where there is none.
    public let channel: Channel?
    public let start: Node.ID
    /// In the order of the file.
    public let nodes: [Node]
    public let outcomes: [Outcome]
    public let examples: [Example]
    /// The procedures that it runs inside it, each with its own.
    public let called: [ID: Procedure]
    /// What it was read from: kept with each run, so that it ends by the version that it began with.
    public let text: String

    public func node(_ id: Node.ID) -> Node? { nodes.first { $0.id == id } }
    public func outcome(_ id: Outcome.ID) -> Outcome? { outcomes.first { $0.id == id } }

    /// The channel of the contact that ends in `outcome`; nil where none does, and nothing is entered (C1).
    public func contactChannel(of outcome: Outcome) -> Channel? {
        outcome.isContact ? channel ?? outcome.channel : nil
    }

    /// Every correction of the source, in the order of the file.
    public var corrections: [Correction] { nodes.flatMap(\.corrects) + outcomes.flatMap(\.corrects) }
}

extension Procedure {
    /// What kind of work a procedure belongs to.
    public enum Group: String, CaseIterable, Sendable, Hashable, Codable {
        case contact
        /// Somebody may be hurt: one key away, and without a record.
        case danger
        case omc, review, plan, implementing
        case personalisedServices = "personalised-services"
        case followUp = "follow-up"

        public var title: String {
            switch self {
            case .contact: "Contacts"
            case .danger: "Danger"
            case .omc: "One Main Contact"
            case .review: "Reviews"
            case .plan: "Plans"
            case .implementing: "Implementing"
            case .personalisedServices: "Personalised Services"
            case .followUp: "Follow-up"
            }
        }
    }

    /// The document that a procedure implements.
    public struct Source: Sendable, Hashable {
        /// As `104-07050060`.
        public let number: String
        public let title: String
        /// As `OMC T1`.
        public let tables: [String]
        /// The day from which the version read is valid.
        public let date: CalendarDay
        /// False where the document was not released, and the procedure follows what others say of it.
        public let released: Bool
    }

    /// A place where the source stumbles, and how it was resolved.
    public struct Correction: Sendable, Hashable {
        public let place: String
        public let printed: String
        public let built: String
    }

    /// Facts and answers that must end in the outcome named; run each time that the file is loaded.
    public struct Example: Sendable, Hashable {
        public let title: String
        public let facts: [FactName: String]
        /// Node name → value, as `--answer` takes them.
        public let answers: [String: String]
        public let outcome: Outcome.ID
    }
}

extension Procedure {
    /// The facts that it turns on, and those of the procedures that it runs.
    public var facts: Set<FactName> {
        let own = nodes.compactMap { node -> FactName? in
            if case .fact(let fact) = node.kind { fact } else { nil }
        }
        return called.values.reduce(into: Set(own)) { $0.formUnion($1.facts) }
    }
}
