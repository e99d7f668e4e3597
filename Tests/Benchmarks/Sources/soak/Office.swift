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

    /// Looks at a register in which people wrote through the screens: it is whole, and what was typed while one person
    /// stood in the strip stands with that person alone.
    ///
    /// - Throws: ``Trouble``.
    static func examine(_ register: Register, logons: [StaffMember.ID]) throws {
        guard try register.condition().isIntact else { throw Trouble("the register is not intact") }
        var chain = AuditVerification()
        try register.read { try $0.auditEntries(of: nil) { chain.check($0) } }
        if let fault = chain.conclusion() { throw Trouble("the audit trail is broken: \(fault.message)") }
        try register.fill { session in
            let drafts = try logons.flatMap { try session.drafts(by: $0) }
            let reports = try logons.flatMap { try session.reports(by: $0, since: Instant(seconds: 0)) }
            var people: [Customer] = []
            try session.customers { people.append($0) }
            for person in people {
                var contents = try session.notes(of: person.id).map(\.content)
                contents += reports.filter { $0.customer == person.id }.map(\.content)
                contents += drafts.filter { $0.customer == person.id }.map(\.content)
                let answers = try session.guideRuns(of: person.id).compactMap { try session.guideRun($0.id) }
                    .flatMap { $0.answers + $0.pending }
                let reasons = reports.filter { $0.customer == person.id }.compactMap(\.returned?.reason)
                let texts =
                    contents.flatMap { Array($0.fields.values) + $0.trail } + reasons
                    + answers.flatMap { [$0.value, $0.because ?? ""] }
                for text in texts {
                    for mark in marks(in: text) where mark != person.externalId && mark != strayMark {
                        throw Trouble("text typed for \(mark) stands with \(person.externalId): \(text.prefix(80))")
                    }
                }
            }
        }
    }

    /// A mark that is typed and pasted anywhere, as people do with numbers.
    static let strayMark = mark(Customer.ID(rawValue: 1))

    /// As `K0007H`: its last letter goes with the number, so that no half mark before another reads as a third.
    static func mark(_ id: Customer.ID) -> String {
        let digits = String(id.rawValue)
        let check = checks[Int(id.rawValue * 7) % checks.count]
        return "K" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + String(check)
    }

    private static let checks = Array("ABCDEFGHJLMNPQRSTUVWXYZ")

    /// The marks that stand in `text`. It is asked for each picture, so nothing but bytes is looked at.
    static func marks(in text: String) -> [Substring] {
        var found: [Substring] = []
        var rest = text[...].utf8
        while let start = rest.firstIndex(of: UInt8(ascii: "K")) {
            rest = rest[start...]
            let candidate = rest.prefix(markLength)
            // Of nothing but single bytes, it begins and ends between characters.
            let text = candidate.allSatisfy { $0 < 128 } ? Substring(candidate) : ""
            if let number = Int64(text.dropFirst().dropLast()), number >= 0,
                mark(Customer.ID(rawValue: number)) == text
            {
                found.append(text)
                rest = rest.dropFirst(markLength)
            } else {
                rest = rest.dropFirst()
            }
        }
        return found
    }

    /// Bytes of a mark, for numbers of at most four digits.
    private static let markLength = 6

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
