import ArgumentParser
import Casework

/// Public holidays and business days; needs no register.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Public holidays and business days of each state.",
        subcommands: [Holidays.self, Count.self])

    private static func state(_ text: String) throws -> AustralianState {
        guard let state = AustralianState(rawValue: text.lowercased()) else { throw InputError.notAState(text) }
        return state
    }

    private static func day(_ text: String) throws -> CalendarDay {
        guard let day = CalendarDay(text) else { throw InputError.notADay(text) }
        return day
    }

    struct Row: Encodable {
        let date: CalendarDay
        let name: String
    }

    struct Holidays: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "holidays", abstract: "The public holidays of a state in a year, on their observed days.")
        @Argument(help: "nsw, vic, qld, sa, wa, tas, act or nt.") var state: String
        @Argument(help: "The year.") var year: Int
        @Flag(help: "One JSON document on standard output.") var json = false

        func run() throws {
            let holidays = try BusinessCalendar().holidays(in: try CalendarCommand.state(state), year: year)
            if json { return try Output.json(holidays.map { Row(date: $0.day, name: $0.name) }) }
            for holiday in holidays { Output.line("\(holiday.day)  \(holiday.day.weekday.name)  \(holiday.name)") }
        }
    }

    struct Count: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "count",
            abstract:
                "Business days as the incident system counts, and working days without holidays; both ends included.")
        @Argument(help: "The first day, as 2026-03-04.") var from: String
        @Argument(help: "The last day.") var to: String
        @Argument(help: "nsw, vic, qld, sa, wa, tas, act or nt.") var state: String
        @Flag(help: "One JSON document on standard output.") var json = false

        private struct Report: Encodable {
            let businessDays: Int
            let workingDays: Int
            let holidays: [Row]
        }

        func run() throws {
            let (from, to) = (try CalendarCommand.day(from), try CalendarCommand.day(to))
            let state = try CalendarCommand.state(state)
            let calendar = BusinessCalendar()
            let working = try calendar.workingDays(from: from, to: to, in: state)
            let holidays = try calendar.holidays(from: from, to: to, in: state)
            let business = BusinessCalendar.businessDays(from: from, to: to)
            if json {
                return try Output.json(
                    Report(
                        businessDays: business, workingDays: working,
                        holidays: holidays.map { Row(date: $0.day, name: $0.name) }))
            }
            Output.line("\(business) business days as the incident system counts, \(working) working days")
            for holiday in holidays { Output.line("  \(holiday.day)  \(holiday.day.weekday.name)  \(holiday.name)") }
        }
    }
}
