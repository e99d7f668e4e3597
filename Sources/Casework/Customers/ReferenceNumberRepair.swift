extension ReferenceNumber {
    /// The numbers that pass their check and differ from `compact` by one slip of hand or ear, the likelier slips
    /// first.
    ///
    /// A slip is two neighbours swapped, one character wrong, one too many or one missing. Each number stands once and
    /// is of the kind that `compact` was meant to be: a CRN when it ends in a letter, else a Medicare number, else
    /// nothing. The caller keeps those that exist in the register.
    ///
    /// - Parameter compact: without spaces and hyphens, in capitals; 9 to 12 characters, else nothing is found.
    public static func oneCharacterRepairs(of compact: String) -> [String] {
        let bytes = Array(compact.utf8)
        guard (9...12).contains(bytes.count), bytes.allSatisfy({ $0.isDigit || $0.isCapital }) else { return [] }
        let isCrn = bytes.contains(where: \.isCapital)
        var found: [String] = []
        var seen: Set<[UInt8]> = [bytes]
        for candidate in slips(of: bytes, letters: isCrn) {
            let isValid = isCrn ? CustomerReferenceNumber.isValid(candidate) : MedicareNumber.isValid(candidate)
            guard isValid, seen.insert(candidate).inserted else { continue }
            found.append(String(decoding: candidate, as: UTF8.self))
        }
        return found
    }

    private static let digits = Array("0123456789".utf8)
    private static let checkLetters = Array("ABCHJKLSTVX".utf8)

    private static func slips(of bytes: [UInt8], letters: Bool) -> [[UInt8]] {
        let alphabet = letters ? digits + checkLetters : digits
        var slips: [[UInt8]] = []
        for index in bytes.indices.dropLast() {
            var changed = bytes
            changed.swapAt(index, index + 1)
            slips.append(changed)
        }
        for index in bytes.indices {
            for character in alphabet {
                var changed = bytes
                changed[index] = character
                slips.append(changed)
            }
        }
        for index in bytes.indices {
            var changed = bytes
            changed.remove(at: index)
            slips.append(changed)
        }
        for index in 0...bytes.count {
            for character in alphabet {
                var changed = bytes
                changed.insert(character, at: index)
                slips.append(changed)
            }
        }
        return slips
    }
}
