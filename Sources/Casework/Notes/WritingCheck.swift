/// Advice on the wording of a note or letter, with the place it is about; never a reason to refuse it (N5).
///
/// Everything written can be asked for under Freedom of Information: what was seen and heard stands, opinion does not.
public struct WritingAdvice: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A judging word in a sentence that describes no behaviour.
        case judgement
        /// An insult, or a label: no behaviour that is described beside it makes it a fact.
        case label
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
        case .label: "\"\(words)\" labels a person. Leave it out; exact words go in quotation marks."
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
            let described = Self.described(in: sentence, words, characters)
            for (index, word) in words.enumerated() {
                // A surname is a name: in lower case it is a word like any other.
                if surnames.contains(word.text), characters[word.place.lowerBound].isUppercase,
                    !Self.isPartOfDate(word.place, characters)
                {
                    found.append(advice(.colleague, word.place, characters))
                }
                if Self.isLabel(word.text, before: words[index...].dropFirst().first?.text) {
                    // A letter has no exact words to which to point.
                    found.append(advice(document == .letter ? .judgement : .label, word.place, characters))
                } else if Self.judgements.contains(word.text),
                    !described.contains(where: { $0.contains(word.place.lowerBound) })
                {
                    found.append(advice(.judgement, word.place, characters))
                }
                for phrase in Self.opinions where phrase.first == word.text {
                    guard words[index...].prefix(phrase.count).map(\.text) == phrase else { continue }
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
        // In the register exact words are the fact itself; but names do not belong in them either.
        let exact = document == .note ? Self.quotations(in: characters) : []
        found.removeAll { advice in
            advice.kind != .colleague && exact.contains { $0.contains(advice.place.lowerBound) }
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

    /// The places in which a judging word may stand, for what was seen or heard is told there.
    ///
    /// A deed, or exact words, tell it for the whole sentence: `aggressive; he banged the desk` says why. That somebody
    /// said something tells of who spoke, and in the next clause that is often another.
    private static func described(
        in sentence: Range<Int>, _ words: [(text: String, place: Range<Int>)], _ text: [Character]
    ) -> [Range<Int>] {
        if words.contains(where: { deeds.contains($0.text) }) || text[sentence].contains(where: quotes.contains) {
            return [sentence]
        }
        let spoken = words.filter { speech.contains($0.text) }.map(\.place.lowerBound)
        guard !spoken.isEmpty else { return [] }
        return pieces(of: sentence, in: text, endingAt: ";").filter { spoken.contains(where: $0.contains) }
    }

    /// What stands between quotation marks, the marks with it. One that is not closed on its line, or that follows a
    /// number as an inch mark does, opens nothing.
    private static func quotations(in text: [Character]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var opening: Int?
        for (index, character) in text.enumerated() {
            if character.isNewline { opening = nil }
            guard quotes.contains(character) else { continue }
            if let begin = opening {
                found.append(begin..<(index + 1))
                opening = nil
            } else if index == 0 || !(text[index - 1].isLetter || text[index - 1].isNumber) {
                opening = index
            }
        }
        return found
    }

    /// - Parameter next: the word after it, which can make a plain one of it: `mental health`.
    private static func isLabel(_ word: String, before next: String?) -> Bool {
        guard word != "mental" else { return !clinical.contains(next ?? "") }
        let singulars = word.hasSuffix("s") ? [word.dropLast(), word.dropLast(2)] : []
        return labels.contains(word) || singulars.contains { labels.contains(String($0)) }
    }

    private static func sentences(of text: [Character]) -> [Range<Int>] {
        pieces(of: text.indices, in: text, endingAt: ".!?\n")
    }

    private static func pieces(of whole: Range<Int>, in text: [Character], endingAt ends: String) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = whole.lowerBound
        for index in whole where ends.contains(text[index]) {
            pieces.append(start..<(index + 1))
            start = index + 1
        }
        return pieces + [start..<whole.upperBound]
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
        "threatening", "violent", "unstable", "drunk", "manipulative", "dishonest", "erratic", "disrespectful",
        "unpleasant", "angry",
    ]

    private static let labels: Set<String> = [
        "arsehole", "asshole", "bastard", "bitch", "bludger", "crazy", "cretin", "cunt", "dickhead", "druggie", "feral",
        "freak", "idiot", "idiotic", "insane", "junkie", "lazy", "liar", "loser", "lunatic", "moron", "nasty",
        "nutcase", "nutter", "pathetic", "prick", "psycho", "retard", "retarded", "schizo", "scum", "slut", "stupid",
        "thug", "weirdo", "whore",
    ]

    /// Words before which `mental` is a plain word.
    private static let clinical: Set<String> = [
        "health", "healthcare", "illness", "illnesses", "ill", "state", "capacity", "condition", "conditions",
        "disorder", "disorders", "impairment", "disability", "disabilities", "distress",
    ]

    /// Words that describe what somebody did.
    private static let deeds: Set<String> = [
        "shouted", "yelled", "screamed", "swore", "raised", "hit", "struck", "punched", "kicked", "pushed", "shoved",
        "grabbed", "threw", "spat", "coughed", "banged", "slammed", "leaned", "blocked", "followed", "pointed", "stood",
        "refused", "hung", "damaged", "broke", "waved", "filmed", "stared",
    ]

    /// Words by which it is told what somebody said.
    private static let speech: Set<String> = ["said", "told", "called"]

    private static let opinions: [[String]] = [
        ["i", "think"], ["i", "thought"], ["i", "feel"], ["i", "felt"], ["i", "believe"], ["i", "believed"],
        ["in", "my", "opinion"], ["in", "my", "view"], ["obviously"], ["clearly"], ["probably"],
        ["seems", "to", "be"], ["seemed", "to", "be"], ["as", "usual"], ["typical"], ["of", "course"], ["apparently"],
    ]
}
