import Casework

/// Invented words for the notes of a practice register: what was seen, said and done, as notes should be written (N5).
enum PracticeNotes {
    private static func note(_ type: String, _ fields: [String: String]) -> NoteContent {
        NoteContent(type: NoteType.ID(rawValue: type), fields: fields)
    }

    // MARK: Decisions

    static func rationale(of plan: Plan) -> NoteContent {
        let closed = Channel.allCases.filter { plan.restriction(on: $0).level != .available }
        return note(
            "rationale",
            [
                "length": "To \(plan.end.dated): time for three rounds of health checks and a panel before the end.",
                "behaviours": plan.kind == .reactive
                    ? "As the incident of \(plan.start.dated) describes. The customer was warned in writing last year."
                    : "Lives alone, moved twice this year, missed four appointments. No aggression is on record.",
                "vulnerabilities": "Debt to a landlord; a financial counsellor is offered. One person to call lessens "
                    + "how often the story has to be told.",
                "strategyDates": "Financial counselling within eight weeks. Details in CDMS and Cuba within four.",
                "risk": closed.isEmpty
                    ? "None is known in any brand." : "At counters and on the phone: raised voice, standing close.",
                "omcReason": "Has spoken with the customer before, works in the zone, was not part of any incident.",
                "restrictions": closed.map { "\($0.name): \(plan.restriction(on: $0).note)" }.joined(separator: ". "),
            ])
    }

    static func approval(in zone: String) -> NoteContent {
        note(
            "approval",
            ["endorsement": "Approved as proposed, for the whole of its days.", "role": "Region Manager", "zone": zone])
    }

    static let alertProposed = note(
        "safety-alert",
        [
            "form": "propose", "criteria": "Actual assault without a weapon.",
            "behaviour": "Pushed an officer's shoulder across the counter and shouted at the queue for two minutes.",
            "involved": "The local panel, on the day after.",
        ])

    static let alertApproved = note(
        "safety-alert",
        [
            "form": "approve", "criteria": "Actual assault without a weapon.",
            "behaviourAndSafety": "The officer was not hurt and has spoken with the employee support line.",
            "ongoingRisk": "Lives within walking distance and has come in twice since.",
            "otherSources": "The guard's report and the incident.",
        ])

    // MARK: First contacts

    static func informed(until end: CalendarDay) -> NoteContent {
        note(
            "customer-contact",
            [
                "contactReason": "Told of the plan",
                "time": "Early afternoon, eleven minutes",
                "discussion":
                    "Went through each channel and how to reach me. Said that the plan lasts to \(end.dated) and "
                    + "that a review can be asked for at any time. The customer repeated the days and the number back.",
                "behaviourAndWarnings":
                    "Raised their voice once, said \"this is not fair\", and went on when asked to.",
                "updatesToRecord": "Contact card ordered.", "followUp": "Letter goes out today.",
            ])
    }

    static func notReached(_ method: String) -> NoteContent {
        note(
            "unsuccessful-contact",
            ["time": "Twice, half an hour apart", "method": method, "detail": "Rang out. No message was left."])
    }

    static let notPhoned = note(
        "decision-not-to-contact",
        [
            "reason": "The customer asked in writing not to be phoned, and has said so again at the counter.",
            "contactedInstead": "The nominee, by phone.",
        ])

    static func letter(byPolice: Bool) -> NoteContent {
        note(
            "letter-delivery",
            byPolice
                ? [
                    "method": "Police",
                    "detail": "Handed over at the door; proof of delivery is in the plan's documents.",
                ]
                : [
                    "method": "Post, signed for",
                    "detail": "Delivered to the postal address held; signed for the day after.",
                ])
    }

    static let reminderBySMS = note(
        "sms-sent",
        [
            "circumstance": "Reminder of the letter",
            "text": "A letter from Services Australia is on its way to you. Questions? Call the number on your card.",
        ])

    // MARK: While it runs

    static func contact(_ turn: Int, at time: String) -> NoteContent {
        var fields = topics[turn % topics.count]
        fields["time"] = time
        return note("customer-contact", fields)
    }

    private static let topics: [[String: String]] = [
        [
            "contactReason": "Rent Assistance stopped",
            "discussion":
                "Asked why Rent Assistance was missing from the last payment. The lease held ended last month. The "
                + "new one is signed and will be posted.",
            "behaviourAndWarnings": "Spoke evenly throughout.", "followUp": "I look for the lease on Friday.",
        ],
        [
            "contactReason": "Letter about a debt",
            "discussion":
                "Went through the letter line by line. Explained what the amount is for and the ways to repay.",
            "behaviourAndWarnings": "Said \"I cannot pay that\" and was silent for a while. No warning was needed.",
            "referrals": "Financial counsellor, offered and taken.", "followUp": "Breakdown of the debt by post.",
        ],
        [
            "contactReason": "Reporting of income",
            "discussion": "The online account was locked, so the fortnight was reported with me.",
            "updatesToRecord": "Income reported; online account unlocked.",
        ],
        [
            "contactReason": "Moving an appointment",
            "discussion": "Asked for an afternoon in place of a morning. Moved it, and read the new time back.",
            "behaviourAndWarnings": "Thanked me twice.", "updatesToRecord": "Appointment moved.",
        ],
        [
            "contactReason": "Medical certificate",
            "discussion": "The certificate runs out at the end of the month. Will see the doctor on Monday.",
            "followUp": "I call on Wednesday if nothing has come.",
        ],
        [
            "contactReason": "Progress of strategies",
            "discussion":
                "Two of five sessions with the counsellor are done. The budget is kept for the third fortnight.",
            "strategies": "Financial counselling: in progress.",
        ],
        [
            "contactReason": "Changed bank account",
            "discussion": "Opened an account with another bank. Proved identity with the three questions agreed on.",
            "updatesToRecord": "Account changed from the next payment on.",
            "behaviourAndWarnings": "Shouted when asked the second question; was warned once, and stopped.",
        ],
    ]

    static let caseNote = note(
        "ps-case",
        ["content": "Record looked through for the fortnight. Claims and letters are as expected; nothing is promised."]
    )

    static func voicemail(at time: String) -> NoteContent {
        note(
            "voicemail",
            [
                "time": time,
                "content": "Asks to be called back about the letter. Can be reached after three. Gave no number.",
            ])
    }

    static func calledBack(at time: String) -> NoteContent {
        note(
            "customer-contact",
            [
                "contactReason": "Call-back after a voicemail", "time": time,
                "discussion": "Asked what the letter means for the next payment. Read the paragraph together.",
                "behaviourAndWarnings": "Spoke evenly throughout.",
            ])
    }

    static func away(from: CalendarDay, to: CalendarDay) -> NoteContent {
        note(
            "omc-unavailable",
            [
                "from": from.dated, "to": to.dated,
                "arrangement": "The backup takes calls and the health check; the customer was told by phone.",
            ])
    }

    static let handover = note(
        "handover",
        [
            "strategies": "Financial counselling in progress; details in CDMS and Cuba completed.",
            "incidents": "One contact outside the plan, early on; none for two months.",
            "triggers": "Letters about debts. Being asked the same question by several people.",
            "contacts": "About once in three weeks, mostly about letters.",
            "preferences": "Mornings, by phone. Wants to be told how long a thing will take.",
            "commitments": "A written breakdown of the debt is promised for the end of the month.",
        ])

    static func healthCheck(_ turn: Int, next: CalendarDay) -> NoteContent {
        func one(_ words: String...) -> String { words[turn % words.count] }
        return note(
            "health-check",
            [
                "outstanding": one(
                    "Lease still to come; reminded by phone.", "Nothing is due before the next check.",
                    "Medical certificate runs out this month."),
                "claims": one("No open claim.", "A review of a decision is asked for.", "No open claim or complaint."),
                "payments": one("Paid on the usual days.", "One payment a day late; explained."),
                "letters": one("All sent to the postal address held.", "One came back; address confirmed by phone."),
                "incidents": "None since the last check.",
                "appointments": one("None booked.", "One with the counsellor next week.", "One kept, none booked."),
                "changes": one("None told.", "None told.", "Moved within the suburb; address updated."),
                "strategies": one("Financial counselling: in progress.", "Details in CDMS and Cuba: completed."),
                "nextCheck": next.dated,
            ])
    }

    static func reviewed(_ plan: Plan) -> NoteContent {
        note(
            "review-recommendation",
            [
                "panel": "Local panel, five present. The contacts of the last three months were read.",
                "recommendations": "The OMC recommends a milder plan from the end of this one: accepted.",
                "strategiesOpen": "Financial counselling: two sessions are left.",
            ])
    }

    // MARK: What officers wrote

    static func report(of contact: Contact, at time: String) -> NoteContent {
        let isCall = contact.channel == .phone
        if contact.refused {
            return note(
                "customer-contact-outcome",
                [
                    "contactReason": isCall ? "Call outside the plan" : "Visit outside the plan", "time": time,
                    "discussion":
                        "Told that the plan does not let this \(isCall ? "call" : "visit") be served, and whom to "
                        + "call instead.",
                    "behaviourAndWarnings":
                        "Shouted \"every time it is the same\" and \(isCall ? "hung up" : "left when asked").",
                    "followUp": "Incident recorded; OMC told.",
                ])
        }
        return note(
            "customer-contact",
            [
                "contactReason": isCall ? "Question about a payment" : "Form handed in", "time": time,
                "discussion": isCall
                    ? "Asked when the next payment comes. Told the day and the amount."
                    : "Handed in a form for the lease. Looked through it together; one date was missing and was filled in.",
                "behaviourAndWarnings": "Spoke evenly; no warning was needed.",
            ])
    }

    static let queueObserved = note(
        "other",
        ["content": "Stood at the door before opening time and asked the guard for the hours. Was told, and went."])

    static let formArrived = note(
        "customer-contact",
        [
            "contactReason": "Claim form by post", "time": "Opened at 11:20",
            "discussion": "The form is complete but for the bank account. The work item waits for advice of the OMC.",
            "followUp": "OMC consulted by e-mail.",
        ])

    static let tooShort = note(
        "customer-contact-outcome",
        [
            "contactReason": "Visit outside the plan", "time": "About half past ten",
            "discussion": "Told to leave.",
        ])

    static let judging = note("other", ["content": "He was obviously drunk."])
}
