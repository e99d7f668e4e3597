import Casework
import Foundation
import Synchronization
import Terminal

/// Where commands write. What comes from the register passes through the filter first, so that no control character
/// of a name reaches the terminal.
enum Output {
    /// A line for people on standard output.
    static func line(_ text: String = "") { write(shown(text, on: stdout), to: stdout) }

    /// A terminal shows what its locale has; a file or pipe gets UTF-8 always.
    private static func shown(_ text: String, on descriptor: Int32) -> String {
        isatty(descriptor) == 1 ? LocaleText.current.shown(text) : TerminalText.visible(text)
    }

    /// Several lines for people on standard output.
    static func lines(_ text: String) {
        for each in text.split(separator: "\n", omittingEmptySubsequences: false) { line(String(each)) }
    }

    /// Text on standard error, line by line.
    static func error(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            write(shown(String(line), on: stderr), to: stderr)
        }
    }

    /// One JSON document on standard output; absent values are left out, or null where the type says so.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        let data = try encoder.encode(value)
        write(escaped(String(decoding: data, as: UTF8.self)), to: stdout)
    }

    /// JSON that says the same with nothing in it that a terminal would obey, hide or reorder: such characters stand in
    /// its texts alone, where they can be written as numbers.
    private static func escaped(_ json: String) -> String {
        guard json.utf8.contains(where: { $0 >= 0x7f }) else { return json }
        let isASCII = isatty(stdout) == 1 && !LocaleText.current.isUTF8
        var result = ""
        for scalar in json.unicodeScalars {
            if isASCII ? scalar.isASCII : TerminalText.isShown(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                }
            }
        }
        return result
    }

    /// Text that is written by this program alone, such as a graph or the manual page.
    static func verbatim(_ text: String) { write(text, to: stdout, end: text.hasSuffix("\n") ? "" : "\n") }

    /// Bytes of our own on standard error, unfiltered and without a line's end.
    static func writeError(_ text: String) { write(text, to: stderr, end: "") }

    /// Writes all of it, or gives up: where nobody reads any more without a word, for that is how `head` ends; else what
    /// is in the way is kept for ``requireWritten()``, and nothing with a hole in it follows.
    private static func write(_ text: String, to descriptor: Int32, end: String = "\n") {
        guard fault.withLock({ $0 }) == nil || descriptor == stderr else { return }
        let bytes = Array((text + end).utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count > 0 {
                written += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // The other end of a pipe may have asked not to wait; what is said has to arrive all the same.
                var file = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&file, 1, -1)
            case let number:
                if descriptor == stdout, number != EPIPE { fault.withLock { $0 = OutputError(number: number) } }
                return
            }
        }
    }

    /// What was in the way of standard output; nil while all of it was written.
    private static let fault = Mutex<OutputError?>(nil)

    /// - Throws: ``OutputError`` when something of the answer could not be written.
    static func requireWritten() throws(OutputError) {
        if let fault = fault.withLock({ $0 }) { throw fault }
    }

    private static let stdout: Int32 = 1
    private static let stderr: Int32 = 2
}

/// The answer of a command could not be written.
struct OutputError: UserFacing, Equatable {
    /// As `errno` has it.
    let number: Int32

    var message: String { "The output cannot be written: \(String(cString: strerror(number)))." }
    var remedy: String {
        "Make room where it goes, or send it elsewhere; what the command did in the register stays done."
    }
    var fault: Casework.Fault { .cannotWrite }
}
