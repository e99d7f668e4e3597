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

    init(seed: UInt64, count: Int, _ settings: Settings) {
        (self.seed, self.count, self.settings) = (seed, count, settings)
    }

    private enum Kind: CaseIterable { case customers, staff, sites, holidays, plans, procedure, theme, configuration }

    /// - Throws: ``Trouble`` when one is refused without words, or the register is not whole afterwards. A crash ends
    ///   the process, and a file that takes for ever is ended by whoever started it.
    func work() throws {
        let scratch = try Scratch()
        try Office.make(at: scratch.register, seed: seed)
        let register = try Register.open(at: scratch.register)
        let originals = try originals(of: register)
        var mutator = Mutator(seed: seed)
        for number in 0..<count {
            let kind = mutator.random.one(of: Kind.allCases)
            let bytes = mutator.damaged(mutator.random.one(of: originals[kind] ?? [[]]))
            do { try load(bytes, as: kind, into: register, at: scratch.directory + "/input") } catch let error
                as any UserFacing
            {
                try expectWords([error.message, error.remedy], kind, number)
            } catch let error as ThemeError {
                try expectWords([error.message, error.remedy], kind, number)
            } catch { throw Trouble("\(kind) \(number): refused without words: \(error)") }
        }
        guard try register.condition().isIntact else { throw Trouble("the register is not intact") }
        var chain = AuditVerification()
        try register.read { try $0.auditEntries(of: nil) { chain.check($0) } }
        if let fault = chain.conclusion() { throw Trouble("the audit trail is broken: \(fault.message)") }
    }

    private func expectWords(_ words: [String], _ kind: Kind, _ number: Int) throws {
        guard words.allSatisfy({ !$0.isEmpty && $0.count < 5_000 }) else {
            throw Trouble("\(kind) \(number): refused with \(words.map(\.count)) characters")
        }
    }

    private func load(_ bytes: [UInt8], as kind: Kind, into register: Register, at path: String) throws {
        let imported: ImportKind
        switch kind {
        case .customers: imported = .customers
        case .staff: imported = .staff
        case .sites: imported = .sites
        case .holidays: imported = .holidays
        case .plans: imported = .plans
        case .procedure:
            let procedure = try Procedure(yaml: String(decoding: bytes, as: UTF8.self), file: path)
            // Whatever loads must be drawn, listed and followed too.
            _ = (procedure.mermaid, procedure.dot, procedure.outline, procedure.paths.count)
            _ = try procedure.run(facts: { _ in Finding(value: nil, because: "not known", rule: "") })
            return
        case .configuration:
            let written = WrittenConfiguration(
                yaml: String(decoding: bytes, as: UTF8.self), file: path, themes: ["dark", "light"])
            guard written.faults.allSatisfy({ !$0.message.isEmpty && $0.message.count < 5_000 }) else {
                throw Trouble("a configuration is refused with no words, or too many")
            }
            return
        case .theme:
            _ = try Theme(yaml: String(decoding: bytes, as: UTF8.self), file: path)
            return
        }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let report = try register.importFile(
            imported, from: path, options: ImportOptions(skipBad: bytes.count % 2 == 0, dryRun: bytes.count % 3 == 0),
            actor: PracticeRegister.administrator, at: Office.now)
        guard report.bad.allSatisfy({ !$0.reason.isEmpty && $0.line > 0 && !$0.field.isEmpty }) else {
            throw Trouble("\(imported): a bad row without line, field or reason")
        }
    }

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
