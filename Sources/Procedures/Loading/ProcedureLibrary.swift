import Casework
import Foundation

/// The procedures of one directory, each read when it is asked for.
public struct ProcedureLibrary: Sendable {
    /// The directory that holds `visit.yaml` and its like.
    public let directory: String

    public init(directory: String) {
        self.directory = directory
    }

    /// The procedures there are, by the names of their files, in order; no file is opened.
    public func ids() throws(ProcedureError) -> [Procedure.ID] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw .noContent(directory)
        }
        let ids = names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
        guard !ids.isEmpty else { throw .noContent(directory) }
        return ids.sorted().map(Procedure.ID.init)
    }

    /// What a list shows of each procedure. The texts are looked over line by line and not proved, so that a list
    /// costs nothing; one that is broken says so when it is opened.
    public func headings() throws(ProcedureError) -> [ProcedureHeading] {
        try ids().map { id in
            guard let data = FileManager.default.contents(atPath: path(of: id)) else {
                return ProcedureHeading(id: id, title: id.rawValue, needsRecord: true)
            }
            return ProcedureHeading(id: id, text: String(decoding: data, as: UTF8.self))
        }
    }

    public func path(of id: Procedure.ID) -> String { "\(directory)/\(id.rawValue).yaml" }

    /// - Throws: ``ProcedureError`` for an id that no file bears, or a file that is broken.
    public func procedure(_ id: Procedure.ID) throws(ProcedureError) -> Procedure {
        let known = try ids()
        guard known.contains(id) else { throw .unknownProcedure(id, known: known) }
        return try Procedure(yaml: Self.text(of: path(of: id)), file: path(of: id))
    }

    /// Every fault of every file, in their order.
    public func faults() throws(ProcedureError) -> [ProcedureFault] {
        var faults: [ProcedureFault] = []
        for id in try ids() { faults += try Self.faults(ofFile: path(of: id)) }
        return faults
    }

    /// Every fault of one file, wherever it lies.
    public static func faults(ofFile path: String) throws(ProcedureError) -> [ProcedureFault] {
        do throws(ProcedureError) {
            _ = try Procedure(yaml: text(of: path), file: path)
            return []
        } catch {
            guard case .broken(let faults) = error else { throw error }
            return faults
        }
    }

    private static func text(of path: String) throws(ProcedureError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .broken([ProcedureFault(file: path, line: 1, node: nil, problem: .notYaml("it is not UTF-8"))])
        }
        return text
    }
}

/// What a list shows of a procedure.
public struct ProcedureHeading: Sendable, Hashable {
    public let id: Procedure.ID
    public let title: String
    /// Whether it turns on facts of a record.
    public let needsRecord: Bool

    init(id: Procedure.ID, title: String, needsRecord: Bool) {
        self.id = id
        self.title = title
        self.needsRecord = needsRecord
    }

    init(id: Procedure.ID, text: String) {
        var (title, needsRecord) = (id.rawValue, false)
        for line in text.split(separator: "\n") {
            if line.hasPrefix("title:") {
                title = line.dropFirst(6).trimmingCharacters(in: CharacterSet(charactersIn: " \t\r\"'"))
            }
            if line.drop(while: { $0 == " " }).hasPrefix("fact:") { needsRecord = true }
        }
        self.init(id: id, title: title, needsRecord: needsRecord)
    }
}
