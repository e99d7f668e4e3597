/// A kind of note with the parts that it holds (N1).
public struct NoteType: Sendable, Hashable {
    /// As `customer-contact`.
    public struct ID: RawRepresentable, Codable, Sendable, Hashable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }
    }

    public let id: ID
    public let title: String
    public let parts: [NotePart]
    /// What ``NotePart/choices`` of the deciding part asks for in addition: the forms of a safety alert decision.
    public let forms: [String: [NotePart]]

    init(_ id: String, _ title: String, _ parts: [NotePart], forms: [String: [NotePart]] = [:]) {
        self.id = ID(rawValue: id)
        self.title = title
        self.parts = parts
        self.forms = forms
    }

    /// The parts that stand in a note with these fields: a form chosen adds its own.
    public func parts(for fields: [String: String]) -> [NotePart] {
        guard !forms.isEmpty, let form = fields["form"], let own = forms[form] else { return parts }
        return parts + own
    }
}

/// One field of a note.
public struct NotePart: Sendable, Hashable {
    /// As the command line names it: `contactReason`.
    public let name: String
    public let label: String
    public let required: Bool
    /// What belongs here, in a few words.
    public let hint: String
    /// The only values it takes, as they are kept; empty when any text will do.
    public let choices: [String]
    /// What each of ``choices`` is called, in their order.
    public let choiceNames: [String]

    init(
        _ name: String, _ label: String, required: Bool = true, hint: String = "",
        choices: KeyValuePairs<String, String> = [:]
    ) {
        self.name = name
        self.label = label
        self.required = required
        self.hint = hint
        self.choices = choices.map(\.key)
        choiceNames = choices.map(\.value)
    }

    /// What is read where `value` is kept: the name of a choice; any other text as it is.
    public func words(for value: String) -> String {
        choices.firstIndex(of: value).map { choiceNames[$0] } ?? value
    }
}

extension NoteType {
    public static func named(_ id: ID) -> NoteType? { catalogue.first { $0.id == id } }

    public static let customerContact = ID(rawValue: "customer-contact")
    public static let contactOutcome = ID(rawValue: "customer-contact-outcome")
    public static let reviewRecommendation = ID(rawValue: "review-recommendation")

    private static let contactParts = [
        NotePart("contactReason", "Contact reason", hint: "Why they came, called or wrote"),
        NotePart("time", "Time", hint: "When it happened, local time"),
        NotePart("discussion", "Discussion", hint: "What was asked, said and agreed"),
        NotePart("behaviourAndWarnings", "Behaviour and warnings", required: false, hint: "What you saw and heard"),
        NotePart("updatesToRecord", "Updates to record", required: false, hint: "What changed in which system"),
        NotePart("strategies", "Strategies", required: false, hint: "Progress or outcome of servicing strategies"),
        NotePart("referrals", "Referrals", required: false),
        NotePart("followUp", "Follow-up", required: false, hint: "Who does what, by when"),
    ]

    private static let otherSources = NotePart("otherSources", "Other sources considered")

    /// Every type, in the order in which they are offered.
    public static let catalogue: [NoteType] = [
        NoteType("customer-contact", "Customer contact", contactParts),
        NoteType("customer-contact-outcome", "Customer contact outcome", contactParts),
        NoteType(
            "unsuccessful-contact", "Unsuccessful contact attempt",
            [
                NotePart("time", "Time"),
                NotePart("method", "Method", hint: "Phone, letter, SMS"),
                NotePart("detail", "Detail", required: false),
            ]),
        NoteType(
            "decision-not-to-contact", "Decision not to contact",
            [
                NotePart("reason", "Reason"),
                NotePart("contactedInstead", "Contacted instead", required: false, hint: "Nominee, PPE, PPU, attorney"),
            ]),
        NoteType(
            "voicemail", "Voicemail received",
            [NotePart("time", "Time"), NotePart("content", "Content", hint: "What the message says")]),
        NoteType(
            "health-check", "Health check",
            [
                NotePart("outstanding", "Upcoming and outstanding issues"),
                NotePart("claims", "Claims, enquiries, appeals, complaints"),
                NotePart("payments", "Payment issues"),
                NotePart("letters", "Letters"),
                NotePart("incidents", "Further incidents"),
                NotePart("appointments", "Appointments"),
                NotePart("changes", "Changes in circumstances"),
                NotePart("strategies", "Strategies progressed", required: false),
                NotePart("nextCheck", "Next check", required: false),
            ]),
        NoteType(
            "handover", "Handover",
            [
                NotePart("strategies", "Progress of strategies"),
                NotePart("incidents", "Further incidents and compliance"),
                NotePart("triggers", "Unresolved triggers"),
                NotePart("contacts", "Frequency and reasons of contact"),
                NotePart("preferences", "Contact preferences"),
                NotePart("commitments", "Commitments and actions under way"),
            ]),
        NoteType(
            "rationale", "Rationale for decision",
            [
                NotePart("length", "Length of the plan"),
                NotePart("behaviours", "Behaviours or vulnerabilities"),
                NotePart("vulnerabilities", "Vulnerabilities and how strategies address them"),
                NotePart("strategyDates", "When each strategy should be complete"),
                NotePart("risk", "Ongoing risk to staff in each brand"),
                NotePart("omcReason", "Why this OMC or PSSO"),
                NotePart("restrictions", "Restrictions and their brands", required: false),
            ]),
        NoteType(
            "review-recommendation", "Review recommendation",
            [
                NotePart("panel", "Panel summary"),
                NotePart("recommendations", "OMC or PSSO recommendations", hint: "Accepted or rejected"),
                NotePart("strategiesOpen", "Strategies not completed"),
            ]),
        NoteType(
            "approval", "Approval decision",
            [
                NotePart("endorsement", "Endorsement"),
                NotePart("role", "Approver's role"),
                NotePart("zone", "Approver's zone"),
                NotePart("onBehalfOf", "On behalf of", required: false),
            ]),
        NoteType(
            "safety-alert", "Safety alert decision",
            [
                NotePart(
                    "form", "Decision",
                    choices: [
                        "implement": "Implement, with a provisional plan",
                        "end": "End of the provisional plan: no alert follows", "propose": "Propose",
                        "approve": "Approve", "reject": "Reject",
                    ])
            ],
            forms: [
                "implement": [
                    NotePart("decisionMaker", "Decision maker", hint: "Who approved, and whether by word of mouth"),
                    NotePart("criteria", "Criteria met"),
                    NotePart("behaviourAndSafety", "Behaviour and staff safety"),
                    NotePart("immediateRisk", "Immediate risk to staff and customers"),
                    otherSources,
                ],
                "end": [
                    NotePart("rationale", "Why no long-term plan and alert"),
                    NotePart("actionsAndWellbeing", "Customer's actions, staff wellbeing"),
                    NotePart("postIncidentContact", "Outcome of the contact after the incident"),
                    otherSources,
                ],
                "propose": [
                    NotePart("criteria", "Criteria met"),
                    NotePart("behaviour", "Behaviour that led to it"),
                    NotePart("involved", "Who else recommended it", hint: "Panel, decision maker"),
                ],
                "approve": [
                    NotePart("criteria", "Criteria met"),
                    NotePart("behaviourAndSafety", "Behaviour and staff safety"),
                    NotePart("ongoingRisk", "Ongoing risk to staff and customers"),
                    otherSources,
                ],
                "reject": [
                    NotePart("reason", "Reason"),
                    NotePart("actionsAndWellbeing", "Customer's actions, staff wellbeing"),
                    otherSources,
                ],
            ]),
        NoteType(
            "omc-unavailable", "OMC unavailable",
            [
                NotePart("from", "From"), NotePart("to", "To"),
                NotePart("arrangement", "Arrangement", hint: "Who stands in, and how they are reached"),
            ]),
        NoteType("ps-case", "PS case note", [NotePart("content", "Content")]),
        NoteType(
            "letter-delivery", "Letter delivery",
            [NotePart("method", "Method", hint: "Post, online, police"), NotePart("detail", "Detail")]),
        NoteType(
            "sms-sent", "SMS sent",
            [NotePart("circumstance", "Circumstance"), NotePart("text", "Text sent")]),
        other,
    ]

    /// What fits no other type.
    public static let other = NoteType("other", "Other", [NotePart("content", "Content")])
}
