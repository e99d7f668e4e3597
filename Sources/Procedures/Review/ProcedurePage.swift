import Casework

/// A procedure as one page of HTML, for those who read in a browser or on paper: nothing is fetched, every answer is a
/// link and names its step by number. Colours are the browser's own, so that whoever needs others has them.
public struct ProcedurePage: Sendable {
    private let procedure: Procedure
    private let titles: [Procedure.ID: String]

    /// - Parameter others: whose pages stand beside this one; links to them bear their titles.
    public init(_ procedure: Procedure, beside others: [Procedure] = []) {
        self.procedure = procedure
        titles = Dictionary((others + procedure.called.values).map { ($0.id, $0.title) }) { first, _ in first }
    }

    public var html: String {
        let body =
            ["<header>", "<nav aria-label=\"Site\"><a href=\"index.html\">All procedures</a></nav>"]
            + ["<h1>\(escaped(procedure.title))</h1>", "<p>\(escaped(procedure.purpose))</p>", "</header>", "<main>"]
            + ["<h2>Steps</h2>", "<p>Begin with \(link(.node(procedure.start))).</p>"]
            + procedure.nodes.map(section) + ["<h2>Outcomes</h2>"] + procedure.outcomes.map(section)
            + ["</main>", "<footer><p>\(about)</p></footer>"]
        return Self.page(title: procedure.title, body: body.joined(separator: "\n"))
    }

    /// A page that lists all of `procedures` by group.
    public static func index(of procedures: [Procedure]) -> String {
        let groups = Procedure.Group.allCases.map { group -> String in
            let own = procedures.filter { $0.group == group }
            guard !own.isEmpty else { return "" }
            let rows = own.map {
                "<li><a href=\"\($0.id).html\">\(escaped($0.title))</a>: \(escaped($0.purpose))</li>"
            }
            return "<h2>\(escaped(group.title))</h2>\n<ul>\(rows.joined(separator: "\n"))</ul>"
        }
        let body = "<main>\n<h1>Procedures</h1>\n\(groups.joined(separator: "\n"))\n</main>"
        return page(title: "Procedures", body: body)
    }

    // MARK: Parts

    private var about: String {
        let source = procedure.source
        let version = "Version \(escaped(procedure.version))."
        return source.released
            ? "\(version) Source: \(escaped(source.number)), \(escaped(source.title)), valid from \(source.date.dated)."
            : "\(version) \(escaped(source.title)) was not released: this is built from what the released documents say."
    }

    /// From 1, in the order of the file.
    private func number(_ id: Procedure.Node.ID) -> Int {
        (procedure.nodes.firstIndex { $0.id == id } ?? 0) + 1
    }

    private func section(_ node: Procedure.Node) -> String {
        var parts = [
            "<section id=\"\(node.id)\">", "<h3>\(number(node.id)). \(escaped(node.title))</h3>",
            "<p class=\"ask\">\(escaped(node.question))</p>",
        ]
        if let role = node.role { parts.append(line("Who", role)) }
        parts += node.due.map { line("Due", $0.words) }
        if case .fact(let fact) = node.kind {
            parts.append("<p>The record answers this where it can (\(escaped(fact.rawValue))).</p>")
        }
        if case .guide(let id) = node.kind { parts.append("<p>Follow \(link(to: id)), then come back.</p>") }
        if case .hold(let limit) = node.kind { parts.append(line("Wait", limit.words)) }
        if node.repeats != nil { parts.append("<p>This step may come again.</p>") }
        if let hint = node.hint { parts.append("<p>\(escaped(hint))</p>") }
        if let redaction = node.redaction { parts.append("<p>\(escaped(redaction))</p>") }
        if let say = node.say { parts.append(line("Say", say)) }
        if !node.actions.isEmpty { parts.append(list(node.actions.map(escaped), "ul")) }
        if !node.items.isEmpty { parts.append(list(node.items.map(item), "ol")) }
        let ways = node.edges.map { edge in
            let words = node.words(edge)
            return (words.isEmpty ? "Then" : escaped(words)) + ": " + link(edge.target)
        }
        let over = node.repeats.map { ["After \($0.atMost) times: \(link($0.thenAfter))"] } ?? []
        parts += [list(ways + over, "ul"), source(node.sources, released: node.released)]
        parts += node.corrects.map(correction)
        return (parts + ["</section>"]).joined(separator: "\n")
    }

    private func item(_ item: Procedure.Item) -> String {
        let notes =
            [item.role.map { "Who: \($0)" }, item.isOptional ? "where it applies" : nil, item.say.map { "Say: \($0)" }]
            .compactMap { $0 } + item.due.map { "Due: \($0.words)" } + [item.redaction].compactMap { $0 }
        return escaped(item.words) + (notes.isEmpty ? "" : " <small>\(escaped(notes.joined(separator: "; ")))</small>")
    }

    private func section(_ outcome: Procedure.Outcome) -> String {
        var parts = ["<section id=\"to-\(outcome.id)\">", "<h3>\(escaped(outcome.title))</h3>"]
        if let role = outcome.role { parts.append(line("Who", role)) }
        parts += outcome.due.map { line("Due", $0.words) }
        if let say = outcome.say { parts.append(line("Say", say)) }
        parts.append(list(outcome.actions.map(escaped), "ol"))
        if !outcome.notify.isEmpty { parts.append(line("Tell", outcome.notify.map(\.name).joined(separator: ", "))) }
        if let note = outcome.note { parts.append(line("Note to write", note.type.title)) }
        let next = outcome.nextProcedures.map(link(to:))
        if !next.isEmpty { parts.append("<p><b>Go on with:</b> \(next.joined(separator: ", "))</p>") }
        parts.append(source(outcome.sources, released: outcome.released))
        parts += outcome.corrects.map(correction)
        return (parts + ["</section>"]).joined(separator: "\n")
    }

    private func link(_ target: Procedure.Target) -> String {
        switch target {
        case .node(let id):
            "<a href=\"#\(id)\">step \(number(id)), \(escaped(procedure.node(id)?.title ?? id.rawValue))</a>"
        case .outcome(let id): "<a href=\"#to-\(id)\">\(escaped(procedure.outcome(id)?.title ?? id.rawValue))</a>"
        }
    }

    /// To the page of another procedure.
    private func link(to id: Procedure.ID) -> String {
        "<a href=\"\(id).html\">\(escaped(titles[id] ?? id.rawValue))</a>"
    }

    private func line(_ name: String, _ words: String) -> String { "<p><b>\(name):</b> \(escaped(words))</p>" }

    private func list(_ rows: [String], _ tag: String) -> String {
        "<\(tag)>\(rows.map { "<li>\($0)</li>" }.joined())</\(tag)>"
    }

    private func source(_ places: [String], released: Bool) -> String {
        "<p class=\"source\">Source: \(escaped(places.joined(separator: ", ")))\(released ? "" : " (not released)")</p>"
    }

    private func correction(_ correction: Procedure.Correction) -> String {
        "<p class=\"source\">Corrects \(escaped(correction.place)). Printed: \(escaped(correction.printed)) "
            + "Built: \(escaped(correction.built))</p>"
    }

    private static func page(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en-AU">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <style>
        :root { color-scheme: light dark }
        body { font: 1.05rem/1.5 sans-serif; margin: 0 auto; max-width: 46rem; padding: 1rem }
        section { border-top: 1px solid; padding: .5rem 0; break-inside: avoid }
        section:target { outline: 3px solid; outline-offset: .5rem }
        h2, h3 { break-after: avoid }
        .ask { font-size: 1.2rem; font-weight: bold }
        @media print {
        @page { margin: 2cm }
        body { font-size: 11pt; max-width: none; padding: 0 }
        a { color: inherit; text-decoration: none }
        nav { display: none }
        }
        </style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}

/// Words as HTML shows them.
private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
}
