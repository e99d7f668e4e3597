import Casework
import Terminal
import TestSupport
import Testing

@testable import Screens

@Suite("The safety alert")
struct SafetyAlertTests {
    /// Mai is in line, or may not attend at all.
    private func office(_ faceToFace: Restriction? = nil) -> Office {
        var plan = Plan.tuesdaysAndThursdays
        plan.safetyAlert = true
        if let faceToFace { plan.restrictions[.faceToFace] = faceToFace }
        return Office(store: MemoryStore(customers: [.mai], plans: [plan]))
    }

    @Test("The alert has a shape and the danger role of its own on every screen of the record", arguments: sizes)
    func everywhere(size: Size) throws {
        let ways: [[Key]] = [
            [], [.character("2")], [.character("6")], [.character("d")], [.character("v")], [.character("c")],
            [.character("k")], [.character("n")], [.character("n"), .enter], [.character("w")],
            [.character("v"), .character("1"), .character("1"), .character("2")], [.function(8)],
        ]
        let dark = try #require(ShippedThemes.all.first)
        for way in ways {
            let person = try Operator.atRecord(office(), width: size.width, height: size.height)
            person.press(way)
            #expect(person.sees("!!! SAFETY ALERT !!!"), "\(way)")
            let row = try #require(person.screen.firstIndex { $0.contains("!!! SAFETY ALERT !!!") })
            let before = try #require(person.screen[row].firstRange(of: "!!!")).lowerBound
            let place = Position(column: person.screen[row][..<before].count, row: row)
            #expect(person.app.picture(in: dark).style(at: place) == dark.style(.danger), "\(way)")
        }
    }

    @Test("Without an alert nothing stands there")
    func none() throws {
        #expect(try Operator.atRecord().doesNotSee("SAFETY"))
    }

    @Test("Short of room, the strip says what to do before it names the channel")
    func short() throws {
        let refused = try Operator.atRecord(office(.full), width: 40, height: 12)
        #expect(refused.sees(" DO NOT SERVE, face to face"))
        let served = try Operator.atRecord(office(), width: 40, height: 12)
        #expect(served.sees("Face to face: In line until 12:00"))
    }

    @Test("Spoken, the alert is no good news")
    func spoken() throws {
        let person = try LinearListener(office())
        person.answers("nguyen", "1")
        #expect(person.heard.contains("Stop: SAFETY ALERT"))
        #expect(person.hears("Good: Face to face: In line until 12:00"))
    }
}
