import Foundation

/// A file read from its beginning, byte by byte, in constant memory.
final class InputFile {
    let path: String
    /// The line on which the next byte stands, from 1.
    private(set) var line = 1
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private var position = 0
    private var filled = 0

    /// Opens the file; a byte order mark of UTF-8 is passed over.
    init(path: String) throws(ImportError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .missing(path: path) : .unreadable(path: path)
        }
        guard try peek() != nil else { throw .empty(path: path) }
        let start = buffer.prefix(filled)
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            throw .utf16(path: path)
        }
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    deinit { close(descriptor) }

    func peek() throws(ImportError) -> UInt8? {
        if position == filled {
            repeat { filled = read(descriptor, &buffer, buffer.count) } while filled < 0 && errno == EINTR
            position = 0
            guard filled >= 0 else {
                filled = 0
                throw .unreadable(path: path)
            }
            guard filled > 0 else { return nil }
        }
        return buffer[position]
    }

    /// - Throws: ``ImportError/binary(path:line:)`` at a byte 0, which no text holds.
    func next() throws(ImportError) -> UInt8? {
        guard let byte = try peek() else { return nil }
        guard byte != 0 else { throw .binary(path: path, line: line) }
        position += 1
        if byte == UInt8(ascii: "\n") { line += 1 }
        return byte
    }

    /// The rest of the file.
    func rest() throws(ImportError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let byte = try next() { bytes.append(byte) }
        return bytes
    }
}

/// Where bytes stop being UTF-8.
enum UTF8Fault {
    /// The index of the first byte that belongs to no character, or nil when all do.
    static func firstIndex(in bytes: some Collection<UInt8>) -> Int? {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var index = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): index += scalar.count
            case .emptyInput: return nil
            case .error: return index
            }
        }
    }
}
