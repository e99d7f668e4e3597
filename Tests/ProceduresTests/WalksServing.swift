import Testing

@Suite("Walks judged from the documents: One Main Contact, implementing")
struct WalksServing {
    /// 104-07050060, the OMC's own tab and the Employee Responsible's.
    static let mainContact = [
        // A call back asked for by e-mail is due within 3 business hours.
        Walk("OMC-OMC T1.1", "omc-availability", "", "what=call-back reached=yes", "called-back"),
        Walk("OMC-OMC T1.1", "omc-availability", "", "what=call-back reached=no", "not-reached"),
        Walk("OMC-OMC T1.1", "omc-availability", "", "what=ready", "prepared"),
        // Fewer than 30 days: a note and a stand-in; 30 and more, or both away: the Employee Responsible.
        Walk("OMC-ER T1.4", "omc-availability", "", "what=absence who-away=omc days-away=1", "stand-in"),
        Walk("OMC-ER T1.4", "omc-availability", "", "what=absence who-away=backup days-away=29", "stand-in"),
        Walk("OMC-ER T1.4", "omc-availability", "", "what=absence who-away=omc days-away=30", "arrange-anew"),
        Walk("OMC-ER T1.4", "omc-availability", "", "what=absence who-away=omc days-away=90", "arrange-anew"),
        Walk("OMC-ER T1.4", "omc-availability", "", "what=absence who-away=both", "arrange-anew"),

        // The first contact: mandatory strategies, the call before the letter, the number of the Triage line, the card.
        Walk(
            "OMC-OMC T2.1", "omc-commencement", "interpreter-needed=no", "mandatory=no phone-right=yes reached=no",
            "not-reached"),
        Walk(
            "OMC-OMC T2.2", "omc-commencement", "interpreter-needed=no face-to-face-level=available managed-by-ps=no",
            "mandatory=yes phone-right=yes reached=yes behaviour=no", "spoken"),
        Walk(
            "OMC-OMC T2.3", "omc-commencement", "interpreter-needed=no face-to-face-level=full managed-by-ps=no",
            "mandatory=no phone-right=yes reached=yes behaviour=no", "spoken"),
        Walk(
            "OMC-OMC T2.4", "omc-commencement", "interpreter-needed=yes face-to-face-level=available managed-by-ps=yes",
            "mandatory=no phone-right=yes reached=yes behaviour=no", "spoken"),
        Walk(
            "OMC-OMC T3.6", "omc-commencement", "interpreter-needed=no face-to-face-level=partial managed-by-ps=no",
            "mandatory=no phone-right=yes reached=yes behaviour=yes", "spoken-with-incident"),
        Walk(
            "OMC-OMC T2.5", "omc-commencement", "interpreter-needed=no representative-named=no",
            "mandatory=no phone-right=no", "not-phoned"),
        Walk("OMC-OMC T2.4", "contact-card", "", "when=lost", "given"),
        Walk("OMC-OMC T2.4", "contact-card", "", "when=breach safe=yes", "given"),
        Walk("OMC-OMC T2.4", "contact-card", "", "when=breach safe=no", "later"),

        // Health checks: each fortnight; confirmed custody over 6 months less often, unless circumstances speak for more.
        Walk("OMC-OMC T3.1", "health-check", "incarcerated=no", "talk=no", "every-fortnight"),
        Walk("OMC-OMC T3.3", "health-check", "incarcerated=no", "talk=yes", "every-fortnight"),
        Walk("OMC-OMC T3.2", "health-check", "incarcerated=yes", "talk=no confirmed=no", "unconfirmed"),
        Walk(
            "OMC-OMC T3.2", "health-check", "incarcerated=yes check-interval=fortnight",
            "talk=no confirmed=yes sooner=none", "every-fortnight"),
        Walk(
            "OMC-OMC T3.2", "health-check", "incarcerated=yes check-interval=4-weekly",
            "talk=no confirmed=yes sooner=none", "every-4-weeks"),
        Walk(
            "OMC-OMC T3.2", "health-check", "incarcerated=yes check-interval=12-weekly",
            "talk=no confirmed=yes sooner=none", "every-12-weeks"),
        Walk(
            "OMC-OMC T3.2", "health-check", "incarcerated=yes check-interval=26-weekly",
            "talk=yes confirmed=yes sooner=none", "every-26-weeks"),
        Walk(
            "OMC-OMC T3.2", "health-check", "incarcerated=yes check-interval=26-weekly",
            "talk=no confirmed=yes sooner=claim,debt", "more-often"),

        // Regular contact, attempts, messages, and a decision not to call: each is recorded.
        Walk("OMC-OMC T3.3", "omc-contact", "", "what=call reached=yes behaviour=no", "recorded"),
        Walk("OMC-OMC T3.6", "omc-contact", "", "what=called behaviour=yes", "recorded-with-incident"),
        Walk("OMC-OMC T3.4", "omc-contact", "", "what=call reached=no", "attempt"),
        Walk("OMC-OMC T3.4", "omc-contact", "", "what=voicemail about-plan=yes threat=no", "message-recorded"),
        Walk("OMC-OMC T3.6", "omc-contact", "", "what=voicemail about-plan=yes threat=yes", "message-with-threat"),
        Walk("OMC-OMC T3.4", "omc-contact", "", "what=voicemail about-plan=no", "own-record"),
        Walk("OMC-OMC T3.3", "omc-contact", "", "what=no-call", "not-called"),

        // What comes up during the plan.
        Walk("OMC-OMC T3.5", "omc-ongoing", "", "what=breach", "breached"),
        Walk("OMC-OMC T3.6", "omc-ongoing", "", "what=incident", "record-incident"),
        Walk("OMC-OMC T3.7", "omc-ongoing", "", "what=complaint online=no", "complaint-taken"),
        Walk("OMC-OMC T3.7", "omc-ongoing", "", "what=complaint online=yes best-placed=yes", "complaint-mine"),
        Walk("OMC-OMC T3.7", "omc-ongoing", "", "what=complaint online=yes best-placed=no", "complaint-passed"),
        Walk("OMC-OMC T3.8", "omc-ongoing", "", "what=letter", "returned"),
        Walk("OMC-OMC T3.9", "omc-ongoing", "", "what=nominee nominee-reasons=risk", "nominee-review"),
        Walk("OMC-OMC T3.9", "omc-ongoing", "", "what=nominee nominee-reasons=violence", "nominee-violence"),
        Walk("OMC-OMC T3.10", "omc-ongoing", "", "what=staff", "staff-advised"),
        Walk("OMC-OMC T3.11", "omc-ongoing", "", "what=takeover", "first-contact"),
        Walk("OMC-OMC T3.12", "omc-ongoing", "", "what=strategies strategy-change=change", "strategy-recommended"),
        Walk("OMC-OMC T3.13", "omc-ongoing", "", "what=variation", "ask-variation"),
        Walk("OMC-OMC T3.14", "omc-ongoing", "", "what=review", "review-input"),
        Walk("OMC-OMC T3.15", "omc-ongoing", "", "what=advice", "get-advice"),

        // A move to another zone: permanent and nothing against it, or agreed by both CANOCs; the review comes first.
        Walk(
            "OMC-OMC T4.7", "zone-transfer", "plan-brand=centrelink days-to-end=over-28", "permanent=yes against=none",
            "moved"),
        Walk("OMC-OMC T4.1", "zone-transfer", "plan-brand=centrelink", "permanent=no", "stay"),
        Walk(
            "OMC-OMC T4.1", "zone-transfer", "plan-brand=centrelink",
            "permanent=yes against=homeless both-canocs=stay", "stay"),
        Walk(
            "OMC-OMC T4.5", "zone-transfer", "plan-brand=medicare-public days-to-end=over-28",
            "permanent=yes against=critical,transient both-canocs=move", "moved"),
        Walk(
            "OMC-OMC T4.4", "zone-transfer", "plan-brand=centrelink days-to-end=within-28 plan-term=long-term",
            "permanent=yes against=none review-here=extended", "moved"),
        Walk(
            "OMC-OMC T4.4", "zone-transfer", "plan-brand=centrelink days-to-end=within-2 plan-term=provisional",
            "permanent=yes against=none review-here=ends", "ends-first"),
        Walk("OMC-OMC T4.1", "zone-transfer", "plan-brand=child-support", "", "not-zoned"),
        Walk(
            "REV T1.17", "zone-transfer", "plan-brand=centrelink days-to-end=ended", "permanent=yes against=none",
            "nothing-to-move"),

        // The Employee Responsible: nobody who was affected, manager access, two people, reasonable grounds.
        Walk(
            "OMC-ER T1.1", "omc-assignment", "face-to-face-level=full plan-brand=centrelink",
            "why=new contactable=yes impacted=no manager-access=yes", "assigned"),
        Walk(
            "OMC-ER T1.1", "omc-assignment", "face-to-face-level=available plan-brand=several",
            "why=new written-only=yes contactable=no impacted=no manager-access=yes", "assigned"),
        Walk(
            "OMC-ER T1.2", "omc-assignment", "", "why=moved move-suits=yes impacted=yes impacted#2=no manager-access=yes",
            "assigned"),
        Walk("OMC-ER T1.3", "omc-assignment", "", "why=better impacted=no manager-access=no", "access-first"),
        Walk("OMC-ER T1.4", "omc-assignment", "", "why=asked grounds=no", "keep"),
        Walk("OMC-ER T1.4", "omc-assignment", "", "why=away both-away=no days-away=29", "short-absence"),
        Walk(
            "OMC-ER T1.4", "omc-assignment", "", "why=away both-away=no days-away=30 impacted=no manager-access=yes",
            "assigned"),
        Walk(
            "OMC-ER T1.4", "omc-assignment", "", "why=away both-away=yes impacted=no manager-access=yes", "assigned"),
        Walk("OMC-ER T1.5", "omc-support", "", "what=complaint grounds=yes", "review-it"),
        Walk("OMC-ER T1.5", "omc-support", "", "what=away both-away=yes", "move-work"),
    ]

    /// Implementing: phone first, an SMS for Centrelink where nothing speaks against it, a letter always.
    static let implementing = [
        Walk(
            "IMP T1.1", "implementing",
            "plan-active=yes plan-kind=reactive plan-brand=medicare-public interpreter-needed=no face-to-face-level=full",
            "phone-right=yes reached=yes behaviour=no letter/final=yes letter/police=no", "informed"),
        Walk(
            "IMP T1.2", "implementing",
            "plan-active=yes plan-brand=centrelink mobile-known=yes mobile-shared=no interpreter-needed=no "
                + "face-to-face-level=partial",
            "phone-right=yes reached=no sms/decision-maker=yes sms/circumstance=unreached sms/self-harm=no "
                + "sms/violence=no letter/final=yes letter/police=no", "informed-by-letter"),
        Walk(
            "IMP T1.3", "implementing",
            "plan-active=yes plan-brand=child-support interpreter-needed=no face-to-face-level=available",
            "phone-right=yes reached=angry behaviour=yes letter/final=yes letter/police=yes", "informed"),
        Walk(
            "IMP T1.1", "implementing",
            "plan-active=yes representative-named=no interpreter-needed=no face-to-face-level=full",
            "phone-right=no letter/final=yes letter/police=no", "written-only"),
        Walk(
            "IMP T1.3", "implementing", "plan-active=yes plan-brand=medicare-public",
            "phone-right=yes reached=no letter/final=no", "letter-missing"),
        Walk("IMP T1.1", "implementing", "plan-active=no", "approved-ahead=no", "not-approved"),
        Walk("IMP T1.2", "plan-sms", "plan-brand=medicare-provider", "", "not-centrelink"),
        Walk("IMP T1.2", "plan-sms", "plan-brand=centrelink", "decision-maker=no", "not-decided"),
        Walk("IMP T1.2", "plan-sms", "plan-brand=centrelink", "decision-maker=yes circumstance=none", "no-reason"),
        Walk(
            "IMP T1.2", "plan-sms", "plan-brand=centrelink mobile-known=yes mobile-shared=yes",
            "decision-maker=yes circumstance=number self-harm=no violence=no", "shared-number"),
        Walk(
            "IMP T1.2", "plan-sms", "plan-brand=several mobile-known=yes mobile-shared=no",
            "is-centrelink=yes decision-maker=yes circumstance=unproductive self-harm=no violence=yes", "not-safe"),
        Walk(
            "IMP T1.2", "plan-sms", "plan-brand=centrelink mobile-known=yes mobile-shared=no",
            "decision-maker=yes circumstance=tomorrow self-harm=no violence=no", "send"),
        Walk(
            "REV T2.9", "plan-letter", "interpreter-needed=no face-to-face-level=partial", "final=yes police=yes",
            "sent-with-proof"),
    ]

    @Test("What an OMC, or the Employee Responsible, is led to is what the document says", arguments: mainContact)
    func mainContact(walk: Walk) throws { try walk.judge() }

    @Test("How a customer is told of a plan is what the document says", arguments: implementing)
    func implementing(walk: Walk) throws { try walk.judge() }
}
