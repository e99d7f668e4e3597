import Foundation
import Testing

/// Bad input gets one line that says what happened, one with the remedy, the right exit status, and changes nothing.
@Suite("Bad input")
struct BadInput {
    struct Refusal: CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        let logon: String
        let status: Int32
        let names: String

        init(
            _ title: String, _ arguments: String..., as logon: String = "PRCOUNTER", is status: Int32,
            names: String = ""
        ) {
            testDescription = title
            (self.arguments, self.logon, self.status, self.names) = (arguments, logon, status, names)
        }
    }

    static let refusals = [
        Refusal("A command that there is not", "frobnicate", is: 64, names: "frobnicate"),
        Refusal("An option that there is not", "find", "x", "--loud", is: 64, names: "--loud"),
        Refusal("A channel that there is not", "check", "P0000001", "--channel", "smoke", is: 64, names: "smoke"),
        Refusal("A site that there is not", "open", "--linear", "--site", "Parramata", is: 66, names: "'Parramatta'"),
        Refusal("No channel", "check", "P0000001", is: 64, names: "--channel"),
        Refusal(
            "An instant that is none", "check", "P0000001", "--channel", "phone", "--at", "soon", is: 64, names: "soon"),
        Refusal("A brand that there is not", "check", "P0000001", "--channel", "phone", "--brand", "x", is: 64),
        Refusal("A week's day that is none", "week", "P0000001", "--on", "2026-02-30", is: 64, names: "2026-02-30"),
        Refusal("A week's channel that there is not", "week", "P0000001", "--channel", "x", is: 64, names: "'x'"),
        Refusal("No words", "find", is: 64),
        Refusal("A shell without completions", "completions", "tcsh", is: 64, names: "tcsh"),
        Refusal("A state that there is not", "calendar", "holidays", "xyz", "2026", is: 64, names: "xyz"),
        Refusal("A year not yet proclaimed", "calendar", "holidays", "nsw", "2050", is: 65, names: "known up to"),
        Refusal("A span back to front", "calendar", "count", "2026-03-30", "2026-03-01", "nsw", is: 65),
        Refusal("A person whom nobody knows", "show", "X-404", is: 65, names: "X-404"),
        Refusal("A plan that there is not", "warning", "MSP-999999", is: 65, names: "MSP-999999"),
        Refusal("A CRN one letter off", "show", "200000001T", is: 65, names: "200000001S (Marjorie Applegarth)"),
        Refusal("A CRN off and near nobody", "show", "123456789A", is: 65, names: "check letter"),
        Refusal("Staff whom nobody knows", "find", "x", as: "PRNOBODY", is: 77, names: "PRNOBODY"),
        Refusal("The administrator opens no record", "show", "P0000001", as: "PRADMIN", is: 77, names: "access"),
        Refusal("An officer imports nothing", "import", "customers", "x.csv", is: 77, names: "administrator"),
        Refusal("An officer records no report", "note", "record", "1", is: 77, names: "manager"),
        Refusal("An officer reads no reports", "note", "reports", "--json", is: 77, names: "manager"),
        Refusal("An officer reads no audit trail", "audit", "show", is: 77, names: "CAPT"),
        Refusal(
            "A manager removes no note", "note", "remove", "1", "--reason", "privacy", "--why", "x", as: "PROMC1",
            is: 77, names: "CAPT"),
        Refusal(
            "A reason to remove that there is not", "note", "remove", "1", "--reason", "dull", "--why", "x",
            as: "PRCAPT", is: 64, names: "wrong-customer"),
        Refusal(
            "A note that there is not", "note", "remove", "99", "--reason", "privacy", "--why", "x", as: "PRCAPT",
            is: 65, names: "99"),
        Refusal("A report that there is not", "note", "record", "99", as: "PROMC1", is: 65, names: "99"),
        Refusal(
            "A note without its part", "note", "add", "P0000001", "--type", "voicemail", "--field", "time=10:00",
            is: 65, names: "content"),
        Refusal(
            "A part that its type has not", "note", "add", "P0000001", "--type", "other", "--field", "content=x",
            "--field", "colour=red", is: 65, names: "colour"),
        Refusal("A type of note that there is not", "note", "add", "P0000001", "--type", "poem", is: 65, names: "poem"),
        Refusal(
            "A note that follows one that there is not", "note", "add", "P0000001", "--type", "other", "--field",
            "content=x", "--follows", "99", is: 65, names: "99"),
        Refusal(
            "A note that follows what is no number", "note", "add", "P0000001", "--type", "other", "--field",
            "content=x", "--follows", "last", is: 64, names: "last"),
        Refusal(
            "A note's file that is not there", "note", "add", "P0000001", "--type", "other", "--from", "gone.json",
            is: 66, names: "gone.json"),
        Refusal(
            "A file to import that is not there", "import", "customers", "gone.csv", as: "PRADMIN", is: 66,
            names: "gone.csv"),
        Refusal("A guide that there is not", "guide", "run", "dance", "--customer", "P0000001", is: 65, names: "visit"),
        Refusal(
            "A head that is empty", "audit", "verify", "--head", "", as: "PRADMIN", is: 64, names: "64 characters"),
        Refusal("A head that is none", "audit", "verify", "--head", "zzzz", as: "PRADMIN", is: 64, names: "zzzz"),
        Refusal(
            "The beginning of a head", "audit", "verify", "--head", "0123456789", as: "PRADMIN", is: 64,
            names: "audit head"),
        Refusal("A theme that there is not", "open", "--theme", "neon", is: 66, names: "neon"),
    ]

    @Test("One line of what happened, one of what to do, nothing on standard output", arguments: refusals)
    func refused(_ each: Refusal) throws {
        let outcome = try PracticeDesk.shared.run(each.arguments, as: each.logon)
        #expect(outcome.status == each.status)
        #expect(outcome.isOneErrorWithRemedy, "\(outcome.out)\(outcome.err)")
        #expect(each.names.isEmpty || outcome.err.contains(each.names), "\(outcome.err)")
    }

    @Test("A register that may only be read is searched and read, says that nothing is kept, and takes no note")
    func readOnly() throws {
        let desk = try Desk.practice()
        try desk.becomesReadOnly()
        func run(_ arguments: [String]) throws -> Outcome {
            try Running(
                arguments, environment: desk.environment(as: "PROMC1"), in: desk.directory, ordinary: true
            ).finish()
        }
        for command in [
            ["find", "applegarth"], ["warning", "P0000001"], ["show", "P0000001"],
            ["check", "P0000001", "--channel", "writing"],
        ] {
            let outcome = try run(command)
            #expect(outcome.status == 0, "\(command): \(outcome.err)")
            #expect(outcome.err.contains("cannot be written"), "\(command): \(outcome.err)")
            #expect(outcome.err.contains("not in the audit trail, and nothing can be saved"))
        }
        let note = try run(["note", "add", "P0000001", "--type", "other", "--field", "content=x"])
        #expect(note.status == 73 && note.err.contains("cannot be written"), "\(note.err)")
    }

    @Test("A register that is not there, not one, of a later program, or where none can be made")
    func register() throws {
        let desk = try Desk.practice()
        func open(_ path: String) throws -> Outcome {
            try desk.run("find", "x", "--register", path, as: "PRCOUNTER")
        }
        let text = try desk.file("Dear diary, this is not a database. " + String(repeating: "x", count: 5000))
        let empty = try desk.file("", named: "empty")
        var later = Array(try Data(contentsOf: URL(fileURLWithPath: desk.register)))
        // SQLite keeps user_version in bytes 60 to 63 of the file.
        later.replaceSubrange(60..<64, with: [0, 0, 3, 0xE7])
        let newer = try desk.file(later, named: "newer.sqlite")
        for path in [desk.directory + "/none.sqlite", text, empty, desk.directory, newer, text + "/inside"] {
            let outcome = try open(path)
            #expect(outcome.status == 69 && outcome.isOneErrorWithRemedy, "\(path): \(outcome.status) \(outcome.err)")
        }
        #expect(try open(newer).err.contains("999"))
        for path in ["/proc/nowhere/r.sqlite", text + "/inside.sqlite"] {
            let outcome = try desk.run("init", "--register", path, now: nil)
            #expect(outcome.status == 73 && outcome.isOneErrorWithRemedy, "\(path): \(outcome.status) \(outcome.err)")
            #expect(outcome.err.contains("cannot be written"))
        }
        let again = try desk.run("init", "--practice", now: nil)
        #expect(again.status == 73 && again.isOneErrorWithRemedy)
        #expect(try desk.run("find", "applegarth", as: "PRCOUNTER").status == 0, "the register is as it was")
    }

    @Test("A file that is empty, binary, in another encoding or of one endless line is refused, and nothing of it kept")
    func files() throws {
        let desk = try Desk.practice()
        let header = Array("givenName,surname,externalId\n".utf8)
        let good = Array("Ada,Byronson,X-1\n".utf8)
        let files: [(String, [UInt8])] = [
            ("empty", []), ("binary", header + good + [0, 1, 2, 0xFF, 0xFE, 0, 10]),
            ("latin1", header + good + [0x4A, 0x6F, 0x73, 0xE9] + Array(",Smith,X-2\n".utf8)),
            ("utf16", [0xFF, 0xFE] + (header + good).flatMap { [$0, 0] }),
            ("endless", header + good + Array(repeating: 0x61, count: 10_000_000)),
            ("endlessHeader", Array(repeating: 0x61, count: 10_000_000)),
            ("openQuote", header + good + Array("\"Ada,B,X-3\n".utf8)),
            ("noName", header + good + Array(",,X-4\n".utf8)),
        ]
        for (name, bytes) in files {
            let path = try desk.file(bytes, named: name + ".csv")
            let outcome = try desk.run("import", "customers", path, as: "PRADMIN")
            #expect(outcome.status == 65, "\(name): \(outcome.err)")
            #expect(outcome.out.isEmpty && outcome.err.contains("mspdesk: "), "\(name): \(outcome.err)")
            #expect(outcome.err.count < 2000, "\(name): the complaint is short")
            #expect(try desk.run("find", "byronson", as: "PRCOUNTER").status == 1, "\(name): nothing is kept")
        }
        let bad = try desk.file(Array(header + good + Array(",,X-4\n".utf8)), named: "bad.csv")
        let told = try desk.run("import", "customers", bad, as: "PRADMIN")
        #expect(told.err.contains("bad.csv:3: "), "\(told.err)")
        let skipped = try desk.run("import", "customers", bad, "--skip-bad", "--json", as: "PRADMIN")
        #expect(skipped.status == 0)
        #expect(try skipped.json()["imported"].number == 1)
    }

    @Test("A number that two people bear names them both, and opens neither")
    func sharedNumber() throws {
        let desk = try Desk.practice()
        let path = try desk.file(
            "givenName,surname,externalId,crn\nAda,Byronson,X-1,307111942H\nBea,Carterson,X-2,307111942H\n")
        let made = try desk.run("import", "customers", path, as: "PRADMIN")
        #expect(made.status == 0, "\(made.err)")
        let outcome = try desk.run("show", "307 111 942H", as: "PRCOUNTER")
        #expect(outcome.status == 65 && outcome.isOneErrorWithRemedy)
        for name in ["Ada Byronson", "X-1", "Bea Carterson", "X-2"] { #expect(outcome.err.contains(name)) }
    }

    @Test(
        "A plan that ends before it starts, overlaps another, or has no customer is refused with all plans of its file",
        arguments: [
            (#""customer":"P0000015","start":"2026-05-02","end":"2026-04-01""#, "before the start"),
            (#""customer":"P0000001","start":"2026-03-02","end":"2026-04-01""#, "MSP-000001"),
            (#""customer":"X-404","start":"2026-03-02","end":"2026-04-01""#, "X-404"),
            (#""customer":"P0000015","start":"2026-02-30","end":"2026-04-01""#, "start"),
        ])
    func plans(_ fields: String, _ named: String) throws {
        let desk = try Desk.practice()
        func plan(_ id: String, _ fields: String) -> String {
            """
            {"id":"\(id)",\(fields),"kind":"reactive","status":"active","zone":"Sydney West","state":"nsw",
             "system":"CIMS","brands":["centrelink"],"management":"zone","people":{"omc":"PROMC1"},
             "restrictions":{"faceToFace":{"level":"available"},"phone":{"level":"available"},
             "writing":{"level":"available"}}}
            """
        }
        let sound = plan("MSP-900001", #""customer":"P0000015","start":"2026-07-02","end":"2026-08-01""#)
        let path = try desk.file("[\(sound),\n\(plan("MSP-900002", fields))]", named: "plans.json")
        let outcome = try desk.run("import", "plans", path, "--json", as: "PRADMIN")
        #expect(outcome.status == 65)
        let json = try outcome.json()
        #expect(json["imported"].number == 0)
        #expect(json["bad"].list.count == 1)
        #expect(json["bad"][0]["reason"].text?.contains(named) == true || json["bad"][0]["field"].text == named)
        #expect(try desk.run("warning", "MSP-900001", as: "PRCOUNTER").status == 65, "nothing was imported")
        let alone = try desk.file("[\(sound)]", named: "sound.json")
        #expect(try desk.run("import", "plans", alone, as: "PRADMIN").status == 0)
    }

    @Test("Control characters of a name reach no terminal, by no command")
    func controlCharacters() throws {
        let desk = try Desk.practice()
        let path = try desk.file("givenName,surname,externalId\nEve\u{1B}[31m\u{7},Redson,X-1\n")
        guard try desk.run("import", "customers", path, as: "PRADMIN").status == 0 else { return }
        for arguments in [["find", "redson"], ["show", "X-1"], ["warning", "X-1"]] {
            let outcome = try desk.run(arguments, as: "PRCOUNTER")
            #expect(!(outcome.out + outcome.err).contains { $0 == "\u{1B}" || $0 == "\u{7}" })
        }
    }
}

/// Many desks on one register.
@Suite("Many at once", .serialized)
struct ManyAtOnce {
    @Test("Thirty programs add notes at the same moment: none is lost, none sees a locked register, the trail holds")
    func thirtyWriters() throws {
        let desk = try Desk.practice()
        let writers = try (1...30).map { number in
            try desk.start(
                ["note", "add", "P0000001", "--type", "other", "--field", "content=Note \(number)", "--json"],
                as: number.isMultiple(of: 2) ? "PROMC1" : "PROMC2")
        }
        for writer in writers {
            let outcome = try writer.finish()
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(!outcome.err.lowercased().contains("locked"))
            #expect(try outcome.json()["note"].number != nil)
        }
        let notes = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1").json().list
        #expect(
            Set(notes.compactMap { $0["fields"]["content"].text }) == Set((1...30).map { "Note \($0)" }))
        #expect(notes.count == 30)
        #expect(try desk.run("audit", "verify", as: "PRADMIN").status == 0)
    }
}
