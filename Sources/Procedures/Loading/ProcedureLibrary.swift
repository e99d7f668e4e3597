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
