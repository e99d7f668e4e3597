import Casework
import Foundation

/// The procedures there are, each read when it is asked for: those of a directory of the organisation's own before
/// those that the program ships.
public struct ProcedureLibrary: Sendable {
    /// The directory that holds `visit.yaml` and its like.
    public let directory: String
    /// Files here stand in for those of the same name, or beside them; nil where there is none.
    public let override: String?

    public init(directory: String, override: String? = nil) {
        self.directory = directory
        self.override = override
    }

    /// The procedures there are, by the names of their files, in order; no file is opened.
    public func ids() throws(ProcedureError) -> [Procedure.ID] {
        let shipped = try Self.ids(in: directory)
        guard let own = overrides, !own.isEmpty else { return shipped }
        return Set(shipped + own).sorted { $0.rawValue < $1.rawValue }
    }

    /// The procedures that the organisation's own directory holds; nil where there is no such directory.
    public var overrides: [Procedure.ID]? {
        guard let override, FileManager.default.fileExists(atPath: override) else { return nil }
        // The program's own do where these cannot be had: who looks for faults asks why.
        do { return try Self.ids(in: override) } catch { return [] }
    }

    /// Why the organisation's own directory cannot be looked into; nil when it can, or there is none.
    public var overridesFault: ProcedureError? {
        guard let override, overrides?.isEmpty == true else { return nil }
        do {
            _ = try FileManager.default.contentsOfDirectory(atPath: override)
            return nil
        } catch {
            return .unreadable(override)
        }
    }

    private static func ids(in directory: String) throws(ProcedureError) -> [Procedure.ID] {
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

    /// The file that is read for `id`, as far as it has no fault.
    public func path(of id: Procedure.ID) -> String { isOverridden(id) ? ownPath(of: id) : shippedPath(of: id) }

    /// The files that may be read for `id`, the organisation's own first.
    func paths(of id: Procedure.ID) -> [String] {
        (isOverridden(id) ? [ownPath(of: id)] : []) + (isShipped(id) ? [shippedPath(of: id)] : [])
    }

    private func isOverridden(_ id: Procedure.ID) -> Bool {
        override != nil && id.isFileName && FileManager.default.fileExists(atPath: ownPath(of: id))
    }

    private func isShipped(_ id: Procedure.ID) -> Bool {
        id.isFileName && FileManager.default.fileExists(atPath: shippedPath(of: id))
    }

    /// Looks for the file of `id` alone; the directories are listed only where there is none, to name those that are.
    ///
    /// - Throws: ``ProcedureError/unknownProcedure(_:known:)``, ``ProcedureError/noContent(_:)``.
    private func require(_ id: Procedure.ID) throws(ProcedureError) {
        guard isOverridden(id) || isShipped(id) else { throw .unknownProcedure(id, known: try ids()) }
    }

    private func ownPath(of id: Procedure.ID) -> String { "\(override ?? "")/\(id.rawValue).yaml" }
    private func shippedPath(of id: Procedure.ID) -> String { "\(directory)/\(id.rawValue).yaml" }

    /// - Throws: ``ProcedureError`` for an id that no file bears, or a file that is broken. A broken file of the
    ///   organisation's own is passed over for the program's: ``load(_:)`` tells.
    public func procedure(_ id: Procedure.ID) throws(ProcedureError) -> Procedure { try load(id).procedure }

    /// The procedure, and the faults of files of the organisation's own that were passed over for it.
    public func load(
        _ id: Procedure.ID
    ) throws(ProcedureError) -> (procedure: Procedure, passedOver: [ProcedureFault]) {
        try require(id)
        let reading = Reading(of: self)
        return (try reading.procedure(id), reading.passedOver)
    }

    /// Every procedure that can be read, in order, with the faults of files, passed over or not.
    public func everything() throws(ProcedureError) -> (procedures: [Procedure], faults: [ProcedureFault]) {
        let reading = Reading(of: self)
        var procedures: [Procedure] = []
        var faults: [ProcedureFault] = []
        for id in try ids() {
            do throws(ProcedureError) {
                procedures.append(try reading.procedure(id))
            } catch {
                guard case .broken(let found) = error else { throw error }
                faults += found
            }
        }
        return (procedures, reading.passedOver + faults)
    }

    /// Every fault of every file, in their order.
    public func faults() throws(ProcedureError) -> [ProcedureFault] { try everything().faults }

    /// Every fault of one file, wherever it lies; procedures that it runs are looked for beside it, then here.
    public func faults(ofFile path: String) throws(ProcedureError) -> [ProcedureFault] {
        do throws(ProcedureError) {
            _ = try procedure(inFile: path)
            return []
        } catch {
            guard case .broken(let faults) = error else { throw error }
            return faults
        }
    }

    /// The procedure of one file, wherever it lies; those that it runs are looked for beside it, then here.
    public func procedure(inFile path: String) throws(ProcedureError) -> Procedure {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let beside = ProcedureLibrary(directory: directory, override: folder)
        let text = try Self.text(of: path)
        return try ProcedureLoader(require: beside.require) { id throws(ProcedureError) in
            try beside.require(id)
            let path = beside.path(of: id)
            return (try Self.text(of: path), path)
        }.read(text, file: path)
    }

    static func text(of path: String) throws(ProcedureError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        guard let text = String(ofFile: data) else {
            throw .broken([ProcedureFault(file: path, line: 1, node: nil, problem: .notYaml("it is not UTF-8"))])
        }
        return text
    }
}

extension ProcedureLibrary {
    /// One reading of procedures, each file once. Where a file of the organisation's own is broken, what depends on it
    /// is read from the program's.
    private final class Reading {
        private let library: ProcedureLibrary
        private var broken: Set<Procedure.ID> = []
        private(set) var passedOver: [ProcedureFault] = []
        private var loader: ProcedureLoader

        init(of library: ProcedureLibrary) {
            self.library = library
            loader = Self.loader(library, without: [])
        }

        private static func loader(
            _ library: ProcedureLibrary, without broken: Set<Procedure.ID>
        ) -> ProcedureLoader {
            ProcedureLoader(require: library.require) { id throws(ProcedureError) in
                try library.require(id)
                let path = broken.contains(id) ? library.shippedPath(of: id) : library.path(of: id)
                return (try ProcedureLibrary.text(of: path), path)
            }
        }

        func procedure(_ id: Procedure.ID) throws(ProcedureError) -> Procedure {
            while true {
                do throws(ProcedureError) {
                    return try loader.procedure(id)
                } catch {
                    guard case .broken(let faults) = error, let culprit = culprit(id, faults) else { throw error }
                    broken.insert(culprit.id)
                    passedOver += culprit.faults
                    loader = Self.loader(library, without: broken)
                }
            }
        }

        /// The file of the organisation's own that is to blame, and can be done without.
        private func culprit(
            _ id: Procedure.ID, _ faults: [ProcedureFault]
        ) -> (id: Procedure.ID, faults: [ProcedureFault])? {
            for fault in faults {
                guard case .calledBroken(let name) = fault.problem else { continue }
                let inner = Procedure.ID(rawValue: name)
                do throws(ProcedureError) {
                    _ = try loader.procedure(inner)
                } catch {
                    if case .broken(let own) = error, let found = culprit(inner, own) { return found }
                }
            }
            guard library.isOverridden(id), !broken.contains(id), library.isShipped(id) else { return nil }
            return (id, faults)
        }
    }
}

extension Procedure.ID {
    /// Whether a file of a directory may bear this name; somebody may have typed anything.
    fileprivate var isFileName: Bool { !rawValue.isEmpty && !rawValue.hasPrefix(".") && !rawValue.contains("/") }
}
