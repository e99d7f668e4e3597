import Casework
import Foundation
import Storage
import TestSupport

/// A desk that saves notes and drafts as fast as it can, and says each only once the register has it.
struct Writer {
    let register: String
    let logon: String
    let seed: UInt64

    /// What is said of a piece of writing: its kind, its name, whose it is, and its text.
    struct Receipt: Hashable {
        enum Kind: String { case note, report, draft }
        let kind: Kind
        let name: String
        let customer: String
        let text: String

        var line: String { [kind.rawValue, name, customer, text].joined(separator: "\t") + "\n" }

        init(_ kind: Kind, _ name: String, of customer: String, _ text: String) {
            (self.kind, self.name, self.customer, self.text) = (kind, name, customer, text)
        }

        /// Nil for a line that was cut off by the end of its writer.
        init?(line: Data) {
            let words = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 4, let kind = Kind(rawValue: words[0]), words[3].hasSuffix(".") else { return nil }
            self.init(kind, words[1], of: words[2], words[3])
        }
    }

    func write(upTo limit: Duration) throws {
        var random = SeededNumbers(seed: seed)
        let store = try Register.open(at: register)
        let desk = try Desk(store, as: .logon(StaffMember.ID(rawValue: logon)))
        var customers: [Customer] = []
        try store.fill { session in try session.customers { customers.append($0) } }
        let end = ContinuousClock.now + limit
        var count = 0
        while ContinuousClock.now < end {
            count += 1
            let customer = random.one(of: customers)
            let mark = "\(customer.externalId) \(seed) \(count) "
            let text = mark + String(repeating: "x", count: random.once(in: 20) ? 20_000 : random.below(200)) + "."
            let now = Instant(seconds: 1_780_000_000 + count)
            let content = NoteContent(type: NoteType.other.id, fields: ["content": text])
            let id = NoteDraft.ID(rawValue: "\(seed)-\(count)")
            let hand = DraftInHand(
                begun: NoteDraft(
                    id: id, customer: customer.id, author: desk.staff.id, content: content, beganAt: now, savedAt: now))
            if random.below(3) > 0 {
                _ = try desk.keep(content, of: hand, apartAs: { id }, at: now)
                say(Receipt(.draft, id.rawValue, of: customer.externalId, text))
                if random.once(in: 4) { continue }
            }
            switch try desk.save(content, of: hand, at: now) {
            case .note(let id): say(Receipt(.note, "\(id.rawValue)", of: customer.externalId, text))
            case .report(let id): say(Receipt(.report, "\(id.rawValue)", of: customer.externalId, text))
            }
        }
    }

    /// In one piece: a receipt that is there is a promise.
    private func say(_ receipt: Receipt) {
        let bytes = Array(receipt.line.utf8)
        _ = Foundation.write(1, bytes, bytes.count)
    }

}

/// The receipts that writers leave in a file.
struct ReceiptLog {
    let path: String
    private(set) var receipts: [Writer.Receipt] = []
    private var bytesRead = 0

    init(_ path: String) { self.path = path }

    /// How long it is by now; 0 while nobody has written.
    var size: Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Takes what came since it was last read.
    mutating func read() throws {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        try file.seek(toOffset: UInt64(bytesRead))
        let bytes = try file.readToEnd() ?? Data()
        try file.close()
        bytesRead += bytes.count
        receipts += bytes.split(separator: UInt8(ascii: "\n")).compactMap { Writer.Receipt(line: $0) }
    }
}

/// A register looked at after what was done to it.
struct Inquest {
    let path: String

    /// - Throws: ``Trouble`` when the register is not whole, a promised note is not there or not the one promised, one
    ///   stands twice, or one is about another person than the one whom it was written for.
    func hold(_ receipts: [Writer.Receipt], isDeep: Bool = true) throws {
        let register = try Register.open(at: path)
        if isDeep, try !register.condition().isIntact { throw Trouble("\(path) is not intact") }
        var chain = AuditVerification()
        try register.read { try $0.auditEntries(of: nil) { chain.check($0) } }
        if let fault = chain.conclusion() { throw Trouble("the audit trail is broken: \(fault.message)") }

        var kept: [Writer.Receipt: Int] = [:]
        var written: Set<String> = []
        let found = try register.fill { session in
            var customers: [Customer] = []
            try session.customers { customers.append($0) }
            var found: [Writer.Receipt] = []
            for customer in customers {
                let own = customer.externalId
                for note in try session.notes(of: customer.id) where note.report == nil {
                    found.append(.init(.note, "\(note.id.rawValue)", of: own, note.content.fields["content"] ?? ""))
                }
                for report in try session.waitingReports(of: customer.id) {
                    found.append(
                        .init(.report, "\(report.id.rawValue)", of: own, report.content.fields["content"] ?? ""))
                }
            }
            for logon in Fleet.logons {
                for draft in try session.drafts(by: StaffMember.ID(rawValue: logon)) {
                    let own = try session.customer(draft.customer)?.externalId ?? ""
                    found.append(.init(.draft, draft.id.rawValue, of: own, draft.content.fields["content"] ?? ""))
                }
            }
            return found
        }
        for piece in found {
            kept[piece, default: 0] += 1
            guard piece.text.hasPrefix(piece.customer + " ") else {
                throw Trouble("\(piece.kind) \(piece.name) of \(piece.customer) begins: \(piece.text.prefix(30))")
            }
            if piece.kind != .draft, !written.insert(piece.text).inserted {
                throw Trouble("saved twice: \(piece.text.prefix(40))")
            }
        }
        for receipt in receipts {
            // A draft that became a note is gone, and its note holds the same text.
            if receipt.kind == .draft, written.contains(receipt.text) { continue }
            guard kept[receipt] == 1 else {
                throw Trouble(
                    "lost: \(receipt.kind) \(receipt.name) of \(receipt.customer), \(receipt.text.prefix(40))")
            }
        }
        for piece in found where piece.kind == .draft && written.contains(piece.text) {
            throw Trouble("the draft \(piece.name) outlived its note")
        }
        try register.close()
    }
}

/// Writers killed in the middle of it, again and again: nothing that was promised is lost.
struct KillShift {
    let seed: UInt64
    let kills: Int

    /// - Returns: how many promises were kept.
    /// - Throws: ``Trouble``.
    func work() throws -> Int {
        let scratch = try Scratch()
        try Office.make(at: scratch.register, seed: seed)
        var log = ReceiptLog(scratch.directory + "/receipts")
        var random = SeededNumbers(seed: seed)
        for number in 0..<kills {
            let before = log.size
            let child = try Child(
                ["write", scratch.register, random.one(of: Fleet.logons), "\(seed)\(1_000 + number)", "60"],
                output: log.path)
            try waitForGrowth(of: log, from: before)
            usleep(UInt32(random.below(20_000)))
            guard child.kill() == .signal(SIGKILL) else { throw Trouble("a writer ended by itself") }
            try log.read()
            try Inquest(path: scratch.register).hold(log.receipts, isDeep: number % 10 == 9)
        }
        return log.receipts.count
    }

    private func waitForGrowth(of log: ReceiptLog, from size: Int) throws {
        let end = ContinuousClock.now + .seconds(60)
        while log.size <= size {
            guard ContinuousClock.now < end else { throw Trouble("a writer wrote nothing for a minute") }
            usleep(500)
        }
    }
}

/// Many processes that write to one register for minutes.
struct Fleet {
    let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    /// A manager, whose writing is a note, and an officer, whose writing is a contact report.
    static let logons = ["PROMC1", "PRCOUNTER"]

    func soak() throws -> String {
        let scratch = try Scratch()
        try Office.make(at: scratch.register, seed: settings.seed)
        let seconds = settings.minutes * 60
        let logs = (0..<settings.processes).map { "\(scratch.directory)/receipts-\($0)" }
        let children = try logs.enumerated().map { index, log in
            try Child(
                ["write", scratch.register, Self.logons[index % 2], "\(settings.seed)\(1_000 + index)", "\(seconds)"],
                output: log)
        }
        var endings: [Child.Ending] = []
        for child in children { endings.append(child.wait(upTo: .seconds(seconds + 120))) }
        if let bad = endings.firstIndex(where: { $0 != .exited(0) }) {
            // Why it ended it says last, where its receipts are.
            let said = try String(decoding: Data(contentsOf: URL(fileURLWithPath: logs[bad])), as: UTF8.self)
            let why = said.split(separator: "\n").last.map { ": \($0.prefix(300))" } ?? ""
            throw Trouble("one of \(children.count) writers ended with \(endings[bad])\(why)")
        }
        let receipts = try logs.map { path in
            var log = ReceiptLog(path)
            try log.read()
            return log.receipts
        }
        try Inquest(path: scratch.register).hold(receipts.flatMap { $0 })
        let counts = receipts.map(\.count)
        return "\(children.count) processes, \(counts.reduce(0, +)) saves kept, \(counts.min() ?? 0) to "
            + "\(counts.max() ?? 0) each, in \(Int(seconds)) s"
    }
}
