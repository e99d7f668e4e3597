extension Desk {
    /// A person found, with what a list shows beside the name.
    public struct Found: Sendable, Hashable {
        public let match: Match
        /// The agency plan in force.
        public let plan: Plan?
        /// What tells the person from the others in the list who bear the same name: `born 1980`, a suburb, a number;
        /// nil when nobody else does.
        public let toldApart: String?

        /// Whether another person in the list bears the same name.
        public var isNamesake: Bool { toldApart != nil }
    }
}

extension [Desk.Found] {
    /// Said over a list whose likeliest person is not all that was typed: then nobody is, and these are the nearest. It
    /// names the words that nobody in the list has; nil where somebody fits all of it.
    ///
    /// - Parameter isBegun: whether a word is still being typed, so that nothing is to be said of it yet.
    public func shortfall(leavingOut isBegun: (String) -> Bool = { _ in false }) -> String? {
        let unfit = (first?.match.unfit ?? []).filter { !isBegun($0) }
        guard !unfit.isEmpty else { return nil }
        let nobodys = unfit.filter { word in allSatisfy { $0.match.unfit.contains(word) } }.map { "\"\($0)\"" }
        let missing = nobodys.isEmpty ? "" : ": nothing for \(nobodys.joined(separator: ", "))"
        return "Nobody fits all of it\(missing). The nearest:"
    }

    /// Those who are not far behind the likeliest: anybody else is hardly meant, and only hides them.
    public var likely: ArraySlice<Desk.Found> {
        let least = (first?.match.score ?? 0) / Match.farBehind
        return prefix { $0.match.score >= least }
    }
}

/// People of one list by what they may be called: given or preferred name, and surname. Second names are not said.
struct Namesakes {
    private let people: [Customer]
    /// By place in the list: the places of others who may be called the same.
    private var others: [Set<Int>]

    init(_ people: [Customer]) {
        self.people = people
        others = Array(repeating: [], count: people.count)
        guard people.count > 1 else { return }
        var bearers: [String: [Int]] = [:]
        for place in people.indices {
            let surname = SearchText.folded(people[place].surname)
            let given = people[place].givenName
            let preferred = people[place].preferredName
            // Of some people a surname alone is known.
            if !given.isEmpty || preferred.isEmpty {
                bearers["\(SearchText.folded(given)) \(surname)", default: []].append(place)
            }
            if !preferred.isEmpty {
                bearers["\(SearchText.folded(preferred)) \(surname)", default: []].append(place)
            }
        }
        for namesakes in bearers.values where namesakes.count > 1 {
            for place in namesakes { others[place].formUnion(namesakes.lazy.filter { $0 != place }) }
        }
    }

    /// The first of year of birth, date of birth, suburb and number in which the person at a place of the list differs
    /// from every namesake; nil for somebody without one.
    func telling(_ place: Int) -> String? {
        let others = others[place]
        guard !others.isEmpty else { return nil }
        // By place, for to hand over a person copies all that is known of them.
        func isOwn<T: Equatable>(_ fact: (Int) -> T?) -> Bool {
            guard let own = fact(place) else { return false }
            return others.allSatisfy { fact($0) != own }
        }
        if let born = people[place].dateOfBirth {
            if isOwn({ people[$0].dateOfBirth?.year }) { return "born \(born.year)" }
            if isOwn({ people[$0].dateOfBirth }) { return "born \(born.inWords)" }
        }
        if isOwn({ people[$0].suburb.map { SearchText.whole($0) } }) { return people[place].suburb }
        return people[place].crn ?? people[place].externalId
    }
}
