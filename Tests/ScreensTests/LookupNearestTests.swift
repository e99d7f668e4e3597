import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("Finding a person when nobody fits all that was typed")
struct LookupNearestTests {
    @Test(
        "Nobody who does not fit all that was typed is opened before they are chosen",
        arguments: [true, false])
    func nearestIsChosen(isAnswered: Bool) throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, .ada])))
        if isAnswered {
            person.type("mai zebedee")
            person.press(.enter)
        } else {
            // Typed ahead of the answer.
            for key in "mai zebedee" { person.app.take(.key(.character(key))) }
            person.app.take(.key(.enter))
            person.app.settle()
            person.app.refresh()
        }
        #expect(person.sees("Find a person"))
        #expect(person.doesNotSee("> "))
        person.press(.enter)
        #expect(person.sees("Nobody fits all of it: choose who is meant, or change a word."))
        person.press(.down)
        #expect(person.row(with: "> ").contains("Mai NGUYEN"))
        person.press(.enter)
        #expect(person.doesNotSee("Find a person"))
    }

    @Test("When nobody fits all that was typed, the screen says what fits nobody and calls the rest the nearest")
    func nearest() throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, .ada])))
        person.type("mai zebedee")
        #expect(person.sees("Nobody fits all of it: nothing for \"zebedee\". The nearest:"))
        #expect(person.sees("Mai NGUYEN"))
        person.press(.escape)
        person.type("mai nguyen")
        #expect(person.doesNotSee("The nearest"))
        person.press(.escape)
        person.type("mai byron")
        // Each word is somebody's.
        #expect(person.sees("Nobody fits all of it. The nearest:"))
        #expect(person.sees("Mai NGUYEN") && person.sees("Ada BYRON"))
    }

    @Test("A year or an age alone is too little, and nobody is said not to be there")
    func yearAlone() throws {
        let person = try Operator(Office(store: MemoryStore(customers: [.mai, .ada])))
        for text in ["1911", "7"] {
            person.type(text)
            #expect(person.sees("A year or an age alone is too little"))
            #expect(person.doesNotSee("Nobody found") && person.doesNotSee("Searched"))
            person.press(.escape)
        }
    }
}
