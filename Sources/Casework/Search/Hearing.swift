import Foundation

/// What part of a person's particulars a word belongs to.
public enum WordRole: Int, Sendable, Hashable, CaseIterable {
    /// Given name, other names, preferred name.
    case given
    case surname
    /// Suburb, or postcode.
    case place
}

/// A word of the register's names and places, and how many people bear it in each role.
public struct KnownWord: Sendable, Hashable {
    public var text: String
    /// Indexed by ``WordRole``.
    public var bearers: [Int]

    public init(_ text: String, given: Int = 0, surname: Int = 0, place: Int = 0) {
        self.text = text
        bearers = [given, surname, place]
    }
}

/// One ``SearchQuery/Span`` of a question, and the words of the register for which it may have been said.
///
/// The weight of a word is Fellegi and Sunter's: the natural logarithm of how much likelier such an agreement is for
/// the person meant than for anybody else. How likely it is for the person meant is ``said(_:)``; for anybody else it
/// is the share of people who bear this word or one that fits better. So a rare name weighs more than a common one,
/// and a guess that half the register would satisfy weighs nothing.
public struct Hearing: Sendable {
    public struct Heard: Sendable, Hashable {
        public let fit: WordFit
        /// Indexed by ``WordRole``; nil where nobody bears the word so.
        public let weights: [Double?]
    }

    public let span: SearchQuery.Span
    public let words: [String: Heard]

    public init(_ span: SearchQuery.Span, among known: some Sequence<KnownWord>, people: Int) {
        self.span = span
        var fits: [(known: KnownWord, fit: WordFit)] = []
        let heard = WordFit.Heard(span)
        for word in known {
            let isPlace = word.bearers[WordRole.place.rawValue] > 0
            guard let fit = WordFit(of: heard, to: word.text, isPlace: isPlace) else { continue }
            fits.append((word, fit))
        }
        // Whoever says a name that there is means it, and no longer one.
        if !span.isInitial, fits.contains(where: { $0.fit.kind == .exact }) {
            fits.removeAll { $0.fit.kind == .shortened }
        }
        fits.sort { $0.fit.likeness > $1.fit.likeness }
        let everybody = Double(max(people, 1))
        // Bearers that a word is taken to have beside those in the register: a name that is rare or new here may be
        // common where the caller comes from, so that to bear it alone makes nobody the person meant.
        let unseen = min(4, everybody / 50_000)
        var words: [String: Heard] = [:]
        var better = [0, 0, 0]
        var index = 0
        while index < fits.count {
            // Words that fit equally well stand for each other.
            let equal = fits[index...].prefix { $0.fit.likeness == fits[index].fit.likeness }
            for each in equal { for role in 0..<3 { better[role] += each.known.bearers[role] } }
            for each in equal {
                let weights = WordRole.allCases.map { role -> Double? in
                    guard each.known.bearers[role.rawValue] > 0 else { return nil }
                    // Surnames and places have no familiar forms.
                    if each.fit.kind == .familiar, role != .given { return nil }
                    // An initial stands for a given name.
                    if each.fit.kind == .shortened, role != .given, span.isInitial { return nil }
                    // What fits less well may be the whole of a better word in another role: "smith" is a surname
                    // before it is half of Smithton, and "clarke" before it is a slip of Clare, however rare these.
                    let count = each.fit.kind == .exact ? better[role.rawValue] : better.reduce(0, +)
                    let chance = min(1, (Double(max(count, 1)) + unseen) / everybody)
                    return log(Self.said(each.fit.kind) / chance)
                }
                words[each.known.text] = Heard(fit: each.fit, weights: weights)
            }
            index = equal.endIndex
        }
        self.words = words
    }

    /// Of a hundred names or places that belong to the person meant, so many are said with this likeness.
    private static func said(_ kind: WordFit.Kind) -> Double {
        switch kind {
        case .exact, .begins: 0.70
        case .shortened: 0.05
        case .familiar: 0.04
        case .oneLetter: 0.13
        case .sound: 0.03
        case .far: 0.03
        case .part: 0.2
        }
    }

    /// A word that fits nothing of the person: in 8 of 100 the person goes by another name, or has moved; for anybody
    /// else it is nearly sure.
    public static let nothing = log(0.08)

    /// A given name said after the surname, or the two in each other's fields.
    public static let swapped = log(0.11)
    /// A middle name is what the caller gives now and then.
    static let otherName = log(0.2)
    /// A word is a place less often than a name, and hardly ever when it comes first.
    public static let place = log(0.4)
    static let placeFirst = log(0.05)
}
