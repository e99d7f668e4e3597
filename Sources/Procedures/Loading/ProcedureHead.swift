import Casework
import Foundation
import Yams

/// What a list shows of a procedure: the beginning of its file, before the nodes; the rest is not read.
public struct ProcedureHead: Sendable, Hashable {
    public let id: Procedure.ID
    public let title: String
    public let purpose: String
    public let group: Procedure.Group
    public let version: String
    public let source: Procedure.Source

    /// Whether it is of somebody's record; the steps for danger are not.
    public var needsRecord: Bool { group != .danger }

    /// Reads the text before `nodes:`.
    ///
    /// - Throws: ``ProcedureError/broken(_:)`` with the faults of the head.
    init(text: String, file: String) throws(ProcedureError) {
        let root: Yams.Node?
        do {
            root = try Yams.compose(yaml: text, .basic)
        } catch {
            throw .broken([ProcedureFault(file: file, line: 1, node: nil, problem: .notYaml("its head cannot be read"))]
            )
        }
        var reader = ProcedureReader(file: file)
        guard let written = reader.read(root ?? Yams.Node(""), headAlone: true) else {
            throw .broken(reader.log.faults)
        }
        try reader.log.check()
        id = Procedure.ID(rawValue: written.id.value)
        title = written.title
        purpose = written.purpose
        group = written.group
        version = written.version
        source = written.source
    }
}

extension ProcedureLibrary {
    /// The heads of all procedures, in the order of their ids, and what kept others from the list. A broken head of the
    /// organisation's own is passed over for the program's.
    public func heads() throws(ProcedureError) -> (heads: [ProcedureHead], faults: [ProcedureFault]) {
        var heads: [ProcedureHead] = []
        var faults: [ProcedureFault] = []
        for id in try ids() {
            let (head, found) = try self.head(of: id)
            heads += [head].compactMap(\.self)
            faults += found
        }
        return (heads, faults)
    }

    /// The head of one procedure, and what was passed over for it; nil where no file of it can be read.
    public func head(
        of id: Procedure.ID
    ) throws(ProcedureError) -> (head: ProcedureHead?, faults: [ProcedureFault]) {
        var faults: [ProcedureFault] = []
        for path in paths(of: id) {
            do throws(ProcedureError) {
                return (try ProcedureHead(text: try Self.head(ofFile: path), file: path), faults)
            } catch {
                if case .broken(let found) = error { faults += found.prefix(1) } else { throw error }
            }
        }
        return (nil, faults)
    }

    /// The bytes that a head is looked for in at a time.
    private static let piece = 4096

    /// A file's text up to its nodes.
    private static func head(ofFile path: String) throws(ProcedureError) -> String {
        guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
        var data = Data()
        do {
            while let more = try file.read(upToCount: piece), !more.isEmpty {
                data += more
                if let end = data.range(of: Data("\nnodes:".utf8)) {
                    data = data[..<end.lowerBound]
                    break
                }
            }
            try file.close()
        } catch {
            throw .unreadable(path)
        }
        guard let text = String(ofFile: data) else {
            throw .broken([ProcedureFault(file: path, line: 1, node: nil, problem: .notYaml("it is not UTF-8"))])
        }
        return text
    }
}
