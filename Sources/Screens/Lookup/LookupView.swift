import Casework
import Terminal
import Widgets

extension Lookup {
    /// What there is to say to what was typed, or before.
    var answer: any Widget {
        if let failure { return Paragraph("! \(failure.words)", role: .error) }
        return answered.isEmpty || isVague ? start : results
    }

    /// The people found, with why each matches, plan mark and levels, and what tells namesakes apart.
    var results: any Widget {
        found.isEmpty ? nobody : people
    }

    /// Said over the list when nobody in it fits all that was typed, or when others were left out of it.
    var remark: String? {
        if isVague { return "Too many fit one letter: type on." }
        if isSpent { return "Typing begins a new search." }
        if let shortfall { return shortfall }
        if found.count >= most { return "Others fit as well: type on." }
        return hasOthers ? "Others fit far less: not listed." : nil
    }

    /// Said where nobody fits all that was typed.
    var shortfall: String? { found.shortfall(leavingOut: isBegun) }

    /// Whether a word is the first digits of a year, postcode or number that is still being typed.
    private func isBegun(_ word: String) -> Bool {
        word.count < 4 && answered.hasSuffix(word) && word.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }

    private var people: any Widget {
        found.indices.contains(selection) ? PeopleFound(list: list, chosen: found[selection]) : list
    }

    private var list: ListView {
        guard size.width >= Self.widthForColumns else {
            return ListView(
                rows, columns: [ListColumn("", .fill()), ListColumn("", .fixed(3))], selection: selection, id: "people")
        }
        return ListView(
            rows,
            columns: [
                ListColumn("Name", .fill(3)), ListColumn("Born", .fixed(17)), ListColumn("Suburb", .fill(2)),
                ListColumn("Plan", .fixed(10)),
            ],
            selection: selection, hasHeader: true, id: "people")
    }

    /// Columns from which birth date and suburb stand beside the name; below, the name needs the line for itself.
    private static let widthForColumns = 60

    /// Columns from which the state fits behind suburb and postcode; the postcode tells it as well.
    private static let widthForState = 90

    /// A row for each of `found`, for a list with so much room.
    static func rows(of found: [Desk.Found], in width: Int) -> [ListRow] {
        width < widthForColumns ? found.map(narrowRow) : found.map { row($0, hasState: width >= widthForState) }
    }

    private static func row(_ found: Desk.Found, hasState: Bool) -> ListRow {
        let customer = found.match.customer
        let suburb = [customer.suburb, customer.postcode, hasState ? customer.state?.rawValue.uppercased() : nil]
            .compactMap { $0 }.joined(separator: " ")
        return ListRow(
            cells: [Identity.name(of: customer), born(customer), suburb, found.plan?.id.rawValue ?? ""],
            detail: (marks(found)
                + [found.toldApart, found.plan.map(levels), found.match.why.joined(separator: ", ")].compactMap { $0 })
                .joined(separator: " | "), role: found.plan == nil ? .text : .warning)
    }

    /// The name, and below it what tells namesakes apart before all; the date in digits, so that the suburb fits.
    private static func narrowRow(_ found: Desk.Found) -> ListRow {
        let customer = found.match.customer
        // What is last may be cut: the suburb, unless it is needed to tell namesakes apart.
        let facts = [found.plan.map(restricted), customer.suburb].compactMap { $0 }
        let detail =
            [customer.dateOfBirth?.text ?? "born ?"] + marks(found) + (found.isNamesake ? facts.reversed() : facts)
        return ListRow(
            cells: [Identity.name(of: customer), found.plan == nil ? "" : "MSP"],
            detail: detail.joined(separator: ", "), role: found.plan == nil ? .text : .warning)
    }

    private static func born(_ customer: Customer) -> String { customer.dateOfBirth?.inWords ?? "born ?" }

    private static func marks(_ found: Desk.Found) -> [String] {
        (found.plan?.safetyAlert == true ? ["SAFETY ALERT"] : []) + (found.isNamesake ? ["SAME NAME"] : [])
    }

    /// The channels that are not open, in short.
    private static func restricted(_ plan: Plan) -> String {
        let channels = Channel.allCases.compactMap { channel -> String? in
            let restriction = plan.restriction(on: channel)
            let level: String? =
                switch restriction.level {
                case .available: nil
                case .partial: "PART"
                case .full: "FULL"
                }
            let words = [level, restriction.levelsApart.map { _ in "by brand" }].compactMap(\.self)
            let short = channel == .faceToFace ? "F2F" : channel.name
            return words.isEmpty ? nil : ([short] + words).joined(separator: " ")
        }
        return channels.isEmpty ? "all open" : channels.joined(separator: " ")
    }

    private static func levels(of plan: Plan) -> String {
        Channel.allCases.map { channel in
            let restriction = plan.restriction(on: channel)
            let apart = restriction.levelsApart.map { " (\($0))" } ?? ""
            return switch restriction.level {
            case .available: "\(channel.name) open\(apart)"
            case .partial: "\(channel.name) PART\(apart)"
            case .full: "\(channel.name) FULL\(apart)"
            }
        }.joined(separator: ", ")
    }

    /// What changes with the next key stands in a line of its own: the rest stays as it is.
    private var nobody: any Widget {
        if let why = SearchQuery.tooLittle(in: answered) { return Paragraph(why, role: .dim) }
        return Column {
            Paragraph("Nobody found for \"\(answered)\".", role: .dim)
            if let fault = ReferenceNumber.fault(in: CustomerReference(answered)) {
                Paragraph("\(fault.message) Ask for it again.", role: .warning)
            }
            Paragraph(
                "Searched: given, other, preferred and family names, dates of birth, CRN, Medicare, Child Support and plan "
                    + "numbers, phone numbers, suburbs and postcodes, each word also as the beginning of a longer one. "
                    + "Try fewer words, or another spelling.", role: .dim)
        }
    }

    private var waitingRows: [ListRow] {
        let stamp = { (instant: Instant) in waiting.zone?.stamp(instant) ?? "" }
        return waiting.rows.map { row in
            switch row {
            case .draft(let draft, let customer):
                let begun = "\(stamp(draft.beganAt))\(draft.content.gist.map { ": \($0)" } ?? "; nothing typed yet.")"
                return ListRow(
                    customer.map(Identity.name) ?? "Unknown person", draft.content.title,
                    detail: draft.returned.map { "RETURNED by \($0.by): \($0.reason) | Written \(begun)" }
                        ?? "Begun \(begun)",
                    role: draft.returned == nil ? .text : .warning)
            case .run(let run, let customer):
                let state = run.heldUntil == nil ? "Left \(stamp(run.savedAt))" : "The wait is over"
                let detail = state + (run.awaiting.map { ", at: \($0)" } ?? "")
                // A run without a record is known by its guide alone.
                return customer.map { ListRow(Identity.name(of: $0), run.title, detail: detail) }
                    ?? ListRow(run.title, "no record", detail: detail)
            case .reports(let count):
                return ListRow(
                    "\(count) contact \(count == 1 ? "report" : "reports")", "to record",
                    detail: "Written by staff who record no notes.")
            case .unsent(let count):
                return ListRow(
                    "\(count) \(count == 1 ? "mail" : "mails") NOT sent", "outbox",
                    detail: "To OMC or backup; the outbox says why.", role: .warning)
            }
        }
    }

    /// What stands there before anything is typed, or while it says too little; the chosen row stays in sight.
    var start: any Widget {
        var parts: [any Widget] = waiting.isKnown ? [Paragraph(waiting.you)] : []
        if let doubt = waiting.doubtOfClock { parts.append(Paragraph("! \(doubt)", role: .warning)) }
        if waiting.isKnown { parts.append(Gap()) }
        var chosenRows = 0..<0
        func list(_ rows: [ListRow], under heading: String, from first: Int, id: String) {
            // Enter means the search, once something is typed.
            let chosen = isSearching ? -1 : selection - first
            parts.append(Heading(heading))
            if rows.indices.contains(chosen) {
                let above = Column(parts.map { Child($0) }).height(forWidth: size.width - 1)
                let start = above + rows[..<chosen].reduce(0) { $0 + $1.height }
                chosenRows = start..<start + rows[chosen].height
            }
            let columns = [ListColumn("", .fill(2)), ListColumn("", .fill(1))]
            parts += [ListView(rows, columns: columns, selection: chosen, id: id), Gap()]
        }
        if !waitingRows.isEmpty { list(waitingRows, under: "Waiting for you", from: 0, id: "people") }
        if waiting.isKnown, waitingRows.isEmpty { parts += [Paragraph("Nothing waits for you.", role: .dim), Gap()] }
        if !waiting.own.isEmpty {
            let rows = waiting.own.map { ListRow($0.name, $0.type, detail: $0.words) }
            list(rows, under: "Your contact reports", from: waitingCount, id: "own")
        }
        let all = Column((parts + [invitation]).map { Child($0) })
        // The field and the remark under it stand above.
        let room = size.height - 2
        return all.height(forWidth: size.width) <= room
            ? all : Scroll(all, offset: chosenRows.upperBound - room, id: "start", showing: chosenRows)
    }

    private var invitation: any Widget {
        guard waiting.maySearch else { return administration }
        return Column {
            Paragraph("Just type what you hear.", role: .dim)
            Fields([
                Fields.Row("  mai nguyen 3/4/1980", "names and a birth date", role: .dim),
                Fields.Row("  307 111 942H", "any number, spaces do not matter", role: .dim),
                Fields.Row("  smith parramatta", "a name and a suburb", role: .dim),
            ])
        }
    }

    /// For whoever keeps the register and opens no record of it.
    private var administration: any Widget {
        Column {
            Paragraph("An administrator keeps the register and looks nobody up. At the shell:", role: .dim)
            Fields([
                Fields.Row("  mspdesk import staff FILE", "who works here; sites, customers and plans too", role: .dim),
                Fields.Row("  mspdesk backup FILE", "a copy, while others work", role: .dim),
                Fields.Row("  mspdesk audit verify", "whether the audit trail holds", role: .dim),
            ])
            Paragraph("Outbox, doctor and settings stand among the commands here.", role: .dim)
        }
    }
}
