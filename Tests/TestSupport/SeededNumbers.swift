/// Numbers that look random and are the same for the same seed (SplitMix64), so that a failure can be run again.
public struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Below `bound`, which is at least 1.
    public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    /// True once in `count` times.
    public mutating func once(in count: Int) -> Bool { below(count) == 0 }

    /// One of `choices`, which are not empty.
    public mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[below(choices.count)] }
}
