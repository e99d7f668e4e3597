import Casework
import Foundation
import Synchronization

/// Parts of a row that are kept as JSON: the terms of a restriction, the fields and trail of a note.
extension RegisterSession {
    /// Sorted, so that equal values are stored alike.
    func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw RegisterError.refused(detail: String(describing: error))
        }
    }

    func value<T: Decodable>(_ type: T.Type, json: String) throws -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(json.utf8))
        } catch {
            throw RegisterError.damaged(path: path)
        }
    }

    func terms(json: String) throws -> [RestrictionTerm] {
        if json == "[]" { return [] }
        // The same plans are listed with each letter of a name, and to decode costs more than to read them.
        if let known = Self.decoded.withLock({ $0[json] }) { return known }
        let terms = try value([RestrictionTerm].self, json: json)
        Self.decoded.withLock { decoded in
            if decoded.count >= 100 { decoded = [:] }
            decoded[json] = terms
        }
        return terms
    }

    /// What the texts of terms mean, whichever plan they stand in.
    private static let decoded = Mutex<[String: [RestrictionTerm]]>([:])

    func content(type: String, fields: String, trail: String) throws -> NoteContent {
        NoteContent(
            type: NoteType.ID(rawValue: type), fields: try value([String: String].self, json: fields),
            trail: trail == "[]" ? [] : try value([String].self, json: trail))
    }
}
