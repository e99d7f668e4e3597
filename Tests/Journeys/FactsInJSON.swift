import Foundation
import Testing

/// What the screens tell stands in `--json` too. The screens are heard in lines here: that each drawn fact is said in
/// them is proved screen by screen elsewhere. Help, commands, settings and the choice of a theme tell of the program
/// itself, of which no command has a document.
@Suite("Each fact of a screen stands in --json as well")
struct FactsInJSON {
    /// People who show different things, with the words that find them.
    static let people = [
        ("applegarth", "P0000001"), ("thackeray", "P0000002"), ("lương", "P0000003"), ("vukčević", "P0000004"),
        ("inkpen", "P0000006"), ("fa'aoso", "P0000007"), ("xenakis", "P0000009"), ("winterbourne", "P0000010"),
        ("thiruvalluvan", "P0000011"), ("featherstonhaugh", "P0000012"), ("bramwell", "P0000013"),
        ("fairweather", "P0000014"), ("hollingberry", "P0000015"),
    ]

    @Test(
        "Of a person: the search, the warning, each tab of the record with its timeline, and the week",
        arguments: people)
    func record(words: String, ref: String) throws {
        let desk = try Desk.practice()
        _ = try desk.run(
            "note", "add", ref, "--type", "voicemail", "--field", "time=9:40", "--field", "content=Asks about rent",
            as: "PROMC1")
        _ = try desk.run(
            "note", "add", ref, "--type", "other", "--field", "content=Came about a form", "--follows", "1",
            as: "PRCOUNTER")
        let isWarned = try desk.run("warning", ref, "--json", as: "PRCOUNTER").json()["active"].bool == true
        let heard = try desk.speaks(
            [words, "1"] + (isWarned ? ["i have read this"] : []) + ["2", "3", "4", "5", "6", "d", "2", "3", "quit"],
            as: "PRCOUNTER")
        #expect(heard.status == 0)
        var known = Known(labels: Labels.record)
        for command in [
            ["find", words], ["show", ref], ["warning", ref], ["note", "list", ref],
            ["check", ref, "--channel", "face-to-face", "--site", "Parramatta"], ["waiting"],
            ["week", ref, "--site", "Parramatta"],
        ] { known.learn(try desk.run(command + ["--json"], as: "PRCOUNTER")) }
        #expect(heard.facts(of: "Find a person", "Warning", "Record").count > 10)
        #expect(heard.facts(of: "Record").contains { $0.hasPrefix("Six months: ") })
        #expect(heard.facts(of: "Week").count { $0.hasSuffix("this week") } == 3)
        // Which months a picture begins with is no fact of the person's.
        let told = heard.facts(of: "Find a person", "Warning", "Record", "Week").filter {
            !$0.hasPrefix("Six months: ")
        }
        for fact in told {
            #expect(known.missing(in: fact).isEmpty, "\(known.missing(in: fact)) of: \(fact)")
        }
    }

    @Test("Of a guide: every step with its reason, and the outcome with all that is to be done")
    func guide() throws {
        let desk = try Desk.practice()
        let heard = try desk.speaks(["applegarth", "1", "", "v", "1", "1", "2", ".quit"], as: "PRCOUNTER")
        var known = Known(labels: Labels.guide)
        let given = ["authenticated=yes", "who=customer", "omc-needed=no"]
        for count in 0...given.count {
            let answers = given.prefix(count).flatMap { ["--answer", $0] }
            known.learn(
                try desk.run(
                    ["guide", "run", "visit", "--customer", "P0000001", "--site", "Parramatta", "--json"] + answers,
                    as: "PRCOUNTER"))
        }
        known.learn(try desk.run("guide", "list", "--json"))
        known.learn(
            try desk.run(
                "check", "P0000001", "--channel", "face-to-face", "--site", "Parramatta", "--json", as: "PRCOUNTER"))
        known.learn(try desk.run("show", "P0000001", "--json", as: "PRCOUNTER"))
        let facts = heard.facts(of: "A customer visits a service centre")
        #expect(facts.contains { $0.contains("Help the customer here") })
        for fact in facts {
            #expect(known.missing(in: fact).isEmpty, "\(known.missing(in: fact)) of: \(fact)")
        }
    }

    @Test("Of the audit of a record, of all guides, and of the kinds of note with their parts")
    func lists() throws {
        let desk = try Desk.practice()
        let heard = try desk.speaks(
            ["applegarth", "1", "", "a", ".back", "g", ".back", "n", ".quit"], as: "PRCAPT")
        let lists = [
            ("Audit of this record", 7, ["audit", "show", "P0000001"]), ("Guides", 60, ["guide", "list"]),
            ("What kind of note?", 15, ["note", "types"]),
        ]
        for (title, count, command) in lists {
            var known = Known(labels: Labels.lists)
            for command in [command, ["show", "P0000001"]] {
                known.learn(try desk.run(command + ["--json"], as: "PRCAPT"))
            }
            let facts = heard.facts(of: title)
            #expect(facts.count >= count, "\(title): \(facts)")
            for fact in facts {
                #expect(known.missing(in: fact).isEmpty, "\(title): \(known.missing(in: fact)) of: \(fact)")
            }
        }
    }

    @Test("Of the reports that wait, and of the outbox")
    func reportsAndOutbox() throws {
        let desk = try Desk.practice()
        _ = try desk.speaks(
            [
                "applegarth", "1", "", "", "1", "1", "2", "write the note", "Asked why the payment was late.", ".",
                ".save", "", ".quit",
            ], as: "PRCOUNTER")
        _ = try desk.speaks(["1", "give back", "Which letter was meant", ".quit"], as: "PROMC1")
        let reports = try desk.speaks(["1", ".quit"], as: "PROMC1")
        var known = Known(labels: Labels.reports)
        known.learn(try desk.run("note", "reports", "--json", as: "PROMC1"))
        known.learn(try desk.run("note", "types", "--json"))
        known.learn(try desk.run("show", "P0000001", "--json", as: "PROMC1"))
        #expect(reports.facts(of: "Contact reports").contains { $0.contains("Which letter was meant") })
        #expect(reports.facts(of: "Contact reports").count > 4)
        for fact in reports.facts(of: "Contact reports") {
            #expect(known.missing(in: fact).isEmpty, "\(known.missing(in: fact)) of: \(fact)")
        }
        let outbox = try desk.speaks([".commands", "outbox", "", "quit"], as: "PRCOUNTER")
        known = Known(labels: Labels.outbox)
        known.learn(try desk.run("outbox", "--all", "--json", as: "PRCOUNTER"))
        #expect(outbox.facts(of: "Outbox").contains { $0.contains("MSP-000001") })
        for fact in outbox.facts(of: "Outbox") {
            #expect(known.missing(in: fact).isEmpty, "\(known.missing(in: fact)) of: \(fact)")
        }
    }

    @Test("Of doctor: every finding and remedy")
    func doctor() async throws {
        let desk = try Desk.practice()
        let shell = try await TerminalSession.shell(desk, as: "PRCOUNTER")
        try await shell.sees("ready>")
        try shell.line("\"$PROGRAM\" doctor --json > found; echo looked")
        try await shell.sees("looked")
        try shell.line("\"$PROGRAM\" --linear | tee said")
        try await shell.sees("Just type what")
        for line in [".commands", "doctor", ""] { try shell.line(line) }
        try await shell.sees("nothing to tell yet")
        try shell.line("quit")
        try await shell.sees("ready>")
        let said = try String(contentsOfFile: shell.workingFile("said"), encoding: .utf8)
        let heard = Outcome(status: 0, out: said, err: "")
        var known = Known(labels: Labels.doctor)
        known.learn(try String(contentsOfFile: shell.workingFile("found"), encoding: .utf8))
        let facts = heard.facts(of: "Doctor")
        #expect(facts.contains { $0.contains("audit trail") })
        // The room on a disk changes from one look to the next.
        for fact in facts where !fact.contains("MiB free") {
            #expect(known.missing(in: fact).isEmpty, "\(known.missing(in: fact)) of: \(fact)")
        }
    }

    @Test("A fact that no command tells is found")
    func canFail() {
        var known = Known(labels: "born plan")
        known.learn(#"{"name":"Ada Byron","dateOfBirth":"1980-04-03","crn":"307111942H","level":"partial"}"#)
        #expect(known.missing(in: "Ada BYRON, born 3 April 1980, 307 111 942H, Partially") == [])
        #expect(known.missing(in: "Ada BYRON, born 4 April 1980") == ["4"])
        #expect(known.missing(in: "plan MSP-000001") == ["msp-000001"])
    }
}

/// The words that a program writes around its facts, by screen. A fact's own words do not belong here.
private enum Labels {
    static let everywhere = "find empty name date of birth number suburb any order born crn medicare interpreter"
    static let record =
        everywhere + """
             you are access at serving people to from nothing waits for just type what hear will do mai nguyen 3/4/1980
            names and a 307 111 942h spaces not matter smith parramatta keys plan notes contacts tab good take care stop
            note now ask first next until but the site is closed no in force serve as usual person here of an
            reach them triage line option ends days left today tomorrow midnight day informed yet customer may
            know agency every this was looked length business incident system counts working without managed by zone
            brands terms review variation appointment approved other plans none named backup reports waiting report
            safety alert high risk staff see alone follow site's f8 emergency notification service centres on watch
            provider provider's information only has their own open that record it has come 400
            face removed latest newest yet. contact how decided nobody anybody names. incidents timeline your since be lives found
            hold due last happened behaviour stands when under manager two years yes: it counts against limit yes over
            follows followed by follow-up follow up open mon tue wed thu fri sat sun all week used reviews
            health checks guides before
            """
    static let guide =
        everywhere + """
             step to do say tell decided by the record you because note drafts who is told source what so far trail
            answer question now done next good take care stop from this contact writes report enter it begins with
            was until mailed saved them yourself 1 2 3 4 5
            """
    static let reports =
        everywhere + """
             how it was decided reason unknown report you began to give it back for its author time visit
            """
    static let lists =
        everywhere + " filter logon act day or words entries entry by hash type some letters a guide contacts plans"
    static let outbox =
        everywhere + """
             no mail program is configured kept here until there one to subject written state waiting not tried yet
            held failed sent handed once times next try
            """
    /// The file that a desk has open is nothing to a command, which has none.
    static let doctor =
        everywhere + " fault faults warning warnings ok found no looking place the file that this desk opened bears its"
}

/// All the words that JSON documents tell, in the forms in which screens write them.
private struct Known {
    private var words: Set<String> = []

    init(labels: String) { learn(text: labels) }

    /// The words of `line` that no document holds.
    func missing(in line: String) -> [String] {
        Self.words(line).filter { word in
            !words.contains(word) && !word.allSatisfy { "-!|+.".contains($0) }
        }
    }

    mutating func learn(_ outcome: Outcome) { learn(outcome.out) }

    mutating func learn(_ document: String) {
        do {
            learn(value: try JSONSerialization.jsonObject(with: Data(document.utf8), options: .fragmentsAllowed))
        } catch {
            Issue.record("not JSON: \(document.prefix(200))")
        }
    }

    private mutating func learn(value: Any) {
        switch value {
        case let object as [String: Any]:
            for (key, value) in object {
                // A flag that is set is told by its name.
                if let flag = value as? Bool, flag { learn(text: Self.apart(key)) }
                // Channels and parts of a note are keys.
                if value is [String: Any] || value is String { learn(code: key) }
                learn(value: value)
            }
        case let list as [Any]: for value in list { learn(value: value) }
        case let text as String:
            learn(text: text)
            learn(code: text)
            learn(date: text)
            learn(number: text)
            // `08:30` as `8:30`.
            if text.count == 5, text.hasPrefix("0"), text.dropFirst(2).first == ":" {
                learn(text: String(text.dropFirst()))
            }
        case let number as NSNumber: learn(text: "\(number)")
        default: break
        }
    }

    private mutating func learn(text: String) { words.formUnion(Self.words(text)) }

    /// `faceToFace` and `not-in-line` as people read them, and the names that codes have.
    private mutating func learn(code: String) {
        learn(text: Self.names[code] ?? "")
        if code.count < 30 { learn(text: Self.apart(code)) }
    }

    private static let names = [
        "partial": "Partially PART", "full": "Restricted FULL restriction do not serve", "none": "staff",
        "available": "Available open",
        "nsw": "New South Wales", "vic": "Victoria", "qld": "Queensland", "sa": "South Australia",
        "wa": "Western Australia", "tas": "Tasmania", "act": "Australian Capital Territory",
        "nt": "Northern Territory", "ps": "Personalised Services", "omc": "OMC", "psso": "PSSO",
        "ppe": "Person permitted to enquire", "ppu": "Person permitted to update", "voicemail": "Voicemail received",
        "customer-contact": "Customer contact", "in-line": "in line", "not-in-line": "not in line do not serve",
        "faceToFace": "F2F", "sameName": "SAME NAME", "time": "Time of call", "other": "Other",
    ]

    private static func apart(_ code: String) -> String {
        code.replacing("-", with: " ").reduce(into: "") { $0 += $1.isUppercase ? " \($1)" : "\($1)" }
    }

    /// `2026-03-04T09:05:00+11:00` as `4 March 2026`, `Wednesday`, `9:05` and `2026-03-04 09:05`.
    private mutating func learn(date text: String) {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard text.count >= 10, parts.count == 3, (1...12).contains(parts[1]) else { return }
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let month = months[parts[1] - 1]
        learn(text: "\(parts[2]) \(month) \(parts[0]) \(month.prefix(3)) \(text.prefix(10))")
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
        if let date = calendar.date(from: components) {
            let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
            learn(text: days[calendar.component(.weekday, from: date) - 1])
        }
        guard text.dropFirst(10).first == "T" else { return }
        let time = text.dropFirst(11).prefix(5)
        learn(text: "\(time) \(time.hasPrefix("0") ? time.dropFirst() : time)")
    }

    /// `307111942H` as `307 111 942H`, as CRNs and Medicare numbers are said.
    private mutating func learn(number text: String) {
        guard text.count >= 9, text.count <= 11, text.allSatisfy({ $0.isNumber || $0.isUppercase }) else { return }
        let characters = Array(text)
        learn(text: "\(String(characters[0..<3])) \(String(characters[3..<6])) \(String(characters[6...]))")
        learn(text: "\(String(characters[0..<4])) \(String(characters[4..<9])) \(String(characters[9...]))")
    }

    private static let punctuation = Set(",;:()[]\".?|'")

    static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).compactMap { word in
            let start = word.lowercased().drop { punctuation.contains($0) }
            let bare = String(start.reversed().drop { punctuation.contains($0) }.reversed())
            return bare.isEmpty ? nil : bare
        }
    }
}

extension Outcome {
    /// What was said on the screens of these titles: numbers of choices, prompts and keys left out.
    fileprivate func facts(of titles: String...) -> [String] {
        var (facts, isIn) = ([String](), false)
        for line in lines {
            if let title = line.firstRange(of: "MSP Desk: ") {
                isIn = titles.contains(String(line[title.upperBound...]))
                continue
            }
            guard isIn, !line.hasPrefix("Keys: "), !line.hasPrefix("> ") else { continue }
            let bare = line.replacing(#/^\d+\) /#, with: "").replacing(" (selected)", with: "")
            facts.append(bare)
        }
        return facts
    }
}
