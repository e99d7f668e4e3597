import Foundation

/// A mail as it is handed over: RFC 5322, in ASCII alone, with lines of at most 78 characters.
///
/// Whatever stands in subject and body, it cannot add a header line, end the message early or break a line's length:
/// control characters become spaces, and the rest is encoded (RFC 2047, quoted-printable).
public struct MailMessage: Sendable, Hashable {
    /// Nil for an author without an address: then the mail says that it cannot be answered.
    public var from: EmailAddress?
    public var to: EmailAddress
    public var subject: String
    public var body: String
    public var writtenAt: Instant
    /// The zone of its date.
    public var zone: LocalZone
    /// Letters and digits that no other mail has; the same at each attempt, so that a second copy is known as such.
    public var id: String

    public init(
        from: EmailAddress?, to: EmailAddress, subject: String, body: String, writtenAt: Instant, zone: LocalZone,
        id: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.writtenAt = writtenAt
        self.zone = zone
        self.id = id
    }

    /// A domain that nobody has (RFC 2606): the name of this machine is nobody's business.
    private static let domain = "mspdesk.invalid"

    /// The whole message; lines end with CR and LF.
    public var text: String {
        let headers = [
            "From: MSP Desk <\(from?.description ?? "no-reply@\(Self.domain)")>",
            "To: <\(to)>",
            "Subject: \(HeaderText.encoded(subject, after: "Subject: ".count))",
            "Date: \(date)",
            "Message-ID: <\(id.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(48))@\(Self.domain)>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
        ]
        return (headers + [""] + QuotedPrintable.lines(body)).joined(separator: "\r\n") + "\r\n"
    }

    /// As `Wed, 4 Mar 2026 10:15:00 +1100`.
    private var date: String {
        let (day, time, second) = zone.clock(at: writtenAt)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let offset = zone.offset(at: writtenAt) / 60
        let clock = [time.minutes / 60, time.minutes % 60, second].map { padded($0, 2) }.joined(separator: ":")
        let zone = "\(offset < 0 ? "-" : "+")\(padded(abs(offset) / 60, 2))\(padded(abs(offset) % 60, 2))"
        return
            "\(day.weekday.name.prefix(3)), \(day.parts.day) \(months[day.parts.month - 1]) \(day.year) \(clock) \(zone)"
    }
}

/// Text for a header field.
enum HeaderText {
    /// The most characters of a line, its end not counted.
    static let width = 78

    /// Folded before a space, and as encoded words (RFC 2047) where it is not plain ASCII or cannot be folded.
    ///
    /// - Parameter start: how many characters stand before it in its first line.
    static func encoded(_ text: String, after start: Int) -> String {
        let clean = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
        let words = clean.split(separator: " ").map(String.init)
        let isPlain = words.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } && $0.utf8.count <= 60 }
        guard isPlain, !clean.contains("=?") else {
            return encodedWords(words.joined(separator: " ")).joined(separator: "\r\n ")
        }
        var folded = ""
        var column = start
        for word in words {
            if !folded.isEmpty, column + 1 + word.utf8.count > width {
                folded += "\r\n"
                column = 0
            }
            folded += (folded.isEmpty ? "" : " ") + word
            column += word.utf8.count + 1
        }
        return folded
    }

    /// Of at most 75 characters each, none of which parts a character's bytes.
    private static func encodedWords(_ text: String) -> [String] {
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            // 39 bytes are 52 characters of base64; with the frame 64, so that a first line keeps within 76.
            if bytes.count + next.count > 39 {
                words.append(frame(bytes))
                bytes = []
            }
            bytes += next
        }
        return words + [frame(bytes)]
    }

    private static func frame(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }
}

/// The encoding of a body (RFC 2045).
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF")
    /// The most characters of a line, as RFC 2045 has it.
    private static let width = 76

    /// The encoded lines of `text`, without their ends. A dot that begins a line, and a `From`, are encoded too: the
    /// one could end a message on its way, the other would be changed by old mailboxes.
    static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.flatMap { line in
            var lines: [String] = []
            var current = ""
            let bytes = line.unicodeScalars.flatMap { Array(String($0.isControl ? " " : $0).utf8) }
            for (index, byte) in bytes.enumerated() {
                let isLast = index == bytes.count - 1
                let isAtStart = current.isEmpty && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
                let token = isAtStart ? escaped(byte) : encoded(byte, isLast: isLast)
                if current.utf8.count + token.utf8.count > width - (isLast ? 0 : 1) {
                    lines.append(current + "=")
                    current = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F") ? escaped(byte) : token
                } else {
                    current += token
                }
            }
            return lines + [current]
        }
    }

    private static func encoded(_ byte: UInt8, isLast: Bool) -> String {
        switch byte {
        case UInt8(ascii: " ") where !isLast: " "
        case UInt8(ascii: "="): escaped(byte)
        case 33...126: String(UnicodeScalar(byte))
        default: escaped(byte)
        }
    }

    private static func escaped(_ byte: UInt8) -> String { "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])" }
}

extension Unicode.Scalar {
    /// Ends of lines, and all else that a text does without; also those of Unicode.
    fileprivate var isControl: Bool {
        properties.generalCategory == .control || value == 0x2028 || value == 0x2029
    }
}
