import Casework

/// Why a procedure cannot be had.
public enum ProcedureError: UserFacing, Hashable {
    case noContent(String)
    case unreadable(String)
    case unknownProcedure(Procedure.ID, known: [Procedure.ID])
    /// Every fault of its file, at least one.
    case broken([ProcedureFault])

    public var message: String {
        switch self {
        case .noContent(let path): "There are no procedures in \(path)."
        case .unreadable(let path): "\(path) cannot be read."
        case .unknownProcedure(let id, _): "There is no guide '\(id)'."
        case .broken(let faults):
            faults.first.map(\.description).map { $0 + (faults.count > 1 ? " (and \(faults.count - 1) more)" : "") }
                ?? "The guide is broken."
        }
    }

    public var remedy: String {
        switch self {
        case .noContent: "Install the program with its content again."
        case .unreadable: "Check that the file is there and may be read."
        case .unknownProcedure(_, let known): "There is \(known.map(\.rawValue).joined(separator: ", "))."
        case .broken(let faults): faults.count == 1 ? faults[0].remedy : "See them all with 'mspdesk guide check'."
        }
    }

    public var fault: Fault {
        switch self {
        case .noContent, .unreadable: .missingInput
        case .unknownProcedure, .broken: .badInput
        }
    }
}
