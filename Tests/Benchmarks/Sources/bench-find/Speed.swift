import Casework
import Foundation
import GRDBSQLite
import Storage

/// How long looking up takes, in a register of practice people.
func speed() throws {
    let finder = try building()
    defer { finder.end() }
    if let text = environment["TYPED"] { return try typed(text, finder) }
    try byNumber(finder)
    if environment["ONLY"] == "number" { return }
    if environment["ONLY"] == "picture" { return try picture(of: finder) }
    if environment["ONLY"] == "key" { return try byKey(finder) }
    let found = try byWords(finder, isTold: true)
    try byKey(finder)
    try badInput(finder)
    try picture(of: finder)
    guard people > small else { return }
    let few = try Finder(people: small)
    defer { few.end() }
    let foundAmongFew = try byWords(few, isTold: false)
    Figures.define("Growth", "p95 of find by words with \(people) people, by that with \(small).")
    let (slow, quick) = (found.percentile(0.95), foundAmongFew.percentile(0.95))
    Figures.tell("growth", slow / max(quick, 1), "times", .most(4), note: "\(Figures.number(quick / 1000)) ms then")
    let (busy, easy) = (found.percentile(0.95, of: found.busy), foundAmongFew.percentile(0.95, of: foundAmongFew.busy))
    Figures.tell(
        "growth of the processor's time", busy / max(easy, 1), "times", .most(4),
        note: "\(Figures.number(easy / 1000)) ms then")
}

/// People whom the search screen lists.
private let listed = 20

/// With how many people the growth begins.
private let small = 100_000

private func building() throws -> Finder {
    let kept = environment["REGISTER"]
    let isThere = kept.map { FileManager.default.fileExists(atPath: $0) } ?? false
    let (busy, start) = (processor(), clock.now)
    let finder = try Finder(people: people, kept: kept)
    let took = (clock.now - start) / .seconds(60)
    let bytes = try FileManager.default.attributesOfItem(atPath: finder.path)[.size] as? Int ?? 0
    Figures.define(
        "The register",
        "\(people) practice people, with every index, as one file; "
            + (isThere ? "made by an earlier run." : "made in one transaction, from nothing to the finished file."))
    Figures.tell("bytes a person", Double(bytes) / Double(max(people, 1)), "bytes", .most(600))
    guard !isThere else { return finder }
    Figures.tell(
        "building", took, "minutes", people >= 10_000_000 ? .most(15) : nil,
        note: "processor \(Figures.number((processor() - busy) / 60)) minutes")
    Figures.tell("resident memory while building", mostResident(), "MiB", .most(300))
    return finder
}

private func byNumber(_ finder: Finder) throws {
    var dice = Dice()
    let all = PracticePeople(seed: 1, count: people)
    let crns = (0..<20_000).compactMap { _ in all[dice.below(people)].crn }
    var (ours, searched) = (Times(), Times())
    let bare = try BareLookUp(finder.path)
    var raw = Times()
    for (turn, crn) in crns.enumerated() {
        let reference = CustomerReference(crn)
        // In turn, and one first as often as the other: who comes second finds the pages in the machine's memory.
        if turn % 3 == 1 { raw.take { bare.read(crn) } }
        if turn % 3 == 2 { _ = try searched.take { try finder.desk.search(crn, limit: 10, at: Finder.now) } }
        let found = try ours.take { try finder.register.read { try $0.customers(bearing: reference) } }
        guard found.count == 1 else { throw BenchError.notFound(crn) }
        if turn % 3 != 1 { raw.take { bare.read(crn) } }
        if turn % 3 != 2 { _ = try searched.take { try finder.desk.search(crn, limit: 10, at: Finder.now) } }
    }
    Figures.define(
        "Find by full number",
        "A CRN among \(people) people: ours, the customer as a value in a transaction; bare, a prepared C statement over "
            + "the same index with every column read, on a connection of its own; search, what the search screen asks.")
    ours.tell("ours", goals: [0.99: 1])
    raw.tell("bare")
    searched.tell("search", goals: [0.99: 1])
    Figures.tell("ours by bare, p50", ours.percentile(0.5) / max(raw.percentile(0.5), 0.001), "times", .most(3))
    Figures.tell("ours by bare, p99", ours.percentile(0.99) / max(raw.percentile(0.99), 0.001), "times", .most(3))
    Figures.tell("search by bare, p50", searched.percentile(0.5) / max(raw.percentile(0.5), 0.001), "times", .most(3))
    Figures.tell("search by bare, p99", searched.percentile(0.99) / max(raw.percentile(0.99), 0.001), "times", .most(3))
    Figures.define("Find by another number", "The same search for other whole numbers that people give of themselves.")
    let others: [(name: String, number: (Customer) -> String?)] = [
        ("Medicare number", \.medicareNumber), ("CSID", \.csid), ("external ID", \.externalId),
        ("mobile number", \.phoneMobile),
    ]
    for (name, number) in others {
        var times = Times()
        for _ in 0..<6_000 {
            guard let number = number(all[dice.below(people)]) else { continue }
            _ = try times.take { try finder.desk.search(number, limit: 10, at: Finder.now) }
        }
        times.tell(name, goals: [0.99: 1])
    }
}

/// SQLite by itself.
private final class BareLookUp {
    private var db: OpaquePointer?
    private var statement: OpaquePointer?
    /// So that the reading is not left out.
    private(set) var bytes = 0

    init(_ path: String) throws {
        let sql = "SELECT customers.* FROM people_by_number JOIN customers ON customers.id = customer WHERE code = ?"
        guard sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, nil) == SQLITE_OK,
            sqlite3_exec(db, "PRAGMA cache_size = -32768", nil, nil, nil) == SQLITE_OK,
            sqlite3_prepare_v2(db, sql, -1, &statement, nil) == SQLITE_OK
        else { throw BenchError.notFound(path) }
    }

    deinit {
        sqlite3_finalize(statement)
        sqlite3_close(db)
    }

    func read(_ crn: String) {
        sqlite3_bind_int64(statement, 1, NumberCode.whole(SearchText.number(crn)))
        while sqlite3_step(statement) == SQLITE_ROW {
            for column in 0..<sqlite3_column_count(statement) {
                if let text = sqlite3_column_text(statement, column) { bytes += Int(text[0]) }
            }
        }
        sqlite3_reset(statement)
    }
}

/// A mix of what callers say: names, with dates, years, places; half of them with an error.
private func byWords(_ finder: Finder, isTold: Bool) throws -> Times {
    var dice = Dice()
    let all = PracticePeople(seed: 1, count: finder.people)
    var everything = Times()
    var kinds: [String: Times] = [:]
    var top: [String: (Int, Int)] = [:]
    for _ in 0..<3_000 {
        let person = all[dice.below(finder.people)]
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
        let found = try everything.take { try finder.desk.search(text, limit: 10, at: Finder.now) }
        kinds[kind, default: Times()].add(everything.all.last ?? 0)
        if let slow = environment["SLOW"].flatMap(Double.init), everything.all.last ?? 0 > slow {
            print("slow", text, everything.all.last ?? 0)
        }
        top[kind, default: (0, 0)].0 += 1
        if found.contains(where: { $0.match.customer.externalId == person.externalId }) {
            top[kind, default: (0, 0)].1 += 1
        }
    }
    if isTold {
        Figures.define(
            "Find by words",
            "\(everything.all.count) questions of \(kinds.count) kinds, half of the names with an error, each of a person "
                + "in the register; ten results through the desk, \(finder.people) people.")
        everything.tell("all", goals: [0.5: 3, 0.95: 10, 0.99: 25])
        for (kind, times) in kinds.sorted(by: { $0.key < $1.key }) {
            let (asked, inTen) = top[kind] ?? (0, 0)
            Figures.tell(
                "  \(kind), p95", times.percentile(0.95) / 1000, "ms",
                note: "p50 \(Figures.number(times.percentile(0.5) / 1000)) ms, in ten \(inTen) of \(asked)")
        }
    }
    return everything
}

/// Each key of one text, over and over: where the time of a key goes.
private func typed(_ text: String, _ finder: Finder) throws {
    for count in 1...text.count {
        var times = Times()
        let question = String(text.prefix(count))
        var found = 0
        for _ in 0..<200 {
            found = try times.take { try finder.desk.search(question, limit: listed, at: Finder.now).count }
        }
        Figures.tell("\"\(question)\", p50", times.percentile(0.5) / 1000, "ms", note: "\(found) found")
    }
}

/// Each key of a name and date as it is typed: all but the drawing.
private func byKey(_ finder: Finder) throws {
    var dice = Dice()
    let all = PracticePeople(seed: 1, count: people)
    var times = Times()
    for _ in 0..<100 {
        let person = all[dice.below(people)]
        let text = "\(person.givenName) \(person.surname) \(person.dateOfBirth?.text ?? "")".lowercased()
        for count in 1...text.count {
            _ = try times.take {
                try finder.desk.search(String(text.prefix(count)), limit: listed, at: Finder.now)
            }
        }
    }
    Figures.define(
        "A key",
        "Each key of a name and a birth date as it is typed: as many results as the screen lists, through the desk, without the drawing."
    )
    times.tell("a key")
}

/// What nobody should type.
private func badInput(_ finder: Finder) throws {
    let texts = [
        String(repeating: "a", count: 10_000), String(repeating: "smith jones ", count: 2_000), "!!!! ??? ... ---",
        "'; DROP TABLE customers; --", "\u{0}\u{7}\u{1B}[31m", String(repeating: "\u{1B}", count: 5_000),
        "Ἀλέξανδρος Сидоров 王小明 محمد שלום ไทย हिन्दी 👩‍👩‍👧", "%_% * ?", String(repeating: "9", count: 3_000),
        "99/99/9999 00/00/0000", String(repeating: "e\u{301}\u{302}\u{303}", count: 3_000), "a b c d e f g h i j k l m",
        "1 2 3 4 5 6 7 8 9 10 11 12", "\u{202E}nhoj htims", String(repeating: "mc", count: 40),
    ]
    var times = Times()
    for _ in 0..<20 {
        for text in texts {
            _ = try times.take { try finder.desk.search(text, limit: listed, at: Finder.now) }
            if let slow = environment["SLOW"].flatMap(Double.init), times.all.last ?? 0 > slow {
                print("slow", text.prefix(30), times.all.last ?? 0)
            }
        }
    }
    Figures.define(
        "Bad input",
        "A word of 10,000 letters, thousands of words, marks alone, SQL, control characters, many scripts: as many results as the screen lists."
    )
    times.tell("bad input", goals: [0.5: 3, 0.95: 10, 0.99: 25])
}

enum BenchError: Error { case notFound(String) }
