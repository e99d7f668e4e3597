import Procedures
import Testing

@Suite("Walks judged from the documents: prevention, vulnerable customers, and what was not released")
struct WalksFollowUp {
    /// 104-07000000: before and while a customer gets louder.
    static let prevention = [
        JudgedWalk.of(
            "positive-behaviour",
            """
            PRV T1.1: | what=hardship needs=home,money → refer
            PRV T1.1: | what=self-harm → harm-now
            PRV T1.2: | what=disability needs=none → serve-on
            PRV T1.3: | what=child → child-now
            PRV T1.4: | what=violence danger-now=no → violence-support
            """),
        JudgedWalk.of(
            "unfavourable-decision",
            """
            PRV T1.5: | reached=yes mood=new → look-again
            PRV T1.5: | reached=no → write
            """),
        // A warning comes before a call is ended.
        JudgedWalk.of(
            "de-escalate",
            """
            PRV T1.7: | danger=no unsafe=no calmer=yes → calmed
            PRV T1.8: | danger=no unsafe=no calmer=no where=phone goes-on=yes → call-ended
            PRV T1.6: | danger=no unsafe=no calmer=no where=phone goes-on=no → calmed
            PRV T1.9: | danger=no unsafe=yes → disengage
            PRV T1.9: | danger=yes → emergency-now
            """),
        // Smart Centres and partners go through the portfolio team, everybody else to the zone's CANOC.
        JudgedWalk.of(
            "proactive-plan",
            """
            PRV T1.10: plan-active=no | area=smart → portfolio-team
            PRV T1.10: plan-active=no | area=other → zone-canoc
            """),
        JudgedWalk.of(
            "aggression-advice",
            """
            PRV T1.11: | what=security → security-adviser
            PRV T1.12: | what=served → tell-canoc
            """),
    ].flatMap { $0 }

    @Test("Prevention leads where the document says", arguments: prevention)
    func preventionJudged(walk: JudgedWalk) throws { try walk.judge() }

    /// A work item that is new, on a customer in Australia.
    private static let item = "why=allocated status-changed=no earlier-notes=no lives-overseas=no"

    /// The manual follow-up, step by step.
    /// Unreached twice, a working day between: the letter. Its answer is weighed anew.
    static let vulnerable = JudgedWalk.of(
        "vulnerable-follow-up",
        """
        MFU T1.1: | why=allocated status-changed=yes → finalise-changed
        MFU T1.2: | why=allocated status-changed=no earlier-notes=yes stands=documents restore-checks=none note-exists=yes → restored
        MFU T1.3: | why=allocated status-changed=no earlier-notes=no lives-overseas=yes cis-staff=no → to-cis
        MFU T1.5: plan-active=yes managed-by-ps=yes | \(item) psso-says=mine → to-psso
        MFU T1.5: plan-active=yes managed-by-ps=yes | \(item) psso-says=away → psso-mailed
        MFU T1.5: plan-active=yes managed-by-ps=no omc-named=yes | \(item) omc-says=mine → to-omc
        MFU T1.5: plan-active=yes managed-by-ps=no omc-named=yes | \(item) omc-says=you foreign-payment=no restorable=yes restore-checks=crisis note-exists=yes → restored
        MFU T1.6: plan-active=yes managed-by-ps=no omc-named=no | \(item) foreign-payment=yes cis-staff-foreign=no → to-cis-foreign
        MFU T1.7: plan-active=no | \(item) foreign-payment=yes cis-staff-foreign=yes restorable=yes restore-checks=none note-exists=no → restored-new-note
        MFU T1.10: plan-active=no | \(item) foreign-payment=no restorable=no indicators=home phone-known=yes attempt=no attempt#2=no replied=yes restorable-on-reply=yes restore-checks=none note-exists=yes → restored
        MFU T1.9: | why=allocated status-changed=no earlier-notes=yes stands=attempt restorable-again=no last-attempt=no replied=no at-risk=no → no-answer
        MFU T1.10: plan-active=no | \(item) foreign-payment=no restorable=no indicators=none phone-known=no nominee-phone=no replied=no at-risk=yes note-exists=no → referred-new-note
        MFU T1.11: plan-active=no | \(item) foreign-payment=no restorable=no indicators=none phone-known=yes attempt=yes in-this-contact=restore restore-checks=none note-exists=yes → restored
        MFU T1.11: | why=replies restorable-on-reply=no in-this-contact=appointment attended=yes restore-checks=none note-exists=yes → restored
        MFU T1.12: | why=replies restorable-on-reply=no in-this-contact=later overseas-time=yes requested-came=no thirteen-weeks=yes → waiting
        MFU T1.13: | why=allocated status-changed=no earlier-notes=yes stands=no-reply time-given=no → hold-again
        MFU T1.14: | why=replies restorable-on-reply=yes restore-checks=income-management note-exists=yes → restored
        MFU T1.15: | why=replies restorable-on-reply=no in-this-contact=papers papers-came=no thirteen-weeks=yes → waiting
        MFU T1.16: | why=replies restorable-on-reply=no in-this-contact=cannot thirteen-weeks=no note-exists=yes → referred
        """)

    @Test("The follow-up of a vulnerable customer leads where the document says", arguments: vulnerable)
    func vulnerableJudged(walk: JudgedWalk) throws { try walk.judge() }

    /// Built from what the released documents say of them.
    static let unreleased = [
        // Trespass after a full restriction: asked, directed, then the police (Response, directing a person to leave).
        JudgedWalk.of(
            "not-complying",
            """
            RSP T2.4: plan-active=yes variation=no face-to-face-level=full | who=customer channel=visit leaves=stays directed=nobody → police
            RSP T2.1: plan-active=yes variation=no face-to-face-level=partial in-line=no customer-informed=yes | who=customer channel=visit leaves=yes → left
            OMC T2.1: plan-active=yes variation=no face-to-face-level=full customer-informed=no | who=customer channel=visit leaves=stays directed=goes → left-untold
            PS-CS T3.14: plan-active=yes variation=yes face-to-face-level=full | who=customer → allowed
            OMC T1.1: plan-active=yes | who=representative → not-bound
            OMC T2.3: plan-active=yes variation=no phone-level=partial in-line=no | who=customer channel=call threat-on-phone=no → call-ended
            RSP T4.1: plan-active=yes variation=no phone-level=full | who=customer channel=call threat-on-phone=yes → emergency
            RSP T2.5: plan-active=yes variation=no face-to-face-level=full | who=customer channel=visit leaves=stays directed=danger → emergency
            NC: plan-active=yes variation=no writing-level=partial in-line=no | who=customer channel=letter threat-in-it=no → to-omc
            """),
        JudgedWalk.of(
            "one-off-variation",
            """
            PRA R1.1: plan-active=yes face-to-face-level=full may-approve=yes | channel=visit another-way=no safe-enough=yes decision=yes → approved
            PS-CS T3.13: plan-active=yes writing-level=full may-approve=yes | channel=letter another-way=no safe-enough=yes decision=no → declined
            OOV: plan-active=yes phone-level=available | channel=call → not-needed
            """),
        // Only a plan in force can carry an alert, and it does not go over to the next plan.
        JudgedWalk.of(
            "notification-alert",
            """
            PRA T1.10: plan-brand=centrelink plan-active=no | what=trigger → plan-first
            REV T1.14: plan-brand=centrelink | what=next-plan still-needed=yes → triggered
            MSP R1.1: plan-brand=centrelink | what=end-or-go-on panel-says=extend → extended
            NA: plan-brand=child-support | → centrelink-only
            """),
        // Coughing or spitting at staff is assault: both alerts are considered.
        JudgedWalk.of(
            "incident",
            """
            RSP T7.1: plan-brand=centrelink | over=yes hurt=yes behaviour=spit severity=moderate police=yes → recorded-police
            PRA T1.9: plan-brand=medicare-public | over=yes hurt=no behaviour=stalking severity=serious police=no → recorded-plan
            MSP R1.3: plan-brand=centrelink | over=yes hurt=no behaviour=abuse severity=low repeated=yes police=no → recorded-plan
            """),
        JudgedWalk.of(
            "email-redirection",
            """
            REV T2.8: plan-active=yes | threat=no conduct=harassing tried=yes way-open=yes decision=yes → redirected
            RSP T5.1: | threat=yes → threat-first
            EMR: plan-active=yes | threat=no conduct=harmful tried=yes way-open=no → way-first
            """),
        JudgedWalk.of(
            "staff-support",
            """
            PRA T1.16: | who=team case=order → order-supported
            RSP T3.1: | who=me case=followed → followed
            """),
    ].flatMap { $0 }

    @Test("What was not released does what the released documents ask of it", arguments: unreleased)
    func unreleasedJudged(walk: JudgedWalk) throws { try walk.judge() }
}
