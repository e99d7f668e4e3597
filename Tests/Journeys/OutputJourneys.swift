import Foundation
import Testing

/// Answers that nobody gets.
@Suite("Output that cannot be written")
struct OutputJourneys {
    private static let commands: [(words: [String], logon: String)] = [
        (["audit", "head"], "PRADMIN"), (["audit", "show", "--json"], "PRADMIN"),
        (["warning", "P0000001"], "PRCOUNTER"),
        (["find", "applegarth", "--json"], "PRCOUNTER"), (["find", "zzzz"], "PRCOUNTER"), (["--help"], "PRCOUNTER"),
        (["find", "--help"], "PRCOUNTER"), (["completions", "bash"], "PRCOUNTER"), (["open", "--linear"], "PRCOUNTER"),
    ]

    @Test("A command whose answer could not be written says so and fails, whatever the answer was")
    func full() throws {
        let desk = try Desk.practice()
        for (words, logon) in Self.commands {
            let outcome = try desk.start(words, as: logon, into: "/dev/full").finish()
            #expect(outcome.status == 73, "\(words)")
            #expect(outcome.isOneErrorWithRemedy, "\(words): \(outcome.err)")
            #expect(outcome.err.contains("cannot be written: No space left on device"), "\(words): \(outcome.err)")
        }
    }

    @Test("A failure of the command itself is what is said, whether or not its answer can be written")
    func ownFailure() throws {
        let desk = try Desk.practice()
        let outcome = try desk.start(["show", "X-404"], as: "PRCOUNTER", into: "/dev/full").finish()
        #expect(outcome.status == 65 && outcome.isOneErrorWithRemedy, "\(outcome.err)")
        #expect(outcome.err.contains("X-404"))
    }

    @Test("What was done before stays done: a note whose answer could not be written is there")
    func done() throws {
        let desk = try Desk.practice()
        let added = try desk.start(
            ["note", "add", "P0000001", "--type", "other", "--field", "content=Kept all the same"], as: "PROMC1",
            into: "/dev/full"
        ).finish()
        #expect(added.status == 73)
        let notes = try desk.run("note", "list", "P0000001", "--json", as: "PROMC1")
        #expect(notes.out.contains("Kept all the same"))
    }
}
