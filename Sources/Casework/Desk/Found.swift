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
    /// What was typed and is nothing of the likeliest person: then nobody fits all of it, and these are the nearest.
    public var unfit: [String] { first?.match.unfit ?? [] }
}

/// People of one list by their names.
struct Namesakes {
    private let people: [String: [Customer]]

    init(_ people: [Customer]) {
        self.people = people.count < 2 ? [:] : Dictionary(grouping: people) { SearchText.folded($0.name) }
    }

    /// The first of year of birth, date of birth, suburb and number in which the person differs from every namesake;
    /// nil for somebody without one.
    func telling(_ person: Customer) -> String? {
        guard !people.isEmpty else { return nil }
        let others = (people[SearchText.folded(person.name)] ?? []).filter { $0.id != person.id }
        guard !others.isEmpty else { return nil }
        func isOwn<T: Equatable>(_ fact: (Customer) -> T?) -> Bool {
            guard let own = fact(person) else { return false }
            return others.allSatisfy { fact($0) != own }
        }
        if let born = person.dateOfBirth {
            if isOwn({ $0.dateOfBirth?.year }) { return "born \(born.year)" }
            if isOwn({ $0.dateOfBirth }) { return "born \(born.inWords)" }
        }
        if let suburb = person.suburb, isOwn({ $0.suburb.map { SearchText.whole($0) } }) { return suburb }
        return person.crn ?? person.externalId
    }
}
