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
    case severalKinds([String])
    case noKind([String])
    case keyOfAnotherKind(String, kind: String)
    /// What a list shows stands after the nodes, where a list does not look.
    case headAfterBody(String)
    case unknownSource(String)
    case badLimit(String)
    /// An item or answer has a name that means something else in answers.
    case reserved(String)

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
    /// No choice, or no value, is left for the edge at this place.
    case edgeNeverTaken(String)
    case loop([String])
    case unknownProcedure(String, nearest: String?)
    case recursion([String])
    case calledBroken(String)
    /// Words name the answer of a node that is not there, or is of the wrong kind.
    case unknownAnswer(String, nearest: String?)
    case answerNotSure(String)
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
        case .severalKinds(let kinds): "It is of several kinds: \(kinds.map { "'\($0)'" }.joined(separator: " and "))."
        case .noKind: "Nothing says what kind of step it is."
        case .keyOfAnotherKind(let key, let kind): "'\(key)' is no key of a step with '\(kind)'."
        case .headAfterBody(let key): "'\(key)' stands after the nodes."
        case .unknownSource(let place): "No released table holds '\(place)'."
        case .badLimit(let text): "'\(text)' is not a time limit."
        case .reserved(let name): "'\(name)' has a meaning of its own in answers."
        case .undefinedTarget(let target, _): "There is no node or outcome '\(target)'."
        case .sharedName(let name): "'\(name)' is a node and an outcome."
        case .badName(let name): "'\(name)' is not a name that can be typed."
        case .unreachable: "No path from the start comes here."
        case .deadEnd: "Nothing follows."
        case .edgeMissing(let value): "The answer '\(value)' leads nowhere."
        case .edgeNotTaken(let value, _): "'\(value)' is not an answer that it can have."
        case .answersDiffer(let value, _): "'\(value)' is not a value of the fact, or is left out."
        case .edgeNeverTaken(let when): "'\(when)' is never taken: an edge before it takes all that it could."
        case .unknownProcedure(let id, _): "There is no procedure '\(id)'."
        case .recursion(let ids): "The procedure runs inside itself: \(ids.joined(separator: " → "))."
        case .calledBroken(let id): "The procedure '\(id)', which it runs, is broken."
        case .unknownAnswer(let name, _): "The words name the answer of '\(name)', which is no node that gives one."
        case .answerNotSure(let name): "A path passes '\(name)' by, and its answer stands outside [ ]."
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
        case .badTemplate: "Use {time} and {answer:NODE}, and {site} and {due} inside [ ]."
        case .tooLong: "Say it shorter, or make two steps of it."
        case .wrongFile(let id): "Name the file '\(id).yaml', or change its id."
        case .severalKinds: "Keep one; a fact has its question under 'ask-when-unknown'."
        case .noKind(let kinds): "Add one of \(kinds.joined(separator: ", "))."
        case .keyOfAnotherKind: "Remove it, or make it a step of another kind."
        case .headAfterBody: "Move it above 'nodes:'."
        case .unknownSource:
            "Write a row as 'OMC T1.2', several as a list, a section that is no table as 'MSP, its heading'."
        case .badLimit: "Write it as '5 business days', '3 business hours', '28 days before end' or 'at once'."
        case .reserved: "Give it another name."
        case .undefinedTarget(_, let nearest): nearest.map { "Did you mean '\($0)'?" } ?? "Add it, or lead elsewhere."
        case .sharedName: "Rename one of the two."
        case .badName: "Use small letters, digits and hyphens, beginning with a letter."
        case .unreachable: "Lead an answer here, or remove it."
        case .deadEnd: "Add 'then:' with a target for each answer, or 'next:'."
        case .edgeMissing(let value): "Lead '\(value)' somewhere under 'then:', or add 'else'."
        case .edgeNotTaken(_, let takes), .answersDiffer(_, let takes):
            "It has \(takes.joined(separator: ", "))."
        case .edgeNeverTaken: "Remove it, or move it up."
        case .unknownProcedure(_, let nearest):
            nearest.map { "Did you mean '\($0)'?" } ?? "Add its file, or name another."
        case .recursion: "Lead to an outcome whose 'next:' names the procedure instead."
        case .calledBroken(let id): "Mend \(id).yaml first."
        case .unknownAnswer(_, let nearest): nearest.map { "Did you mean '\($0)'?" } ?? "Name a node of this procedure."
        case .answerNotSure: "Put it inside [ ], with the words around it."
        case .loop: "Lead on to another node, or give the one that is come back to 'at-most:' and 'then-after:'."
        case .askedTwice: "Give the later node another name with 'as:', or route without it."
        case .namesakesDiffer: "Give both the same kind and answers, or different names."
        case .noExample: "Add an example that ends in it."
        case .exampleEnds: "Correct the example, or the path that it takes."
        case .exampleStops(let node): "Add '\(node)' to its facts or answers."
        case .exampleAnswer: "Correct the example."
        }
    }
}
