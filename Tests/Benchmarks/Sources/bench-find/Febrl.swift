import Casework
import Foundation
import Storage

/// One row of a Febrl file.
struct FebrlRow {
    let id: String
    private let fields: [String: String]

    subscript(_ field: String) -> String { fields[field] ?? "" }

    var isOriginal: Bool { id.hasSuffix("-org") }
    var original: String { id.components(separatedBy: "-dup-")[0] + "-org" }

    static func read(_ path: String) throws -> [FebrlRow] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        func cells(_ line: Substring) -> [String] {
            line.split(separator: ",", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let names = cells(lines[0])
        return lines.dropFirst().map { line in
            let row = Dictionary(zip(names, cells(line)), uniquingKeysWith: { first, _ in first })
            return FebrlRow(id: row["rec_id"] ?? "", fields: row)
        }
    }

    /// Nil when the row has neither name.
    var customer: Customer? {
        guard !self["given_name"].isEmpty || !self["surname"].isEmpty else { return nil }
        let date = self["date_of_birth"]
        let born =
            date.count == 8
            ? RecordedDate("\(date.prefix(4))-\(date.dropFirst(4).prefix(2))-\(date.suffix(2))") : nil
        func some(_ field: String) -> String? { self[field].isEmpty ? nil : self[field] }
        return Customer(
            id: Customer.ID(rawValue: 0), externalId: id, givenName: self["given_name"], surname: self["surname"],
            dateOfBirth: born, addressLine1: some("address_1"), suburb: some("suburb"), postcode: some("postcode"))
    }

    /// What a caller would say.
    func words(withPlace: Bool) -> String {
        (["given_name", "surname", "date_of_birth"] + (withPlace ? ["suburb", "postcode"] : []))
            .map { self[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
