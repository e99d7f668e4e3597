/// Advice on the wording of a note or letter, with the place it is about; never a reason to refuse it (N5).
///
/// Everything written can be asked for under Freedom of Information: what was seen and heard stands, opinion does not.
public struct WritingAdvice: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A judging word in a sentence that describes no behaviour.
        case judgement
        case opinion
        /// A colleague's surname, or a colleague beside where they work.
        case colleague
        /// Quotation marks in a letter; in the register exact words belong in them.
        case quotation
    }

    public let kind: Kind
    /// The place, in characters from the beginning of the text.
    public let place: Range<Int>
    /// The words at that place.
    public let words: String

    public var advice: String {
        switch kind {
        case .judgement: "\"\(words)\" judges. Say what the person did or said."
        case .opinion: "\"\(words)\" reads as opinion. Say what you saw and heard."
        case .colleague: "\"\(words)\" can identify a colleague. Use first name and team."
        case .quotation: "A letter quotes nobody. Describe what was said."
        }
    }
}

/// Looks through a text for what is better said otherwise (N5).
public struct WritingCheck: Sendable {
    public enum Document: Sendable, Hashable { case note, letter }

    private let document: Document
    private let surnames: Set<String>
    /// A colleague's first name and site, folded, which together tell where they work.
    private let whereabouts: [(name: String, site: String)]

    /// - Parameter colleagues: the staff whose names must not be given away.
    public init(_ document: Document = .note, colleagues: [StaffMember] = []) {
        self.document = document
        surnames = Set(colleagues.map { SearchText.folded($0.surname) }.filter { $0.count > 1 })
        whereabouts = colleagues.compactMap { colleague in
            guard let site = colleague.site, !colleague.givenName.isEmpty else { return nil }
            return (SearchText.folded(colleague.givenName), SearchText.folded(site))
        }
    }

    /// The advice on `text`, in the order of its places.
    public func advice(on text: String) -> [WritingAdvice] {
        let characters = Array(text)
        var found: [WritingAdvice] = []
        for sentence in Self.sentences(of: characters) {
            let words = Self.words(in: sentence, of: characters)
            let describes =
                words.contains { Self.behaviours.contains($0.text) }
                || characters[sentence].contains { Self.quotes.contains($0) }
            for (index, word) in words.enumerated() {
                if Self.judgements.contains(word.text), !describes {
                    found.append(advice(.judgement, word.place, characters))
                }
                // A surname is a name: in lower case it is a word like any other.
                if surnames.contains(word.text), characters[word.place.lowerBound].isUppercase,
                    !Self.isPartOfDate(word.place, characters)
                {
                    found.append(advice(.colleague, word.place, characters))
                }
                for phrase in Self.opinions where words[index...].prefix(phrase.count).map(\.text).elementsEqual(phrase)
                {
                    let end = words[index + phrase.count - 1].place.upperBound
                    found.append(advice(.opinion, word.place.lowerBound..<end, characters))
                }
            }
            found += whereabouts(in: sentence, words, characters)
        }
        if document == .letter {
            for (index, character) in characters.enumerated() where Self.quotes.contains(character) {
                found.append(advice(.quotation, index..<(index + 1), characters))
            }
        }
        return found.sorted { $0.place.lowerBound < $1.place.lowerBound }
    }

    private func advice(_ kind: WritingAdvice.Kind, _ place: Range<Int>, _ text: [Character]) -> WritingAdvice {
        WritingAdvice(kind: kind, place: place, words: String(text[place]))
    }

    /// Whether a number stands next to it: in `4 May` and `May 2026` nobody called May is meant.
    private static func isPartOfDate(_ place: Range<Int>, _ text: [Character]) -> Bool {
        [place.lowerBound - 2, place.upperBound + 1].contains { text.indices.contains($0) && text[$0].isNumber }
    }

    /// A colleague's first name in one sentence with their site.
    private func whereabouts(
        in sentence: Range<Int>, _ words: [(text: String, place: Range<Int>)], _ characters: [Character]
    ) -> [WritingAdvice] {
        guard !whereabouts.isEmpty else { return [] }
        let folded = SearchText.folded(String(characters[sentence]))
        return words.filter { word in
            characters[word.place.lowerBound].isUppercase
                && whereabouts.contains { $0.name == word.text && folded.contains($0.site) }
        }.map { advice(.colleague, $0.place, characters) }
    }

    private static func sentences(of text: [Character]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for (index, character) in text.enumerated() where ".!?\n".contains(character) {
            sentences.append(start..<(index + 1))
            start = index + 1
        }
        return sentences + [start..<text.count]
    }

    private static func words(in sentence: Range<Int>, of text: [Character]) -> [(text: String, place: Range<Int>)] {
        var words: [(text: String, place: Range<Int>)] = []
        var start: Int?
        for index in sentence.lowerBound...sentence.upperBound {
            let isWord = index < sentence.upperBound && (text[index].isLetter || text[index] == "'")
            if isWord {
                start = start ?? index
            } else if let begin = start {
                words.append((SearchText.folded(String(text[begin..<index])), begin..<index))
                start = nil
            }
        }
        return words
    }

    private static let quotes: Set<Character> = ["\"", "\u{201C}", "\u{201D}"]

    private static let judgements: Set<String> = [
        "aggressive", "abusive", "inappropriate", "rude", "difficult", "hostile", "unreasonable", "intimidating",
        "threatening", "violent", "unstable", "crazy", "drunk", "manipulative", "lazy", "dishonest", "nasty", "erratic",
        "disrespectful", "unpleasant", "angry",
    ]

    /// Words that describe what somebody did.
    private static let behaviours: Set<String> = [
        "shouted", "yelled", "screamed", "swore", "said", "told", "called", "raised", "hit", "struck", "punched",
        "kicked",
        "pushed", "shoved", "grabbed", "threw", "spat", "coughed", "banged", "slammed", "leaned", "blocked", "followed",
        "pointed", "stood", "refused", "hung", "damaged", "broke", "waved", "filmed", "stared",
    ]

    private static let opinions: [[String]] = [
        ["i", "think"], ["i", "feel"], ["i", "believe"], ["in", "my", "opinion"], ["in", "my", "view"], ["obviously"],
        ["clearly"], ["probably"], ["seems", "to", "be"], ["seemed", "to", "be"], ["as", "usual"], ["typical"],
        ["of", "course"], ["apparently"],
    ]
}
