import Casework
import TestSupport
import Testing

@Suite("Note types and their parts (N1)")
struct NoteCatalogueTests {
    private static let contact =
        "contactReason* time* discussion* behaviourAndWarnings updatesToRecord strategies referrals followUp"

    /// As the command line's contract lists them: `*` stands for required.
    static let contract = [
        ("customer-contact", contact),
        ("customer-contact-outcome", contact),
        ("unsuccessful-contact", "time* method* detail"),
        ("decision-not-to-contact", "reason* contactedInstead"),
        ("voicemail", "time* content*"),
        (
            "health-check",
            "outstanding* claims* payments* letters* incidents* appointments* changes* strategies nextCheck"
        ),
        ("handover", "strategies* incidents* triggers* contacts* preferences* commitments*"),
        ("rationale", "length* behaviours* vulnerabilities* strategyDates* risk* omcReason* restrictions"),
        ("review-recommendation", "panel* recommendations* strategiesOpen*"),
        ("approval", "endorsement* role* zone* onBehalfOf"),
        ("safety-alert", "form*"),
        ("omc-unavailable", "from* to* arrangement*"),
        ("ps-case", "content*"),
        ("letter-delivery", "method* detail*"),
        ("sms-sent", "circumstance* text*"),
        ("other", "content*"),
    ]

    @Test("The catalogue is the contract's table")
    func table() {
        #expect(NoteType.catalogue.map(\.id.rawValue) == Self.contract.map(\.0))
        for (type, (name, parts)) in zip(NoteType.catalogue, Self.contract) {
            let written = type.parts.map { $0.name + ($0.required ? "*" : "") }.joined(separator: " ")
            #expect(written == parts, "\(name)")
            #expect(!type.title.isEmpty)
            for part in type.parts { #expect(!part.label.isEmpty, "\(name) \(part.name)") }
        }
    }

    @Test("A safety alert decision has five forms, each with parts of its own")
    func forms() throws {
        let type = try #require(NoteType.named(NoteType.ID(rawValue: "safety-alert")))
        let form = try #require(type.parts.first)
        #expect(form.choices == ["implement", "end", "propose", "approve", "reject"])
        #expect(Set(type.forms.keys) == Set(form.choices))
        for choice in form.choices {
            let parts = type.parts(for: ["form": choice])
            #expect(parts.first?.name == "form")
            #expect(parts.count > 1, "\(choice)")
            #expect(parts.filter { !$0.required }.isEmpty, "\(choice)")
        }
        #expect(type.parts(for: [:]).map(\.name) == ["form"])
    }

    static func filled(_ type: NoteType, _ form: String? = nil) -> [String: String] {
        var fields = form.map { ["form": $0] } ?? [:]
        for part in type.parts(for: fields) where part.required && part.choices.isEmpty { fields[part.name] = "Text" }
        return fields
    }

    @Test("A note with its required parts is saved; one that lacks any is refused, and the part named")
    func required() throws {
        for type in NoteType.catalogue where type.forms.isEmpty {
            let fields = Self.filled(type)
            #expect(try NoteContent(type: type.id, fields: fields).checked().fields == fields)
            for part in type.parts where part.required {
                var lacking = fields
                lacking[part.name] = nil
                #expect(throws: NoteError.missingPart(part.name, in: type.id)) {
                    try NoteContent(type: type.id, fields: lacking).checked()
                }
                lacking[part.name] = " \n\t"
                #expect(throws: NoteError.missingPart(part.name, in: type.id)) {
                    try NoteContent(type: type.id, fields: lacking).checked()
                }
            }
        }
    }

    @Test("Each form of a safety alert decision asks for its own parts")
    func formsRequired() throws {
        let type = try #require(NoteType.named(NoteType.ID(rawValue: "safety-alert")))
        for form in type.forms.keys.sorted() {
            let fields = Self.filled(type, form)
            #expect(try NoteContent(type: type.id, fields: fields).checked().fields == fields)
            for part in type.parts(for: fields).dropFirst() {
                var lacking = fields
                lacking[part.name] = nil
                #expect(throws: NoteError.missingPart(part.name, in: type.id)) {
                    try NoteContent(type: type.id, fields: lacking).checked()
                }
            }
        }
        #expect(throws: NoteError.missingPart("form", in: type.id)) {
            try NoteContent(type: type.id, fields: [:]).checked()
        }
        #expect(throws: NoteError.notAChoice("undo", part: "form", in: type.id)) {
            try NoteContent(type: type.id, fields: ["form": "undo"]).checked()
        }
        #expect(throws: NoteError.unknownPart("decisionMaker", in: type.id)) {
            var fields = Self.filled(type, "reject")
            fields["decisionMaker"] = "Text"
            return try NoteContent(type: type.id, fields: fields).checked()
        }
    }

    @Test("An unknown type or part is refused, and what there is is named")
    func unknown() {
        let strange = NoteType.ID(rawValue: "diary")
        #expect(throws: NoteError.unknownType(strange)) { try NoteContent(type: strange, fields: [:]).checked() }
        #expect(throws: NoteError.unknownPart("colour", in: NoteType.other.id)) {
            try NoteContent(type: NoteType.other.id, fields: ["content": "Text", "colour": "red"]).checked()
        }
        let refusal = NoteError.unknownPart("colour", in: NoteType.ID(rawValue: "voicemail"))
        #expect(refusal.remedy.contains("time, content"))
        #expect(refusal.fault == .badInput)
    }

    @Test("Empty optional parts are left out, the trail is kept")
    func emptyParts() throws {
        let content = NoteContent(
            type: NoteType.customerContact,
            fields: ["contactReason": "Form", "time": "10:15", "discussion": "Lodged", "referrals": "  "],
            trail: ["plan-active: yes (P6)"])
        let checked = try content.checked()
        #expect(checked.fields.keys.sorted() == ["contactReason", "discussion", "time"])
        #expect(checked.trail == ["plan-active: yes (P6)"])
    }

    @Test("What is missing is told in the order of the parts")
    func missing() {
        let content = NoteContent(type: NoteType.customerContact, fields: ["time": "10:15"])
        #expect(content.missing.map(\.name) == ["contactReason", "discussion"])
    }
}
