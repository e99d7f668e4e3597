import Procedures
import Testing

@Suite("Walks judged from the documents: reviews and panels")
struct WalksReview {
    /// The customer says on the phone that they take part.
    private static let spoken =
        "invitation/phone-right=yes invitation/reached=yes invitation/accepted=yes"

    /// 104-07050050, Table 1: from the trigger to the recommendation.
    static let review = [
        // Two days before: the second reminder, and still a review.
        // A provisional plan gets no reminder; its panel meets before it ends.
        // Asked for by the customer: another approver, at the same level or a higher one.
        // Not reached by phone: letter and SMS, and 14 days as a rule.
        JudgedWalk.of(
            "review",
            """
            REV T1.4: plan-term=long-term days-to-end=within-28 incident-alert-behaviour=no notification-alert=no | why=due \(spoken) panel/recommend=extend panel/kind=reactive panel/safety-alert-other=no panel/ps-reasons=none panel/joint=no panel/begins=after → recommend-extend
            REV T1.4: plan-term=long-term days-to-end=within-2 | why=due \(spoken) panel/recommend=cease panel/when-ends=end → recommend-exit-at-end
            MSP R1.3: plan-term=provisional | why=due \(spoken) panel/recommend=cease panel/when-ends=approval → recommend-exit-now
            REV T1.4: plan-term=long-term days-to-end=over-28 | why=due → too-early
            REV T1.4: plan-term=long-term days-to-end=ended | why=due → ended-unreviewed
            REV T1.5: | why=asked same-grounds=yes again=yes → refused
            REV T1.2: incident-alert-behaviour=yes notification-alert=no | why=asked same-grounds=no \(spoken) panel/recommend=vary panel/kind=proactive panel/restrict=yes panel/ps-reasons=none panel/joint=no panel/begins=now → recommend-replace
            REV T1.5: | why=asked same-grounds=yes again=no \(spoken) panel/recommend=cease panel/when-ends=approval → recommend-exit-now
            REV T1.13: incident-alert-behaviour=yes notification-alert=yes | why=change changed=aggression \(spoken) panel/recommend=vary panel/kind=reactive panel/ps-reasons=behavioural panel/joint=yes panel/begins=now → recommend-replace
            REV T2.2: | why=ps \(spoken) panel/recommend=cease panel/when-ends=approval → recommend-exit-now
            REV T1.3: | why=deceased → end-deceased
            REV T1.6: plan-brand=medicare-public | why=change changed=hardship invitation/phone-right=yes invitation/reached=no panel/recommend=cease panel/when-ends=end → recommend-exit-at-end
            """),
        JudgedWalk.of(
            "review-invitation",
            """
            REV T1.6: | phone-right=yes reached=yes accepted=yes → takes-part
            REV T1.6: | phone-right=yes reached=yes accepted=no → declines
            REV T1.6: plan-brand=child-support | phone-right=yes reached=yes accepted=open → told-and-written
            REV T1.6: plan-brand=child-support representative-named=no | phone-right=no other-way=yes → written-instead
            REV T1.6: plan-brand=centrelink mobile-known=yes mobile-shared=no | phone-right=yes reached=no sms/decision-maker=yes sms/circumstance=invitation sms/self-harm=no sms/violence=no → invited
            REV T1.6: representative-named=yes | phone-right=no representative-called=yes → spoken-for
            REV T1.6: representative-named=no | phone-right=no other-way=no → not-invited
            """),
        // A reactive plan settles its restrictions; a proactive one without any passes over them.
        JudgedWalk.of(
            "review-panel",
            """
            REV T1.11: incident-alert-behaviour=no notification-alert=no | recommend=extend kind=reactive safety-alert-other=no ps-reasons=none joint=no begins=after → extend
            REV T1.10: incident-alert-behaviour=no notification-alert=no | recommend=vary kind=proactive restrict=no safety-alert-other=no ps-reasons=vulnerability joint=no begins=now → replace
            REV T1.14: incident-alert-behaviour=no notification-alert=yes | recommend=extend kind=reactive safety-alert-other=yes ps-reasons=none joint=no begins=after → extend
            REV T1.16: incident-alert-behaviour=yes notification-alert=no | recommend=extend kind=reactive ps-reasons=none joint=yes begins=after → extend
            """),
    ].flatMap { $0 }

    @Test("A review goes from its trigger to the recommendation as the document says", arguments: review)
    func reviewJudged(walk: JudgedWalk) throws { try walk.judge() }

    /// Table 2: recorded, submitted, decided, told. Table 3: the safety alert.
    static let outcome = [
        // An alert that ends with its plan needs a decision note as well.
        JudgedWalk.of(
            "review-outcome",
            """
            REV T2.1: may-propose=yes | recommendation=no → note-first
            REV T2.2: may-propose=no | → get-manager
            REV T2.3: may-propose=yes managed-by-ps=no plan-brand=centrelink | recommendation=yes outcome-of-review=extend alert-needed=no submitted-yet=yes → submitted
            REV T3.3: may-propose=yes managed-by-ps=no plan-brand=centrelink may-approve=no | recommendation=yes outcome-of-review=replace alert-needed=yes alert/decided=reapply submitted-yet=yes → submitted
            REV T2.4: may-propose=yes managed-by-ps=no plan-brand=several safety-alert=no | recommendation=yes outcome-of-review=exit-now submitted-yet=yes → submitted
            REV T3.4: may-propose=yes managed-by-ps=yes plan-brand=centrelink safety-alert=yes | recommendation=yes direct-referral=yes outcome-of-review=exit-at-end submitted-yet=yes → submitted
            REV T2.6: may-propose=yes managed-by-ps=no plan-brand=centrelink | recommendation=yes outcome-of-review=extend alert-needed=no submitted-yet=no → incomplete
            """),
        JudgedWalk.of(
            "review-decision",
            """
            REV T2.8: may-approve=yes | own=no asked-for=no decision=approve → approved
            REV T2.8: may-approve=yes | own=no asked-for=no decision=back → sent-back
            REV T2.8: may-approve=yes | own=no asked-for=no decision=reject → rejected
            REV T1.2: may-approve=yes | own=no asked-for=yes first-approver=yes → not-yours
            REV T2.8: may-approve=yes | own=yes → not-yours
            REV T2.8: may-approve=yes | own=behalf asked-for=no decision=approve → approved
            REV T2.8: may-approve=no | → not-yours
            """),
        JudgedWalk.of(
            "review-advise",
            """
            REV T2.9: managed-by-ps=no plan-brand=medicare-public interpreter-needed=no face-to-face-level=full | reached=yes behaviour=no letter/final=yes letter/police=no → told
            REV T2.9: managed-by-ps=no plan-brand=medicare-public interpreter-needed=no face-to-face-level=available | reached=no letter/final=yes letter/police=no → written
            REV T2.9: managed-by-ps=yes | psso-calls=no → psso-first
            """),
        JudgedWalk.of(
            "safety-alert-review",
            """
            REV T3.1: may-propose=no | → get-manager
            REV T3.3: may-propose=yes may-approve=no | decided=reapply → proposed
            REV T3.3: may-propose=yes may-approve=yes | decided=reapply approve-now=approve → approved
            REV T3.4: may-propose=yes plan-term=long-term | decided=cease with-plan=yes → ends-with-plan
            REV T3.4: may-propose=yes plan-term=provisional | decided=cease with-plan=yes → ends-provisional
            REV T3.5: may-propose=yes may-approve=yes | decided=cease with-plan=no → ceased
            REV T3.5: may-propose=yes may-approve=no | decided=cease with-plan=no → cease-proposed
            """),
    ].flatMap { $0 }

    @Test("An outcome is recorded, decided and told as the document says", arguments: outcome)
    func outcomeJudged(walk: JudgedWalk) throws { try walk.judge() }

    /// 104-07050000, the structures of the panels.
    static let panels = [
        JudgedWalk.of(
            "local-panel",
            """
            MSP R1.3: notification-alert=no | why=incident decision=plan → propose
            MSP R1.1: notification-alert=yes | why=breach alert-decision=cease decision=zone → to-zone
            MSP R1.4: notification-alert=no | why=provisional decision=none → no-plan
            MSP R1.2: notification-alert=no | why=monthly decision=go-on → goes-on
            MSP R1.5: notification-alert=no | why=disagree decision=split → meet-again
            """),
        JudgedWalk.of(
            "zone-panel",
            """
            MSP R2.3: | why=serious decision=new → propose
            MSP R2.2: | why=review decision=reviewed → review-follows
            MSP R2.5: | why=local decision=none → closed
            """),
    ].flatMap { $0 }

    @Test("A panel meets and decides as its structure says", arguments: panels)
    func panelsJudged(walk: JudgedWalk) throws { try walk.judge() }
}
