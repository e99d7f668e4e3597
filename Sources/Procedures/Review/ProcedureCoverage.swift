/// Which rows of the released tables procedures cover: a step, item or outcome names each in its source.
public struct ProcedureCoverage: Sendable {
    public struct Table: Sendable {
        public let table: SourceTable
        /// Row → the procedures that name it, in order.
        public let covered: [Int: [Procedure.ID]]

        public var missing: [Int] { table.rowNumbers.filter { covered[$0] == nil } }
    }

    public let tables: [Table]

    public init(of procedures: [Procedure]) {
        var found: [SourceRow: Set<Procedure.ID>] = [:]
        for procedure in procedures {
            for row in procedure.sourceRows { found[row, default: []].insert(procedure.id) }
        }
        tables = SourceTable.all.map { table in
            var covered: [Int: [Procedure.ID]] = [:]
            for row in table.rowNumbers {
                guard let ids = found[SourceRow(table: table.id, row: row)] else { continue }
                covered[row] = ids.sorted { $0.rawValue < $1.rawValue }
            }
            return Table(table: table, covered: covered)
        }
    }

    public var isComplete: Bool { tables.allSatisfy(\.missing.isEmpty) }
    public var rows: Int { tables.reduce(0) { $0 + $1.table.rowNumbers.count } }
    public var coveredRows: Int { tables.reduce(0) { $0 + $1.covered.count } }
}

extension Procedure {
    /// Every row that a node, item or outcome names.
    public var sourceRows: Set<SourceRow> {
        let places = nodes.flatMap { $0.sources + $0.items.flatMap(\.sources) } + outcomes.flatMap(\.sources)
        return Set(places.compactMap { SourceRow($0) })
    }
}
