import Casework
import Foundation
import GRDBSQLite
import Storage

/// How long looking up takes, in a register of practice people.
func speed() throws {
    var made: Finder?
    let took = try clock.measure { made = try Finder(people: people) }
    guard let finder = made else { return }
    defer { finder.end() }
    let bytes = try FileManager.default.attributesOfItem(atPath: finder.path)[.size] as? Int ?? 0
    print(
        "\(people) practice people made in \(took) (processor: \(Int(processor())) s), \(bytes / max(people, 1)) bytes a person, \(resident())"
    )
    if environment["BUILD"] != nil { return }
    try byNumber(finder)
    try byWords(finder)
    try byKey(finder)
    print("resident at the end: \(resident())")
}

private func resident() -> String {
    let lines = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").filter { $0.hasPrefix("VmHWM") || $0.hasPrefix("VmRSS") }
        .joined(separator: " ").replacingOccurrences(of: "\t", with: " ")
}

private struct Dice {
    var state: UInt64 = 42
    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}

private func byNumber(_ finder: Finder) throws {
    var dice = Dice()
    let all = PracticePeople(seed: 1, count: people)
    let crns = (0..<20_000).compactMap { _ in all[dice.below(people)].crn }
    var ours = Times()
    for crn in crns {
        let reference = CustomerReference(crn)
        let found = try ours.take { try finder.register.read { try $0.customers(bearing: reference) } }
        guard found.count == 1 else { throw BenchError.notFound(crn) }
    }
    var searched = Times()
    for crn in crns.prefix(5_000) {
        _ = try searched.take { try finder.desk.search(crn, limit: 10, at: Instant(seconds: 1_772_579_700)) }
    }
    var db: OpaquePointer?
    var statement: OpaquePointer?
    sqlite3_open_v2(finder.path, &db, SQLITE_OPEN_READONLY, nil)
    sqlite3_exec(db, "PRAGMA cache_size = -32768", nil, nil, nil)
    let sql = """
        SELECT customers.* FROM people_by_number JOIN customers ON customers.id = customer WHERE code = ?
        """
    sqlite3_prepare_v2(db, sql, -1, &statement, nil)
    var raw = Times()
    var bytes = 0
    for crn in crns {
        let code = NumberCode.whole(SearchText.number(crn))
        raw.add(
            clock.measure {
                sqlite3_bind_int64(statement, 1, code)
                while sqlite3_step(statement) == SQLITE_ROW {
                    for column in 0..<sqlite3_column_count(statement) {
                        if let text = sqlite3_column_text(statement, column) { bytes += Int(text[0]) }
                    }
                }
                sqlite3_reset(statement)
            })
    }
    sqlite3_finalize(statement)
    sqlite3_close(db)
    print("by full number, ours (read, customer as a value): \(ours.text)")
    print("by full number, through the desk's search:        \(searched.text)")
    print("by full number, a bare C statement:               \(raw.text)  (\(bytes > 0 ? "read" : "nothing"))")
}

/// A mix of what callers say: names, with dates, years, places; half of them with an error.
private func byWords(_ finder: Finder) throws {
    var dice = Dice()
    let all = PracticePeople(seed: 1, count: people)
    var everything = Times()
    var kinds: [String: Times] = [:]
    var top: [String: (Int, Int)] = [:]
    for _ in 0..<3_000 {
        let person = all[dice.below(people)]
        guard let born = person.dateOfBirth, !person.givenName.isEmpty, !person.surname.isEmpty else { continue }
        func typed(_ name: String) -> String {
            var letters = Array(name)
            guard letters.count > 2, dice.below(2) == 0 else { return name }
            let at = 1 + dice.below(letters.count - 2)
            switch dice.below(4) {
            case 0: letters.remove(at: at)
            case 1: letters.insert(letters[at], at: at)
            case 2: letters.swapAt(at, at + 1)
            default: letters[at] = "e"
            }
            return String(letters)
        }
        let (given, surname) = (typed(person.givenName), typed(person.surname))
        let day = born.text.split(separator: "-").reversed().joined(separator: "/")
        let swapped = born.text.split(separator: "-")
        let questions = [
            ("given surname", "\(given) \(surname)"), ("surname given", "\(surname) \(given)"),
            ("names date", "\(given) \(surname) \(day)"), ("surname date", "\(surname) \(day)"),
            ("names, day and month swapped", "\(given) \(surname) \(swapped[1])/\(swapped[2])/\(swapped[0])"),
            ("names year", "\(given) \(surname) \(born.year)"), ("surname year", "\(surname) \(born.year)"),
            ("names suburb", "\(given) \(surname) \(person.suburb ?? "")"),
            ("surname postcode", "\(surname) \(person.postcode ?? "")"), ("surname", surname), ("given", given),
            ("date", day), ("phone", person.phoneMobile ?? person.crn ?? ""),
            ("names date suburb", "\(given) \(surname) \(day) \(person.suburb ?? "")"),
        ]
        let (kind, text) = questions[dice.below(questions.count)]
        let found = try everything.take {
            try finder.desk.search(text, limit: 10, at: Instant(seconds: 1_772_579_700))
        }
        kinds[kind, default: Times()].add(everything.last)
        top[kind, default: (0, 0)].0 += 1
        if found.contains(where: { $0.match.customer.externalId == person.externalId }) {
            top[kind, default: (0, 0)].1 += 1
        }
    }
    print("by words, ten results: \(everything.text)")
    for (kind, times) in kinds.sorted(by: { $0.key < $1.key }) {
        let (asked, inTen) = top[kind] ?? (0, 0)
        print(
            "   \(kind.padding(toLength: 30, withPad: " ", startingAt: 0)) \(times.text)  in ten \(inTen) of \(asked)")
    }
}

/// Each key of a name and date typed, fifty results: all but the drawing.
private func byKey(_ finder: Finder) throws {
    var dice = Dice()
    let all = PracticePeople(seed: 1, count: people)
    var times = Times()
    for _ in 0..<100 {
        let person = all[dice.below(people)]
        let text = "\(person.givenName) \(person.surname) \(person.dateOfBirth?.text ?? "")".lowercased()
        for count in 1...text.count {
            _ = try times.take {
                try finder.desk.search(
                    String(text.prefix(count)), limit: 50, at: Instant(seconds: 1_772_579_700))
            }
        }
    }
    print("a key, fifty results (without drawing): \(times.text)")
}

enum BenchError: Error { case notFound(String) }
