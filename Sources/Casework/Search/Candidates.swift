/// People who may be meant, with what is needed to weigh them.
public struct Candidates: Sendable {
    public var people: [Customer]
    public var hearings: [Hearing]
    /// How many people the register holds.
    public var population: Int
    /// The summed likelihoods of those who came so close but not into ``people``.
    public var others: Double
    /// The numbers of plans that were said, folded, by whose plans they are.
    public var planNumbers: [Customer.ID: [String]]

    public init(
        people: [Customer], hearings: [Hearing], population: Int, others: Double = 0,
        planNumbers: [Customer.ID: [String]] = [:]
    ) {
        self.people = people
        self.planNumbers = planNumbers
        self.hearings = hearings
        self.population = population
        self.others = others
    }

    /// Everyone of a few people, such as a test's: each is compared with every word.
    public init(among people: [Customer], for query: SearchQuery) {
        var known: [String: KnownWord] = [:]
        for person in people {
            for word in Set(person.namedWords.map { RoleWord(role: $0.role, text: $0.text) }) {
                known[word.text, default: KnownWord(word.text)].bearers[word.role.rawValue] += 1
            }
        }
        self.init(
            people: people, hearings: query.spans.map { Hearing($0, among: known.values, people: people.count) },
            population: people.count)
    }

    private struct RoleWord: Hashable {
        let role: WordRole
        let text: String
    }
}

extension Customer {
    /// A word of a name or place, and what it is called in an answer.
    struct NamedWord: Sendable, Hashable {
        let text: String
        let role: WordRole
        let field: String
        /// The same for the words of one hyphenated name.
        let bond: Int

        var isOtherName: Bool { field == "other name" }

        func isBound(to other: NamedWord) -> Bool { bond == other.bond && field == other.field }
    }

    /// Every word by which the person is found: each word of a name, joined ones too, the suburb as one word, and the
    /// postcode.
    var namedWords: [NamedWord] {
        var words: [NamedWord] = []
        words.reserveCapacity(8)
        func add(_ text: String, _ role: WordRole, _ field: String, _ bond: Int) {
            guard !text.isEmpty, !words.contains(where: { $0.text == text && $0.role == role }) else { return }
            words.append(NamedWord(text: text, role: role, field: field, bond: bond))
        }
        func add(_ name: String, _ role: WordRole, _ field: String) {
            if let word = SearchText.plainWord(name) { return add(word, role, field, 0) }
            let isOne = !name.utf8.contains { $0 == 32 || $0 == 44 || $0 > 127 }
            let chunks = isOne ? [name[...]] : name.split(whereSeparator: { $0.isWhitespace || $0 == "," })
            for (bond, chunk) in chunks.enumerated() {
                for text in SearchText.words(chunk) { add(text, role, field, bond) }
            }
        }
        add(givenName, .given, "given name")
        add(preferredName, .given, "preferred name")
        add(otherNames, .given, "other name")
        add(surname, .surname, "surname")
        add(SearchText.whole(suburb ?? ""), .place, "suburb", 0)
        add(SearchText.whole(postcode ?? ""), .place, "postcode", 0)
        return words
    }

    /// What a register's index holds of the person.
    public var indexedWords: (given: [String], surname: [String], place: [String]) {
        var texts: [[String]] = [[], [], []]
        for word in namedWords {
            let isLong = word.text.utf8.count > SearchQuery.longestWord
            texts[word.role.rawValue].append(isLong ? String(word.text.prefix(SearchQuery.longestWord)) : word.text)
        }
        return (texts[0], texts[1], texts[2])
    }

    /// The numbers that find the person, folded, and what each is called.
    ///
    /// Lazy: the first is most often the one that was said.
    var namedNumbers: some Sequence<(field: String, number: String)> {
        Self.numberFields.lazy.compactMap { field, read in
            guard let number = read(self), !number.isEmpty else { return nil }
            return (field: field, number: number)
        }
    }

    private static let numberFields: [(field: String, read: @Sendable (Customer) -> String?)] = [
        ("CRN", { $0.crn.map(SearchText.number) }), ("Medicare number", { $0.medicareNumber.map(SearchText.number) }),
        ("CSID", { $0.csid.map(SearchText.number) }), ("external ID", { SearchText.number($0.externalId) }),
        ("phone", { $0.phoneMobile.map(SearchText.phoneDigits) }),
        ("phone", { $0.phoneHome.map(SearchText.phoneDigits) }),
    ]
}
