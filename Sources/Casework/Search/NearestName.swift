/// The name that a slip could have meant: a letter or two wrong, missing, too many, or swapped with its neighbour.
public func nearest(to word: String, among names: [String]) -> String? {
    let scored = names.map { (name: $0, distance: slips(from: word, to: $0)) }
    guard let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= max(1, word.count / 3) else {
        return nil
    }
    return best.name
}

private func slips(from one: String, to other: String) -> Int {
    let (one, other) = (Array(one), Array(other))
    var before: [Int] = []
    var row = Array(0...other.count)
    for line in one.indices {
        var next = [line + 1]
        for column in other.indices {
            var least = min(
                row[column + 1] + 1, next[column] + 1, row[column] + (one[line] == other[column] ? 0 : 1))
            if line > 0, column > 0, one[line] == other[column - 1], one[line - 1] == other[column] {
                least = min(least, before[column - 1] + 1)
            }
            next.append(least)
        }
        (before, row) = (row, next)
    }
    return row[other.count]
}
