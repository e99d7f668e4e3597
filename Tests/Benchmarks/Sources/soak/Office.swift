import Casework
import Foundation
import Storage
import TestSupport

/// A register whose people bear what would harm a terminal, each with a mark that nobody else has.
enum Office {
    static let now = Instant(seconds: 1_795_475_400)

    static func make(at path: String, seed: UInt64) throws {
        var random = SeededNumbers(seed: seed)
        let today = CalendarDay(number: now.seconds / 86_400)
        let practice = PracticeRegister(customers: 60, plans: 25, seed: seed % 1_000 + 1, today: today)
        let register = try Register.create(at: path, practice: true, madeAt: now) { session in
            try session.fill(with: practice, at: now)
            var people: [Customer] = []
            try session.customers { people.append($0) }
            for var person in people {
                // Without another number the identity strip shows this one.
                person.externalId = mark(person.id)
                (person.crn, person.medicareNumber, person.csid) = (nil, nil, nil)
                if random.once(in: 3) { person.givenName = random.one(of: hostile) }
                if random.once(in: 4) { person.preferredName = random.one(of: hostile) }
                if random.once(in: 4) { person.interpreterLanguage = random.one(of: hostile) }
                if random.once(in: 4) { person.suburb = random.one(of: hostile) }
                try session.update(person)
            }
        }
        try register.close()
    }

    /// As `K0007K`.
    static func mark(_ id: Customer.ID) -> String {
        let digits = String(id.rawValue)
        return "K" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "K"
    }

    /// The marks that stand in `text`.
    static func marks(in text: String) -> [Substring] { text.matches(of: /K\d{4}K/).map(\.output) }

    /// What a terminal would obey, hide or reorder, and what has no width or too much of it.
    static let hostile = [
        "Ev\u{1b}[5;31mil", "\u{1b}]0;owned\u{7}", "Nul\u{0}l", "\u{202e}desrever", "Be\u{7}ll", "C1\u{9b}5m",
        "Z\u{200b}W\u{2066}J\u{2069}", "Cu" + String(repeating: "\u{301}", count: 300), "New\nline\r\u{85}",
        "De\u{7f}l",
        "\u{1F468}\u{200D}\u{1F469}\u{FE0F}", "\u{301}\u{301}lone", "\u{2028}\u{2029}", "北京市 łódź",
        "\u{1b}P1$r\u{1b}\\",
        String(repeating: "W", count: 300), "\u{fffd}\u{e000}\u{10ffff}", "اَلْعَرَبِيَّةُ", "ＦＵＬＬ　ＷＩＤＴＨ", "\u{9d}2;x\u{9c}",
    ]
}
