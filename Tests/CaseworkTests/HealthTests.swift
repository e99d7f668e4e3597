import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("What doctor says of the clock and the holidays")
struct HealthTests {
    private let now = at("2026-03-03T10:00")

    @Test("A clock that was set back stands before the newest audit entry, and is a fault of a live register")
    func clockBack() {
        let check = HealthCheck.clock(at: now, newestEntry: now + 7_200, practice: false)
        #expect(check.state == .fault)
        #expect(check.finding == "the newest audit entry is 120 minutes ahead of the clock")
        #expect(check.remedy?.contains("Set the machine's clock right") == true)
    }

    @Test("In practice, where the clock may be chosen, it is a warning")
    func practiceClock() {
        #expect(HealthCheck.clock(at: now, newestEntry: now + 7_200, practice: true).state == .warning)
    }

    @Test("A minute's lead is let pass, and an empty trail says nothing", arguments: [60, 0, -5])
    func lead(seconds: Int) {
        #expect(HealthCheck.clock(at: now, newestEntry: now + seconds, practice: false).state == .ok)
        #expect(HealthCheck.clock(at: now, newestEntry: nil, practice: false).state == .ok)
    }

    @Test(
        "Holidays that have ended are a fault, those that end within 90 days a warning, in each state apart",
        arguments: [
            ("2026-03-03T10:00", HealthCheck.State.ok), ("2027-07-01T10:00", .warning), ("2027-08-31T10:00", .warning),
            ("2027-09-01T10:00", .fault),
        ])
    func holidays(written: String, state: HealthCheck.State) {
        let checks = HealthCheck.holidays(BusinessCalendar(), at: at(written))
        #expect(checks.count == AustralianState.allCases.count)
        let victoria = checks.first { $0.name == "holidays of Victoria" }
        #expect(victoria?.state == state, "\(victoria?.finding ?? "")")
        #expect(checks.first { $0.name == "holidays of Queensland" }?.state == .ok)
    }
}

@Suite("Keys that stand in any case")
struct OrNullTests {
    private struct Report: Encodable {
        @OrNull var plan: String?
        let other: String?
    }

    @Test("Where there is no value the key holds null, and a plain optional leaves its key out")
    func null() throws {
        #expect(try json(Report(plan: nil, other: nil)) == #"{"plan":null}"#)
        #expect(try json(Report(plan: "MSP-000001", other: "x")) == #"{"other":"x","plan":"MSP-000001"}"#)
    }

    private func json(_ report: Report) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}
