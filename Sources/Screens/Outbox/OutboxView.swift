import Casework
import Terminal
import Widgets

extension Outbox {
    var view: any Widget {
        Column {
            state
            Gap()
            if mails.isEmpty {
                Paragraph(isKnown ? "No mail waits, and none was sent." : "Reading.", role: .dim)
            } else {
                list.filling()
            }
        }
    }

    /// What becomes of mail here, and what keeps it.
    private var state: Column {
        Column {
            if let program {
                Paragraph("Handed to \(program).", role: .dim)
            } else if isKnown {
                Paragraph("No mail program is configured: mail is kept here until there is one.", role: .warning)
            }
            if let trouble { Paragraph("! Sending stands still. \(trouble)", role: .error) }
        }
    }

    var listSize: Size {
        Size(width: size.width, height: max(0, size.height - 1 - state.height(forWidth: size.width)))
    }

    var list: ListAndDetail {
        ListAndDetail(
            list: ListView(
                mails.map { mail in
                    ListRow(
                        mail.state.word, mail.mail.subject, mail.recipient?.rawValue ?? "nobody yet",
                        role: mail.state.role)
                },
                columns: [ListColumn("", .fixed(7)), ListColumn("", .fill()), ListColumn("", .fixed(12), needs: 60)],
                selection: selection, id: "mails"),
            detail: detail, offset: offset)
    }

    private var detail: any Widget {
        guard let chosen else { return Empty() }
        let mail = chosen.mail
        let delivery = mail.delivery
        let name = chosen.recipient.map { $0.rawValue } ?? "nobody yet"
        var rows = [
            Fields.Row("To", "\(name), \(mail.role.name)" + (chosen.address.map { ", \($0)" } ?? "")),
            Fields.Row("Subject", mail.subject), Fields.Row("Written", words(mail.writtenAt)),
        ]
        switch chosen.state {
        case .waiting: rows.append(Fields.Row("State", "waiting, not tried yet"))
        case .held: rows.append(Fields.Row("State", "HELD: \(chosen.held ?? "")", role: .error))
        case .failed:
            rows.append(Fields.Row("State", "FAILED: \(delivery.failure ?? "")", role: .error))
        case .sent: rows.append(Fields.Row("State", "sent " + (delivery.sentAt.map(words) ?? "")))
        }
        if chosen.state == .failed || chosen.state == .held, delivery.attempts > 0 {
            rows.append(Fields.Row("Tried", delivery.attempts == 1 ? "once" : "\(delivery.attempts) times"))
        }
        if chosen.state == .failed { rows.append(Fields.Row("Next try", words(delivery.nextAt))) }
        return Column {
            Fields(rows)
            Gap()
            Paragraph(mail.body)
        }
    }

    private func words(_ instant: Instant) -> String { zone?.stamp(instant) ?? "" }
}

extension OutboxMail.State {
    fileprivate var word: String {
        switch self {
        case .waiting: "waiting"
        case .failed: "FAILED"
        case .held: "HELD"
        case .sent: "sent"
        }
    }

    fileprivate var role: Role {
        switch self {
        case .waiting: .text
        case .failed, .held: .error
        case .sent: .dim
        }
    }
}
