import Procedures
import Testing

@Suite("Walks judged from the documents: One Main Contact, implementing")
struct WalksServing {
    /// 104-07050060, the OMC's own tab and the Employee Responsible's.
    static let mainContact = [
        // A call back asked for by e-mail is due within 3 business hours.
        // Fewer than 30 days: a note and a stand-in; 30 and more, or both away: the Employee Responsible.
        JudgedWalk.of(
            "omc-availability",
            """
            OMC-OMC T1.1: | what=call-back reached=yes → called-back
            OMC-OMC T1.1: | what=call-back reached=no → not-reached
            OMC-OMC T1.1: | what=ready → prepared
            OMC-ER T1.4: | what=absence who-away=omc days-away=1 → stand-in
            OMC-ER T1.4: | what=absence who-away=backup days-away=29 → stand-in
            OMC-ER T1.4: | what=absence who-away=omc days-away=30 → arrange-anew
            OMC-ER T1.4: | what=absence who-away=omc days-away=90 → arrange-anew
            OMC-ER T1.4: | what=absence who-away=both → arrange-anew
            """),
        // The first contact: mandatory strategies, the call before the letter, the number of the Triage line, the card.
        JudgedWalk.of(
            "omc-commencement",
            """
            OMC-OMC T2.1: interpreter-needed=no | mandatory=no phone-right=yes reached=no → not-reached
            OMC-OMC T2.2: interpreter-needed=no face-to-face-level=available managed-by-ps=no | mandatory=yes phone-right=yes reached=yes behaviour=no → spoken
            OMC-OMC T2.3: interpreter-needed=no face-to-face-level=full managed-by-ps=no | mandatory=no phone-right=yes reached=yes behaviour=no → spoken
            OMC-OMC T2.4: interpreter-needed=yes face-to-face-level=available managed-by-ps=yes | mandatory=no phone-right=yes reached=yes behaviour=no → spoken
            OMC-OMC T3.6: interpreter-needed=no face-to-face-level=partial managed-by-ps=no | mandatory=no phone-right=yes reached=yes behaviour=yes → spoken-with-incident
            OMC-OMC T2.5: interpreter-needed=no representative-named=no | mandatory=no phone-right=no → not-phoned
            """),
        JudgedWalk.of(
            "contact-card",
            """
            OMC-OMC T2.4: | when=lost → given
            OMC-OMC T2.4: | when=breach safe=yes → given
            OMC-OMC T2.4: | when=breach safe=no → later
            """),
        // Health checks: each fortnight; confirmed custody over 6 months less often, unless circumstances speak for more.
        JudgedWalk.of(
            "health-check",
            """
            OMC-OMC T3.1: incarcerated=no | talk=no → every-fortnight
            OMC-OMC T3.3: incarcerated=no | talk=yes → every-fortnight
            OMC-OMC T3.2: incarcerated=yes | talk=no confirmed=no → unconfirmed
            OMC-OMC T3.2: incarcerated=yes check-interval=fortnight | talk=no confirmed=yes sooner=none → every-fortnight
            OMC-OMC T3.2: incarcerated=yes check-interval=4-weekly | talk=no confirmed=yes sooner=none → every-4-weeks
            OMC-OMC T3.2: incarcerated=yes check-interval=12-weekly | talk=no confirmed=yes sooner=none → every-12-weeks
            OMC-OMC T3.2: incarcerated=yes check-interval=26-weekly | talk=yes confirmed=yes sooner=none → every-26-weeks
            OMC-OMC T3.2: incarcerated=yes check-interval=26-weekly | talk=no confirmed=yes sooner=claim,debt → more-often
            """),
        // Regular contact, attempts, messages, and a decision not to call: each is recorded.
        JudgedWalk.of(
            "omc-contact",
            """
            OMC-OMC T3.3: | what=call reached=yes behaviour=no → recorded
            OMC-OMC T3.6: | what=called behaviour=yes → took-call-with-incident
            OMC-OMC T3.4: | what=call reached=no → attempt
            OMC-OMC T3.4: | what=voicemail about-plan=yes threat=no → message-recorded
            OMC-OMC T3.6: | what=voicemail about-plan=yes threat=yes → message-with-threat
            OMC-OMC T3.4: | what=voicemail about-plan=no → own-record
            OMC-OMC T3.3: | what=no-call → not-called
            """),
        // What comes up during the plan.
        JudgedWalk.of(
            "omc-ongoing",
            """
            OMC-OMC T3.5: | what=breach → breached
            OMC-OMC T3.6: | what=incident → record-incident
            OMC-OMC T3.7: | what=complaint online=no → complaint-taken
            OMC-OMC T3.7: | what=complaint online=yes best-placed=yes → complaint-mine
            OMC-OMC T3.7: | what=complaint online=yes best-placed=no → complaint-passed
            OMC-OMC T3.8: | what=letter → returned
            OMC-OMC T3.9: | what=nominee nominee-reasons=risk → nominee-review
            OMC-OMC T3.9: | what=nominee nominee-reasons=violence → nominee-violence
            OMC-OMC T3.10: | what=staff → staff-advised
            OMC-OMC T3.11: | what=takeover → first-contact
            OMC-OMC T3.12: | what=strategies strategy-change=change → strategy-recommended
            OMC-OMC T3.13: | what=variation → ask-variation
            OMC-OMC T3.14: | what=review → review-input
            OMC-OMC T3.15: | what=advice → get-advice
            """),
        // A move to another zone: permanent and nothing against it, or agreed by both CANOCs; the review comes first.
        JudgedWalk.of(
            "zone-transfer",
            """
            OMC-OMC T4.2: plan-brand=centrelink days-to-end=over-28 | permanent=yes against=none → hand-over
            OMC-OMC T4.1: plan-brand=centrelink | permanent=no → stay
            OMC-OMC T4.1: plan-brand=centrelink | permanent=yes against=homeless both-canocs=stay → stay
            OMC-OMC T4.2: plan-brand=medicare-public days-to-end=within-28 | permanent=yes against=critical,transient both-canocs=move → hand-over
            OMC-OMC T4.1: plan-brand=child-support | → not-zoned
            REV T1.17: plan-brand=centrelink days-to-end=ended | permanent=yes against=none → nothing-to-move
            """),
        // The move itself, by the CANOCs of both zones.
        JudgedWalk.of(
            "zone-move",
            """
            OMC-OMC T4.7: days-to-end=over-28 | → moved
            OMC-OMC T4.4: days-to-end=within-28 plan-term=long-term | review-here=extended → moved
            OMC-OMC T4.4: days-to-end=within-2 plan-term=provisional | review-here=ends → ends-first
            OMC-OMC T4.3: days-to-end=ended | → nothing-to-move
            """),
        // The Employee Responsible: nobody who was affected, manager access, two people, reasonable grounds.
        JudgedWalk.of(
            "omc-assignment",
            """
            OMC-ER T1.1: face-to-face-level=full plan-brand=centrelink | why=new phone-known=yes contactable=yes impacted=no manager-access=yes → assigned
            OMC-ER T1.1: face-to-face-level=available plan-brand=several | why=new written-only=yes phone-known=no impacted=no manager-access=yes → assigned
            OMC-ER T1.2: | why=moved move-suits=yes impacted=yes impacted#2=no manager-access=yes → assigned
            OMC-ER T1.3: | why=better impacted=no manager-access=no → access-first
            OMC-ER T1.4: | why=asked grounds=no → keep
            OMC-ER T1.4: | why=away both-away=no days-away=29 → short-absence
            OMC-ER T1.4: | why=away both-away=no days-away=30 impacted=no manager-access=yes → assigned
            OMC-ER T1.4: | why=away both-away=yes impacted=no manager-access=yes → assigned
            """),
        JudgedWalk.of(
            "omc-support",
            """
            OMC-ER T1.5: | what=complaint grounds=yes → review-it
            OMC-ER T1.5: | what=away both-away=yes → move-work
            """),
    ].flatMap { $0 }

    @Test("What an OMC, or the Employee Responsible, is led to is what the document says", arguments: mainContact)
    func mainContactJudged(walk: JudgedWalk) throws { try walk.judge() }

    /// Implementing: phone first, an SMS for Centrelink where nothing speaks against it, a letter always.
    static let implementing = [
        JudgedWalk.of(
            "implementing",
            """
            IMP T1.1: plan-active=yes plan-kind=reactive plan-brand=medicare-public interpreter-needed=no face-to-face-level=full | phone-right=yes reached=yes behaviour=no letter/final=yes letter/police=no → informed
            IMP T1.2: plan-active=yes plan-brand=centrelink mobile-known=yes mobile-shared=no interpreter-needed=no face-to-face-level=partial | phone-right=yes reached=no sms/decision-maker=yes sms/circumstance=unreached sms/self-harm=no sms/violence=no letter/final=yes letter/police=no → informed-by-letter
            IMP T1.3: plan-active=yes plan-brand=child-support interpreter-needed=no face-to-face-level=available | phone-right=yes reached=angry behaviour=yes letter/final=yes letter/police=yes → informed
            IMP T1.1: plan-active=yes representative-named=no interpreter-needed=no face-to-face-level=full | phone-right=no letter/final=yes letter/police=no → written-only
            IMP T1.3: plan-active=yes plan-brand=medicare-public | phone-right=yes reached=no letter/final=no → letter-missing
            IMP T1.1: plan-active=no | approved-ahead=no → not-approved
            """),
        JudgedWalk.of(
            "plan-sms",
            """
            IMP T1.2: plan-brand=medicare-provider | → not-centrelink
            IMP T1.2: plan-brand=centrelink | decision-maker=no → not-decided
            IMP T1.2: plan-brand=centrelink | decision-maker=yes circumstance=none → no-reason
            IMP T1.2: plan-brand=centrelink mobile-known=yes mobile-shared=yes | decision-maker=yes circumstance=number self-harm=no violence=no → shared-number
            IMP T1.2: plan-brand=several mobile-known=yes mobile-shared=no | is-centrelink=yes decision-maker=yes circumstance=unproductive self-harm=no violence=yes → not-safe
            IMP T1.2: plan-brand=centrelink mobile-known=yes mobile-shared=no | decision-maker=yes circumstance=tomorrow self-harm=no violence=no → send
            """),
        JudgedWalk.of(
            "plan-letter",
            """
            REV T2.9: interpreter-needed=no face-to-face-level=partial | final=yes police=yes → sent-with-proof
            """),
    ].flatMap { $0 }

    @Test("How a customer is told of a plan is what the document says", arguments: implementing)
    func implementingJudged(walk: JudgedWalk) throws { try walk.judge() }
}
