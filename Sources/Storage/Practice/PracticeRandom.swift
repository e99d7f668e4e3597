/// Numbers that look like chance and are the same on every machine, for the same seed and stream (SplitMix64).
///
/// The standard library's own ways to draw from a range may change with its version: a practice register must not.
struct PracticeRandom: Sendable {
    private var state: UInt64

    /// - Parameter stream: what the numbers are for, such as a person's index: each has numbers of its own, so that
    ///   the tenth person is the same whether or not the nine before were made.
    init(seed: UInt64, stream: UInt64) {
        state = Self.mixed(seed) ^ Self.mixed(stream &* 0x9E37_79B9_7F4A_7C15 &+ 0x632B_E59B_D9B4_E019)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// From 0 up to `bound`, exclusive; 0 when the bound is not positive.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// True in `percent` of a hundred draws.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// True in `number` of a thousand draws.
    mutating func perMille(_ number: Int) -> Bool { below(1000) < number }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Things of which some are commoner than others. Never empty.
struct Weighted<Element: Sendable>: Sendable {
    let elements: [Element]
    private let sums: [Int]

    /// - Parameters:
    ///   - first: stands for itself when `others` is empty.
    ///   - weight: how common the element is; at least 1 is taken.
    init(_ first: Element, _ others: [Element], weight: (_ rank: Int, Element) -> Int) {
        elements = [first] + others
        var sum = 0
        sums = elements.enumerated().map { rank, element in
            sum += Swift.max(1, weight(rank, element))
            return sum
        }
    }

    func pick(_ random: inout PracticeRandom) -> Element {
        let drawn = random.below(sums[sums.count - 1])
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if drawn < sums[middle] { high = middle } else { low = middle + 1 }
        }
        return elements[low]
    }
}

extension Weighted<String> {
    /// Names from the commonest to the rarest, parted by commas, as often as their rank makes likely (Zipf): the
    /// smaller `flatness`, the more the first names lead.
    init(names: String, flatness: Int = 6) {
        let read = names.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        self.init(read.first ?? "", Array(read.dropFirst())) { rank, _ in 1_000_000 / (rank + 1 + flatness) }
    }
}
