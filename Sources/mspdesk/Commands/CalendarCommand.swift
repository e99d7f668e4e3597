import ArgumentParser
import Casework
import Foundation
import Storage

/// Public holidays and business days. It needs no register; where there is one, the days that were added to it count.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Public holidays and business days of each state.",
        subcommands: [Holidays.self, Count.self])

    private static func state(_ text: String) throws -> AustralianState {
        guard let state = AustralianState(rawValue: text.lowercased()) else { throw InputError.notAState(text) }
        return state
    }

    /// The calendar of the register at hand, or the program's own where there is none.
    ///
    /// - Throws: ``RegisterError`` for a register that is there and cannot be read.
    private static func calendar(_ options: DeskOptions) throws -> BusinessCalendar {
        guard access(options.registerPath, F_OK) == 0 else { return BusinessCalendar() }
        let register = try Register.look(at: options.registerPath)
        let added = try register.read { try $0.addedHolidays() }
        try register.close()
        return BusinessCalendar(added: added)
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
        @OptionGroup var options: DeskOptions

        func run() throws {
            let state = try CalendarCommand.state(state)
            let holidays = try CalendarCommand.calendar(options).holidays(in: state, year: year)
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
        @OptionGroup var options: DeskOptions

        private struct Report: Encodable {
            let businessDays: Int
            let workingDays: Int
            let holidays: [Row]
        }

        func run() throws {
            let (from, to) = (try CalendarDay(argument: from), try CalendarDay(argument: to))
            let state = try CalendarCommand.state(state)
            let calendar = try CalendarCommand.calendar(options)
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
