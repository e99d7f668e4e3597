import Foundation

/// What one figure may be at most, or must be at least.
enum Goal {
    case most(Double)
    case least(Double)

    func isKept(by value: Double) -> Bool {
        switch self {
        case .most(let limit): value <= limit
        case .least(let limit): value >= limit
        }
    }

    func text(_ unit: String) -> String {
        switch self {
        case .most(let limit): "goal \(Figures.number(limit)) \(unit) or less"
        case .least(let limit): "goal \(Figures.number(limit)) \(unit) or more"
        }
    }
}

/// Prints each figure with its definition and, where there is one, its goal.
enum Figures {
    /// Begins a group: what is measured, and how.
    static func define(_ title: String, _ definition: String) {
        print("\n\(title)")
        print("  \(definition)")
    }

    static func tell(_ name: String, _ value: Double, _ unit: String, _ goal: Goal? = nil, note: String = "") {
        let shown = "  " + pad(name, 44) + pad("\(number(value)) \(unit)", 14)
        let verdict = goal.map { "\($0.isKept(by: value) ? "kept  " : "MISSED") \($0.text(unit))" } ?? ""
        print((shown + pad(verdict, note.isEmpty ? 0 : 34) + note).trimmingSuffix())
    }

    static func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) >= 10 || value == 0 { return String(Int(value)) }
        return String(format: abs(value) < 1 ? "%.3f" : abs(value) < 10 ? "%.2f" : "%.1f", value)
    }

    static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

extension String {
    fileprivate func trimmingSuffix() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// Times in microseconds, by the clock and of the processor: on a machine that is shared they differ.
struct Times {
    private(set) var all: [Double] = []
    private(set) var busy: [Double] = []

    mutating func take<T>(_ body: () throws -> T) rethrows -> T {
        let (before, start) = (processor(), clock.now)
        let result = try body()
        all.append((clock.now - start) / .microseconds(1))
        busy.append((processor() - before) * 1e6)
        return result
    }

    mutating func add(_ microseconds: Double) { all.append(microseconds) }

    func percentile(_ share: Double, of times: [Double]? = nil) -> Double {
        let sorted = (times ?? all).sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// The middle, and the slowest of twenty and of a hundred, in milliseconds, each with its goal.
    func tell(_ name: String, goals: [Double: Double] = [:]) {
        for share in [0.5, 0.95, 0.99] {
            let note =
                busy.isEmpty ? "" : "processor \(Figures.number(percentile(share, of: busy) / 1000)) ms"
            Figures.tell(
                "\(name), p\(Int(share * 100))", percentile(share) / 1000, "ms", goals[share].map { .most($0) },
                note: note)
        }
    }
}

/// Seconds of processor that this program has used.
func processor() -> Double {
    var used = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    return Double(used.tv_sec) + Double(used.tv_nsec) / 1e9
}

/// The most memory that this program has been resident with, in MiB.
func mostResident() -> Double {
    let lines = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = lines.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Double(line.filter(\.isNumber)) ?? 0) / 1024
}

/// The same throws for the same seed.
struct Dice {
    var state: UInt64 = 42

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }

    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }
}
