extension RestrictionTerm {
    /// The term as a person would say it of a contact by `channel`: `2 Smart Centre calls a week`.
    public func inWords(on channel: Channel) -> String {
        switch self {
        case .days(let days, let from, let to): return DayWindows.Window(days: days, from: from, to: to).inWords
        case .limit(let count, let period): return "\(channel.counted(count)) a \(period.rawValue)"
        case .sites(let names): return "only at \(Self.list(names))"
        case .refusedSites(let names): return "not at \(Self.list(names))"
        case .appointment: return "by appointment arranged through the One Main Contact"
        case .only(let officer): return "through the \(officer.name) only"
        case .number(let number): return "only on the number \(number)"
        case .address(let address): return "only to \(address)"
        case .noUpload: return "no uploading of documents"
        }
    }

    static func list(_ items: [String], _ conjunction: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}

extension Channel {
    /// So many of the contacts that a limit counts: by phone Smart Centre calls alone (R4).
    func counted(_ count: Int) -> String {
        let one = self == .phone ? "Smart Centre call" : "contact"
        return "\(count) \(one)\(count == 1 ? "" : "s")"
    }
}

extension Restriction {
    /// The arrangement on a channel in words: the note where there is one, else the terms.
    ///
    /// A full phone restriction says beside its note whether the OMC's number is covered, which notes leave out (R3).
    public func words(on channel: Channel) -> String {
        if hasNote {
            guard channel == .phone, level == .full else { return note }
            return note.asSentence
                + (includesOmc ? " May not call the OMC or PSSO either" : " May call the OMC or PSSO")
        }
        switch level {
        case .available: return "No restriction"
        case .partial:
            return terms.isEmpty
                ? "Partly restricted; the plan does not say how"
                : termsInWords(on: channel).joined(separator: "; ").capitalisedFirst
        case .full:
            switch channel {
            case .faceToFace: return "May not attend any site"
            case .phone:
                return includesOmc ? "May not call any number, the OMC's included" : "May call the OMC or PSSO only"
            case .writing: return "No written or digital channel"
            }
        }
    }

    private var hasNote: Bool { note.contains { !$0.isWhitespace } }

    /// What the terms say; all windows of days and hours as one.
    public func termsInWords(on channel: Channel) -> [String] { termsInWords { $0.inWords(on: channel) } }

    /// What the terms say, each but the windows in the words that `words` gives it, and nothing twice.
    func termsInWords(_ words: (RestrictionTerm) -> String) -> [String] {
        let windows = DayWindows(of: terms)
        return terms.reduce(into: []) { said, term in
            let phrase = if case .days = term { windows.inWords } else { words(term) }
            if !said.contains(phrase) { said.append(phrase) }
        }
    }

    /// The terms, to stand under a note: the verdict goes by them. Nil where ``words(on:)`` tells them already (W2).
    public func termsUnderNote(on channel: Channel) -> String? {
        guard level == .partial, hasNote, !terms.isEmpty else { return nil }
        return termsInWords(on: channel).joined(separator: "; ")
    }

    /// Where a brand differs, a line each, its terms too (R2).
    public func brandsInWords(on channel: Channel) -> [String] {
        brands.keys.sorted { $0.rawValue < $1.rawValue }.map { brand in
            let own = applying(to: brand)
            let words = own.words(on: channel)
            let arrangement = own.termsUnderNote(on: channel).map { "\(words.asSentence) Terms: \($0)" } ?? words
            return "\(brand.name): \(own.level.name), \(arrangement)"
        }
    }
}

extension String {
    public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

    /// The text with a full stop at its end, unless one stands there already, or a mark that ends a sentence as well.
    var asSentence: String {
        guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self }
        let text = String(self[...last])
        return ".!?…".contains(self[last]) ? text : text + "."
    }
}
