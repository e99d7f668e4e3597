import Procedures
import Testing

/// Judged from Customer aggression - Response, 104-07020000.
@Suite("Danger, judged by hand")
struct WalksOfDanger {
    static let walks =
        // Talk of suicide needs an emergency response (Prevention, Aggressive Behaviour Response Model).
        JudgedWalk.of(
            "emergency",
            """
            RSP T2.4: | what=self-harm self-harm=all → steps-taken
            RSP T2.7: | what=danger violence/now=all violence/place=centre violence/harm=yes violence/extreme=all violence/afterwards=all → steps-taken
            """)
        + JudgedWalk.of(
            "violence",
            """
            RSP T2.5: | now=all place=centre harm=no severe=first,meet afterwards=people,incident → over
            RSP T2.6: | now=all place=office harm-office=no severe-office=close afterwards=all → over
            RSP T2.7: | now=all place=centre harm=yes extreme=procedure,meet afterwards=all → over
            RSP T2.8: | now=all place=office harm-office=yes extreme-office=all afterwards=none → over
            """)
        + JudgedWalk.of(
            "escalating-behaviour",
            """
            RSP T2.2: | stage=raised de-escalate=ask calmed=yes → calm
            RSP T2.3: | stage=escalating disengage=all left=yes → calm
            RSP T2.4: | stage=escalating disengage=all left=no duress=duress,direct,police worse=no → calm
            RSP T2.4: | stage=self-harm duress=all worse=no → calm
            RSP T2.4: | stage=raised de-escalate=all calmed=no disengage=all left=no duress=all worse=no → calm
            RSP T2.1: plan-active=yes variation=no face-to-face-level=full customer-informed=yes | stage=breach not-complying/who=customer not-complying/channel=visit not-complying/leave=all not-complying/leaves=yes → calm
            RSP T2.5: plan-active=yes variation=no face-to-face-level=full | stage=breach not-complying/who=customer not-complying/channel=visit not-complying/leave=ask not-complying/leaves=danger duress=all worse=yes violence/now=all violence/place=centre violence/harm=yes violence/extreme=all violence/afterwards=all → calm
            RSP T2.1: plan-active=no | stage=breach → calm
            RSP T2.5: | stage=physical violence/now=all violence/place=centre violence/harm=no violence/severe=all violence/afterwards=all → calm
            """)
        + JudgedWalk.of(
            "threat-by-phone",
            """
            RSP T4.2: | keep=all trace-wanted=yes trace=all clarify=all tell=all known=yes withdrawn=withdrawn security=all record=all → recorded
            RSP T4.5: | keep=all trace-wanted=no clarify=all tell=all known=yes withdrawn=withdrawn security=all record=all → recorded
            RSP T4.6: | keep=all trace-wanted=no clarify=none tell=all known=no police=call,site security=all record=all → recorded
            RSP T4.6: | keep=all trace-wanted=no clarify=all tell=all known=yes withdrawn=kept police=all security=all record=all → recorded
            RSP T4.6: | keep=all trace-wanted=no clarify=all tell=all known=yes withdrawn=not-reached police=all security=all record=all → recorded
            RSP T4.6: | keep=all trace-wanted=yes trace=start clarify=all tell=all known=yes withdrawn=danger police=all security=all record=all → recorded
            """)
        + JudgedWalk.of(
            "threat-in-writing",
            """
            RSP T5.2: | tell=all known=yes withdrawn=withdrawn record=all → recorded
            RSP T5.3: | tell=all known=yes withdrawn=kept police=all site=all record=all → recorded
            RSP T5.3: | tell=all known=yes withdrawn=not-reached police=all site=all record=all → recorded
            RSP T5.3: | tell=all known=yes withdrawn=danger police=all site=all record=all → recorded
            RSP T5.3: | tell=all known=no police=all site=all record=all → recorded
            """)
        + JudgedWalk.of(
            "stalking",
            """
            RSP T3.1: | now=yes safe=all notes=all kind=stalking manager=all record=all privacy=all → recorded
            RSP T3.2: | now=no notes=all kind=online manager=police,branch record=incident privacy=first → recorded
            """)
        + JudgedWalk.of(
            "disease",
            """
            RSP T7.1: | what=cough duress-cough=all exposed=no follow-up=all → recorded
            RSP T7.1: | what=spit-ground duress=all exposed=no follow-up=all → recorded
            RSP T7.1: | what=item item=all exposed=yes exposure=all follow-up=all → recorded
            RSP T7.2: | what=spit-person threat=all exposed=yes exposure=all follow-up=all → recorded
            RSP T7.3: | what=queue queue=all exposed=no follow-up=incident → recorded
            RSP T7.5: | what=filming filming=all → filming-told
            """)
        + JudgedWalk.of(
            "lock-entrance",
            """
            RSP T6.1: | centre=no → closure
            RSP T6.1: | centre=yes reasons=no → open
            RSP T6.2: | centre=yes reasons=yes weigh=all decision=no → open
            RSP T6.2: | centre=yes reasons=yes weigh=all decision=yes → locked
            """)
        + JudgedWalk.of(
            "survey-incident",
            """
            RSP T8.1: | risk=no → no-incident
            RSP T8.4: | risk=yes emergency=no pass-on=all refer=all about=self social-work=all canoc=all outcome=all → finished
            RSP T8.4: | risk=yes emergency=no pass-on=all refer=all about=others security=all canoc=all outcome=all → finished
            RSP T8.5: | risk=yes emergency=yes call=all pass-on=all refer=all about=both security-first=all security-then-social=all social-work=all canoc=all outcome=all → finished
            """)

    @Test("A walk ends where the document has it", arguments: walks)
    func walk(_ walk: JudgedWalk) throws {
        #expect(try walk.run().outcome?.id.rawValue == walk.outcome)
    }
}
