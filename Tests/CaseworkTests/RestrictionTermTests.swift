import Casework
import Foundation
import TestSupport
import Testing

@Suite("Terms as the plans file writes them (R4)")
struct RestrictionTermTests {
    func read(_ json: String) throws -> RestrictionTerm {
        try JSONDecoder().decode(RestrictionTerm.self, from: Data(json.utf8))
    }

    static let written: [(String, RestrictionTerm, String)] = [
        (
            #"{"days":["tue","thu"],"from":"10:00","to":"12:00"}"#, .window([.tuesday, .thursday], "10:00", "12:00"),
            "Tuesday and Thursday, 10:00 to 12:00"
        ),
        (#"{"days":["mon"]}"#, .window([.monday]), "Monday"),
        (#"{"from":"9:00","to":"24:00"}"#, .window([], "09:00", "24:00"), "any day, 9:00 to 24:00"),
        (#"{"limit":2,"per":"week"}"#, .limit(2, per: .week), "2 contacts a week"),
        (#"{"limit":1,"per":"day"}"#, .limit(1, per: .day), "1 contact a day"),
        (#"{"sites":["Parramatta","Perth"]}"#, .sites(["Parramatta", "Perth"]), "only at Parramatta and Perth"),
        (#"{"refusedSites":["Perth"]}"#, .refusedSites(["Perth"]), "not at Perth"),
        (#"{"appointment":true}"#, .appointment, "by appointment arranged through the One Main Contact"),
        (#"{"only":"omc"}"#, .only(.omc), "through the One Main Contact only"),
        (#"{"only":"psso"}"#, .only(.psso), "through the Personalised Services officer only"),
        (#"{"number":"0412 345 678"}"#, .number("0412 345 678"), "only on the number 0412 345 678"),
        (#"{"address":"PO Box 12"}"#, .address("PO Box 12"), "only to PO Box 12"),
        (#"{"noUpload":true}"#, .noUpload, "no uploading of documents"),
    ]

    @Test("Each form is read, said in words, and written back the same", arguments: written)
    func read(json: String, term: RestrictionTerm, words: String) throws {
        let found = try read(json)
        #expect(found == term)
        #expect(found.inWords(on: .faceToFace) == words)
        let again = try JSONDecoder().decode(RestrictionTerm.self, from: JSONEncoder().encode(found))
        #expect(again == term)
    }

    @Test(
        "A term without meaning is refused",
        arguments: [
            #"{}"#, #"{"days":[]}"#, #"{"days":["tues"]}"#, #"{"days":["mon"],"from":"12:00","to":"10:00"}"#,
            #"{"from":"10:00","to":"10:00"}"#, #"{"from":"25:00"}"#, #"{"from":"10:60"}"#, #"{"limit":0,"per":"week"}"#,
            #"{"limit":-1,"per":"day"}"#, #"{"limit":2}"#, #"{"per":"week"}"#, #"{"limit":2,"per":"month"}"#,
            #"{"limit":1.5,"per":"week"}"#, #"{"sites":[]}"#, #"{"sites":[" "]}"#, #"{"refusedSites":[]}"#,
            #"{"appointment":false}"#, #"{"noUpload":false}"#, #"{"only":"backup"}"#, #"{"number":""}"#,
            #"{"address":" "}"#, #"{"sites":["Perth"],"limit":1,"per":"day"}"#, #"{"appointment":true,"only":"omc"}"#,
            #"{"day":["mon"]}"#, #"{"sites":["Perth"],"colour":"red"}"#,
        ])
    func refused(json: String) {
        #expect(throws: DecodingError.self) { try read(json) }
    }
}
