import Casework
import TestSupport
import Testing

@Suite("Sites, appointments, officers, numbers, addresses, and the order in which terms decide (R4)")
struct JudgeTermTests {
    @Test("A contact is judged by each term of its plan", arguments: sites + appointments + numbers + order)
    func judged(row: JudgeCase) throws { try row.check() }

    static let wednesday = "2026-03-04T10:00:00+11:00"
    static let onlyThere = Plan.partialFaceToFace(.sites(["Parramatta", "Broken Hill"]))
    static let notThere = Plan.partialFaceToFace(.refusedSites(["Perth"]))
    static let both = Plan.partialFaceToFace(.sites(["Parramatta", "Perth"]), .refusedSites(["Perth"]))

    static let sites: [JudgeCase] = [
        JudgeCase("An allowed site", onlyThere, .visit(wednesday, "Parramatta"), .inLine).nextIsNow(),
        JudgeCase("Case does not matter", onlyThere, .visit(wednesday, "pARRAMATTA"), .inLine),
        JudgeCase("Spaces around do not matter", onlyThere, .visit(wednesday, " Parramatta  "), .inLine),
        JudgeCase("Spaces between do not matter", onlyThere, .visit(wednesday, "broken   hill"), .inLine),
        JudgeCase(
            "Another site is not in line at any time", onlyThere, .visit(wednesday, "Perth"), .notInLine, .sites
        ).never(),
        JudgeCase(
            "An unknown site is judged by its name", onlyThere, .visit(wednesday, "Dubbo"), .notInLine, .sites
        ).warns("Dubbo"),
        JudgeCase(
            "An allowed site that the register does not know is allowed", Plan.partialFaceToFace(.sites(["Dubbo"])),
            .visit(wednesday, "dubbo"), .inLine
        ).warns("dubbo").openingUnknown(),
        JudgeCase("Which site it is must be asked", onlyThere, .visit(wednesday), .ask, .sites),
        JudgeCase("A refused site", notThere, .visit(wednesday, "perth"), .notInLine, .sites).never(),
        JudgeCase("Any site but the refused one", notThere, .visit(wednesday, "Parramatta"), .inLine),
        JudgeCase("Whether it is the refused site must be asked", notThere, .visit(wednesday), .ask, .sites),
        JudgeCase("Allowed and refused: the refusal holds", both, .visit(wednesday, "Perth"), .notInLine, .sites),
        JudgeCase("Allowed and not refused", both, .visit(wednesday, "Parramatta"), .inLine),
    ]

    static func arranged(_ appointments: (String, String)..., terms: RestrictionTerm...) -> Plan {
        .invented(
            faceToFace: .partial([.appointment] + terms),
            appointments: appointments.map { Appointment(site: $0.0, at: at($0.1)) })
    }
    static let halfPastTen = arranged(("Parramatta", "2026-03-05T10:30:00+11:00"))
    static let two = arranged(
        ("Parramatta", "2026-03-05T10:30:00+11:00"), ("Parramatta", "2026-03-12T14:00:00+11:00"))

    static let appointments: [JudgeCase] = [
        JudgeCase("At its time", halfPastTen, .visit("2026-03-05T10:30:00+11:00", "Parramatta"), .inLine).nextIsNow(),
        JudgeCase("30 minutes early", halfPastTen, .visit("2026-03-05T10:00:00+11:00", "Parramatta"), .inLine),
        JudgeCase(
            "A second more than 30 minutes early", halfPastTen, .visit("2026-03-05T09:59:59+11:00", "Parramatta"),
            .notInLine, .appointment
        ).next("2026-03-05T10:00:00+11:00"),
        JudgeCase("30 minutes late", halfPastTen, .visit("2026-03-05T11:00:00+11:00", "Parramatta"), .inLine),
        JudgeCase(
            "A second more than 30 minutes late", halfPastTen, .visit("2026-03-05T11:00:01+11:00", "Parramatta"),
            .notInLine, .appointment
        ).never(),
        JudgeCase(
            "At another site", halfPastTen, .visit("2026-03-05T10:30:00+11:00", "Broken Hill"), .notInLine,
            .appointment
        ).never(),
        JudgeCase(
            "At an unknown site", halfPastTen, .visit("2026-03-05T10:30:00+11:00", "Dubbo"), .notInLine, .appointment),
        JudgeCase(
            "The site's name is compared without regard to case", halfPastTen,
            .visit("2026-03-05T10:30:00+11:00", "PARRAMATTA"), .inLine),
        JudgeCase(
            "At its time the site must be asked", halfPastTen, .visit("2026-03-05T10:30:00+11:00"), .ask, .appointment),
        JudgeCase(
            "At any other time the site does not matter", halfPastTen, .visit("2026-03-04T10:30:00+11:00"), .notInLine,
            .appointment),
        JudgeCase(
            "Without an appointment there is no visit", arranged(), .visit(wednesday, "Parramatta"), .notInLine,
            .appointment
        ).never(),
        JudgeCase(
            "After one appointment comes the other", two, .visit("2026-03-05T11:00:01+11:00", "Parramatta"),
            .notInLine, .appointment
        ).next("2026-03-12T13:30:00+11:00"),
        JudgeCase(
            "An appointment keeps the hours that hold as well",
            arranged(
                ("Parramatta", "2026-03-05T10:30:00+11:00"), terms: .window([.thursday], "10:15", "12:00")),
            .visit("2026-03-04T10:30:00+11:00", "Parramatta"), .notInLine, .days
        ).next("2026-03-05T10:15:00+11:00"),
        JudgeCase(
            "An appointment in Perth is at its instant, whatever the plan's clock",
            arranged(("Perth", "2026-03-05T10:30:00+08:00")), .visit("2026-03-05T10:00:00+08:00", "Perth"), .inLine),
    ]

    static let mobile = Plan.partialPhone(.number("0412 345 678"))
    static let triage = Plan.partialPhone(.number("the Triage line"))
    static let landline = Plan.partialPhone(.number("+61 2 9876 5432"))
    static let box = Plan.partialWriting(.address("PO Box 12, Parramatta"))
    static let noUpload = Plan.partialWriting(.noUpload)

    static let numbers: [JudgeCase] = [
        JudgeCase("The one number", mobile, .call(wednesday, number: "0412 345 678"), .inLine).nextIsNow(),
        JudgeCase("The number without spaces", mobile, .call(wednesday, number: "0412345678"), .inLine),
        JudgeCase("The number with hyphens", mobile, .call(wednesday, number: "0412-345-678"), .inLine),
        JudgeCase("The number from abroad", mobile, .call(wednesday, number: "+61 412 345 678"), .inLine),
        JudgeCase("The number from abroad without spaces", mobile, .call(wednesday, number: "+61412345678"), .inLine),
        JudgeCase("A landline kept as from abroad", landline, .call(wednesday, number: "(02) 9876 5432"), .inLine),
        JudgeCase("Another number", mobile, .call(wednesday, number: "0412 345 679"), .notInLine, .number).never(),
        JudgeCase("Which number it is must be asked", mobile, .call(wednesday), .ask, .number),
        JudgeCase(
            "A number in words alone: whether it is this one must be asked", triage,
            .call(wednesday, number: "1800 312 004"), .ask, .number),
        JudgeCase(
            "Words without digits are not the number in words", triage, .call(wednesday, number: "anything"), .ask,
            .number),
        JudgeCase(
            "A number in words beside one in digits that it is not",
            Plan.partialPhone(.number("the Triage line"), .number("0412 345 678")),
            .call(wednesday, number: "0412 345 679"), .notInLine, .number),
        JudgeCase("A number in words alone, and none given", triage, .call(wednesday), .ask, .number),
        JudgeCase("No digits are not the one number", mobile, .call(wednesday, number: "?"), .notInLine, .number),
        JudgeCase(
            "An address without words: whether it is this one must be asked", Plan.partialWriting(.address("-")),
            .letter(wednesday, address: "."), .ask, .address),
        JudgeCase("The one address", box, .letter(wednesday, address: "PO Box 12, Parramatta"), .inLine),
        JudgeCase(
            "Case and spaces of an address do not matter", box, .letter(wednesday, address: " po box  12, PARRAMATTA"),
            .inLine),
        JudgeCase(
            "Marks of an address do not matter", box, .letter(wednesday, address: "p.o. box 12 parramatta"), .inLine),
        JudgeCase(
            "Where the words of an address end does matter", box,
            .letter(wednesday, address: "PO Box 1, 2 Parramatta"), .notInLine, .address),
        JudgeCase(
            "An e-mail address is another without its dot", Plan.partialWriting(.address("a.byron@example.org")),
            .letter(wednesday, address: "abyron@example.org"), .notInLine, .address),
        JudgeCase(
            "Case does not matter in an e-mail address", Plan.partialWriting(.address("a.byron@example.org")),
            .letter(wednesday, address: "A.Byron@Example.org"), .inLine),
        JudgeCase(
            "An upload goes to no agreed address", box, .letter(wednesday, upload: true), .notInLine, .address
        ).never(),
        JudgeCase(
            "Another address", box, .letter(wednesday, address: "PO Box 13, Parramatta"), .notInLine, .address
        ).never(),
        JudgeCase("Which address it is must be asked", box, .letter(wednesday), .ask, .address),
        JudgeCase("No uploading", noUpload, .letter(wednesday, upload: true), .notInLine, .address).never(),
        JudgeCase("A letter where only uploading is refused", noUpload, .letter(wednesday), .inLine),
        JudgeCase(
            "Uploading is refused before an address is asked for",
            Plan.partialWriting(.address("PO Box 12, Parramatta"), .noUpload), .letter(wednesday, upload: true),
            .notInLine, .address),
        JudgeCase(
            "The right address does not allow uploading",
            Plan.partialWriting(.address("PO Box 12, Parramatta"), .noUpload),
            .letter(wednesday, address: "PO Box 12, Parramatta", upload: true), .notInLine, .address),
        JudgeCase(
            "Only through the OMC: a general call", Plan.partialPhone(.only(.omc)), .call(wednesday), .notInLine, .only
        ).never(),
        JudgeCase(
            "Only through the OMC: a call to the OMC", Plan.partialPhone(.only(.omc)), .call(wednesday, toOmc: true),
            .inLine),
        JudgeCase(
            "Only through the PSSO: a general call", Plan.partialPhone(.only(.psso)), .call(wednesday), .notInLine,
            .only),
        JudgeCase(
            "Only through the PSSO: a call to the PSSO", Plan.partialPhone(.only(.psso)),
            .call(wednesday, toOmc: true), .inLine),
        JudgeCase(
            "Only in writing to the OMC", Plan.partialWriting(.only(.omc)), .letter(wednesday), .notInLine, .only),
    ]

    static let seen = [Contact.visit("2026-03-02T10:00:00+11:00")]
    static let called = [Contact.call("2026-03-02T10:00:00+11:00")]
    static let written = [Contact.letter("2026-03-02T10:00:00+11:00")]
    /// Broken by a visit to Parramatta on a Wednesday after another; in the file's order the other way round.
    static let everything: [RestrictionTerm] = [
        .limit(1, per: .week), .address("PO Box 12"), .number("0412 345 678"), .appointment, .only(.omc),
        .window([.friday]), .sites(["Perth"]),
    ]

    static func but(_ kept: Int, _ channel: Channel = .faceToFace) -> Plan {
        let terms = Array(everything.dropLast(kept))
        return switch channel {
        case .faceToFace: .invented(faceToFace: .partial(terms))
        case .phone: .invented(phone: .partial(terms))
        case .writing: .invented(writing: .partial(terms))
        }
    }

    static let order: [JudgeCase] = [
        JudgeCase(
            "The level before everything", Plan.invented(faceToFace: Restriction(level: .full, terms: everything)),
            .visit(wednesday, "Parramatta"), after: seen, .notInLine, .level),
        JudgeCase("The site first", but(0), .visit(wednesday, "Parramatta"), after: seen, .notInLine, .sites),
        JudgeCase("Then the days", but(1), .visit(wednesday, "Parramatta"), after: seen, .notInLine, .days),
        JudgeCase("Then the officer", but(2), .visit(wednesday, "Parramatta"), after: seen, .notInLine, .only),
        JudgeCase(
            "Then the appointment", but(3), .visit(wednesday, "Parramatta"), after: seen, .notInLine, .appointment),
        JudgeCase(
            "Then the number", but(4, .phone),
            ContactAttempt(channel: .phone, at: at(wednesday), number: "0400 000 000", address: "PO Box 13"),
            after: called, .notInLine, .number),
        JudgeCase(
            "Then the address", but(5, .writing), .letter(wednesday, address: "PO Box 13"), after: written,
            .notInLine, .address),
        JudgeCase("The count last", but(6, .writing), .letter(wednesday), after: written, .notInLine, .limit),
        JudgeCase(
            "A missing site is not asked for on the wrong day",
            Plan.partialFaceToFace(.sites(["Parramatta"]), .window([.friday])), .visit(wednesday), .notInLine, .days),
        JudgeCase(
            "A missing site is not asked for when the count is used",
            Plan.partialFaceToFace(.sites(["Parramatta"]), .limit(1, per: .week)), .visit(wednesday), after: seen,
            .notInLine, .limit),
        JudgeCase(
            "A missing number is not asked for when the count is used",
            Plan.partialPhone(.number("0412 345 678"), .limit(1, per: .week)), .call(wednesday), after: called,
            .notInLine, .limit),
        JudgeCase(
            "A missing number is asked for when all else is kept",
            Plan.partialPhone(.number("0412 345 678"), .limit(2, per: .week)), .call(wednesday), after: called, .ask,
            .number
        ).used(1, of: 2, .week),
        JudgeCase(
            "Of two missing facts the first in order is asked for",
            Plan.partialWriting(.address("PO Box 12"), .sites(["Parramatta"])), .letter(wednesday), .ask, .sites),
        JudgeCase(
            "All of several terms kept", Plan.partialFaceToFace(.sites(["Parramatta"]), .window([.wednesday])),
            .visit(wednesday, "Parramatta"), .inLine),
    ]
}
