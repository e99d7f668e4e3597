import ArgumentParser
import Casework
import Procedures

extension GuideCommand {
    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Run a procedure on a person's record.")
        @Argument(help: "The procedure, as visit; 'guide list' names them.") var id: String
        @Option(help: "CRN, Medicare number, CSID, plan ID or external ID; none where danger leaves no time for one.")
        var customer: String?
        @Option(help: "Where the contact takes place.") var site: String?
        @Option(help: "When, as 2026-03-04T10:15:00+11:00; now if left out.") var at: String?
        @Option(name: .customLong("answer"), help: "An answer, as NODE=VALUE; tasks take all, none or a,b. Repeat it.")
        var answers: [String] = []
        @Option(help: "centrelink, medicarePublic, medicareProvider or childSupport; asked for where one differs.")
        var brand: String?
        @Flag(help: "The contact reached the One Main Contact or PSSO, not the Smart Centre.") var toOmc = false
        @Option(help: "Why an answer overrules what the record says.") var because: String?
        @Flag(help: "One JSON document on standard output; the warning goes to standard error.") var json = false
        @OptionGroup var content: ContentOption
        @OptionGroup var options: DeskOptions

        func run() throws {
            let (procedure, passedOver) = try content.library().load(.init(rawValue: id))
            for fault in passedOver { Output.error("\(fault.description)\n  The program's own is used.") }
            let given = try answers.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { throw InputError.notAnAnswer(text) }
                return Answer(parts[0], parts[1], because: because)
            }
            let brand = try brand.map(Brand.init(written:))
            let seat = try options.desk()
            guard let customer else {
                guard procedure.channel == nil else { throw InputError.noCustomer(id) }
                let run = try procedure.run(
                    facts: { _ in Finding(value: nil, because: "No record is open.", rule: "") }, answers: given,
                    begun: seat.now)
                let schedule = try seat.desk.schedule(for: nil, in: nil, at: seat.now)
                try procedure.checkDays(of: given, today: schedule.zone.day(at: seat.now), in: schedule)
                return try tell(
                    run,
                    ContactWords(
                        time: seat.desk.zone.stamp(seat.now), site: site, limits: (schedule, from: seat.now)))
            }
            let opened = try seat.open(customer)
            let instant = try at.map { try seat.instant(written: $0, at: site, of: opened) }
            let record = try opened.at(instant ?? seat.now)
            let attempt = ContactAttempt(
                channel: procedure.channel ?? .phone, at: record.at, site: site,
                toOmc: toOmc && procedure.channel != nil, brand: brand)
            let facts = ContactFacts(
                record: record, attempt: attempt, judgement: try seat.desk.judge(attempt, of: record).askingBrand)
            let known = try seat.desk.facts(procedure.facts, for: facts)
            let run = try procedure.run(
                facts: { known[$0] ?? facts.finding($0) }, answers: given, begun: record.at)
            let schedule = try seat.desk.schedule(for: record, in: facts.judgement.zone, at: record.at)
            try procedure.checkDays(of: given, today: schedule.zone.day(at: record.at), in: schedule)
            let words = ContactWords(
                time: facts.judgement.stamp(attempt.at), site: site,
                clock: WorkClock(facts.judgement.zone, officer: facts.judgement.reader),
                limits: (schedule, from: record.at))
            try seat.desk.recordGuided(
                "\(id): \(run.outcome?.id.rawValue ?? "unfinished")", of: record.customer.id, at: seat.now)
            try seat.desk.showWarning(of: record, json: json)
            try tell(run, words)
        }

        private func tell(_ run: ProcedureRun, _ words: ContactWords) throws {
            let notes = run.drafts(for: words)
            if json { return try Output.json(RunReport(run, notes: notes, limits: words.limits)) }
            let due = words.limits.map { schedule, now in
                run.dueHere(now: now, in: schedule).map { $0.words(in: schedule.zone, from: now) }
            }
            Self.tell(run, notes: notes, due: due ?? [])
        }

        private static func tell(_ run: ProcedureRun, notes: [NoteContent], due: [String]) {
            for step in run.trail { Output.line("  \(step.words)") }
            if let awaiting = run.awaiting {
                Output.line("Question: \(awaiting.node.question)")
                for line in due { Output.line("  Due: \(line)") }
                if awaiting.node.choices.isEmpty {
                    Output.line("  --answer \(awaiting.name)=…  \(awaiting.node.takes.joined(separator: ", "))")
                }
                for choice in awaiting.node.choices {
                    Output.line("  --answer \(awaiting.name)=\(choice.value)  \(choice.label)")
                }
            }
            guard let outcome = run.outcome else { return }
            Output.line("Outcome: \(outcome.title)")
            for line in due { Output.line("  Due: \(line)") }
            if let say = outcome.say { Output.line("  Say: \(say)") }
            for (index, action) in outcome.actions.enumerated() { Output.line("  \(index + 1). \(action)") }
            if !run.notified.isEmpty {
                Output.line("  Tell: \(run.notified.map(\.rawValue).joined(separator: ", "))")
            }
            for note in notes {
                Output.line("  Note: \(note.type)")
                for (part, text) in note.fields.sorted(by: { $0.key < $1.key }) {
                    Output.lines("    \(part): \(text.replacing("\n", with: "\n      "))")
                }
            }
        }
    }
}
