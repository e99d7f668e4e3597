import Casework
import Foundation
import Storage

/// One kind of error that callers and typists make, in what they say of a person.
private struct Mistake {
    let kind: String
    /// Given name, surname and birth date (`1980-04-03`) as they are said; nil when the error cannot befall the person.
    let make: (Customer, inout Dice) -> (given: String, surname: String, born: String)?

    static var all: [Mistake] {
        [
            Mistake(kind: "a letter left out", make: letter { letters, at, _ in letters.remove(at: at) }),
            Mistake(
                kind: "a letter too many", make: letter { letters, at, dice in letters.insert(other(&dice), at: at) }),
            Mistake(kind: "another letter", make: letter { letters, at, dice in letters[at] = other(&dice) }),
            Mistake(
                kind: "two letters swapped", make: letter { letters, at, _ in if at > 0 { letters.swapAt(at, at - 1) } }
            ),
            Mistake(kind: "a letter doubled", make: letter { letters, at, _ in letters.insert(letters[at], at: at) }),
            Mistake(kind: "written as it sounds") { person, dice in
                let (given, surname) = (heard(person.givenName), heard(person.surname))
                return given == person.givenName.lowercased() && surname == person.surname.lowercased()
                    ? nil : (given, surname, born(person))
            },
            Mistake(kind: "a short form") { person, dice in
                let forms = Nicknames.others(of: SearchText.folded(person.givenName))
                return forms.isEmpty ? nil : (dice.pick(forms), person.surname, born(person))
            },
            Mistake(kind: "names swapped") { person, _ in (person.surname, person.givenName, born(person)) },
            Mistake(kind: "another surname") { person, dice in
                (
                    person.givenName, dice.pick(["Abernethy", "Smith", "Nguyen", "Papas", "Jones", "Kowalski"]),
                    born(person)
                )
            },
            Mistake(kind: "no given name") { person, _ in ("", person.surname, born(person)) },
            Mistake(kind: "no surname") { person, _ in (person.givenName, "", born(person)) },
            Mistake(kind: "day and month swapped") { person, _ in
                let parts = born(person).split(separator: "-")
                return (person.givenName, person.surname, "\(parts[0])-\(parts[2])-\(parts[1])")
            },
            Mistake(kind: "one digit of the date") { person, dice in
                var digits = Array(born(person))
                let at = dice.pick([2, 3, 6, 8, 9])
                digits[at] = Character("\((Int(String(digits[at])) ?? 0) + 1 + dice.below(9))".suffix(1).description)
                return (person.givenName, person.surname, String(digits))
            },
            Mistake(kind: "no date") { person, _ in (person.givenName, person.surname, "") },
            Mistake(kind: "year alone") { person, _ in
                (person.givenName, person.surname, String(born(person).prefix(4)))
            },
            Mistake(kind: "both names misspelt") { person, dice in
                (misspelt(person.givenName, &dice), misspelt(person.surname, &dice), born(person))
            },
            Mistake(kind: "surname and date wrong") { person, dice in
                var digits = Array(born(person))
                digits[9] = digits[9] == "1" ? "2" : "1"
                return (person.givenName, misspelt(person.surname, &dice), String(digits))
            },
        ]
    }

    private static func born(_ person: Customer) -> String { person.dateOfBirth?.text ?? "" }
    private static func other(_ dice: inout Dice) -> Character { dice.pick(Array("abcdefghijklmnopqrstuvwxyz")) }

    private static func misspelt(_ name: String, _ dice: inout Dice) -> String {
        var letters = Array(name)
        guard letters.count > 2 else { return name }
        letters.remove(at: 1 + dice.below(letters.count - 1))
        return String(letters)
    }

    /// An error in one letter of one of the names.
    private static func letter(
        _ change: @escaping (inout [Character], Int, inout Dice) -> Void
    ) -> (Customer, inout Dice) -> (given: String, surname: String, born: String)? {
        { person, dice in
            let isGiven = dice.below(2) == 0
            var letters = Array(isGiven ? person.givenName : person.surname)
            guard letters.count > 2 else { return nil }
            change(&letters, dice.below(letters.count), &dice)
            return isGiven
                ? (String(letters), person.surname, born(person)) : (person.givenName, String(letters), born(person))
        }
    }

    private static func heard(_ name: String) -> String {
        var name = name.lowercased()
        for (written, sound) in [
            ("ph", "f"), ("ck", "k"), ("th", "t"), ("ll", "l"), ("tt", "t"), ("nn", "n"), ("ie", "y"), ("ee", "ea"),
            ("c", "k"), ("z", "s"), ("y", "i"),
        ] {
            if let place = name.range(of: written) {
                name.replaceSubrange(place, with: sound)
                break
            }
        }
        return name
    }
}

/// How well each kind of error is borne, on people whom nothing was tuned on.
func mistakes() throws {
    let finder = try Finder(people: company)
    defer { finder.end() }
    Figures.define(
        "Errors, kind by kind",
        "Practice people among \(company), looked up by given name, surname and birth date with one error of the kind; "
            + "the share who stand first, and in ten.")
    let all = PracticePeople(seed: 1, count: company)
    var dice = Dice(state: 2_026)
    for mistake in Mistake.all {
        var (asked, first, inTen) = (0, 0, 0)
        while asked < 300 {
            let person = all[dice.below(company)]
            guard person.dateOfBirth != nil, person.givenName.count > 1, person.surname.count > 1,
                let said = mistake.make(person, &dice)
            else { continue }
            let text = [said.given, said.surname, said.born].filter { !$0.isEmpty }.joined(separator: " ")
            let found = try finder.matches(text)
            asked += 1
            let place = found.firstIndex { $0.customer.externalId == person.externalId }
            if place == 0 { first += 1 }
            if place != nil { inTen += 1 }
            if place == nil, environment["MISSES"] != nil {
                print("  \(text) | \(person.name) \(person.dateOfBirth?.text ?? "") | top \(found.first?.why ?? [])")
            }
        }
        Figures.tell(
            mistake.kind, Double(first) * 100 / Double(asked), "%",
            note: "in ten \(Figures.number(Double(inTen) * 100 / Double(asked))) %")
    }
}
