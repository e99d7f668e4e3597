import Casework
import TestSupport
import Testing

@testable import Screens

extension GuideTests {
    /// A path through a guide: what stands in the register, what is answered, and where it leads.
    struct Path: CustomTestStringConvertible, Sendable {
        let name: String
        var key: Character = "v"
        let plan: Plan?
        var others: [Plan] = []
        var contacts: [Contact] = []
        var now = "2026-03-03T11:15"
        let answers: String
        let outcome: String

        var testDescription: String { name }

        var office: Office {
            Office(
                store: MemoryStore(
                    customers: [.mai, .ada], plans: (plan.map { [$0] } ?? []) + others, contacts: contacts),
                channel: key == "v" ? .faceToFace : .phone, now: at(now))
        }
    }

    private static let omcOnly = Plan.partialPhone(.only(.omc))
    private static let twoCalls = Plan.partialPhone(.limit(2, per: .week))
    private static let ps = Plan.invented(phone: .full, management: .ps, people: PlanPeople(psso: .psManager))
    private static let withNominee = Plan.invented(
        faceToFace: .full, phone: .full,
        representatives: [Representative(name: "Ada Byron", role: .nominee, customer: Customer.ada.id)])
    private static let nomineesPlan = Plan.invented("MSP-000002", of: 2, faceToFace: .full)
    private static func varied(_ channel: Channel) -> Plan {
        .invented(
            faceToFace: .full, phone: .full,
            variations: [Variation(channel: channel, from: at("2026-03-03T11:00"), to: at("2026-03-03T11:30"))])
    }

    /// Answers are the digits pressed: 1 is the first answer of a step, mostly yes.
    static let visits: [Path] = [
        Path(name: "nobody with a plan", plan: nil, answers: "", outcome: "No plan in force; serve as usual"),
        Path(name: "no proof of identity", plan: .tuesdaysAndThursdays, answers: "2", outcome: "Identity not proved"),
        Path(name: "full restriction", plan: .invented(faceToFace: .full), answers: "11", outcome: "Not complying"),
        Path(
            name: "the wrong day", plan: .tuesdaysAndThursdays, now: "2026-03-04T11:15", answers: "11",
            outcome: "Not complying"),
        Path(
            name: "in line, simple business", plan: .tuesdaysAndThursdays, answers: "112", outcome: "Help the customer"),
        Path(
            name: "in line, the OMC directs", plan: .tuesdaysAndThursdays, answers: "1111",
            outcome: "Do as the One Main Contact directs"),
        Path(
            name: "in line, no OMC to be found", plan: .tuesdaysAndThursdays, answers: "1112",
            outcome: "Ask a team leader"),
        Path(name: "variation", plan: varied(.faceToFace), answers: "11", outcome: "as the one-off variation states"),
        Path(
            name: "no restriction, the OMC not wanted", plan: .invented(), answers: "112", outcome: "Help the customer"),
        Path(name: "no restriction, the OMC wanted and away", plan: .invented(), answers: "1112", outcome: "Help the"),
        Path(name: "nominee without a plan", plan: withNominee, answers: "12", outcome: "Serve the representative"),
        Path(
            name: "nominee with a plan", plan: withNominee, others: [nomineesPlan], answers: "12",
            outcome: "look at theirs first"),
    ]

    static let calls: [Path] = [
        Path(name: "full restriction", key: "c", plan: .invented(phone: .full), answers: "11", outcome: "end the call"),
        Path(name: "OMC only is a breach here", key: "c", plan: omcOnly, answers: "11", outcome: "Not complying"),
        Path(
            name: "second call of two", key: "c", plan: twoCalls, contacts: [.call("2026-03-02T09:00")], answers: "11",
            outcome: "Help the caller"),
        Path(
            name: "third call of two", key: "c", plan: twoCalls,
            contacts: [.call("2026-03-02T09:00"), .call("2026-03-02T15:00")], answers: "11", outcome: "Not complying"),
        Path(
            name: "managed by PS, whatever the level", key: "c", plan: ps, answers: "11",
            outcome: "Transfer to Personalised"),
        Path(name: "variation", key: "c", plan: varied(.phone), answers: "11", outcome: "one-off variation states"),
        Path(name: "OMC wanted", key: "c", plan: .invented(), answers: "111", outcome: "Warm transfer"),
        Path(name: "OMC not wanted", key: "c", plan: .invented(), answers: "112", outcome: "Help the caller"),
        Path(name: "no proof of identity", key: "c", plan: omcOnly, answers: "2", outcome: "Identity not proved"),
    ]

    static let workItems: [Path] = [
        Path(name: "item of a PS customer", key: "k", plan: ps, answers: "2", outcome: "Consult Personalised Services"),
        Path(name: "item, the OMC advises", key: "k", plan: omcOnly, answers: "21", outcome: "as the OMC advises"),
        Path(name: "item, the OMC is away", key: "k", plan: omcOnly, answers: "22", outcome: "Ask the backup"),
        Path(name: "OMC only, put through", key: "k", plan: omcOnly, answers: "1111", outcome: "Warm transfer"),
        Path(name: "OMC away, has a phone", key: "k", plan: omcOnly, answers: "11121", outcome: "calls back"),
        Path(name: "OMC away, no phone", key: "k", plan: omcOnly, answers: "11122", outcome: "Take another number"),
        Path(
            name: "full restriction", key: "k", plan: .invented(phone: .full), answers: "111", outcome: "Not complying"),
        Path(
            name: "second call of two", key: "k", plan: twoCalls, contacts: [.call("2026-03-02T09:00")],
            answers: "111", outcome: "Help the caller"),
    ]
}
