import Terminal

extension Theme {
    /// A role that cannot be told from what lies behind it (WCAG 2.2 AA).
    public struct FaintRole: Sendable, Equatable {
        public let role: Role
        public let depth: ColourDepth
        /// From 1 to 21.
        public let contrast: Double
        public let needed: Double
        /// Whether the fill is too near to the ground, rather than the words to the fill.
        public let isFill: Bool
    }

    /// The roles whose words keep less than 4.5:1 to their own ground, or whose fills keep less than 3:1 to the theme's,
    /// each once, at the depth where it is worst.
    public func faintRoles(
        at depths: [ColourDepth] = [.trueColour, .twoFiftySix, .sixteen]
    ) -> [FaintRole] {
        Role.allCases.compactMap { role in
            depths.flatMap { faults(of: role, at: $0) }.min { $0.contrast / $0.needed < $1.contrast / $1.needed }
        }
    }

    private func faults(of role: Role, at depth: ColourDepth) -> [FaintRole] {
        let shown = depth.shown(style(role))
        guard let front = shown.foreground, let back = shown.background else { return [] }
        var faults: [FaintRole] = []
        func check(_ contrast: Double, needs needed: Double, isFill: Bool) {
            guard contrast < needed else { return }
            faults.append(FaintRole(role: role, depth: depth, contrast: contrast, needed: needed, isFill: isFill))
        }
        check(front.contrast(with: back), needs: 4.5, isFill: false)
        if Role.fills.contains(role), let ground = depth.shown(Style(background: ground)).background {
            check(back.contrast(with: ground), needs: 3, isFill: true)
        }
        return faults
    }
}
