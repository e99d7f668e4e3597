/// The bytes that terminals send for keys that no character stands for, as they follow the Esc.
enum KeySequence {
    /// The key that `bytes` stand for; nil for one that is not known.
    static func key(_ bytes: [UInt8]) -> Key? {
        let text = String(decoding: bytes, as: UTF8.self)
        // The console of Linux has a form of its own for the first five.
        if text.hasPrefix("[["), let last = text.last { return function(last, of: "ABCDE") }
        if text.hasPrefix("O"), let last = text.last, let key = function(last, of: "PQRS") { return key }
        if text.hasPrefix("["), text.last == "~" { return numbered(text.dropFirst().prefix { $0.isNumber }) }
        return switch text.last {
        case "A": .up
        case "B": .down
        case "C": .right
        case "D": .left
        case "H": .home
        case "F": .end
        case "Z": .backTab
        default: nil
        }
    }

    /// Whether more bytes belong to what `bytes` begin.
    static func isUnfinished(_ bytes: [UInt8]) -> Bool {
        guard let last = bytes.last else { return true }
        if bytes.count == 1 || bytes == Array("[[".utf8) { return true }
        return !(0x40...0x7e).contains(last)
    }

    private static func function(_ letter: Character, of letters: String) -> Key? {
        Array(letters).firstIndex(of: letter).map { .function($0 + 1) }
    }

    private static func numbered(_ digits: Substring) -> Key? {
        guard let number = Int(digits) else { return nil }
        switch number {
        case 1, 7: return .home
        case 2: return .insert
        case 3: return .delete
        case 4, 8: return .end
        case 5: return .pageUp
        case 6: return .pageDown
        // Two numbers are left out between them.
        case 11...15: return .function(number - 10)
        case 17...21: return .function(number - 11)
        case 23, 24: return .function(number - 12)
        default: return nil
        }
    }
}
