import Casework
import Terminal
import Widgets

extension Lookup {
    /// The people found, with why each matches, plan mark and levels, and what tells namesakes apart.
    var results: any Widget {
        if found.isEmpty, answered != query.text { return Paragraph("Searching.", role: .dim) }
        let rows = found.map(Self.row)
        return ListView(
            rows,
            columns: [
                ListColumn("Name", .fill(3)), ListColumn("Born", .fixed(16)), ListColumn("Suburb", .fill(2), needs: 60),
                ListColumn("Plan", .fixed(10)),
            ],
            selection: selection, hasHeader: !rows.isEmpty, empty: nobody, id: "people")
    }

    private static func row(_ found: Desk.Found) -> ListRow {
        let customer = found.match.customer
        let suburb = [customer.suburb, customer.postcode, customer.state?.rawValue.uppercased()]
            .compactMap { $0 }.joined(separator: " ")
        var detail: [String] = []
        if found.isNamesake { detail.append("SAME NAME as another") }
        if let plan = found.plan {
            if plan.safetyAlert { detail.append("SAFETY ALERT") }
            detail.append(levels(of: plan))
        }
        detail.append("matches \(found.match.why.joined(separator: ", "))")
        return ListRow(
            cells: [
                Identity.name(of: customer), customer.dateOfBirth?.inWords ?? "born ?", suburb,
                found.plan?.id.rawValue ?? "",
            ],
            detail: detail.joined(separator: " | "), role: found.plan == nil ? .text : .warning)
    }

    static func levels(of plan: Plan) -> String {
        Channel.allCases.map { "\($0.name): \(plan.restriction(on: $0).level.name)" }.joined(separator: ", ")
    }

    private var nobody: String {
        "Nobody found for \"\(answered)\". Searched: given, other, preferred and family names, dates of birth, CRN, "
            + "Medicare and Child Support numbers, phone numbers, suburbs and postcodes, each word also as the "
            + "beginning of a longer one. Try fewer words, or another spelling."
    }

    /// What stands there before anything is typed.
    var start: any Widget {
        Column {
            if !waiting.drafts.isEmpty {
                Heading("Your unfinished notes")
                ListView(
                    waiting.drafts.map { item in
                        ListRow(
                            cells: [
                                item.customer.map(Identity.name) ?? "Unknown person",
                                NoteType.named(item.draft.content.type)?.title ?? item.draft.content.type.rawValue,
                            ],
                            detail: "Nothing was lost. Enter goes on with it.")
                    },
                    columns: [ListColumn("", .fill(2)), ListColumn("", .fill(1))], selection: selection, id: "people")
                Gap()
            }
            if waiting.reports > 0 {
                Paragraph(
                    "\(waiting.reports) contact \(waiting.reports == 1 ? "report waits" : "reports wait") "
                        + "to be recorded: mspdesk note reports.", role: .warning)
                Gap()
            }
            if waiting.isKnown, waiting.drafts.isEmpty, waiting.reports == 0 {
                Paragraph("Nothing waits for you.", role: .dim)
                Gap()
            }
            Paragraph("Just type. What you hear will do:", role: .dim)
            Paragraph("  mai nguyen 3/4/1980     names and a date of birth", role: .dim)
            Paragraph("  307 111 942H            a number, spaces do not matter", role: .dim)
            Paragraph("  smith parramatta        a name and a suburb", role: .dim)
        }
    }
}
