import Testing

@Suite("Walks judged from the documents: prevention, vulnerable customers, and what was not released")
struct WalksFollowUp {
    /// 104-07000000: before and while a customer gets louder.
    static let prevention = [
        Walk("PRV T1.1", "positive-behaviour", "", "what=hardship needs=home,money", "refer"),
        Walk("PRV T1.1", "positive-behaviour", "", "what=self-harm", "harm-now"),
        Walk("PRV T1.2", "positive-behaviour", "", "what=disability needs=none", "serve-on"),
        Walk("PRV T1.3", "positive-behaviour", "", "what=child", "child-now"),
        Walk("PRV T1.4", "positive-behaviour", "", "what=violence danger-now=no", "violence-support"),
        Walk("PRV T1.5", "unfavourable-decision", "", "reached=yes mood=new", "look-again"),
        Walk("PRV T1.5", "unfavourable-decision", "", "reached=no", "write"),
        Walk("PRV T1.7", "de-escalate", "", "danger=no unsafe=no calmer=yes", "calmed"),
        // A warning comes before a call is ended.
        Walk("PRV T1.8", "de-escalate", "", "danger=no unsafe=no calmer=no where=phone goes-on=yes", "call-ended"),
        Walk("PRV T1.6", "de-escalate", "", "danger=no unsafe=no calmer=no where=phone goes-on=no", "calmed"),
        Walk("PRV T1.9", "de-escalate", "", "danger=no unsafe=yes", "disengage"),
        Walk("PRV T1.9", "de-escalate", "", "danger=yes", "emergency-now"),
        // Smart Centres and partners go through the portfolio team, everybody else to the zone's CANOC.
        Walk("PRV T1.10", "proactive-plan", "plan-active=no", "area=smart", "portfolio-team"),
        Walk("PRV T1.10", "proactive-plan", "plan-active=no", "area=other", "zone-canoc"),
        Walk("PRV T1.11", "aggression-advice", "", "what=security", "security-adviser"),
        Walk("PRV T1.12", "aggression-advice", "", "what=served", "tell-canoc"),
    ]

    /// An item that is new, of somebody in Australia.
    private static let new = "why=allocated status-changed=no earlier-notes=no lives-overseas=no "

    /// The manual follow-up, step by step.
    static let vulnerable = [
        Walk("MFU T1.1", "vulnerable-follow-up", "", "why=allocated status-changed=yes", "finalise-changed"),
        Walk(
            "MFU T1.2", "vulnerable-follow-up", "",
            "why=allocated status-changed=no earlier-notes=yes stands=documents restore-checks=none note-exists=yes",
            "restored"),
        Walk(
            "MFU T1.3", "vulnerable-follow-up", "",
            "why=allocated status-changed=no earlier-notes=no lives-overseas=yes cis-staff=no", "to-cis"),
        Walk("MFU T1.5", "vulnerable-follow-up", "plan-active=yes managed-by-ps=yes", new + "psso-says=mine", "to-psso"),
        Walk(
            "MFU T1.5", "vulnerable-follow-up", "plan-active=yes managed-by-ps=yes", new + "psso-says=away",
            "psso-mailed"),
        Walk(
            "MFU T1.5", "vulnerable-follow-up", "plan-active=yes managed-by-ps=no omc-named=yes", new + "omc-says=mine",
            "to-omc"),
        Walk(
            "MFU T1.5", "vulnerable-follow-up", "plan-active=yes managed-by-ps=no omc-named=yes",
            new + "omc-says=you foreign-payment=no restorable=yes restore-checks=crisis note-exists=yes", "restored"),
        Walk(
            "MFU T1.6", "vulnerable-follow-up", "plan-active=yes managed-by-ps=no omc-named=no",
            new + "foreign-payment=yes cis-staff-foreign=no", "to-cis-foreign"),
        Walk(
            "MFU T1.7", "vulnerable-follow-up", "plan-active=no",
            new + "foreign-payment=yes cis-staff-foreign=yes restorable=yes restore-checks=none note-exists=no",
            "restored-new-note"),
        // Unreached twice, a working day between: the letter. Its answer is weighed anew.
        Walk(
            "MFU T1.10", "vulnerable-follow-up", "plan-active=no",
            new + "foreign-payment=no restorable=no indicators=home phone-known=yes attempt=no attempt#2=no replied=yes "
                + "restorable-on-reply=yes restore-checks=none note-exists=yes", "restored"),
        Walk(
            "MFU T1.9", "vulnerable-follow-up", "",
            "why=allocated status-changed=no earlier-notes=yes stands=attempt restorable-again=no last-attempt=no "
                + "replied=no at-risk=no", "no-answer"),
        Walk(
            "MFU T1.10", "vulnerable-follow-up", "plan-active=no",
            new + "foreign-payment=no restorable=no indicators=none phone-known=no replied=no at-risk=yes note-exists=no",
            "referred-new-note"),
        Walk(
            "MFU T1.11", "vulnerable-follow-up", "plan-active=no",
            new + "foreign-payment=no restorable=no indicators=none phone-known=yes attempt=yes in-this-contact=restore "
                + "restore-checks=none note-exists=yes", "restored"),
        Walk(
            "MFU T1.11", "vulnerable-follow-up", "",
            "why=replies restorable-on-reply=no in-this-contact=appointment attended=yes restore-checks=none "
                + "note-exists=yes", "restored"),
        Walk(
            "MFU T1.12", "vulnerable-follow-up", "",
            "why=replies restorable-on-reply=no in-this-contact=later overseas-time=yes requested-came=no "
                + "thirteen-weeks=yes", "waiting"),
        Walk(
            "MFU T1.13", "vulnerable-follow-up", "",
            "why=allocated status-changed=no earlier-notes=yes stands=no-reply time-given=no", "hold-again"),
        Walk(
            "MFU T1.14", "vulnerable-follow-up", "",
            "why=replies restorable-on-reply=yes restore-checks=income-management note-exists=yes", "restored"),
        Walk(
            "MFU T1.15", "vulnerable-follow-up", "",
            "why=replies restorable-on-reply=no in-this-contact=papers papers-came=no thirteen-weeks=yes", "waiting"),
        Walk(
            "MFU T1.16", "vulnerable-follow-up", "",
            "why=replies restorable-on-reply=no in-this-contact=cannot thirteen-weeks=no note-exists=yes", "referred"),
    ]

    /// Built from what the released documents say of them.
    static let unreleased = [
        // Trespass after a full restriction: asked, directed, then the police (Response, directing a person to leave).
        Walk(
            "RSP T2.4", "not-complying", "plan-active=yes variation=no face-to-face-level=full",
            "who=customer channel=visit leaves=stays directed=no", "police"),
        Walk(
            "RSP T2.1", "not-complying", "plan-active=yes variation=no face-to-face-level=partial in-line=no",
            "who=customer channel=visit leaves=yes knew=yes", "left"),
        Walk(
            "OMC T2.1", "not-complying", "plan-active=yes variation=no face-to-face-level=full",
            "who=customer channel=visit leaves=stays directed=yes knew=no", "left-untold"),
        Walk(
            "PS-CS T3.14", "not-complying", "plan-active=yes variation=yes face-to-face-level=full", "who=customer",
            "allowed"),
        Walk("OMC T1.1", "not-complying", "plan-active=yes", "who=representative", "not-bound"),
        Walk(
            "OMC T2.3", "not-complying", "plan-active=yes variation=no phone-level=partial in-line=no",
            "who=customer channel=call threat-on-phone=no", "call-ended"),
        Walk(
            "NC", "not-complying", "plan-active=yes variation=no writing-level=partial in-line=no",
            "who=customer channel=letter threat-in-it=no", "to-omc"),
        Walk(
            "PRA R1.1", "one-off-variation", "plan-active=yes face-to-face-level=full may-approve=yes",
            "channel=visit another-way=no safe-enough=yes decision=yes", "approved"),
        Walk(
            "PS-CS T3.13", "one-off-variation", "plan-active=yes writing-level=full may-approve=yes",
            "channel=letter another-way=no safe-enough=yes decision=no", "declined"),
        Walk("OOV", "one-off-variation", "plan-active=yes phone-level=available", "channel=call", "not-needed"),
        // Only a plan in force can carry an alert, and it does not go over to the next plan.
        Walk("PRA T1.10", "notification-alert", "plan-brand=centrelink plan-active=no", "what=trigger", "plan-first"),
        Walk(
            "REV T1.14", "notification-alert", "plan-brand=centrelink", "what=next-plan still-needed=yes", "triggered"),
        Walk("MSP R1.1", "notification-alert", "plan-brand=centrelink", "what=end-or-go-on panel-says=extend", "extended"),
        Walk("NA", "notification-alert", "plan-brand=child-support", "", "centrelink-only"),
        // Coughing or spitting at staff is assault: both alerts are considered.
        Walk(
            "RSP T7.1", "incident", "plan-brand=centrelink",
            "over=yes hurt=yes behaviour=spit severity=moderate police=yes", "recorded-police"),
        Walk(
            "PRA T1.9", "incident", "plan-brand=medicare-public",
            "over=yes hurt=no behaviour=stalking severity=serious police=no", "recorded-plan"),
        Walk(
            "MSP R1.3", "incident", "plan-brand=centrelink",
            "over=yes hurt=no behaviour=abuse severity=low repeated=yes police=no", "recorded-plan"),
        Walk(
            "REV T2.8", "email-redirection", "plan-active=yes",
            "threat=no conduct=harassing tried=yes way-open=yes decision=yes", "redirected"),
        Walk("RSP T5.1", "email-redirection", "", "threat=yes", "threat-first"),
        Walk("EMR", "email-redirection", "plan-active=yes", "threat=no conduct=harmful tried=yes way-open=no", "way-first"),
        Walk("PRA T1.16", "staff-support", "", "who=team case=order", "order-supported"),
        Walk("RSP T3.1", "staff-support", "", "who=me case=followed", "followed"),
    ]

    @Test("Prevention leads where the document says", arguments: prevention)
    func prevention(walk: Walk) throws { try walk.judge() }

    @Test("The follow-up of a vulnerable customer leads where the document says", arguments: vulnerable)
    func vulnerable(walk: Walk) throws { try walk.judge() }

    @Test("What was not released does what the released documents ask of it", arguments: unreleased)
    func unreleased(walk: Walk) throws { try walk.judge() }
}
