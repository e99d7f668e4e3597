import Casework
import TestSupport
import Testing

@Suite("When mail is tried again by itself")
struct MailRetryTests {
    private let hours = at("2026-03-03T14:26")
    private let minute = at("2026-03-03T10:11")

    @Test("A mail that fails now is tried in a minute, though an older one waits for hours; each time counts once")
    func earlier() {
        var retry = MailRetry()
        let set = [hours, minute, minute, hours].map { retry.asks(for: $0) }
        #expect(set == [true, true, false, false])
        let made = [minute, hours].map { retry.comes($0) }
        #expect(made == [true, false], "the later one gave way")
    }

    @Test("Once a retry was made the next is set, and made once however often it was set")
    func next() {
        var retry = MailRetry()
        let before = [retry.asks(for: hours), retry.asks(for: minute), retry.comes(minute), retry.asks(for: hours)]
        #expect(before == [true, true, true, true])
        let made = [retry.comes(hours), retry.comes(hours)]
        #expect(made == [true, false])
    }
}
