import Casework
import Foundation

/// People by the numbers that were said.
extension CandidateSearch {
    mutating func findNumbers() throws {
        for part in query.parts {
            let numbers = part.numbers
            guard !numbers.isEmpty else { continue }
            let isFound = try findWhole(numbers)
            if part.isPlan { try findPlans(numbers) }
            // Its digits may begin or end another number, but whoever says a check letter with them means this one.
            if isFound, part.isWholeCRN { continue }
            for number in numbers { try findPartly(number) }
        }
    }

    private var wholeGain: Double { log(0.9 * Double(population)) - Hearing.nothing }

    /// Returns whether anybody was found.
    private mutating func findWhole(_ numbers: [String]) throws -> Bool {
        let bearers = try BareStatement(Self.whole, in: db)
        let gain = wholeGain
        var asked: [Int64] = []
        var isFound = false
        for number in numbers {
            for code in NumberCode.ranges(of: number).whole where !asked.contains(code) {
                asked.append(code)
                try bearers.each([code]) { row in
                    isFound = true
                    noteNumber(of: row[0], gain: gain)
                    return true
                }
            }
        }
        return isFound
    }

    private mutating func findPlans(_ numbers: [String]) throws {
        let gain = wholeGain
        for number in numbers {
            try BareStatement(RegisterSession.planned, in: db).each(text: number.uppercased()) { row in
                planNumbers[Customer.ID(rawValue: row[0]), default: []].append(number)
                noteNumber(of: row[0], gain: gain)
                return true
            }
        }
    }

    private mutating func findPartly(_ number: String) throws {
        let gain = NumberCode.weight(ofPart: number, population: Double(population)) - Hearing.nothing
        for range in NumberCode.ranges(of: number).partly {
            try BareStatement(Self.partly, in: db).each([range.lowerBound, range.upperBound]) { row in
                noteNumber(of: row[0], gain: gain)
                return true
            }
        }
    }

    /// Rows read in one look-up.
    private static let most = 60
    private static let whole = "SELECT customer FROM people_by_number WHERE code = ?1 LIMIT \(most)"
    private static let partly = "SELECT customer FROM people_by_number WHERE code BETWEEN ?1 AND ?2 LIMIT \(most)"
}
