import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

/// A brand may have a level of its own (R2): whoever serves says which brand it is, before anybody is turned away.
@Suite("A brand that differs, at the desk")
struct BrandTests {
    /// No visit but for Medicare.
    private static let medicareFree = Plan.invented(
        faceToFace: Restriction(
            level: .full, note: "No visits", brands: [.medicarePublic: BrandRestriction(level: .available)]))
    /// Every visit but for Child Support.
    private static let childSupportFull = Plan.invented(
        faceToFace: Restriction(level: .available, brands: [.childSupport: BrandRestriction(level: .full)]))

    private func office(_ plan: Plan) -> Office { Office(store: MemoryStore(customers: [.mai], plans: [plan])) }

    @Test("While the brand is not said, nobody is served or turned away: the first line asks for it")
    func asked() throws {
        let closed = try Operator.atWarning(office(Self.medicareFree))
        #expect(
            closed.sees("Ask first: Which brand is this for? Medicare public: Available; any other: Restricted."))
        #expect(closed.doesNotSee("do not serve"))
        #expect(closed.row(with: "I have read this").contains("Brand"))
        let open = try Operator.atWarning(office(Self.childSupportFull), width: 40, height: 12)
        #expect(open.sees("Ask first: Which brand is this for?"))
        #expect(open.doesNotSee("In line"))
    }

    @Test("The key says the brand, again the next, and in the end that it is not known; the verdict is that brand's")
    func said() throws {
        let person = try Operator.atWarning(office(Self.medicareFree))
        person.press(.character("b"))
        #expect(person.sees("Face to face, Medicare public: In line"))
        person.press(.character("b"))
        #expect(person.sees("Face to face, Centrelink: Full restriction: do not serve"))
        person.press(.character("b"), .character("b"))
        #expect(person.sees("Face to face, Child Support: Full restriction: do not serve"))
        person.press(.character("b"))
        #expect(person.sees("Ask first: Which brand is this for?"))
    }

    @Test("The brand goes with the record into the guide, its note and the contact that is entered")
    func kept() throws {
        let office = office(Self.medicareFree)
        let person = try Operator.atWarning(office)
        person.press(.character("b"), .enter)
        #expect(person.sees("Face to face, Medicare public: In line"))
        person.press(.enter, .character("1"), .character("1"))
        #expect(person.sees("One Main Contact, or shall I help you here?"))
        person.press(.character("2"), .enter)
        let draft = try #require(office.store.contents.drafts.first)
        #expect(draft.contact?.verdict == .inLine)
        #expect(draft.content.trail.contains { $0.contains("Face to face, Medicare public") })
    }

    @Test("A guide that knows no brand asks for the level, with the reason why the record cannot tell")
    func guideAsks() throws {
        let person = try Operator.atRecord(office(Self.childSupportFull))
        person.press(.enter, .character("1"), .character("1"))
        #expect(person.sees("The record cannot tell: Which brand is this for? Child Support: Restricted"))
        person.press(.character("3"))
        #expect(person.sees("Not complying"))
    }

    @Test("On the record the brand is said too, and the week names whose it draws")
    func onRecord() throws {
        let person = try Operator.atRecord(office(Self.childSupportFull))
        person.press(.character("d"))
        #expect(person.sees("Face to face: Available; not for Child Support"))
        person.press(.escape, .character("b"), .character("d"))
        #expect(person.sees("Face to face: Restricted; for Child Support"))
        person.press(.escape)
        #expect(person.sees("Face to face, Child Support: Full restriction: do not serve"))
    }

    @Test("A one-off variation covers a visit whatever brand it is for")
    func variation() throws {
        var plan = Self.medicareFree
        plan.variations = [
            Variation(
                channel: .faceToFace, site: "Parramatta", from: at("2026-03-03T11:00"), to: at("2026-03-03T12:00"))
        ]
        #expect(try Operator.atWarning(office(plan)).sees("Face to face: In line until 12:00"))
    }

    @Test("Where every brand is treated alike, the key says so and nothing is asked")
    func alike() throws {
        let person = try Operator.atWarning()
        #expect(person.sees("Face to face: In line until 12:00"))
        #expect(!person.row(with: "I have read this").contains("Brand"))
        person.press(.character("b"))
        #expect(person.sees("The plan treats every brand alike."))
    }

    @Test("In lines the brand is asked for and said as on the screen")
    func inLines() throws {
        let person = try LinearListener(office(Self.medicareFree))
        person.answers("nguyen", "1")
        #expect(person.hears("Ask first: Which brand is this for?"))
        person.answers("b")
        #expect(person.hears("Face to face, Medicare public: In line"))
    }
}
