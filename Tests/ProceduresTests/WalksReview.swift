import Testing

@Suite("Walks judged from the documents: reviews and panels")
struct WalksReview {
    /// 104-07050050, Table 1: from the trigger to the recommendation.
    static let review = [
        Walk(
            "REV T1.4", "review",
            "plan-term=long-term days-to-end=within-28 incident-alert-behaviour=no notification-alert=no",
            "why=due " + spoken + "panel/recommend=extend panel/kind=reactive panel/safety-alert-other=no "
                + "panel/ps-reasons=none panel/joint=no panel/begins=after", "recommend-extend"),
        // Two days before: the second reminder, and still a review.
        Walk(
            "REV T1.4", "review", "plan-term=long-term days-to-end=within-2",
            "why=due " + spoken + "panel/recommend=cease panel/when-ends=end", "recommend-exit-at-end"),
        // A provisional plan gets no reminder; its panel meets before it ends.
        Walk(
            "MSP R1.3", "review", "plan-term=provisional",
            "why=due " + spoken + "panel/recommend=cease panel/when-ends=approval", "recommend-exit-now"),
        Walk("REV T1.4", "review", "plan-term=long-term days-to-end=over-28", "why=due", "too-early"),
        Walk("REV T1.4", "review", "plan-term=long-term days-to-end=ended", "why=due", "ended-unreviewed"),
        Walk("REV T1.5", "review", "", "why=asked same-grounds=yes again=yes", "refused"),
        // Asked for by the customer: another approver, at the same level or a higher one.
        Walk(
            "REV T1.2", "review", "incident-alert-behaviour=yes notification-alert=no",
            "why=asked same-grounds=no " + spoken + "panel/recommend=vary panel/kind=proactive panel/restrict=yes "
                + "panel/ps-reasons=none panel/joint=no panel/begins=now", "recommend-replace"),
        Walk(
            "REV T1.5", "review", "", "why=asked same-grounds=yes again=no " + spoken
                + "panel/recommend=cease panel/when-ends=approval", "recommend-exit-now"),
        Walk(
            "REV T1.13", "review", "incident-alert-behaviour=yes notification-alert=yes",
            "why=change changed=aggression " + spoken + "panel/recommend=vary panel/kind=reactive "
                + "panel/ps-reasons=behavioural panel/joint=yes panel/begins=now", "recommend-replace"),
        Walk(
            "REV T2.2", "review", "", "why=ps " + spoken + "panel/recommend=cease panel/when-ends=approval",
            "recommend-exit-now"),
        Walk("REV T1.3", "review", "", "why=deceased", "end-deceased"),
        // Not reached by phone: letter and SMS, and 14 days as a rule.
        Walk(
            "REV T1.6", "review", "plan-brand=medicare-public",
            "why=change changed=hardship invitation/phone-right=yes invitation/reached=no panel/recommend=cease "
                + "panel/when-ends=end", "recommend-exit-at-end"),
        Walk("REV T1.6", "review-invitation", "", "phone-right=yes reached=yes accepted=yes", "takes-part"),
        Walk("REV T1.6", "review-invitation", "", "phone-right=yes reached=yes accepted=no", "declines"),
        Walk(
            "REV T1.6", "review-invitation", "plan-brand=child-support", "phone-right=yes reached=yes accepted=open",
            "invited-by-letter"),
        Walk(
            "REV T1.6", "review-invitation", "plan-brand=centrelink mobile-known=yes mobile-shared=no",
            "phone-right=yes reached=no sms/decision-maker=yes sms/circumstance=invitation sms/self-harm=no "
                + "sms/violence=no", "invited"),
        Walk(
            "REV T1.6", "review-invitation", "representative-named=yes", "phone-right=no representative-called=yes",
            "spoken-for"),
        Walk("REV T1.6", "review-invitation", "representative-named=no", "phone-right=no other-way=no", "not-invited"),
        // A reactive plan settles its restrictions; a proactive one without any passes over them.
        Walk(
            "REV T1.11", "review-panel", "incident-alert-behaviour=no notification-alert=no",
            "recommend=extend kind=reactive safety-alert-other=no ps-reasons=none joint=no begins=after", "extend"),
        Walk(
            "REV T1.10", "review-panel", "incident-alert-behaviour=no notification-alert=no",
            "recommend=vary kind=proactive restrict=no safety-alert-other=no ps-reasons=vulnerability joint=no begins=now",
            "replace"),
        Walk(
            "REV T1.14", "review-panel", "incident-alert-behaviour=no notification-alert=yes",
            "recommend=extend kind=reactive safety-alert-other=yes ps-reasons=none joint=no begins=after", "extend"),
        Walk(
            "REV T1.16", "review-panel", "incident-alert-behaviour=yes notification-alert=no",
            "recommend=extend kind=reactive ps-reasons=none joint=yes begins=after", "extend"),
    ]

    /// An invitation that the customer accepts on the phone.
    private static let spoken = "invitation/phone-right=yes invitation/reached=yes invitation/accepted=yes "

    /// Table 2: recorded, submitted, decided, told. Table 3: the safety alert.
    static let outcome = [
        Walk("REV T2.1", "review-outcome", "may-propose=yes", "recommendation=no", "note-first"),
        Walk("REV T2.2", "review-outcome", "may-propose=no", "", "get-manager"),
        Walk(
            "REV T2.3", "review-outcome", "may-propose=yes managed-by-ps=no plan-brand=centrelink",
            "recommendation=yes outcome-of-review=extend alert-needed=no submitted-yet=yes", "submitted"),
        Walk(
            "REV T3.3", "review-outcome", "may-propose=yes managed-by-ps=no plan-brand=centrelink may-approve=no",
            "recommendation=yes outcome-of-review=replace alert-needed=yes alert/decided=reapply submitted-yet=yes",
            "submitted"),
        Walk(
            "REV T2.4", "review-outcome", "may-propose=yes managed-by-ps=no plan-brand=several safety-alert=no",
            "recommendation=yes outcome-of-review=exit-now submitted-yet=yes", "submitted"),
        // An alert that ends with its plan needs a decision note as well.
        Walk(
            "REV T3.4", "review-outcome", "may-propose=yes managed-by-ps=yes plan-brand=centrelink safety-alert=yes",
            "recommendation=yes direct-referral=yes outcome-of-review=exit-at-end submitted-yet=yes", "submitted"),
        Walk(
            "REV T2.6", "review-outcome", "may-propose=yes managed-by-ps=no plan-brand=centrelink",
            "recommendation=yes outcome-of-review=extend alert-needed=no submitted-yet=no", "incomplete"),
        Walk("REV T2.8", "review-decision", "may-approve=yes", "own=no asked-for=no decision=approve", "approved"),
        Walk("REV T2.8", "review-decision", "may-approve=yes", "own=no asked-for=no decision=back", "sent-back"),
        Walk("REV T2.8", "review-decision", "may-approve=yes", "own=no asked-for=no decision=reject", "rejected"),
        Walk(
            "REV T1.2", "review-decision", "may-approve=yes", "own=no asked-for=yes first-approver=yes", "not-yours"),
        Walk("REV T2.8", "review-decision", "may-approve=yes", "own=yes", "not-yours"),
        Walk("REV T2.8", "review-decision", "may-approve=no", "", "not-yours"),
        Walk(
            "REV T2.9", "review-advise",
            "managed-by-ps=no plan-brand=medicare-public interpreter-needed=no face-to-face-level=full",
            "reached=yes behaviour=no letter/final=yes letter/police=no", "told"),
        Walk(
            "REV T2.9", "review-advise",
            "managed-by-ps=no plan-brand=medicare-public interpreter-needed=no face-to-face-level=available",
            "reached=no letter/final=yes letter/police=no", "written"),
        Walk("REV T2.9", "review-advise", "managed-by-ps=yes", "psso-calls=no", "psso-first"),
        Walk("REV T3.1", "safety-alert-review", "may-propose=no", "", "get-manager"),
        Walk("REV T3.3", "safety-alert-review", "may-propose=yes may-approve=no", "decided=reapply", "proposed"),
        Walk(
            "REV T3.3", "safety-alert-review", "may-propose=yes may-approve=yes",
            "decided=reapply approve-now=approve", "approved"),
        Walk(
            "REV T3.4", "safety-alert-review", "may-propose=yes plan-term=long-term", "decided=cease with-plan=yes",
            "ends-with-plan"),
        Walk(
            "REV T3.4", "safety-alert-review", "may-propose=yes plan-term=provisional", "decided=cease with-plan=yes",
            "ends-provisional"),
        Walk(
            "REV T3.5", "safety-alert-review", "may-propose=yes may-approve=yes", "decided=cease with-plan=no", "ceased"),
        Walk(
            "REV T3.5", "safety-alert-review", "may-propose=yes may-approve=no", "decided=cease with-plan=no",
            "cease-proposed"),
    ]

    /// 104-07050000, the structures of the panels.
    static let panels = [
        Walk("MSP R1.3", "local-panel", "notification-alert=no", "why=incident decision=plan", "propose"),
        Walk(
            "MSP R1.1", "local-panel", "notification-alert=yes", "why=breach alert-decision=cease decision=zone", "to-zone"
        ),
        Walk("MSP R1.4", "local-panel", "notification-alert=no", "why=provisional decision=none", "no-plan"),
        Walk("MSP R1.2", "local-panel", "notification-alert=no", "why=monthly decision=go-on", "goes-on"),
        Walk("MSP R1.5", "local-panel", "notification-alert=no", "why=disagree decision=split", "meet-again"),
        Walk("MSP R2.3", "zone-panel", "", "why=serious decision=new", "propose"),
        Walk("MSP R2.2", "zone-panel", "", "why=review decision=reviewed", "review-follows"),
        Walk("MSP R2.5", "zone-panel", "", "why=local decision=none", "closed"),
    ]

    @Test("A review goes from its trigger to the recommendation as the document says", arguments: review)
    func review(walk: Walk) throws { try walk.judge() }

    @Test("An outcome is recorded, decided and told as the document says", arguments: outcome)
    func outcome(walk: Walk) throws { try walk.judge() }

    @Test("A panel meets and decides as its structure says", arguments: panels)
    func panels(walk: Walk) throws { try walk.judge() }
}
