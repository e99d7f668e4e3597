import Terminal

/// Pictures of what likely keys lead to, drawn and prepared for the display while nobody types: such a key is answered by
/// showing one.
///
/// A picture drawn ahead is never the last word. The screen is changed and drawn anew after it as after every key, and what
/// differs is shown at once. Any key makes all of them void, and so does an answer or a timer that changes what is seen.
struct PicturesAhead {
    private var waiting: ArraySlice<Key> = []
    private var drawn: [Key: PreparedFrame] = [:]

    /// From now on the pictures of these keys are wanted, and no others.
    mutating func want(_ keys: [Key]) {
        drawn = drawn.filter { keys.contains($0.key) }
        waiting = keys.filter { drawn[$0] == nil }[...]
    }

    /// Draws the next picture that is wanted.
    ///
    /// - Parameter picture: of what a key leads to; nil where it leads nowhere.
    /// - Returns: whether more are wanted.
    mutating func draw(_ picture: (Key) -> PreparedFrame?) -> Bool {
        if let key = waiting.popFirst() { drawn[key] = picture(key) }
        return !waiting.isEmpty
    }

    subscript(key: Key) -> PreparedFrame? { drawn[key] }
}
