import Foundation
import Testing

/// How the full screen begins: with which words, and how much memory it takes.
@Suite("The start")
struct StartJourneys {
    static let words = [
        ["--as", "PRPHONE"], ["--as", "PRPHONE", "--channel", "phone"], ["--site", "Penrith", "--as", "PRCOUNTER"],
        ["--now", "2026-03-05T09:30:00+11:00"], ["--theme", "light", "--as", "PROMC1"], ["--channel", "fax"],
        ["--as", "NOBODY"], ["--theme", "lihgt"], ["--as"], ["--as", ""], ["--as", "PRPHONE", "--as", "PROMC1"],
        ["--channel", "--linear"], ["--now", "soon"], ["--colour", "auto"],
    ]

    @Test("The words of every day mean what they mean to the parser, which reads all others", arguments: words)
    func everyday(words: [String]) throws {
        let desk = try Desk.practice()
        // A flag that changes nothing here hands the words to the parser: lines are said where there is no terminal.
        let read = try desk.run(["open"] + words)
        let parsed = try desk.run(["open", "--linear"] + words)
        #expect(read.status == parsed.status)
        #expect(read.err == parsed.err)
        #expect(read.out == parsed.out)
        let bare = try desk.run(words)
        #expect(bare.status == parsed.status && bare.out == parsed.out)
    }

    @Test("A demo opens no live register, in which whoever practises would act on real customers")
    func demoOnLive() throws {
        let desk = try Desk.live()
        let outcome = try desk.run("demo", now: nil)
        #expect(outcome.status == 65 && outcome.isOneErrorWithRemedy, "\(outcome.status) \(outcome.err)")
        #expect(outcome.err.contains("is live") && outcome.err.contains("--register"))
        let practice = desk.directory + "/practice.sqlite"
        for _ in ["made", "there already"] {
            let demo = try desk.run("demo", "--register", practice, now: nil)
            #expect(demo.status == 0 && demo.out.contains("PRACTICE"), "\(demo.err)")
        }
    }

    @Test(
        "What a practice register alone can have is refused of a live one, and none is made",
        arguments: [["--lived-in"], ["--customers", "5"], ["--plans", "5"], ["--seed", "2"]])
    func practiceOnly(words: [String]) throws {
        let desk = try Desk.empty()
        let outcome = try desk.run(["init"] + words, now: nil)
        #expect(outcome.status == 64 && outcome.isOneErrorWithRemedy, "\(outcome.status) \(outcome.err)")
        #expect(outcome.err.contains(words[0]) && outcome.err.contains("--practice"))
        #expect(!FileManager.default.fileExists(atPath: desk.register))
    }

    @Test("A desk that nobody touches sleeps: no thread of it wakes by itself")
    func asleep() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        #expect(try await counter.liesStill(for: .seconds(2.5)))
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("In line until")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        // By then it has looked into the register's file a second time.
        #expect(try await counter.liesStill(for: .seconds(2.5)))
    }

    @Test(
        "The release program stays under 25 MiB through a search and a record; over it, run 'make order'",
        .enabled(if: ProcessInfo.processInfo.environment["MSPDESK_PROGRAM"]?.contains("release") == true))
    func resident() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", width: 100, height: 30)
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("In line until")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        let status = try String(contentsOfFile: "/proc/\(try counter.pid())/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS") })
        let kibibytes = try #require(line.split(separator: " ").compactMap { Int($0) }.first)
        #expect(kibibytes <= 25 * 1_024)
    }
}
