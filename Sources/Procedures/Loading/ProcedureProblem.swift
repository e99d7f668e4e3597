/// What can be wrong in a procedure.
public enum ProcedureProblem: Sendable, Hashable {
    // How it is written
    case notYaml(String)
    case duplicateKey(String)
    case unknownKey(String, nearest: String?, known: [String])
    case missingKey(String)
    case wrongShape(String, expected: String)
    /// A fact, role, tone, screen, note type or note part that nobody knows.
    case unknown(String, kind: String, nearest: String?, known: [String])
    case missingNotePart(String, of: String)
    case badTemplate(String, why: String)
    case tooLong(Int, limit: Int)
    case wrongFile(id: String)
    case askedOfBoth
    case askedOfNobody

    // How it flows
    case undefinedTarget(String, nearest: String?)
    case sharedName(String)
    case badName(String)
    case unreachable
    case deadEnd
    case edgeMissing(String)
    case edgeNotTaken(String, takes: [String])
    /// The answers listed for a fact are not those that it can have.
    case answersDiffer(String, takes: [String])
    case loop([String])
    case askedTwice(String, after: String)
    case namesakesDiffer(String)

    // What its examples show
    case noExample
    case exampleEnds(expected: String, actual: String)
    case exampleStops(at: String)
    case exampleAnswer(String)

    public var message: String {
        switch self {
        case .notYaml(let why): "This is not YAML: \(why)."
        case .duplicateKey(let key): "'\(key)' stands twice."
        case .unknownKey(let key, _, _): "'\(key)' is not a key here."
        case .missingKey(let key): "'\(key)' is missing."
        case .wrongShape(let key, let expected): "'\(key)' must be \(expected)."
        case .unknown(let value, let kind, _, _): "There is no \(kind) '\(value)'."
        case .missingNotePart(let part, let type): "A \(type) note requires '\(part)'."
        case .badTemplate(let part, let why): "The words of '\(part)' are no template: \(why)."
        case .tooLong(let count, let limit): "Its words take \(count) characters; a step has room for \(limit)."
        case .wrongFile(let id): "The file holds the procedure '\(id)'."
        case .askedOfBoth: "It has both 'ask' and 'fact'."
        case .askedOfNobody: "It has neither 'ask' nor 'fact'."
        case .undefinedTarget(let target, _): "There is no node or outcome '\(target)'."
        case .sharedName(let name): "'\(name)' is a node and an outcome."
        case .badName(let name): "'\(name)' is not a name that can be typed."
        case .unreachable: "No path from the start comes here."
        case .deadEnd: "Nothing follows."
        case .edgeMissing(let value): "The answer '\(value)' leads nowhere."
        case .edgeNotTaken(let value, _): "'\(value)' is not an answer that it can have."
        case .answersDiffer(let value, _): "'\(value)' is not a value of the fact, or is left out."
        case .loop(let nodes): "A path comes back to where it was: \(nodes.joined(separator: " → "))."
        case .askedTwice(let name, let earlier): "'\(name)' was answered before on the path, at '\(earlier)'."
        case .namesakesDiffer(let name): "Two nodes named '\(name)' differ in kind or answers."
        case .noExample: "No example reaches it."
        case .exampleEnds(let expected, let actual): "It should end in '\(expected)' and ends in '\(actual)'."
        case .exampleStops(let node): "It stops at '\(node)', which it gives no value."
        case .exampleAnswer(let why): why
        }
    }

    public var remedy: String {
        switch self {
        case .notYaml: "Mend the line; indentation counts, and text with ': ' or a leading sign needs quotes."
        case .duplicateKey: "Keep one of the two."
        case .unknownKey(_, let nearest, let known), .unknown(_, _, let nearest, let known):
            nearest.map { "Did you mean '\($0)'?" } ?? "Use one of \(known.joined(separator: ", "))."
        case .missingKey(let key): "Add '\(key):'."
        case .wrongShape(let key, let expected): "Write '\(key)' as \(expected)."
        case .missingNotePart(let part, _): "Add '\(part):' to its fields, empty where only the person can tell."
        case .badTemplate: "Use {time} anywhere and {site} inside [ ]."
        case .tooLong: "Say it shorter, or make two steps of it."
        case .wrongFile(let id): "Name the file '\(id).yaml', or change its id."
        case .askedOfBoth: "Keep 'fact' with its question under 'ask-when-unknown', or 'ask' alone."
        case .askedOfNobody: "Add 'ask: QUESTION' or 'fact: NAME'."
        case .undefinedTarget(_, let nearest): nearest.map { "Did you mean '\($0)'?" } ?? "Add it, or lead elsewhere."
        case .sharedName: "Rename one of the two."
        case .badName: "Use small letters, digits and hyphens, beginning with a letter."
        case .unreachable: "Lead an answer here, or remove it."
        case .deadEnd: "Add 'then:' with a target for each answer."
        case .edgeMissing(let value): "Add '\(value):' with a target under 'then:'."
        case .edgeNotTaken(_, let takes), .answersDiffer(_, let takes):
            "It has \(takes.joined(separator: ", "))."
        case .loop: "Lead the last answer on to another node or an outcome."
        case .askedTwice: "Give the later node another name with 'as:', or route without it."
        case .namesakesDiffer: "Give both the same kind and answers, or different names."
        case .noExample: "Add an example that ends in it."
        case .exampleEnds: "Correct the example, or the path that it takes."
        case .exampleStops(let node): "Add '\(node)' to its facts or answers."
        case .exampleAnswer: "Correct the example."
        }
    }
}
