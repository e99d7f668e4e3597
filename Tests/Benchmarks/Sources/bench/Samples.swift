import Foundation

/// Figures of one kind, and what stands for them.
struct Samples {
    private(set) var all: [Double] = []

    mutating func add(_ sample: Double?) { if let sample { all.append(sample) } }

    func percentile(_ share: Double) -> Double {
        guard !all.isEmpty else { return .nan }
        return all.sorted()[min(all.count - 1, Int(Double(all.count) * share))]
    }

    var median: Double { percentile(0.5) }
}

/// One line of the table.
struct Figure {
    let name: String
    let measured: String
    let goal: String
    let meaning: String

    func say() {
        let head = [(name, 44), (measured, 26), (goal, 0)].map { text, width in
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        print(head.joined() + "\n    " + meaning)
    }
}

func number(_ value: Double, _ unit: String, digits: Int = 1) -> String {
    String(format: "%.\(digits)f \(unit)", value)
}
