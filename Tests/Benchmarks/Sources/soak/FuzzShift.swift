import Casework
import Foundation
import Procedures
import Screens
import Storage
import TestSupport
import Widgets

/// Real files, damaged by a seed: each is loaded, or refused with words.
struct FuzzShift {
    let seed: UInt64
    let count: Int
    let settings: Settings
    private let library: ProcedureLibrary
    /// The procedures as they are shipped.
    private let shipped: [Procedure.ID: Procedure]

    init(seed: UInt64, count: Int, _ settings: Settings) throws {
        (self.seed, self.count, self.settings) = (seed, count, settings)
        library = ProcedureLibrary(directory: settings.checkout + "/Sources/Procedures/Content")
        shipped = Dictionary(uniqueKeysWithValues: try library.everything().procedures.map { ($0.id, $0) })
    }

    private enum Kind: CaseIterable { case customers, staff, sites, holidays, plans, procedure, theme, configuration }

    /// - Returns: how many were taken; the others were refused.
    /// - Throws: ``Trouble`` when one is refused without words, a sound one is refused, or the register is not whole
    ///   afterwards. A crash ends the process, and a file that takes for ever is ended by whoever started it.
    func work() throws -> Int {
        let scratch = try Scratch()
        try Office.make(at: scratch.register, seed: seed)
        let register = try Register.open(at: scratch.register)
        let originals = try originals(of: register)
        let input = scratch.directory + "/input"
        for (kind, files) in originals {
            // A sample that the program refuses as it is would damage nothing.
            for file in files where try !load(file, as: kind, into: register, at: input) {
                throw Trouble("a sound file is refused: \(kind), \(String(decoding: file.prefix(40), as: UTF8.self))")
            }
        }
        var mutator = Mutator(seed: seed)
        var taken = 0
        for number in 0..<count {
            let kind = mutator.random.one(of: Kind.allCases)
            let bytes = mutator.damaged(mutator.random.one(of: originals[kind] ?? [[]]))
            do {
                if try load(bytes, as: kind, into: register, at: input) { taken += 1 }
            } catch let error as any UserFacing {
                try expectWords([error.message, error.remedy], kind, number)
            } catch let error as Trouble {
                throw error
            } catch { throw Trouble("\(kind) \(number): refused without words: \(error)") }
        }
        guard try register.condition().isIntact else { throw Trouble("the register is not intact") }
        var chain = AuditVerification()
        try register.read { try $0.auditEntries(of: nil) { chain.check($0) } }
        if let fault = chain.conclusion() { throw Trouble("the audit trail is broken: \(fault.message)") }
        return taken
    }

    private func expectWords(_ words: [String], _ kind: Kind, _ number: Int) throws {
        guard words.allSatisfy({ !$0.isEmpty && $0.count < 5_000 }) else {
            throw Trouble("\(kind) \(number): refused with \(words.map(\.count)) characters")
        }
    }

    /// - Returns: whether there was nothing to find fault with.
    private func load(_ bytes: [UInt8], as kind: Kind, into register: Register, at path: String) throws -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        let imported: ImportKind
        switch kind {
        case .customers: imported = .customers
        case .staff: imported = .staff
        case .sites: imported = .sites
        case .holidays: imported = .holidays
        case .plans: imported = .plans
        case .procedure:
            try follow(text, file: path)
            return true
        case .configuration: return try configure(text, file: path)
        case .theme:
            let theme = try Theme(yaml: text, file: path)
            for fault in theme.faintRoles() where !fault.contrast.isFinite {
                throw Trouble("the contrast of \(fault.role) is \(fault.contrast)")
            }
            return true
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let report = try register.importFile(
            imported, from: path, options: ImportOptions(skipBad: bytes.count % 2 == 0, dryRun: bytes.count % 3 == 0),
            actor: try Desk(register, as: .logon(PracticeRegister.administrator)).administrator(at: Office.now),
            at: Office.now)
        if let bad = report.bad.first(where: { $0.reason.isEmpty || $0.line <= 0 || $0.field.isEmpty }) {
            throw Trouble("\(imported): a bad row without line, field or reason: \(bad)")
        }
        return report.bad.isEmpty
    }

    /// Whatever loads must be drawn, listed, compared and followed too, alone and as it is kept with a run.
    private func follow(_ text: String, file: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let procedure = try library.procedure(inFile: file)
        _ = (procedure.mermaid, procedure.dot, procedure.outline, procedure.paths()?.count)
        _ = ProcedurePage(procedure).html
        let facts: (FactName) -> Finding = { _ in Finding(value: nil, because: "not known", rule: "") }
        let first = try procedure.run(facts: facts)
        guard try Procedure(procedure.id, texts: procedure.texts).run(facts: facts) == first else {
            throw Trouble("\(procedure.id) runs otherwise as it is kept with a run")
        }
        if let shipped = shipped[procedure.id] {
            _ = ProcedureChange(from: shipped, to: procedure)
            for example in shipped.examples.prefix(1) {
                let head = GuideRun.Head(
                    id: .init(rawValue: "soak"), procedure: shipped.id.rawValue, title: shipped.title,
                    version: shipped.version, customer: nil, begunBy: PracticeRegister.administrator,
                    begunAt: Office.now, savedBy: PracticeRegister.administrator, savedAt: Office.now)
                let run = GuideRun(
                    head, texts: shipped.texts.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value },
                    answers: example.answers.map { Answer($0.key, $0.value, because: "seen so") })
                _ = try RunComparison(run, through: procedure).words
            }
        }
    }

    /// A configuration is never refused: what is wrong is named, and changes keep all the rest or say why not.
    private func configure(_ text: String, file: String) throws -> Bool {
        let written = WrittenConfiguration(yaml: text, file: file, themes: ["dark", "light"])
        guard written.faults.allSatisfy({ !$0.message.isEmpty && $0.message.count < 5_000 }) else {
            throw Trouble("a configuration is refused with no words, or too many")
        }
        let change = Self.changes[text.utf8.count % Self.changes.count]
        do {
            let changed = try ConfigurationText.changed(text, by: change)
            var wanted = written.configuration
            wanted.apply(change)
            let found = WrittenConfiguration(yaml: changed, file: file, themes: ["dark", "light"]).configuration
            guard found == wanted else { throw Trouble("\(change) changed more than that in \(text.prefix(200))") }
        } catch let error as ConfigurationTextError {
            guard !error.message.isEmpty else { throw Trouble("a change is refused without words") }
        }
        return written.faults.isEmpty
    }

    private static let changes = [
        SettingChange.blanking(.minutes(7)), .mouse(true), .site("O'Hara: #1"), .site(nil),
    ]

    private func originals(of register: Register) throws -> [Kind: [[UInt8]]] {
        func files(_ folder: String) throws -> [[UInt8]] {
            let path = settings.checkout + "/" + folder
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter { $0.hasSuffix(".yaml") }
                .map { Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + $0))) }
        }
        return [
            .customers: [Array(Originals.customers.utf8)], .staff: [Array(Originals.staff.utf8)],
            .sites: [Array(Originals.sites.utf8)], .holidays: [Array(Originals.holidays.utf8)],
            .plans: [Array(Originals.plans.utf8)], .procedure: try files("Sources/Procedures/Content"),
            .theme: try files("Themes"), .configuration: [Array(Originals.configuration.utf8)],
        ]
    }
}
