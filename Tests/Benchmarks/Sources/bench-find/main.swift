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

func febrl(_ name: String) throws {
    let rows = try FebrlRow.read("\(data)/\(name).csv")
    let originals = rows.filter(\.isOriginal)
    var finder: Finder?
    let took = try clock.measure { finder = try Finder(people: company, also: originals.compactMap(\.customer)) }
    guard let finder else { return }
    defer { finder.end() }
    print("\(name): \(company) practice people and \(originals.count) originals, made in \(took)")
    let known = Set(originals.filter { $0.customer != nil }.map(\.id))
    for withPlace in [false, true] {
        var (asked, first, inTen, same, wronglySame) = (0, 0, 0, 0, 0)
        var times = Times()
        for row in rows where !row.isOriginal && known.contains(row.original) {
            let text = row.words(withPlace: withPlace)
            var found: [Match] = []
            times.add(try clock.measure { found = try finder.matches(text) })
            asked += 1
            let place = found.firstIndex { $0.customer.externalId == row.original }
            if place == 0 { first += 1 }
            if place != nil { inTen += 1 }
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
        func share(_ count: Int) -> String { String(format: "%.2f %%", Double(count) * 100 / Double(asked)) }
        print(
            "  \(withPlace ? "names, birth date, suburb, postcode" : "names, birth date"): first \(share(first)), in ten \(share(inTen)), same-person line \(share(same)), wrongly \(share(wronglySame)) of \(asked);  \(times.text)"
        )
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
        print(
            "false comfort, febrl originals not in the register\(withPlace ? ", with place" : ""): \(over) of \(rows.count)"
        )
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
    print("false comfort, practice people of another seed: \(over) of \(asked)")
}

/// `ONLY=accuracy` or `ONLY=speed` runs half.
if environment["ONLY"] != "speed" {
    for name in (environment["SETS"] ?? "febrl1,febrl3").split(separator: ",") { try febrl(String(name)) }
    try falseComfort()
}
if environment["ONLY"] != "accuracy" { try speed() }
