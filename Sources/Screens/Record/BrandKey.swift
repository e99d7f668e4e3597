import Casework
import Terminal

extension OpenRecord {
    /// Whether nobody can be served or turned away before it is said which brand the contact is for (R2).
    var asksBrand: Bool { judgement.verdict == .ask && !judgement.brandsApart.isEmpty }

    /// The key that says which brand the contact is for: again for the next, and in the end that it is not known.
    ///
    /// - Parameter refusal: why it is not said here.
    func brandKey<Action>(unavailable refusal: String? = nil, _ chosen: (Brand?) -> Action) -> Binding<Action> {
        let apart = brandsNamed
        let order: [Brand?] = apart + Brand.allCases.filter { !apart.contains($0) } + [nil]
        let place = order.firstIndex(of: attempt.brand) ?? order.count - 1
        return Binding(
            .character("b"), name: "Brand", about: "Say which brand the contact is for; again for the next brand.",
            chosen(order[(place + 1) % order.count]),
            unavailable: apart.isEmpty ? "The plan treats every brand alike." : refusal, hinted: !apart.isEmpty)
    }

    /// The brands that the plan names apart in some channel.
    private var brandsNamed: [Brand] {
        guard let plan = record.plan else { return [] }
        return Brand.allCases.filter { brand in
            Channel.allCases.contains { plan.restriction(on: $0).brands[brand] != nil }
        }
    }
}
