import Terminal
import Widgets

/// What can be answered just now, and what each answer does: derived from the lines and the bindings.
struct LinearWords {
    /// The lines that can be chosen; the first is number 1.
    let choices: [Spoken.Choice]
    /// The kind of text that is taken just now.
    let entry: Spoken.Entry?
    /// Whether a line is surely meant as text. In a longer text a number may be what somebody said, and dots how they
    /// said it; in a field a number may choose.
    func isText(_ word: String) -> Bool {
        guard !word.isEmpty, word != "." else { return false }
        return switch entry {
        case .text: word.first != "." || command(String(word.dropFirst())) == nil
        case .line: word.first != "." && Int(word) == nil
        case nil: false
        }
    }

    /// Whether the text may have many lines.
    var isLong: Bool { if case .text = entry { true } else { false } }
    private let notes: [KeyNote]
    private let keyMap: KeyMap

    enum Command: Equatable {
        case choice(Spoken.Choice)
        /// The binding at this place.
        case binding(Int)
        case global(GlobalCommand)
        case key(Key)
        case again
    }

    init(lines: [Spoken], notes: [KeyNote], keyMap: KeyMap = KeyMap()) {
        choices = lines.compactMap(\.choice)
        entry = lines.compactMap(\.entry).last
        self.notes = notes
        self.keyMap = keyMap
    }

    static let again = "again"
    static let back = "back"

    /// What `written` means when it is no text; nil for a word that means nothing here.
    func command(_ written: String) -> Command? {
        let word = Self.plain(written)
        if let number = Int(word), number >= 1, number <= choices.count { return .choice(choices[number - 1]) }
        if let place = place(where: { $0.answers(to: word) }) { return .binding(place) }
        if word == Self.again { return .again }
        if word == Self.back, let place = place(where: { $0.keys.contains(.escape) }) { return .binding(place) }
        if let global = GlobalCommand.allCases.first(where: { $0.word == word }) { return .global(global) }
        if let key = Key(named: written) { return .key(key) }
        guard word.count == 1, let character = word.first else { return nil }
        return GlobalCommand.allCases.first { $0.answers(.character(character), isTyping: false, keyMap: keyMap) }
            .map { .global($0) }
    }

    /// Of several bindings of one name, the one that works just now is meant.
    private func place(where fits: (KeyNote) -> Bool) -> Int? {
        let places = notes.indices.filter { fits(notes[$0]) }
        return places.first { notes[$0].unavailable == nil } ?? places.first
    }

    /// Offered on every screen; the others are found among the commands.
    static let globals: [GlobalCommand] = [.help, .palette, .emergency, .quit]

    /// The answers that are offered: keys and words with what they do, and why one does nothing just now.
    var offers: [String] {
        answers.map { answer, note in
            let isItsName = answer == dotted(Self.plain(note.name))
            return (isItsName ? answer : "\(answer): \(note.name)")
                + (note.unavailable.map { " (not now: \($0))" } ?? "")
        }
    }

    /// What is answered for each binding that does something in lines.
    var answers: [(answer: String, note: KeyNote)] {
        var seen: Set<String> = []
        return notes.compactMap { note in
            guard !isNeedless(note), seen.insert(note.name).inserted else { return nil }
            return (answer(for: note), note)
        }
    }

    /// What may be found among the commands, with its place among the bindings. What only moves in a picture may not; a
    /// digit is found by the name of what it does.
    var commands: [(place: Int, answer: String, note: KeyNote)] {
        notes.enumerated().filter { !isForEyes($1) }.map { ($0, answer(for: $1), $1) }
    }

    /// What may be found among the commands of every screen, with its answer.
    var commandsEverywhere: [(command: GlobalCommand, answer: String)] {
        GlobalCommand.allCases.filter(\.isHeard).map { ($0, dotted($0.word)) }
    }

    /// What is answered for what there is on every screen.
    var answersEverywhere: [(answer: String, about: String)] {
        (Self.globals + [.settings]).map { (dotted($0.word), $0.about) } + [
            (dotted(Self.again), "Say the whole screen once more.")
        ]
    }

    /// What can be answered on every screen.
    var offersEverywhere: String {
        (Self.globals.map { dotted($0.word) } + [dotted(Self.again)]).joined(separator: ", ")
    }

    /// What to tell whoever gave `word` as text and may have meant a command; nil where it is text to everybody. In a
    /// longer text a number or a letter is what somebody said.
    func doubt(_ word: String) -> String? {
        if word.first == ".", !word.contains(" "), word.contains(where: \.isLetter) {
            return "Taken as text: '\(word)' is no command here: \(helpInWords)."
        }
        if isLong, word.count == 1 || Int(word) != nil { return nil }
        return command(word) == nil ? nil : "Taken as text. For the command, type .\(word)"
    }

    /// What to tell whoever named a line that there is not, beside a field; nil for what is text. Nothing is looked for by
    /// a number so short: it throws away the lines of which one was meant.
    func noSuchLine(_ word: String) -> String? {
        guard !choices.isEmpty, word.count <= 2, word.allSatisfy(\.isNumber), let number = Int(word),
            !(1...choices.count ~= number)
        else { return nil }
        return "There is no line \(number); the last is \(choices.count)."
    }

    var helpInWords: String { "'\(dotted(GlobalCommand.help.word))' lists them" }

    /// Digits up to this are whole answers; 0 where text is taken, or where there are too many choices.
    var digits: Int {
        let keys = notes.flatMap(\.keys).compactMap(Self.digit).max() ?? 0
        let most = max(choices.count, keys)
        return entry == nil && most <= 9 ? most : 0
    }

    /// A digit that a line bears already is not offered twice.
    private func isNeedless(_ note: KeyNote) -> Bool {
        if let digit = note.usual.first.flatMap(Self.digit) { return digit <= choices.count }
        return isForEyes(note)
    }

    /// Scrolling and moving are for pictures.
    private func isForEyes(_ note: KeyNote) -> Bool {
        guard let key = note.usual.first else { return true }
        // Numbers tick and choose already, and a line of a space alone is hard to hear.
        if key == .character(" ") { return !choices.isEmpty }
        // Along time one moves in lines too.
        if Self.isAlong(key) { return !note.isHinted }
        return [.up, .down, .pageUp, .pageDown, .end].contains(key)
    }

    private static func isAlong(_ key: Key) -> Bool { [.left, .right, .home].contains(key) }

    private func answer(for note: KeyNote) -> String {
        if note.keys.first == .enter, !isLong { return "Enter" }
        if entry == nil, let key = note.keys.first {
            if case .character = key { return key.name }
            if Self.isAlong(key) { return key.name.lowercased() }
        }
        return dotted(note.keys.contains(.escape) ? Self.back : Self.plain(note.name))
    }

    private func dotted(_ word: String) -> String { entry == nil ? word : "." + word }

    private static func digit(_ key: Key) -> Int? {
        guard case .character(let character) = key else { return nil }
        return character.wholeNumberValue
    }

    static func plain(_ word: String) -> String {
        let words = word.lowercased().split { $0 == " " || $0 == "-" }
        // The key - is a word of its own.
        return words.isEmpty ? word : words.joined(separator: " ")
    }
}

extension KeyNote {
    /// Whether `word` is its name or one of its characters.
    fileprivate func answers(to word: String) -> Bool {
        LinearWords.plain(name) == word || keys.contains { $0 == .character(Character(word)) }
    }
}

extension Character {
    /// The character that `word` is; a word of several is none that a key could send.
    fileprivate init(_ word: String) {
        self = word.count == 1 ? word[word.startIndex] : "\u{0}"
    }
}
