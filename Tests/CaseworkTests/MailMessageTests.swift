import Casework
import Foundation
import TestSupport
import Testing

@Suite("How a mail is written (RFC 5322)")
struct MailMessageTests {
    static func message(_ subject: String = "Plan MSP-000001", _ body: String = "Hello") throws -> MailMessage {
        let to: EmailAddress = try #require(EmailAddress("tom@example.org"))
        return MailMessage(
            from: EmailAddress("mina@example.org"), to: to,
            subject: subject, body: body, writtenAt: at("2026-03-04T10:05:09+11:00"), zone: zone("Australia/Sydney"),
            id: "abc123")
    }

    private func lines(_ message: MailMessage) -> [String] { message.text.components(separatedBy: "\r\n") }

    /// Header lines put together again, name by name.
    private func headers(_ message: MailMessage) -> [String] {
        message.text.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: " ").components(
            separatedBy: "\r\n")
    }

    private func body(_ message: MailMessage) -> String {
        message.text.split(separator: "\r\n\r\n", maxSplits: 1).last.map(String.init) ?? ""
    }

    @Test("It says from whom, to whom, of what and when, by the clock of the place, and names no machine")
    func headers() throws {
        #expect(
            headers(try Self.message()) == [
                "From: MSP Desk <mina@example.org>", "To: <tom@example.org>", "Subject: Plan MSP-000001",
                "Date: Wed, 4 Mar 2026 10:05:09 +1100", "Message-ID: <abc123@mspdesk.invalid>",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
            ])
    }

    @Test("A zone of half hours, and one west of Greenwich, stand in the date as they are")
    func dates() throws {
        var message = try Self.message()
        message.zone = zone("Australia/Adelaide")
        #expect(message.text.contains("Date: Wed, 4 Mar 2026 09:35:09 +1030\r\n"))
        message.zone = zone("America/St_Johns")
        #expect(message.text.contains("Date: Tue, 3 Mar 2026 19:35:09 -0330\r\n"))
    }

    @Test(
        "Nothing in subject, body or number adds a header line or ends the message early",
        arguments: [
            "a\r\nBcc: x@example.org", "a\nBcc: x@example.org", "a\rBcc: x", "a\r\n\r\n.\r\nBcc: x", "\u{85}Bcc: x",
            "\u{2028}Bcc: x", "\0Bcc: x", "a\u{0B}Bcc: x", "=?UTF-8?Q?=0D=0ABcc:_x?=", "\r\n\r\n",
        ])
    func injection(text: String) throws {
        var message = try Self.message(text, text)
        message.id = text
        let found = headers(message)
        #expect(found.count == 9)
        #expect(!found.contains { $0.hasPrefix("Bcc") })
        #expect(!lines(message).contains("."))
        #expect(message.text.unicodeScalars.allSatisfy { $0 == "\r" || $0 == "\n" || (32...126).contains($0.value) })
        #expect(message.text.replacing("\r\n", with: "").allSatisfy { !$0.isNewline })
    }

    @Test(
        "A subject comes out as it went in, whatever its script and length, in lines that are short enough",
        arguments: [
            "Plan MSP-000001: contact by phone not in line", "Café", String(repeating: "é", count: 200),
            String(repeating: "word ", count: 40) + "end", String(repeating: "x", count: 300), "日本語 🇦🇺 e\u{301}",
            "=?looks encoded?=",
        ])
    func subjects(subject: String) throws {
        let message = try Self.message(subject)
        #expect(lines(message).allSatisfy { $0.utf8.count <= 78 })
        let header = try #require(headers(message).first { $0.hasPrefix("Subject: ") }).dropFirst(9)
        let isEncoded = header.hasPrefix("=?UTF-8?B?")
        if isEncoded { #expect(lines(message).filter { $0.contains("=?UTF-8") }.allSatisfy { $0.utf8.count <= 76 }) }
        let decoded =
            isEncoded
            ? try header.split(separator: " ").map { word in
                let inner = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
                // Each word stands alone: none parts a character.
                let data = try #require(Data(base64Encoded: String(inner)))
                return try #require(String(validating: data, as: UTF8.self))
            }.joined() : String(header)
        #expect(decoded == subject)
    }

    @Test(
        "A body comes out as it went in, in short lines, none of which begins with a dot or From",
        arguments: [
            "Hello", ".", "..", "a\n.\nb", "From me", String(repeating: ".", count: 200),
            String(repeating: "From ", count: 60), String(repeating: "é", count: 100), "a = b", "ends in space \nnext",
            String(repeating: "x", count: 76), String(repeating: "x", count: 77), "\n\n", "tab\tand more",
        ])
    func bodies(text: String) throws {
        let encoded = body(try Self.message("s", text)).components(separatedBy: "\r\n").dropLast()
        #expect(encoded.allSatisfy { $0.utf8.count <= 76 && !$0.hasPrefix(".") && !$0.hasPrefix("From") })
        #expect(encoded.allSatisfy { !$0.hasSuffix(" ") })
        #expect(decode(Array(encoded)) == text.replacing("\t", with: " "))
    }

    private func decode(_ lines: [String]) -> String {
        var bytes: [UInt8] = []
        for (index, line) in lines.enumerated() {
            var rest = line.hasSuffix("=") ? line.dropLast() : Substring(line)
            while let first = rest.utf8.first {
                if first == UInt8(ascii: "="), let byte = UInt8(rest.dropFirst().prefix(2), radix: 16) {
                    bytes.append(byte)
                    rest = rest.dropFirst(3)
                } else {
                    bytes.append(first)
                    rest = rest.dropFirst()
                }
            }
            if !line.hasSuffix("="), index < lines.count - 1 { bytes.append(UInt8(ascii: "\n")) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "What could be taken for an option, or end a line, is no address",
        arguments: [
            "", "tom", "@example.org", "tom@", "-f@example.org", "tom@-x.org", "tom@example.org\r\nBcc: x@y",
            "tom @example.org", "tom@exa mple.org", "tom@a@b", "tom..t@example.org", ".tom@example.org",
            "tom@example..org", "<tom@example.org>", "tom@example.org,x@y", "tömas@example.org",
            String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "b", count: 260),
        ])
    func noAddress(text: String) { #expect(EmailAddress(text) == nil) }

    @Test("Usual addresses are addresses", arguments: ["tom@example.org", "tom.o'neil+x@mail.example.org", "1@a"])
    func address(text: String) { #expect(EmailAddress(text)?.description == text) }
}
