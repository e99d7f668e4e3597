import Casework
import Foundation
import Storage

let environment = ProcessInfo.processInfo.environment
/// In the register whose speed is measured.
let people = Int(environment["PEOPLE"] ?? "") ?? 200_000
/// Practice people beside whom the originals of a Febrl file stand.
let company = min(people, 200_000)
let data = environment["FEBRL"] ?? "../../../shared/data"
let clock = ContinuousClock()

/// What looking a person up by what a caller says must reach.
private let goals: [String: (first: Double, inTen: Double)] = [
    "febrl1": (98, 99.3), "febrl1 with place": (99.8, 99.9), "febrl3": (96.5, 98.5), "febrl3 with place": (99.5, 99.9),
]

func febrl(_ name: String) throws {
    let rows = try FebrlRow.read("\(data)/\(name).csv")
    let originals = rows.filter(\.isOriginal)
    let finder = try Finder(people: company, also: originals.compactMap(\.customer))
    defer { finder.end() }
    let known = Set(originals.filter { $0.customer != nil }.map(\.id))
    for withPlace in [false, true] {
        var (asked, first, inTen, farBehind, same, wronglySame) = (0, 0, 0, 0, 0, 0)
        for row in rows where !row.isOriginal && known.contains(row.original) {
            let text = row.words(withPlace: withPlace)
            let found = try finder.matches(text)
            asked += 1
            let place = found.firstIndex { $0.customer.externalId == row.original }
            if place == 0 { first += 1 }
            if place != nil { inTen += 1 }
            if let place, found[place].score < found[0].score / Match.farBehind { farBehind += 1 }
            if let top = found.first, top.isSamePerson {
                if place == 0 { same += 1 } else { wronglySame += 1 }
            }
            if place != 0, environment["MISSES"] != nil {
                let original = rows.first { $0.id == row.original }
                print(
                    "  \(place.map(String.init) ?? "-")  \(text)  |  \(original?.words(withPlace: withPlace) ?? "")  |  top \(found.first.map { "\($0.customer.name) \($0.customer.dateOfBirth?.text ?? "") \($0.score) \($0.why)" } ?? "")"
                )
            }
        }
        let set = "\(name)\(withPlace ? " with place" : "")"
        let goals = goals[set]
        func share(_ count: Int) -> Double { Double(count) * 100 / Double(asked) }
        Figures.tell("\(set), first", share(first), "%", goals.map { .least($0.first) })
        Figures.tell("\(set), in ten", share(inTen), "%", goals.map { .least($0.inTen) })
        Figures.tell("\(set), in ten but not listed", share(farBehind), "%")
        Figures.tell(
            "\(set), called the same person", share(same), "%",
            note: "wrongly \(Figures.number(share(wronglySame))) % of \(asked)")
    }
}

func falseComfort() throws {
    let rows = try FebrlRow.read("\(data)/febrl1.csv").filter(\.isOriginal)
    let finder = try Finder(people: company)
    defer { finder.end() }
    for withPlace in [false, true] {
        var over = 0
        for row in rows {
            if let top = try finder.matches(row.words(withPlace: withPlace)).first, top.isSamePerson {
                over += 1
                if environment["MISSES"] != nil {
                    print(
                        "  \(row.words(withPlace: withPlace)) | \(top.customer.name) \(top.customer.dateOfBirth?.text ?? "") \(top.score) \(top.why)"
                    )
                }
            }
        }
        Figures.tell(
            "Febrl originals\(withPlace ? " with place" : "")", Double(over) * 100 / Double(rows.count), "%", .most(1))
    }
    var (over, asked) = (0, 0)
    for person in PracticePeople(seed: 99, count: 3_000).dropFirst(1_000) {
        guard let born = person.dateOfBirth else { continue }
        asked += 1
        if let top = try finder.matches("\(person.givenName) \(person.surname) \(born.text)").first, top.isSamePerson {
            over += 1
            if environment["MISSES"] != nil {
                print(
                    "  \(person.name) \(born) | \(top.customer.name) \(top.customer.dateOfBirth?.text ?? "") \(top.score) \(top.why)"
                )
            }
        }
    }
    Figures.tell("practice people of another seed", Double(over) * 100 / Double(asked), "%", .most(1))
}

/// `ONLY=accuracy`, `speed`, `number`, `key` or `picture` runs a part; `TYPED=words` times each key of the words.
if environment["ONLY"] != "accuracy" { try speed() }
if environment["ONLY"] ?? "accuracy" == "accuracy", environment["TYPED"] == nil {
    Figures.define(
        "Who stands first",
        "Each duplicate of a Febrl file looked up by given name, surname and birth date (with place: suburb and postcode "
            + "too) among its originals and \(company) practice people; the share whose original stands first, or in ten."
    )
    for name in (environment["SETS"] ?? "febrl1,febrl3").split(separator: ",") { try febrl(String(name)) }
    Figures.define(
        "False comfort",
        "People who are not in a register of \(company), looked up by names and birth date: the share whose first answer "
            + "is called the same person.")
    try falseComfort()
    try mistakes()
}
