import Procedures
import Testing

/// Judged from Proposing, recording and approving, 104-07050010.
@Suite("Proposing and approving, judged by hand")
struct WalksOfProposing {
    static let walks =
        JudgedWalk.of(
            "before-proposing",
            """
            PRA T1.1: incident-serious=no | origin=incident warning=yes → warn
            PRA T1.3: incident-serious=no incident-alert-behaviour=no plan-brand=centrelink representative-named=no | origin=incident warning=no who=all contact=inappropriate no-contact=afraid information=all length=short provisional=all restrictions/face-to-face=full restrictions/phone=available restrictions/writing=available strategies=all call-customisation=no premises=no → to-centrelink
            PRA T1.12: incident-serious=yes incident-alert-behaviour=no plan-brand=centrelink | origin=incident who=all contact=safety information=all length=ten provisional=all restrictions/face-to-face=full restrictions/phone=available restrictions/writing=available strategies=all call-customisation=yes customise=all premises=no → to-centrelink
            PRA T1.13: incident-alert-behaviour=no plan-brand=medicare-public | origin=need who=all contact=yes hear=all information=all length=long end=all restrictions/face-to-face=available restrictions/phone=available restrictions/writing=available strategies=all call-customisation=no premises=no → to-medicare-public
            PRA T1.13: incident-alert-behaviour=no plan-brand=child-support | origin=need who=all contact=yes hear=all information=all length=long end=all restrictions/face-to-face=available restrictions/phone=available restrictions/writing=available strategies=all call-customisation=no premises=no → to-child-support
            PRA T1.13: incident-alert-behaviour=no plan-brand=medicare-provider | origin=need who=all contact=yes hear=all information=all length=long end=all restrictions/face-to-face=available restrictions/phone=available restrictions/writing=available strategies=all call-customisation=no premises=no → to-medicare-provider
            PRA T1.14: | origin=direct ps-criteria=none → to-ps
            PRA T1.15: incident-alert-behaviour=no plan-brand=several | origin=need who=all contact=yes hear=all information=all length=long end=all restrictions/face-to-face=available restrictions/phone=available restrictions/writing=available strategies=all call-customisation=no premises=yes joint=partner → partner-only
            PRA T1.15: incident-alert-behaviour=no plan-brand=several | origin=need who=all contact=yes hear=all information=all length=long end=all restrictions/face-to-face=available restrictions/phone=available restrictions/writing=available strategies=all call-customisation=no premises=yes joint=us joint-steps=all → to-centrelink
            PRA T1.15: incident-alert-behaviour=no plan-brand=medicare-public | origin=need who=all contact=yes hear=all information=all length=long end=all restrictions/face-to-face=available restrictions/phone=available restrictions/writing=available strategies=all call-customisation=no premises=yes joint=us joint-steps=all → to-medicare-public
            PRA T1.5: incident-serious=yes | origin=incident who=all contact=safety information=all length=ten provisional=all restrictions/face-to-face=available restrictions/phone=available restrictions/writing=available → restrict-first
            PRA T1.8: incident-alert-behaviour=no | origin=need who=all contact=yes hear=all information=all length=long end=all restrictions/face-to-face=full restrictions/phone=full restrictions/writing=full restrictions/left=no → way-first
            PRA T1.16: | origin=order order=all order-agrees=no → no-plan
            """)
        + JudgedWalk.of(
            "restrictions",
            """
            PRA R1.2: | face-to-face=partial partial-visit=all phone=available writing=available → restricted
            PRA R1.3: | face-to-face=available phone=available writing=available → open
            PRA R2.1: | face-to-face=available phone=full full-phone=all writing=partial partial-writing=terms → restricted
            PRA R3.1: | face-to-face=partial phone=full writing=full left=yes → restricted
            PRA R3.1: | face-to-face=full phone=full writing=full left=no → none-left
            """)
        + JudgedWalk.of(
            "proposing",
            """
            PRA T2.1: may-propose=no | → ask-manager
            PRA T2.1: may-propose=yes | who-manages=yes ps-bars=none → to-ps
            PRA T2.2: may-propose=yes plan-active=yes plan-term=long-term | who-manages=yes ps-bars=restriction → to-review
            PRA T2.2: may-propose=yes plan-active=yes plan-term=long-term | who-manages=no → to-review
            PRA T2.2: may-propose=yes plan-active=yes plan-term=provisional | who-manages=no provisional-review=exit-now → to-exit
            PRA T2.2: may-propose=yes plan-active=no | who-manages=no from=incident incident=no → incident-first
            PRA T2.10: may-propose=yes plan-active=yes plan-term=provisional | who-manages=no provisional-review=replace general=all restrictions=all length=long-term strategies=all rationale=all related=all people=all letter=all safety=no submit=all kind=approval → submitted
            PRA T2.1: may-propose=yes plan-active=no | who-manages=no from=record general=all restrictions=all length=provisional rationale=all related=all people=all letter=all safety=no submit=all kind=direct → active-now
            """)
        + JudgedWalk.of(
            "safety-alert",
            """
            PRA T3.1: | aim=undo draft=yes → undone
            PRA T3.1: | aim=undo draft=no → too-late
            PRA T3.1: incident-alert-behaviour=yes may-propose=no | aim=propose → ask-manager
            PRA T3.2: incident-alert-behaviour=no | aim=propose verified=no → not-met
            PRA T3.2: incident-alert-behaviour=yes may-propose=yes | aim=propose plan=change → to-review
            PRA T3.3: incident-alert-behaviour=yes may-propose=yes | aim=propose plan=none → no-plan
            PRA T3.4: incident-alert-behaviour=yes may-propose=yes | aim=propose plan=provisional implement-note=all → implemented
            PRA T3.5: incident-alert-behaviour=no may-propose=yes | aim=propose verified=yes plan=long-term propose-note=all → proposed
            PRA T3.6: may-approve-alert=yes | aim=decide decision=reject reject-note=all → rejected
            PRA T3.2: may-approve-alert=yes | aim=decide decision=approve approve-note=all → approved
            PRA T3.5: may-approve-alert=no | aim=decide → ask-delegate
            """)
        + JudgedWalk.of(
            "removal-request",
            """
            PRA T4.1: | what=note note-ground=language request-note=all → requested
            PRA T4.1: | what=note note-ground=none → no-ground
            PRA T4.3: | what=record record-ground=customer request-record=all → requested
            """)
        + JudgedWalk.of(
            "medicare-public",
            """
            PRA T5.1: | where=phone hsdd-there=no zone-risk=none → to-ps
            PRA T5.1: | where=phone hsdd-there=yes zone-at-once=all zone-records=all letter=all approval=no indicator-now=all → implement
            PRA T5.4: | where=phone hsdd-there=no zone-risk=aggression zone-records=all letter=all approval=yes indicator-submit=all → submitted
            """)
        + JudgedWalk.of(
            "medicare-provider",
            """
            PRA T6.2: | tell=all record=all letter=all decision=approved → implement
            PRA T6.2: | tell=all record=all letter=all decision=withdrawn → closed
            """)
        + JudgedWalk.of(
            "child-support-plan",
            """
            PRA T7.1: managed-by-ps=no | → refer
            PRA T7.2: managed-by-ps=yes | criteria=none → cmp-only
            PRA T7.3: managed-by-ps=yes | criteria=restricted endorse=all you=canoc canoc=all → to-propose
            PRA T7.4: managed-by-ps=yes | criteria=elsewhere endorse=all you=psso cuba=all → referenced
            """)
        + JudgedWalk.of(
            "approving",
            """
            PRA T8.1: may-approve=no | → not-approver
            PRA T8.1: may-approve=yes | own=yes → not-approver
            PRA T8.5: may-approve=yes | own=no notes=all restrictions=all letter=all strategies=all ps-referral=yes → send-back
            PRA T8.7: may-approve=yes | own=no notes=all restrictions=all letter=all strategies=all ps-referral=no related=all decision=some → approved
            PRA T8.7: may-approve=yes | own=behalf notes=all restrictions=all letter=all strategies=all ps-referral=no related=all decision=reject → rejected
            """)
        + JudgedWalk.of(
            "brand-systems",
            """
            PRA T9.1: | medicare=yes medicare-risk=outside cdms=all child-support=no → finished
            PRA T9.2: | medicare=no child-support=yes child-support-risk=brands child-support-weighed=yes cuba=all → finished
            PRA T9.2: | medicare=no child-support=yes child-support-risk=none → finished
            """)

    @Test("A walk ends where the document has it", arguments: walks)
    func walk(_ walk: JudgedWalk) throws {
        #expect(try walk.run().outcome?.id.rawValue == walk.outcome)
    }
}
