import Casework

/// The keys of one JSON object of a plans file, read so that every fault is named by its path.
struct PlanFields {
    private let container: KeyedDecodingContainer<AnyKey>

    /// - Throws: ``RowFault`` when there is a key that is not among `known`.
    init(_ decoder: any Decoder, known: [String]) throws {
        container = try decoder.container(keyedBy: AnyKey.self)
        for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue })
        where !known.contains(key.stringValue) {
            throw RowFault(path(key.stringValue), "is not known here; known are \(known.joined(separator: ", "))")
        }
    }

    var keys: [String] { container.allKeys.map(\.stringValue) }

    func path(_ key: String) -> String { RowFault.path(container.codingPath + [AnyKey(key)]) }

    func fault(_ key: String, _ reason: String) -> RowFault { RowFault(path(key), reason) }

    /// Nil when the key is missing or null.
    func value<T: Decodable>(_ key: String, _ type: T.Type = T.self) throws -> T? {
        try container.decodeIfPresent(T.self, forKey: AnyKey(key))
    }

    func text(_ key: String) throws -> String? {
        guard let text: String = try value(key), text.contains(where: { !$0.isWhitespace }) else { return nil }
        // The register would end the text there.
        guard !text.utf8.contains(0) else { throw fault(key, "holds a NUL character") }
        return text
    }

    func required(_ key: String) throws -> String {
        guard let text = try text(key) else { throw fault(key, "is missing") }
        return text
    }

    func choice<Choice: CaseIterable & RawRepresentable>(
        _ key: String
    ) throws -> Choice where Choice.RawValue == String {
        try choice(key, try required(key))
    }

    func choice<Choice: CaseIterable & RawRepresentable>(
        _ key: String, default other: Choice
    ) throws -> Choice where Choice.RawValue == String {
        try text(key).map { try choice(key, $0) } ?? other
    }

    func choices<Choice: CaseIterable & RawRepresentable>(
        _ key: String
    ) throws -> [Choice] where Choice.RawValue == String {
        try value(key, [String].self)?.map { try choice(key, $0) } ?? []
    }

    private func choice<Choice: CaseIterable & RawRepresentable>(
        _ key: String, _ text: String
    ) throws -> Choice where Choice.RawValue == String {
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault(key, "'\(text.shortened)' is none of \(known)")
        }
        return choice
    }

    func day(_ key: String) throws -> CalendarDay? {
        try text(key).map { text in
            guard let day = CalendarDay(text) else { throw fault(key, "'\(text.shortened)' is not a day") }
            return day
        }
    }

    func requiredDay(_ key: String) throws -> CalendarDay {
        guard let day = try day(key) else { throw fault(key, "is missing") }
        return day
    }

    func instant(_ key: String) throws -> WrittenInstant {
        let text = try required(key)
        guard let instant = WrittenInstant(text) else {
            throw fault(key, "'\(text.shortened)' is not an instant such as 2026-03-04T10:15:00+11:00")
        }
        return instant
    }
}

extension RowFault {
    static func path(_ keys: [any CodingKey]) -> String {
        keys.isEmpty ? "row" : keys.map { $0.intValue.map(String.init) ?? name($0.stringValue) }.joined(separator: ".")
    }

    /// In quotes where it could not be seen.
    private static func name(_ key: String) -> String { key.allSatisfy(\.isWhitespace) ? "'\(key)'" : key }

    /// What a failure to decode means, in words.
    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context): self.init(Self.path(context.codingPath + [key]), "is missing")
        case .valueNotFound(_, let context): self.init(Self.path(context.codingPath), "is missing")
        case .typeMismatch(let type, let context): self.init(Self.path(context.codingPath), "is not \(Self.name(type))")
        case .dataCorrupted(let context):
            self.init(Self.path(context.codingPath), Self.reason(context))
        @unknown default: self.init("row", "cannot be read")
        }
    }

    private static func name(_ type: any Any.Type) -> String {
        switch type {
        case is String.Type: "text between quotation marks"
        case is Bool.Type: "true or false"
        case is Int.Type: "a whole number"
        default: String(describing: type).hasPrefix("Array") ? "a list" : "an object between { and }"
        }
    }

    private static func reason(_ context: DecodingError.Context) -> String {
        // Of an enum's key the library says only the Swift type: name the values.
        switch context.codingPath.last?.stringValue {
        case "per": "is none of \(LimitPeriod.allCases.map(\.rawValue).joined(separator: ", "))"
        case "only": "is none of \(ContactOfficer.allCases.map(\.rawValue).joined(separator: ", "))"
        case nil: "is not valid JSON"
        default: context.debugDescription
        }
    }
}
