import Casework
import Terminal
import Widgets

/// The linear face: the same screens said in lines and answered in lines, for a screen reader, a terminal that can do
/// nothing else, a pipe, or one hand. It belongs to the thread of its console.
public final class LinearFace: Face {
    private let console: any LineConsole
    private let stage: Stage
    /// What was said last of each level, so that only what changed is said again.
    private var said: [Int: Said] = [:]
    private var levelSaid: Int?
    /// What was answered since something was said last.
    private var lastAnswer = Said.Answer.none
    /// Whether nobody answered for so long that the next answer may be somebody else's.
    private var isLocked = false
    /// Whether a prompt stands there and waits.
    private var isPrompted = false

    /// Wide enough for every column, and so long that nothing has to be left out: lines need no room.
    private static let room = Size(width: 90, height: 1000)

    /// - Parameter root: the first screen; leaving it ends the program.
    public convenience init(console: any LineConsole, services: Services, root: any Screen) {
        let clock = ContinuousClock()
        let start = clock.now
        let waker = console.waker
        services.changes.listen { waker.wake() }
        self.init(
            console: console, services: services, root: root, worker: BackgroundWorker(services: services) {},
            monotonic: { clock.now - start })
    }

    /// Works at once and by a time that the caller lets pass, so that the same lines always get the same answers.
    public convenience init(
        repeatable console: any LineConsole, services: Services, root: any Screen, monotonic: @escaping () -> Duration
    ) {
        self.init(
            console: console, services: services, root: root, worker: InlineWorker(services: services),
            monotonic: monotonic)
    }

    convenience init(
        console: any LineConsole, services: Services, root: any Screen, worker: any EffectWorker,
        monotonic: @escaping () -> Duration
    ) {
        self.init(console: console, stage: Stage(services: services, worker: worker, monotonic: monotonic))
        stage.push(root)
    }

    /// Takes over a stage from whatever face it had.
    init(console: any LineConsole, stage: Stage) {
        self.console = console
        self.stage = stage
        stage.face = self
        stage.isStale = true
    }

    /// Says and listens until the person leaves or the input ends. What effects still have to do is done before it
    /// returns.
    public func run() {
        greet()
        settle()
        while !stage.isOver {
            if !isPrompted { console.prompt(words.isLong ? "text> " : "> ") }
            isPrompted = true
            switch console.next(timeout: stage.patience, digits: words.digits) {
            case .line(let line):
                isPrompted = false
                answer(line)
            case .key(let key, let typed):
                isPrompted = false
                press(key, after: typed)
            case .enterAgain(let name):
                isPrompted = false
                enterAgain(after: name)
            case .unfinished(let text):
                // A command that nobody ended is not done; text is kept.
                if case .text(let isEmpty) = words.entry { write(text, isFirst: isEmpty) }
            case .ended: stage.leave()
            case nil: break
            }
            settle()
        }
        stage.finishWork()
        stage.settle()
        if isPrompted { console.say("") }
        if let notice = stage.notice { console.say(notice.spoken) }
    }

    var isOver: Bool { stage.isOver }

    // MARK: Face

    func room(for level: any AnyLevel) -> Size { Self.room }

    func blank(idle: Duration?) {
        let advice = "Lines that were said cannot be hidden: clear the terminal itself."
        guard let idle else { return stage.show(Notice(advice)) }
        // A script has nobody who could look over a shoulder, and answers when it is ready.
        guard console.isTerminal else { return }
        isLocked = true
        let why = "Locked: nothing was answered for \(Blanking.span(idle))."
        stage.show(Notice("\(why) \(advice) Enter goes on, and says this screen again."))
    }

    /// Lines have no colours: the theme is for the full screen.
    func use(_ theme: Theme) {}

    var isHeard: Bool { true }

    func useMouse(_ isOn: Bool) { stage.show(Notice("The mouse is the terminal's own where lines are said.")) }

    func suspend() { stage.show(Notice("The terminal itself stops the program, with Ctrl-Z.")) }

    // MARK: Listening

    /// What can be answered on the screen that is on top.
    var words: LinearWords { words(stage.top.view.spoken) }

    private func words(_ lines: [Spoken]) -> LinearWords {
        LinearWords(lines: lines, notes: stage.top.notes, keyMap: stage.configuration.keys)
    }

    /// Takes one line for what it is: text where text is taken, else a number, a key or a word.
    func answer(_ line: String) {
        let words = words
        let word = line.trimmed
        lastAnswer = .command
        stage.noteInput()
        // A key that the screen has no use for changes nothing, and silence would leave open whether it was heard.
        stage.isStale = true
        if isLocked {
            isLocked = false
            // Text may have been half typed before, and is kept; a command or number is not done unseen.
            if !words.isText(word) { return carryOut(.again) }
        }
        if stage.top.takesNextKey, let key = Key(written: word) { return stage.press(key) }
        if words.entry != nil, word.count > 1, word.first == ".", let command = words.command(String(word.dropFirst()))
        {
            return carryOut(command)
        }
        switch words.entry {
        case .text where word == ".": stage.press(.tab, isUsual: true)
        case .text(let isEmpty):
            write(line, isFirst: isEmpty)
            if let doubt = words.doubt(word) { stage.show(Notice(doubt)) }
        case .line:
            if word.isEmpty { return stage.press(.enter) }
            if Int(word) != nil, case .choice(let choice) = words.command(word) { return carryOut(.choice(choice)) }
            if let reason = words.noSuchLine(word) { return stage.show(Notice(reason)) }
            lastAnswer = .line
            replaceEntry(with: line.trimmed)
            if let doubt = words.doubt(word) { stage.show(Notice(doubt)) }
        case nil:
            if word.isEmpty {
                if !line.isEmpty, let space = words.command(" ") { return carryOut(space) }
                return stage.press(.enter)
            }
            guard let command = words.command(word.first == "." ? String(word.dropFirst()) : word) else {
                return stage.show(Notice("'\(word)' is no number, key or word here. 'help' lists them."))
            }
            carryOut(command)
        }
    }

    /// Takes a key that acts without Enter. Text that was half typed is kept before it does.
    func press(_ key: Key?, after typed: String) {
        lastAnswer = .command
        stage.noteInput()
        if !typed.trimmed.isEmpty {
            switch words.entry {
            case .text(let isEmpty): stage.paste(isEmpty ? typed : "\n" + typed)
            case .line: replaceEntry(with: typed.trimmed)
            case nil: break
            }
        }
        guard let key, isKnown(key) else {
            let name = key.map(\.name) ?? "That key"
            return stage.show(Notice("\(name) does nothing here. Answers are words and numbers: \(words.helpInWords)."))
        }
        // A key of somebody else would do what nobody saw; help in danger waits for nobody.
        if isLocked, !stage.means(key, .emergency) {
            isLocked = false
            return carryOut(.again)
        }
        isLocked = false
        stage.press(key)
    }

    /// Keys that move in a picture, or in a line being typed, have no meaning here.
    private func isKnown(_ key: Key) -> Bool {
        switch key {
        case .escape, .function:
            stage.top.takesNextKey || stage.top.notes.contains { $0.keys.contains(key) }
                || GlobalCommand.allCases.contains { stage.means(key, $0) }
        default: false
        }
    }

    /// Nobody knows whether an Enter so late answers what was said meanwhile, so it answers nothing.
    func enterAgain(after name: String) {
        lastAnswer = .command
        stage.noteInput()
        if isLocked { return answer("") }
        stage.show(Notice("\(name) had answered already, without Enter. Enter once more is the next answer."))
    }

    /// Adds a line to a longer text.
    private func write(_ line: String, isFirst: Bool) {
        lastAnswer = .text
        stage.paste(isFirst ? line : "\n" + line)
    }

    private func carryOut(_ command: LinearWords.Command) {
        switch command {
        case .choice(let choice): stage.choose(choice.index, in: choice.id)
        case .binding(let place): stage.perform(place)
        case .global(let global):
            stage.clearNotice()
            stage.perform(global)
        case .key(let key): stage.press(key)
        case .again:
            said[stage.top.number] = nil
            stage.isStale = true
        }
    }

    /// Puts `text` in the place of what the field held.
    private func replaceEntry(with text: String) {
        stage.press(.end, isUsual: true)
        stage.press(.control("u"), isUsual: true)
        stage.paste(text)
    }

    // MARK: Saying

    private func greet() {
        let services = stage.services
        console.say("\(services.desk.staff.name)  |  \(services.post.workplace ?? "site not known")")
        console.say("Answer with a number, a key or a word, then Enter. 'again' repeats a screen.")
        if console.isTerminal {
            console.say("Of up to nine choices a digit answers at once, without Enter; so do Esc, F1, F8 and F9.")
        }
        console.say("Where text is taken, a dot makes a line an answer, as .help; a dot alone ends a longer text.")
    }

    /// Waits until the work asked for is done, for an answer may ask for more, and says what came of it.
    func settle() {
        repeat { stage.finishWork() } while stage.settle()
        guard stage.isStale, !stage.isOver else {
            lastAnswer = .none
            return
        }
        stage.isStale = false
        tell()
    }

    private func tell() {
        let top = stage.top
        top.resize(to: Self.room)
        let spoken = top.view.spoken
        var number = 0
        let lines = spoken.filter { !$0.text.isEmpty }.map { line in
            if line.choice != nil { number += 1 }
            return Said.Line(spoken: line, number: line.choice == nil ? nil : number)
        }
        let words = words(spoken)
        let now = Said(
            title: top.title, question: (top.view as? Dialog)?.title, identity: stage.identity, lines: lines,
            offers: words.offers)
        var news: [String] = []
        if let notice = stage.notice { news.append(notice.spoken) }
        let before = said[top.number].flatMap { now.goesOn(from: $0) ? $0 : nil }
        if levelSaid != top.number || before == nil {
            news += ["", title(top.title)]
            news += stage.identity.map { IdentityStrip(identity: $0).lines } ?? []
        }
        news += before.map { now.news(since: $0, after: lastAnswer) } ?? lines.map(\.text)
        news += offers(words, before: before)
        // Silence would leave open whether the answer was taken.
        if news.isEmpty, lastAnswer == .command { news = ["Nothing changed."] }
        said = said.filter { number, _ in stage.levels.contains { $0.number == number } }
        said[top.number] = now
        levelSaid = top.number
        lastAnswer = .none
        say(news)
        stage.clearNotice()
        stage.isStale = false
    }

    private func offers(_ words: LinearWords, before: Said?) -> [String] {
        let known = Set(before?.offers ?? [])
        let new = words.offers.filter { !known.contains($0) }
        guard before == nil else { return new.isEmpty ? [] : ["Keys: " + new.joined(separator: "; ")] }
        return ["Keys: " + (new + [words.offersEverywhere]).joined(separator: "; ")]
    }

    private func title(_ title: String) -> String {
        (stage.services.desk.register.practice ? "PRACTICE  " : "") + "MSP Desk: \(title)"
    }

    private func say(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        // Something that time brought is said below the prompt that stands there.
        if isPrompted { console.say("") }
        isPrompted = false
        for line in lines { console.say(line.trimmed) }
    }
}

extension Notice {
    /// As the strip below a screen shows it.
    var spoken: String {
        switch tone {
        case .done: "Done: \(text)"
        case .information: text
        case .failure: "! \(text)"
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
