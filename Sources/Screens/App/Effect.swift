import Casework
import Terminal

/// What a screen wants done after an update: it does nothing itself.
public indirect enum Effect<Action: Sendable>: Sendable {
    case none
    /// Work for the services, off the drawing thread; its result is another action. An error becomes a notice.
    case run(@Sendable (Services) throws -> Action)
    /// The same, where only the newest of its name matters: an older one is dropped, and when it has begun
    /// ``Services/isOutdated`` tells it so.
    case latest(String, @Sendable (Services) throws -> Action)
    /// Work of that name, of this screen, matters no more: as if a newer one had overtaken it.
    case drop(String)
    /// Work that may take long and that nothing waits for, not even the end of the program: beside all other work.
    case apart(@Sendable (Services) throws -> Action)
    /// An action when so much time has passed; one of the same name that is still waiting stays, and this is dropped.
    case after(Duration, String, Action)
    /// The same, but one that waits is replaced: the time begins anew.
    case rest(Duration, String, Action)
    /// Puts a screen on top of this one.
    case open(any Screen)
    /// Puts a screen in the place of this one.
    case replace(any Screen)
    /// Leaves this screen.
    case back
    /// Leaves every screen above the first.
    case home
    case notice(Notice)
    /// Sets up the program otherwise: in force at once, and kept for the next time. What cannot be kept is said.
    case set(SettingChange)
    /// Ends the program.
    case quit
    case all([Effect])
}

/// A line to the person at the foot of the screen, until the next key.
public struct Notice: Sendable, Hashable {
    public enum Tone: Sendable, Hashable { case done, information, failure }

    public let text: String
    public let tone: Tone
    /// Of a failure what happened, without what to do.
    private var happened: String?

    public init(_ text: String, _ tone: Tone = .information) {
        self.text = text
        self.tone = tone
    }

    /// What happened and what to do, in one line.
    public init(_ error: any Error) {
        self.init(error) { $0.remedy }
    }

    private init(_ error: any Error, advice: (any UserFacing) -> String) {
        guard let error = error as? any UserFacing else {
            self.init("Something failed that has no name yet: \(error)", .failure)
            return
        }
        self.init("\(error.message) \(advice(error))", .failure)
        happened = error.message
    }

    /// The same, where the program itself tries again until it is done.
    init(triedAgain error: any Error) {
        self.init(error) { $0.fault == .busy ? "It is tried again by itself." : $0.remedy }
    }

    /// The same, where a note was to be saved: its words are kept all the same, by another try.
    init(unsavedNote error: any Error) {
        self.init(error) {
            $0.fault == .busy ? "The note is not saved: save it again in a moment." : $0.remedy
        }
    }

    /// The same, with what ending the program now would cost.
    var warningOfLoss: Notice { adding("Leave again to lose what is not saved.") }

    /// The same, with what leaving the screen now would cost.
    var warningOfLossByEscape: Notice { adding("Esc once more leaves without what was typed since it was kept last.") }

    private func adding(_ words: String) -> Notice {
        var notice = Notice("\(text) \(words)", tone)
        notice.happened = happened
        return notice
    }

    /// The same where the program has ended: nobody can do anything about it, but `loss` is to be known.
    func atTheEnd(_ loss: String) -> Notice { Notice("\(happened ?? text) \(loss)", tone) }
}
