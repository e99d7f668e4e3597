import Casework
import Foundation

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
        json == "[]" ? [] : try value([RestrictionTerm].self, json: json)
    }

    func content(type: String, fields: String, trail: String) throws -> NoteContent {
        NoteContent(
            type: NoteType.ID(rawValue: type), fields: try value([String: String].self, json: fields),
            trail: trail == "[]" ? [] : try value([String].self, json: trail))
    }
}
