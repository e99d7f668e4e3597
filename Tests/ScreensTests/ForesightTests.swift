import Casework
import Synchronization
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("What is found before it is typed")
struct ForesightTests {
    @Test("The likely next letter is answered with the picture that shows it, and asks nobody")
    func foreseen() throws {
        let (person, held) = try Operator.resting(after: "ng", in: Office(store: MemoryStore(customers: [.mai, .ada])))
        person.type("u")
        #expect(held.waiting == 0)
        #expect(person.sees("Mai NGUYEN"))
        person.press(.enter)
        held.answersAll(person)
        #expect(person.row(with: "MSP Desk").contains("Record"))
    }

    @Test("The likeliest letter is answered while the rest are being found, and nobody goes on finding them")
    func inParts() throws {
        let held = HeldWorker()
        let person = try Operator(
            Office(store: MemoryStore(customers: [.mai, .ada])), worker: { held.sitting(with: $0) })
        held.answersAll(person)
        person.type("mai ")
        held.answersAll(person)
        person.waits(.milliseconds(10))
        held.works(on: 0)
        person.settle()
        #expect(held.waiting == 1)
        person.type("n")
        #expect(person.sees("Mai NGUYEN"))
        held.works(on: 0)
        person.settle()
        #expect(held.waiting == 0)
        #expect(person.sees("Mai NGUYEN"))
    }

    @Test("A letter that was not foreseen is asked for as ever")
    func unforeseen() throws {
        let (person, held) = try Operator.resting(after: "ng", in: Office(store: MemoryStore(customers: [.mai, .ada])))
        person.type("q")
        #expect(held.waiting == 1)
        held.answersAll(person)
        #expect(person.doesNotSee("Mai NGUYEN"))
    }

    @Test("A second later the register is asked again: nobody sees it as it was")
    func forgotten() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada]))
        let (person, held) = try Operator.resting(after: "ng", in: office)
        person.waits(.milliseconds(1_100))
        held.answersAll(person)
        office.store.contents.plans = [.invented(faceToFace: .full)]
        person.type("u")
        held.answersAll(person)
        #expect(person.row(with: "NGUYEN").contains("MSP-"))
    }

    @Test("No search is entered into the audit trail but what was typed")
    func unseen() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada]))
        let (person, held) = try Operator.resting(after: "ng", in: office)
        person.waits(.seconds(2))
        held.answersAll(person)
        #expect(office.audited(.searched) == ["ng (1 found)"])
    }

    @Test("What a letter overtook before it was found is no fault, and stands in no log")
    func overtaken() throws {
        let logged = Mutex(0)
        let late = Mutex(true)
        var office = Office(store: MemoryStore(customers: [.mai, .ada]))
        office.log = { _ in logged.withLock { $0 += 1 } }
        let held = HeldWorker()
        let person = try Operator(office) { services in
            var services = services
            services.isOutdated = { late.withLock(\.self) }
            return held.sitting(with: services)
        }
        person.waits(.seconds(1))
        held.answersAll(person)
        late.withLock { $0 = false }
        person.type("ng")
        held.answersAll(person)
        late.withLock { $0 = true }
        person.waits(.milliseconds(10))
        held.answersAll(person)
        #expect(person.sees("Mai NGUYEN"))
        #expect(logged.withLock { $0 } == 0)
    }

    @Test("What was found ahead for another width of the window is put into words anew")
    func resized() throws {
        let office = Office(store: MemoryStore(customers: [.mai, .ada]))
        let (person, held) = try Operator.resting(after: "ng", in: office)
        person.resize(40, 12)
        person.type("u")
        #expect(held.waiting == 0)
        let narrow = try Operator.resting(after: "ngu", in: office, width: 40, height: 12).0
        #expect(person.row(with: "NGUYEN") == narrow.row(with: "NGUYEN"))
    }

    @Test("A letter that too many fit is known by then, and asks nobody")
    func crowded() throws {
        let crowd = (1...30).map { Customer.invented(Int64($0), "Ann\($0)", "Ng", born: "1980-04-03") }
        let (person, held) = try Operator.resting(after: "n", in: Office(store: MemoryStore(customers: crowd)))
        #expect(person.sees("Too many fit one letter"))
        person.press(.escape)
        held.answersAll(person)
        person.type("n")
        #expect(held.waiting == 0)
        #expect(person.sees("Too many fit one letter") && person.doesNotSee("NG "))
    }
}

extension Operator {
    /// Somebody who has typed `text` and sees its answer, and a worker that has done all there is to do.
    static func resting(
        after text: String, in office: Office, width: Int = 80, height: Int = 24
    ) throws -> (Operator, HeldWorker) {
        let held = HeldWorker()
        let person = try Operator(office, width: width, height: height, worker: { held.sitting(with: $0) })
        held.answersAll(person)
        person.type(text)
        held.answersAll(person)
        person.waits(.milliseconds(10))
        held.answersAll(person)
        return (person, held)
    }
}
