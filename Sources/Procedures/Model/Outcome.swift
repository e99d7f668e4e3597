import Casework

extension Procedure {
    /// Where a run ends: what to do, to say, to record, and whom to tell.
    public struct Outcome: Sendable, Hashable {
        public struct ID: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
            public let rawValue: String
            public init(rawValue: String) { self.rawValue = rawValue }
            public var description: String { rawValue }
        }

        /// What it means for the customer in one word; shown by word and shape, never by colour alone.
        public enum Tone: String, CaseIterable, Sendable, Hashable {
            case serve
            case refuse
            case transfer
            /// Somebody else decides first.
            case ask
            /// A task is finished.
            case done
        }

        /// Somebody to be told of the contact (C1).
        public typealias Role = NotifiedRole

        /// What is offered to go on to.
        public enum Next: Sendable, Hashable {
            case screen(NextScreen)
            case procedure(Procedure.ID)
        }

        public enum NextScreen: String, CaseIterable, Sendable, Hashable {
            case lookup, record
            case noteEditor = "note-editor"
        }

        public let id: ID
        public let title: String
        public let tone: Tone
        public let actions: [String]
        /// What to say to the customer.
        public let say: String?
        /// Who does what it asks, where it is not whoever sits here.
        public let role: String?
        public let due: [Limit]
        /// Nil where the source asks for no note.
        public let note: NoteTemplate?
        public let notify: [Role]
        public let next: [Next]
        /// Whether it ends a contact by the customer, which counts against limits; false where a representative came, or
        /// nobody did (C1, R6).
        public let isContact: Bool
        /// By what channel, where the procedure has none: somebody was spoken to on the way of an OMC's or PSSO's work, and
        /// the contact is one with them (C1).
        public let channel: Channel?
        /// Whether the agency made that contact: the customer's restrictions do not bind it, and it has no verdict (R7).
        public let isByAgency: Bool
        public let sources: [String]
        public let released: Bool
        public let corrects: [Correction]

        public var source: String { sources.joined(separator: ", ") }
        /// The procedures that it offers to begin.
        public var nextProcedures: [Procedure.ID] {
            next.compactMap { if case .procedure(let id) = $0 { id } else { nil } }
        }
    }

    /// The note that an outcome drafts.
    public struct NoteTemplate: Sendable, Hashable {
        public let type: NoteType.ID
        /// Part → words. An empty template is a part that only the person can fill.
        public let fields: [String: Template]
    }
}
