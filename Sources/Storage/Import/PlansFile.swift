/// A list in JSON, taken apart into its elements without reading what they hold.
struct PlansFile {
    struct Element {
        /// The line on which it begins.
        let line: Int
        let bytes: ArraySlice<UInt8>
    }

    let elements: [Element]

    /// - Throws: ``ImportError``: not there, empty, binary, not UTF-8, or not a list whose brackets match.
    init(path: String) throws(ImportError) {
        let bytes = try InputFile(path: path).rest()
        if let index = UTF8Fault.firstIndex(in: bytes) {
            throw .notUTF8(path: path, line: bytes.prefix(index).count { $0 == UInt8(ascii: "\n") } + 1)
        }
        guard bytes.contains(where: { !Self.isSpace($0) }) else { throw .empty(path: path) }
        var scanner = Scanner(path: path, bytes: bytes)
        elements = try scanner.list()
    }

    fileprivate static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    private struct Scanner {
        let path: String
        let bytes: [UInt8]
        var index = 0
        var line = 1

        mutating func list() throws(ImportError) -> [Element] {
            skipSpaces()
            guard take("[") else { throw fault("where a '[' should open the list") }
            var elements: [Element] = []
            skipSpaces()
            if !take("]") {
                repeat {
                    skipSpaces()
                    elements.append(try element())
                    skipSpaces()
                } while take(",")
                guard take("]") else { throw fault("where the list should be closed") }
            }
            skipSpaces()
            guard index == bytes.count else { throw fault("where the list has ended") }
            return elements
        }

        /// Up to the bracket that closes the element, or to the comma or bracket that follows it.
        private mutating func element() throws(ImportError) -> Element {
            let start = index
            let startLine = line
            var depth = 0
            var inString = false
            while index < bytes.count {
                let byte = bytes[index]
                if inString {
                    if byte == UInt8(ascii: "\\") {
                        index += 1
                    } else if byte == UInt8(ascii: "\"") {
                        inString = false
                    }
                } else {
                    switch byte {
                    case UInt8(ascii: "\""): inString = true
                    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
                        if depth == 0 {
                            guard index > start else { throw fault("where a plan should stand") }
                            return Element(line: startLine, bytes: bytes[start..<index])
                        }
                        if byte == UInt8(ascii: ",") { break }
                        depth -= 1
                        if depth == 0 {
                            index += 1
                            return Element(line: startLine, bytes: bytes[start..<index])
                        }
                    default: break
                    }
                }
                if byte == UInt8(ascii: "\n") { line += 1 }
                index += 1
            }
            line = startLine
            throw fault(inString ? "where a text begins that is never closed" : "where a plan begins that never ends")
        }

        private mutating func skipSpaces() {
            while index < bytes.count, PlansFile.isSpace(bytes[index]) {
                if bytes[index] == UInt8(ascii: "\n") { line += 1 }
                index += 1
            }
        }

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
            index += 1
            return true
        }

        private func fault(_ reason: String) -> ImportError { .notJSON(path: path, line: line, reason: reason) }
    }
}
