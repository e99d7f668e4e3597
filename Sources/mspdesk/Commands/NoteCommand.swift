import ArgumentParser
import Casework
import Foundation

/// Notes and contact reports.
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write and read notes, and record contact reports.",
        subcommands: [Add.self, List.self, Types.self, Remove.self, Reports.self, RecordReport.self, GiveBack.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a note; without manager access it becomes a contact report.")
        @Argument(help: "CRN, Medicare number, CSID, plan ID or external ID.") var ref: String
        @Option(help: "The type of note; see 'mspdesk note types'.") var type: String
        @Option(name: .customLong("field"), help: "A part, as NAME=TEXT; repeat it.") var fields: [String] = []
        @Option(
            help: "A file: a JSON object of the parts, or the text of content, discussion or detail.",
            completion: .file()) var from: String?
        @Option(
            help: """
                The contact that it tells of: face-to-face, phone or writing. Then the contact is entered too, and OMC \
                and backup are told as the plan has it.
                """) var channel: String?
        @Option(help: "Where that contact took place.") var site: String?
        @Option(help: "Whom that contact was for: centrelink, medicarePublic, medicareProvider or childSupport.")
        var brand: String?
        @Flag(help: "The contact was refused: it counts towards no limit.") var refused = false
        @Flag(name: .long, help: "The call went to the OMC or PSSO, not to the Smart Centre.") var toOmc = false
        @Option(help: "The phone number in use.") var number: String?
        @Option(help: "The postal or e-mail address in use.") var address: String?
        @Flag(help: "Documents were uploaded.") var upload = false
        @Option(help: "The number of an earlier note of the same person, which this one adds to or puts right.")
        var follows: Int64?
        @Flag(help: "One JSON document on standard output.") var json = false
        @OptionGroup var options: DeskOptions

        func validate() throws {
            let ofContact = [
                (site != nil, "--site"), (brand != nil, "--brand"), (refused, "--refused"), (toOmc, "--to-omc"),
                (number != nil, "--number"), (address != nil, "--address"), (upload, "--upload"),
            ]
            if channel == nil, let given = ofContact.first(where: \.0)?.1 {
                throw ValidationError("\(given) tells of a contact: name its --channel.")
            }
        }

        private struct Report: Encodable {
            let note: Int64?
            let report: Int64?
            let recorded: Bool
        }

        func run() throws {
            var parts: [String: String] = [:]
            if let from { parts = try Self.read(from, for: .init(rawValue: type)) }
            for text in fields {
                let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                guard pair.count == 2, !pair[0].isEmpty else { throw InputError.notAField(text) }
                parts[pair[0]] = pair[1]
            }
            let content = NoteContent(type: .init(rawValue: type), fields: parts)
            let brand = try brand.map(Brand.init(written:))
            let seat = try options.desk()
            let record = try seat.open(ref)
            let attempt = try channel.map { text in
                let channel = try Channel(written: text)
                return ContactAttempt(
                    channel: channel, at: seat.now, site: channel.site(site),
                    toOmc: toOmc || record.plan?.contactRole(of: seat.desk.staff.id) != nil, brand: brand,
                    number: number,
                    address: address, upload: upload)
            }
            let judgement = try attempt.map { try seat.desk.judge($0, of: record).askingBrand }
            let contact = attempt.map { attempt in
                // No words of the person's own: the outcome stands in the mail, which names nobody.
                Contact(
                    attempt, of: record, by: seat.desk.staff.id, verdict: judgement?.verdict, refused: refused,
                    outcome: NoteType.named(content.type)?.title)
            }
            let saved = try seat.desk.save(
                content, for: record.customer.id, follows: follows.map(Note.ID.init(rawValue:)), contact: contact,
                notify: contact.flatMap { ContactNotification(of: $0, on: record.plan) }, at: seat.now)
            try seat.desk.showWarning(of: record, json: json)
            if let judgement, judgement.verdict == .ask {
                Output.error("Whether the contact was in line is not known. \(judgement.because)")
            }
            switch saved {
            case .note(let id):
                if json { return try Output.json(Report(note: id.rawValue, report: nil, recorded: true)) }
                Output.line("Note \(id.rawValue) is recorded\(follows.map { " and follows note \($0)" } ?? "").")
            case .report(let id):
                let words =
                    "Contact report \(id.rawValue) waits for a manager to record it: your access records no notes."
                guard json else { return Output.line(words) }
                Output.error(words)
                try Output.json(Report(note: nil, report: id.rawValue, recorded: false))
            }
        }

        /// The parts in a file: a JSON object of texts, or plain text for the part that holds what was said.
        private static func read(_ path: String, for type: NoteType.ID) throws -> [String: String] {
            // A handle reads a pipe too, such as /dev/stdin.
            guard let file = FileHandle(forReadingAtPath: path) else { throw InputError.noFile(path) }
            let data: Data
            do { data = try file.readToEnd() ?? Data() } catch { throw InputError.noFile(path) }
            guard let text = String(validating: data, as: UTF8.self) else { throw InputError.notParts(path) }
            if text.first(where: { !$0.isWhitespace }) == "{" {
                do { return try JSONDecoder().decode([String: String].self, from: data) } catch {
                    throw InputError.notParts(path)
                }
            }
            let parts = NoteType.named(type)?.parts.map(\.name) ?? []
            guard let part = ["content", "discussion", "detail"].first(where: parts.contains) else {
                throw InputError.notParts(path)
            }
            return [part: text]
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the notes of a person, the newest first.")
        @Argument(help: "CRN, Medicare number, CSID, plan ID or external ID.") var ref: String
        @Flag(help: "One JSON document on standard output; the warning goes to standard error.") var json = false
        @OptionGroup var options: DeskOptions

        func run() throws {
            let seat = try options.desk()
            let record = try seat.open(ref)
            let notes = try seat.desk.notes(of: record.customer.id, at: seat.now)
            let reports = try seat.desk.waitingReports(of: record.customer.id, at: seat.now)
            try seat.desk.showWarning(of: record, json: json)
            if json {
                let staff = try seat.desk.staff(notes.map(\.author))
                return try Output.json(
                    notes.map { note in
                        NoteReport(note, among: notes, reports, by: staff[note.author]?.name, zone: seat.desk.zone)
                    })
            }
            if notes.isEmpty { Output.line("No note yet.") }
            for note in notes {
                Output.line(
                    "\(note.id.rawValue)  \(seat.desk.zone.stamp(note.writtenAt))  \(note.content.type)  \(note.author)"
                        + (note.removal.map { "  removed: \($0.reason.name)" } ?? ""))
                for line in Self.links(of: note, among: notes, reports, in: seat.desk.zone) { Output.line(line) }
                for part in note.content.filledParts {
                    Output.line("    \(part.label): \(note.content.fields[part.name] ?? "")")
                }
                for line in note.content.trail { Output.line("    - \(line)") }
            }
        }

        /// What it follows and what follows it, a line each (N2).
        private static func links(
            of note: Note, among notes: [Note], _ reports: [ContactReport], in zone: LocalZone
        ) -> [String] {
            notes.filter { $0.id == note.follows }.map { "    follows \($0.inWords(zone))" }
                + notes.following(note.id).map { "    followed by \($0.inWords(zone))" }
                + reports.following(note.id).map { report in
                    "    followed by report \(report.id.rawValue), which waits: \(report.content.type), "
                        + "\(zone.stamp(report.writtenAt)), \(report.author)"
                }
        }
    }

    struct Types: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "types", abstract: "List the types of note and their parts.")
        @Flag(help: "One JSON document on standard output.") var json = false

        private struct Row: Encodable {
            struct Part: Encodable {
                let name: String
                let label: String
                let required: Bool
                let choices: [String]?
            }
            let type: String
            let title: String
            let parts: [Part]
            let forms: [String: [Part]]?
        }

        func run() throws {
            func rows(_ parts: [NotePart]) -> [Row.Part] {
                parts.map {
                    Row.Part(
                        name: $0.name, label: $0.label, required: $0.required,
                        choices: $0.choices.isEmpty ? nil : $0.choices)
                }
            }
            if json {
                return try Output.json(
                    NoteType.catalogue.map { type in
                        Row(
                            type: type.id.rawValue, title: type.title, parts: rows(type.parts),
                            forms: type.forms.isEmpty ? nil : type.forms.mapValues(rows))
                    })
            }
            for type in NoteType.catalogue {
                Output.line("\(type.id)  \(type.title)")
                Output.line("    " + type.parts.map { $0.name + ($0.required ? "*" : "") }.joined(separator: " "))
                for (form, parts) in type.forms.sorted(by: { $0.key < $1.key }) {
                    Output.line("    form=\(form): " + parts.map { $0.name + "*" }.joined(separator: " "))
                }
            }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take a note out of sight; its text stays in the register (CAPT).")
        @Argument(help: "The note's number.") var id: Int64
        @Option(help: "privacy, wrong-customer or language.") var reason: String
        @Option(help: "Why, in words.") var why: String
        @OptionGroup var options: DeskOptions

        func run() throws {
            guard let reason = NoteRemoval.Reason(rawValue: reason) else {
                throw ValidationError("--reason takes privacy, wrong-customer or language.")
            }
            let seat = try options.desk()
            try seat.desk.remove(.init(rawValue: id), reason: reason, why: why, at: seat.now)
            seat.desk.practiceLine()
            Output.line("Note \(id) is out of sight.")
        }
    }

    struct Reports: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reports", abstract: "List the contact reports that wait to be recorded.")
        @Flag(help: "One JSON document on standard output.") var json = false
        @OptionGroup var options: DeskOptions

        func run() throws {
            let seat = try options.desk()
            let waiting = try seat.desk.waitingReports(at: seat.now)
            if let why = try seat.desk.recordReading(of: waiting.map(\.report), at: seat.now) {
                Output.error("Warning: the audit trail holds no entry of this reading. \(why)")
            }
            if json {
                let staff = try seat.desk.staff(waiting.map(\.report.author))
                return try Output.json(
                    waiting.map { entry in
                        WaitingReport(
                            entry.report, entry.customer, earlier: entry.earlier, begunReturn: entry.begunReturn,
                            by: staff[entry.report.author]?.name, zone: seat.desk.zone)
                    })
            }
            seat.desk.practiceLine()
            if waiting.isEmpty { Output.line("No contact report waits.") }
            for entry in waiting {
                let (report, zone) = (entry.report, seat.desk.zone)
                Output.line(
                    "\(report.id.rawValue)  \(zone.stamp(report.writtenAt))  \(report.content.type)  "
                        + "\(entry.customer?.name ?? "unknown")  \(report.plan?.rawValue ?? "no plan")  by "
                        + "\(report.author)")
                if let followed = entry.followed { Output.line("    follows \(followed.inWords(zone))") }
                for earlier in entry.earlier {
                    guard let returned = earlier.returned else { continue }
                    Output.line(
                        "    written before, as report \(earlier.id.rawValue), \(zone.stamp(earlier.writtenAt)); given "
                            + "back by \(returned.by), \(zone.stamp(returned.at)): \(returned.reason)")
                }
                if let reason = entry.begunReturn { Output.line("    you began to give it back: \(reason)") }
            }
        }
    }

    struct GiveBack: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "return", abstract: "Give a contact report back to its author, who finds it as a draft.")
        @Argument(help: "The report's number.") var id: Int64
        @Option(help: "What is to be changed.") var reason: String
        @OptionGroup var options: DeskOptions

        func run() throws {
            let seat = try options.desk()
            let draft = NoteDraft.ID(rawValue: UUID().uuidString)
            try seat.desk.giveBack(.init(rawValue: id), because: reason, as: draft, at: seat.now)
            seat.desk.practiceLine()
            Output.line("Contact report \(id) is back with its author.")
        }
    }

    struct RecordReport: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "record", abstract: "Record a contact report as a note; author and time stay.")
        @Argument(help: "The report's number.") var id: Int64
        @OptionGroup var options: DeskOptions

        func run() throws {
            let seat = try options.desk()
            let note = try seat.desk.record(.init(rawValue: id), at: seat.now)
            seat.desk.practiceLine()
            Output.line("Contact report \(id) is recorded as note \(note.rawValue).")
        }
    }
}
