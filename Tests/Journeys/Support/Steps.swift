import Foundation
import Testing

/// Ways that many journeys share, as a person goes them.
extension TerminalSession {
    /// Searches, and opens the person found once `mark` shows that it is they.
    func opens(_ words: String, _ mark: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await sees("Find", sourceLocation: sourceLocation)
        // All words at once: Enter is refused while a beginning of them is still being answered.
        try paste(words)
        try await sees(mark, "Enter Open", sourceLocation: sourceLocation)
        try press(.enter)
    }

    /// Saves the note on screen, answering the question that comes first.
    func saves(_ done: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try press(.f2)
        try await sees("Save this note?", "cannot be changed", sourceLocation: sourceLocation)
        try press(.enter)
        try await sees(done, sourceLocation: sourceLocation)
    }

    /// From the search to a voicemail note on the person at the counter, in which only the time stands.
    func beginsNote() async throws {
        try await opens("applegarth", "12 March 1958")
        try await sees("Warning", "In line until 12:00")
        try press(.enter)
        try await sees("Guide the visit")
        try type("n")
        try await sees("What kind of note?")
        for _ in 0..<4 { try press(.down) }
        try await sees("> 5 Voicemail received")
        try press(.enter)
        try await sees("Note: Voicemail received", "Content")
    }

    enum Guided: String {
        case visit, call

        fileprivate var questions: [String] {
            switch self {
            case .visit: ["Have you proved who this person is?", "Who is at the counter?"]
            case .call: ["Have you proved who is calling?", "Who is on the line?"]
            }
        }
    }

    /// From the warning past the guide's first two questions: it is the customer, and proved to be.
    func isGuided(through guide: Guided, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try press(.enter)
        try await sees("Guide the \(guide)", sourceLocation: sourceLocation)
        try press(.enter)
        for question in guide.questions {
            try await sees(question, sourceLocation: sourceLocation)
            try type("1")
        }
    }

    /// From the search through the guide of a visit in line to its saved contact report.
    func savesVisit() async throws {
        try await opens("applegarth", "12 March 1958")
        try await sees("Warning", "In line until 12:00")
        try await isGuided(through: .visit)
        try await sees("Is the One Main Contact, or the backup, needed")
        try type("2")
        try await sees("Help the customer here")
        try press(.enter)
        try await sees("Note: Customer contact", "Visit to Parramatta")
        try type("Asked about the letter.")
        try await sees("Asked about the letter.")
        try press(.f2)
        try await sees("Save this note?")
        try press(.enter)
        try await seesNoMore("Save this note?")
    }

    /// Opens the draft that waits on the first screen, through its warning.
    func resumesNote(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await sees("Waiting for you", "APPLEGARTH", sourceLocation: sourceLocation)
        try press(.enter)
        try await sees("Warning", "In line until 12:00", sourceLocation: sourceLocation)
        try press(.enter)
        try await sees("Note: ", sourceLocation: sourceLocation)
        // The part that is filled is not the one in which the caret stands, and may be folded.
        try press(.tab)
        try await sees(words, sourceLocation: sourceLocation)
        try press(.end)
    }

    /// Finds something among the commands, and opens it once it stands there.
    func finds(_ words: String, _ row: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try press(.control("p"))
        try await sees("MSP Desk: Commands", sourceLocation: sourceLocation)
        try paste(words)
        try await sees("> \(row)", sourceLocation: sourceLocation)
        try press(.enter)
    }

    /// Waits until words stand in the register's own files, where no end of the program reaches them. How soon that is
    /// (N6) the tests of the note editor prove, by a clock of their own.
    func keeps(_ words: String, in desk: Desk, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let isKept = try await holds {
            for end in ["", "-wal"] where FileManager.default.fileExists(atPath: desk.register + end) {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.register + end))
                if bytes.firstRange(of: Data(words.utf8)) != nil { return true }
            }
            return false
        }
        let screen = try screen()
        #expect(isKept, "not kept: \(words)\n\(screen)", sourceLocation: sourceLocation)
    }

    /// Kills the program, and sees that its draft is offered with these words.
    func keepsDraft(of desk: Desk, _ words: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        // Killed in the middle of keeping, it could keep nothing.
        try await keeps(words, in: desk, sourceLocation: sourceLocation)
        if let program = try? pid() {
            try kill(SIGKILL)
            #expect(try await hasEnded(program), sourceLocation: sourceLocation)
        }
        let again = try await TerminalSession(desk, as: "PRCOUNTER")
        try await again.resumesNote(words, sourceLocation: sourceLocation)
    }
}

/// At a shell.
extension TerminalSession {
    func line(_ text: String) throws {
        try type(text)
        try press(.enter)
    }

    /// The terminal's modes as `stty -g` writes them, asked for at the shell.
    func modes(_ name: String) async throws -> String {
        try await sees("ready>")
        try line("stty -g > \(name)")
        let path = workingFile(name)
        var text = ""
        let isWritten = try await holds {
            text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            return text.hasSuffix("\n")
        }
        guard isWritten else { throw Failure(description: "stty wrote nothing:\n\(try screen())") }
        return text
    }

    /// Waits until the program has ended and the shell has its screen again.
    func isBack(from program: pid_t, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        #expect(try await hasEnded(program), "the program runs on", sourceLocation: sourceLocation)
        #expect(try state("alternate_on") == "0", sourceLocation: sourceLocation)
    }
}
