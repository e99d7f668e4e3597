import Foundation
import Testing

/// The screens around the record, in a real terminal: outbox, commands, help.
@Suite("The screens around the record")
struct ToolJourneys {
    @Test("A mail that fails is told at the start; the outbox shows why, and sends once the program works")
    func outbox() async throws {
        let desk = try Desk.practice()
        try desk.keepsMail()
        let program = try desk.mailProgram("test -e \"$0.works\" || exit 75")
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": program])
        try await counter.sees("Find")
        try await counter.finds("outbox", "Outbox")
        try await counter.sees("Handed to \(program)", "FAILED", "it ended with status 75", "Next try")
        try counter.press(.escape)
        try await counter.sees("NOT sent")
        _ = try desk.file("", named: "sendmail.works")
        try counter.press(.enter)
        try await counter.sees("MSP Desk: Outbox")
        try counter.type("s")
        try await counter.sees("Done:", "sent")
        try await counter.seesNoMore("FAILED")
        #expect(try desk.run("outbox", "--json", as: "PRCOUNTER").json().list.isEmpty)
    }

    @Test("What another window sends is seen in the open outbox without a key")
    func live() async throws {
        let desk = try Desk.practice()
        try desk.keepsMail()
        let program = try desk.mailProgram("test -e \"$0.works\" || exit 75")
        let counter = try await TerminalSession(desk, as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": program])
        try await counter.sees("Find")
        try await counter.finds("outbox", "Outbox")
        try await counter.sees("FAILED")
        _ = try desk.file("", named: "sendmail.works")
        let sent = try desk.run("outbox", "send", as: "PRCOUNTER", with: ["MSPDESK_SENDMAIL": program])
        #expect(sent.status == 0)
        try await counter.seesNoMore("FAILED")
    }

    @Test("A person seen before is found again by some letters, and comes with the warning first")
    func personSeen() async throws {
        let desk = try Desk.practice()
        _ = try desk.run("show", "P0000004", as: "PRCOUNTER")
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Find")
        try counter.press(.control("p"))
        try counter.type("vukc")
        try await counter.sees("VUKČEVIĆ", "1974-11-09", "person")
        try counter.press(.enter)
        try await counter.sees("MSP Desk: Warning", "Full restriction")
        let audit = try desk.run("audit", "show", "P0000004", "--json").json().list
        #expect(audit.last?["act"].text == "opened" && audit.last?["staff"].text == "PRCOUNTER")
    }

    @Test("The help answers to typing, from within a note too, and gives the note back untouched")
    func help() async throws {
        let desk = try Desk.practice()
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.sees("Find")
        try counter.type("applegarth")
        try await counter.sees("12 March 1958")
        try counter.press(.f1)
        try await counter.sees("Help: Find a person", "Search")
        try counter.type("/verdict ask")
        try await counter.sees("Ask first")
        try await counter.seesNoMore("Keys of every screen")
        try counter.press(.escape, .escape)
        try await counter.sees("applegarth", "12 March 1958")
    }
}
