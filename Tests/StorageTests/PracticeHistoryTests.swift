import Casework
import Testing

@testable import Storage

@Suite("What months of work leave in a practice register")
struct PracticeHistoryTests {
    let today: CalendarDay
    let bare: [PracticePlan]
    let lived: [PracticePlan]

    init() throws {
        today = try day("2026-11-24")
        bare = Array(try PracticeRegister(customers: 2000, plans: 120, seed: 1, today: today).plans())
        lived = Array(
            try PracticeRegister(customers: 2000, plans: 120, seed: 1, today: today, isLivedIn: true).plans())
    }

    private var writings: [PracticeHistory.Writing] { lived.flatMap(\.history.writings) }

    @Test("A register that is not lived in has no history; one that is has the same plans, incidents and numbers")
    func samePlans() {
        #expect(bare.allSatisfy { $0.history == PracticeHistory() })
        #expect(lived.filter { !$0.isEarlier }.map(\.plan) == bare.map(\.plan))
        #expect(lived.flatMap(\.incidents) == bare.flatMap(\.incidents))
        #expect(lived.flatMap(\.contacts) == bare.flatMap(\.contacts))
    }

    @Test("The same seed and day give the same history")
    func determinism() throws {
        let again = PracticeRegister(customers: 2000, plans: 120, seed: 1, today: today, isLivedIn: true)
        #expect(Array(try again.plans()) == lived)
    }

    @Test("Everything was written while its plan was in force, before today, in the order of time, by known staff")
    func times() throws {
        for offset in 0..<7 {
            let day = today.advanced(by: offset)
            let register = PracticeRegister(customers: 500, plans: 60, seed: 1, today: day, isLivedIn: true)
            let logons = Set(register.staff.map(\.id))
            for made in try register.plans() {
                let span = try made.plan.span()
                let written = made.history.writings
                #expect(written.map(\.at) == written.map(\.at).sorted())
                for writing in written {
                    #expect(span.contains(writing.at) && logons.contains(writing.author), "\(made.plan.id)")
                    let clock = try made.plan.state.zone()
                    #expect(clock.day(at: writing.at) < day, "\(made.plan.id) \(writing.content.type)")
                }
                #expect(made.history.contacts.allSatisfy { span.contains($0.occurredAt) })
            }
        }
    }

    @Test("Every note is complete, and says what was seen and heard (N1, N5), but the one that was removed for it")
    func wording() throws {
        let check = WritingCheck(colleagues: PracticeStaff.all)
        for writing in writings {
            let content = try writing.content.checked()
            if case .removed = writing.fate { continue }
            for text in content.fields.values {
                #expect(check.advice(on: text).isEmpty, "\(text)")
            }
        }
    }

    @Test("Together the notes show nearly every type, health checks that are done and one that is overdue (C3)")
    func coverage() throws {
        let types = Set(writings.map(\.content.type.rawValue))
        #expect(types.count >= 13, "\(types.sorted())")
        let clock = try LocalZone("Australia/Sydney")
        let last = lived.filter { $0.plan.end >= today && $0.plan.start < today.advanced(by: -30) }.compactMap { made in
            made.history.writings.last { $0.content.type.rawValue == "health-check" }.map { clock.day(at: $0.at) }
        }
        #expect(last.contains { $0.distance(to: today) <= 14 })
        #expect(last.contains { $0.distance(to: today) > 14 })
    }

    @Test("Earlier plans are over, follow a numbering of their own, and overlap none (P7)")
    func earlier() {
        let earlier = lived.filter(\.isEarlier).map(\.plan)
        #expect(earlier.count >= 5)
        #expect(earlier.first?.id == Plan.ID(rawValue: "MSP-000121"))
        #expect(earlier.allSatisfy { $0.end < today })
        for plan in earlier {
            let others = bare.map(\.plan).filter { $0.customer == plan.customer }
            #expect(others.allSatisfy { plan.end < $0.start })
        }
    }

    @Test("No count is changed by it: no call to a Smart Centre, no visit is among the contacts")
    func counts() {
        #expect(lived.flatMap(\.history.contacts).allSatisfy { !$0.smartCentre && $0.channel != .faceToFace })
    }

    @Test("Once filled, reports wait for the manager, one is back with its author, a removed note keeps its place")
    func filled() throws {
        let practice = PracticeRegister(customers: 300, plans: 60, seed: 1, today: today, isLivedIn: true)
        let scratch = try Scratch()
        let register = try scratch.register { try $0.fill(with: practice, at: .morning) }
        try register.read { reader in
            #expect(try reader.waitingReports().count == 4)
            let returned = try reader.drafts(by: PracticeRegister.officer)
            #expect(returned.map(\.customer.rawValue) == [4] && returned.first?.returned != nil)
            #expect(try reader.notes(of: .init(rawValue: 4)).contains { $0.removal?.reason == .language })
            #expect(try reader.notes(of: .init(rawValue: 1)).count > 8)
            #expect(try reader.plans(of: .init(rawValue: 1)).count == 2)
            // Some voicemails were answered, and the note of the call follows them (N2).
            let notes = try (1...300).flatMap { try reader.notes(of: .init(rawValue: $0)) }
            let followed = notes.compactMap(\.follows)
            #expect(followed.count > 5)
            #expect(
                followed.allSatisfy { id in notes.first { $0.id == id }?.content.type.rawValue == "voicemail" })
        }
        #expect(
            try register.fill { try $0.first("SELECT count(*) FROM incidents WHERE customer IS NULL", [])?[0] } == 1)
    }
}
