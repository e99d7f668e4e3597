import Foundation
import Testing

/// A person walks to each screen and back, in a real terminal and by lines through a pipe.
@Suite("Every screen, in both faces")
struct EveryScreenJourneys {
    /// A screen to which one comes from an open record.
    struct Stop {
        let title: String
        /// In the full screen; what follows is typed to find a command.
        let keys: [TerminalSession.Key]
        var words = ""
        /// In lines.
        let said: [String]
        /// Something that stands there at once, and in its place what is there after some work.
        let shows: String
        var later: String?
        /// How often Esc leads back to the record.
        var back = 1

        /// One that the commands lead to.
        static func found(_ title: String, by words: String, shows: String, later: String? = nil) -> Stop {
            Stop(
                title: title, keys: [.control("p")], words: words, said: [".commands", words, ""], shows: shows,
                later: later)
        }
    }

    static let stops = [
        Stop(title: "Warning", keys: ["w"], said: ["w"], shows: "Triage line 1800 312 004"),
        Stop(title: "Week", keys: ["d"], said: ["week"], shows: "2 to 8 March 2026, this week"),
        Stop(title: "Guides", keys: ["g"], said: ["g"], shows: "A customer calls a Smart Centre"),
        Stop(
            title: "A customer visits a service centre", keys: ["v"], said: ["v"],
            shows: "Have you proved who this person is?"),
        Stop(title: "What kind of note?", keys: ["n"], said: ["n"], shows: "Voicemail received"),
        Stop(title: "Note: Customer contact", keys: ["n", .enter], said: ["n", "1"], shows: "Contact reason"),
        Stop(title: "Help: Record", keys: [.f1], said: ["help"], shows: "of this screen"),
        Stop(title: "Commands", keys: [.control("p")], said: [".commands"], shows: "a command, guide, draft or person"),
        Stop(title: "Emergency steps", keys: [.f8], said: ["emergency"], shows: "000"),
        Stop(title: "Settings", keys: ["F10"], said: ["settings"], shows: "Hide the screen"),
        Stop(
            title: "Your site", keys: ["F10", "4"], said: ["settings", "4"], shows: "a part of its name", back: 2),
        Stop(title: "Keys", keys: ["F10", "5"], said: ["settings", "5"], shows: "Find a person", back: 2),
        Stop(title: "Theme", keys: ["F10", "1"], said: ["settings", "1"], shows: "high-contrast", back: 2),
        .found("Contact reports", by: "contact reports", shows: "No contact report waits."),
        .found("Outbox", by: "outbox", shows: "No mail waits"),
        .found("Doctor", by: "doctor", shows: "Looking", later: "TERM is"),
    ]

    static let tabs = [
        ("1", "Managed by"), ("2", "No note yet."), ("3", "Callum Brightwater"), ("4", "CIMS-000001"),
        ("5", "Employee Responsible"), ("6", "Six months"),
    ]

    @Test("In a terminal each is reached by its key or command, and Esc leads back to the record")
    func drawn() async throws {
        let desk = try Desk.practice()
        let manager = try await TerminalSession(desk, as: "PROMC1")
        try await manager.opens("applegarth", "12 March 1958")
        try await manager.sees("In line until")
        try manager.press(.enter)
        try await manager.sees("MSP Desk: Record", "Guide the visit")
        for (key, fact) in Self.tabs {
            try manager.type(key)
            try await manager.sees("MSP Desk: Record", fact)
        }
        for stop in Self.stops {
            for key in stop.keys { try manager.press(key) }
            if !stop.words.isEmpty {
                try await manager.sees("MSP Desk: Commands")
                try manager.type(stop.words)
                try await manager.sees("> ")
                try manager.press(.enter)
            }
            try await manager.sees("MSP Desk: \(stop.title)", stop.later ?? stop.shows)
            for _ in 0..<stop.back { try manager.press(.escape) }
            try await manager.sees("MSP Desk: Record", "APPLEGARTH")
        }
    }

    @Test("By lines each is reached by its word, says its title, and leads back")
    func said() throws {
        let desk = try Desk.practice()
        var lines = ["applegarth", "1", ""] + Self.tabs.map(\.0)
        for stop in Self.stops { lines += stop.said + Array(repeating: ".back", count: stop.back) }
        let heard = try desk.speaks(lines + [".quit"], as: "PROMC1")
        #expect(heard.status == 0 && heard.err.isEmpty, "\(heard.err)")
        for (_, fact) in Self.tabs { #expect(heard.out.contains(fact), "\(fact)") }
        let screens = heard.out.components(separatedBy: "MSP Desk: ")
        for stop in Self.stops {
            #expect(
                screens.contains { $0.hasPrefix("\(stop.title)\n") && $0.contains(stop.shows) }, "\(stop.title)")
        }
    }
}
