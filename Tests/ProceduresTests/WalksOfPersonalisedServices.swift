import Procedures
import Testing

/// Judged from Personalised Services, 101-17021300.
@Suite("Personalised Services, judged by hand")
struct WalksOfPersonalisedServices {
    static let centrelink =
        JudgedWalk.of(
            "ps-referral",
            """
            PS T1.1: | direct=yes criteria=aggression refusal=yes → refused
            PS T1.1: | direct=yes criteria=restriction,zone refusal=yes → refused
            PS T5.2: | direct=yes criteria=risk refusal=no ps-direct/complete=yes ps-direct/create=all tell=all review=all → accepted
            PS T1.1: | direct=no suitable=no → refused
            PS T1.2: | direct=no suitable=yes tell=all review=all → accepted
            PS T1.2: | direct=yes criteria=none ps-direct/complete=yes ps-direct/create=all tell=all review=all → accepted
            PS T5.2: | direct=yes criteria=none ps-direct/complete=no ps-direct/refuse=yes → refused
            """)
        + JudgedWalk.of(
            "ps-direct",
            """
            PS T5.2: | complete=no refuse=no create=all → accepted
            PS T5.2: | complete=no refuse=yes → returned
            """)
        + JudgedWalk.of(
            "ps-direct-management",
            """
            PS T5.4: | manage=all before-end=reactive support=no → managing
            PS T5.4: | manage=all before-end=reactive support=yes zone=no → managing
            PS T5.4: | manage=all before-end=reactive support=yes zone=yes → zone-manages
            PS T5.5: | manage=all before-end=early exit-approved=yes → exit
            PS T5.5: | manage=all before-end=early exit-approved=no → managing
            """)
        + JudgedWalk.of(
            "ps-contact",
            """
            PS T2.1: | what=first introduce=all record=all write=all → contacted
            PS T2.4: | what=letter correspondence=all answer=yes coordinate=all write=all → contacted
            PS T2.4: | what=letter correspondence=all answer=no resolved=no → contacted
            PS T2.4: | what=letter correspondence=all answer=no resolved=yes → ready-to-leave
            PS T2.5: | what=voicemail voicemail=all → voicemail-kept
            """)
        + JudgedWalk.of(
            "ps-management",
            """
            PS T3.1: days-to-end=over-28 | ongoing=all behaviour=no issues=yes → exit
            PS T3.2: days-to-end=over-28 | ongoing=all behaviour=yes assessment=all issues=no → go-on
            REV T1.4: days-to-end=ended | → plan-ended
            PS T3.3: days-to-end=within-28 | attempt=yes interview=all papers=all remains=no → exit
            PS T3.3: days-to-end=within-28 | attempt=again attempt#2=again letter=all papers=all remains=no → exit
            PS T3.4: days-to-end=within-2 | attempt=again attempt#2=yes interview=all papers=all remains=yes outcome-told=all → go-on
            """)
        + JudgedWalk.of(
            "ps-cold-transfer",
            """
            PS T3.5: | urgent=yes → to-psso
            PS T3.6: | urgent=no persistent=no → to-psso
            PS T3.7: | urgent=no persistent=yes warn=all again=no → noted
            PS T3.8: | urgent=no persistent=yes warn=all again=yes approval=no warn-again=all → noted
            PS T3.9: | urgent=no persistent=yes warn=all again=yes approval=yes transfer=all history=review → listed
            """)
        + JudgedWalk.of(
            "ps-exit",
            """
            PS T4.1: | criteria=issues → stays
            PS T4.1: | criteria=strategies,arrangements → stays
            PS T4.2: | criteria=none support=no → stays
            PS T4.5: | criteria=none support=yes zone=canoc review-note=all tell=all → left
            PS T4.5: | criteria=online support=yes zone=all review-note=all tell=all → left
            """)

    static let childSupport =
        JudgedWalk.of(
            "cs-referral",
            """
            PS-CS T1.1: | urgent=yes intray-urgent=all portal=all history=all cmp=all approve=all → set-up
            PS-CS T1.2: | urgent=no intray=all portal=all history=all cmp=all approve=all → set-up
            """)
        + JudgedWalk.of(
            "cs-restriction",
            """
            PS-CS T3.1: managed-by-ps=no | → refer-first
            PS-CS T3.1: managed-by-ps=yes | violence=no exhausted=no → not-yet
            PS-CS T3.3: managed-by-ps=yes | violence=no exhausted=yes warned=letter warning=all → warning-sent
            PS-CS T3.2: managed-by-ps=yes | violence=no exhausted=yes warned=improved → not-yet
            PS-CS T3.6: managed-by-ps=yes | violence=no exhausted=yes warned=yes options=phone submission=all discuss=all decision=refused → not-yet
            PS-CS T3.7: managed-by-ps=yes | violence=yes at-once=all options=face-to-face,phone submission=all discuss=all decision=approved tell=all → restricted
            PS-CS T3.4: managed-by-ps=yes | violence=yes at-once=all options=none → not-yet
            """)
        + JudgedWalk.of(
            "cs-cold-transfer",
            """
            PS-CS T3.8: | urgent=yes → to-psso
            PS-CS T3.10: | urgent=no persistent=yes warn=all again=no → noted
            PS-CS T3.11: any-restriction=yes | urgent=no persistent=yes warn=all again=yes transfer=all who=Sample → listed
            PS-CS T3.11: any-restriction=no | urgent=no persistent=yes warn=all again=yes approval=yes transfer=all who=Sample → listed
            PS-CS T3.11: any-restriction=no | urgent=no persistent=yes warn=all again=yes approval=no warn-again=all → noted
            """)
        + JudgedWalk.of(
            "cs-contact",
            """
            PS-CS T4.1: | parliament=yes needed=no → external
            PS-CS T4.1: | parliament=yes needed=yes behaviour=no talk=all after=all sensitive=no letter=no → contacted
            PS-CS T4.3: | parliament=no behaviour=yes prepare=all talk=all after=all sensitive=yes indicator=all letter=yes write=all → contacted
            """)
        + JudgedWalk.of(
            "cs-options",
            """
            PS-CS R2.2: | high=none medium=none low=yes strategies-1=all record=all written=no → offered
            PS-CS R3.1: | high=none medium=escalated strategies-2=all record=all written=yes → offered-in-writing
            PS-CS R3.1: | high=none medium=none low=no strategies-2=all record=all written=no → offered
            PS-CS R4.1: | high=restricted high-agreed=yes strategies-3=all record=all written=yes → offered-in-writing
            PS-CS R4.1: | high=declined,behaviour high-agreed=no strategies-2=all record=all written=yes → offered-in-writing
            """)
        + JudgedWalk.of(
            "cs-finalise",
            """
            PS-CS T6.1: | ready=intrays → not-ready
            PS-CS T6.1: | ready=none reached=letter letter=all wait=done submit=all reason=addressed approved=all → finalised
            PS-CS T6.3: | ready=none reached=yes submit=all reason=segment3 → segment-3
            PS-CS T7.1: | ready=none reached=yes submit=all reason=declined declined=none approved=all → finalised
            PS-CS T7.1: | ready=none reached=yes submit=all reason=declined declined=told rejected=all after-rejection=issues → not-ready
            PS-CS T7.4: | ready=none reached=none submit=all reason=specialist specialist=none → to-specialist
            PS-CS T7.4: | ready=none reached=none submit=all reason=specialist specialist=history rejected=all after-rejection=issues → not-ready
            PS-CS T7.3: | ready=none reached=yes submit=all reason=declined declined=issues rejected=all after-rejection=segment3 → segment-3
            PS-CS T7.4: | ready=none reached=yes submit=all reason=declined declined=pointless rejected=all after-rejection=specialist specialist-after=none → to-specialist
            """)
        + JudgedWalk.of(
            "cs-ongoing",
            """
            PS-CS T8.1: | stage=recommend grounds=none rejected=all open=yes → segment-2-open
            PS-CS T8.2: | stage=recommend grounds=behaviour assessment=all agreed=yes approve=all → segment-3
            PS-CS T8.3: | stage=recommend grounds=escalating agreed=yes approve=all → segment-3
            PS-CS T8.4: | stage=recommend grounds=escalating agreed=no rejected=all open=no → segment-2-done
            PS-CS T8.5: | stage=review still=yes extend=all → segment-3
            PS-CS T8.5: | stage=review still=no open=yes → segment-2-open
            PS-CS T8.6: | stage=recommend grounds=restricted unreasonable=yes approve=all → segment-3
            """)

    @Test("A walk ends where the document has it", arguments: centrelink + childSupport)
    func walk(_ walk: JudgedWalk) throws {
        #expect(try walk.run().outcome?.id.rawValue == walk.outcome)
    }
}
