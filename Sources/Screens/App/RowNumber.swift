/// A place in a list or a text, as the keys move it: it never leaves what is there.
extension Int {
    /// The nearest row of a list; 0 where it has none.
    func row(of list: some Collection) -> Int { clamped(to: 0...Swift.max(0, list.count - 1)) }

    func clamped(to places: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, places.lowerBound), places.upperBound)
    }
}
