import Casework
import Testing

@testable import Storage

@Suite("Importing customers, staff, sites and holidays")
struct ImportTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register()
    }

    @discardableResult
    private func take(
        _ kind: ImportKind = .customers, _ text: String, _ options: ImportOptions = ImportOptions()
    ) throws -> ImportReport {
        try register.importFile(kind, from: try scratch.file(text), options: options, actor: .ann, at: .morning)
    }

    private func everyone() throws -> [Customer] {
        try register.fill { session in
            var all: [Customer] = []
            try session.customers { all.append($0) }
            return all
        }
    }

    private func audited() throws -> [String] {
        try register.read { reader in
            var details: [String] = []
            try reader.auditEntries(of: nil) { details.append($0.detail) }
            return details
        }
    }

    static let two = """
        externalId,givenName,surname,dateOfBirth,crn,state,brands,indicators
        A1,Ada,Byron,1980-04-03,307 111 942H,NSW,centrelink|childSupport,VUL; DV
        B2,,Obo,,,,,
        """

    @Test("Every field is kept, and the import is in the audit trail")
    func imports() throws {
        let report = try take(.customers, Self.two)
        #expect(report.read == 2 && report.imported == 2 && report.updated == 0)
        #expect(report.bad.isEmpty && report.warnings.isEmpty)
        let ada = try #require(try everyone().first)
        #expect(ada.name == "Ada Byron")
        #expect(ada.state == .nsw)
        #expect(ada.brands == [.centrelink, .childSupport])
        #expect(ada.indicators == ["VUL", "DV"])
        #expect(try register.read { try $0.customers(bearing: CustomerReference("307111942h")) } == [ada])
        #expect(try audited() == ["customers from input: 2 new, 0 updated"])
    }

    @Test("The same file twice updates and adds nothing")
    func twice() throws {
        try take(.customers, Self.two)
        let before = try everyone()
        let again = try take(.customers, Self.two)
        #expect(again.imported == 0 && again.updated == 2)
        #expect(try everyone() == before)
    }

    @Test("An updated person is found by the new name and number, and no longer by the old")
    func searchKeptUp() throws {
        try take(.customers, Self.two)
        try take(.customers, "externalId,givenName,surname,crn\nA1,Ada,Lovelace,111111111A\n")
        try register.read { (reader: any CaseworkReader) throws in
            #expect(try reader.found("lovelace") == ["A1"])
            #expect(try reader.found("byron") == [])
            #expect(try reader.customers(bearing: CustomerReference("307111942H")).isEmpty)
            #expect(try reader.customers(bearing: CustomerReference("111 111 111A")).map(\.externalId) == ["A1"])
        }
    }

    @Test("One bad row keeps the whole file out, and every bad row is named")
    func allOrNothing() throws {
        let report = try take(
            .customers,
            """
            externalId,givenName,surname,dateOfBirth,brands
            A1,Ada,Byron,1980-04-03,
            ,Nobody,Known,,
            C3,,,1980-04-03,
            D4,"Two
            lines",Dee,3/4/1980,
            E5,Eve,Ess,,centerlink
            F6,Fay
            """)
        #expect(report.read == 6 && report.imported == 0 && report.badCount == 5)
        #expect(report.bad.map(\.line) == [3, 4, 5, 7, 8])
        #expect(report.bad.map(\.field) == ["externalId", "surname", "dateOfBirth", "brands", "row"])
        #expect(report.bad[2].reason == "'3/4/1980' is not a date of the form yyyy-MM-dd")
        #expect(report.bad[4].reason == "has 2 fields where the header has 5")
        #expect(try everyone().isEmpty)
        #expect(try audited().isEmpty)
    }

    @Test("The good rows of a file are imported when bad ones may be skipped")
    func skipBad() throws {
        let text = "externalId,surname\nA1,Byron\n,Nobody\nC3,Cee\n"
        let report = try take(.customers, text, ImportOptions(skipBad: true))
        #expect(report.read == 3 && report.imported == 2 && report.badCount == 1)
        #expect(try everyone().map(\.externalId) == ["A1", "C3"])
        #expect(try audited() == ["customers from input: 2 new, 0 updated, 1 bad skipped"])
    }

    @Test("A dry run says what would be, and keeps nothing")
    func dryRun() throws {
        let report = try take(.customers, Self.two, ImportOptions(dryRun: true))
        #expect(report.imported == 2)
        #expect(try everyone().isEmpty)
        #expect(try audited().isEmpty)
    }

    @Test("A hundred bad rows are named and the rest counted")
    func manyBad() throws {
        let report = try take(.customers, "externalId,surname\n" + String(repeating: ",Nobody\n", count: 250))
        #expect(report.bad.count == 100 && report.badCount == 250)
        #expect(report.bad.last?.line == 101)
    }

    @Test("A file of another system is read by its own column names and dates, impossible ones too")
    func mapped() throws {
        let options = ImportOptions(
            map: ["externalId": "rec_id", "givenName": "given_name", "dateOfBirth": "date_of_birth"],
            dateFormat: "yyyyMMdd")
        let report = try take(
            .customers,
            """
            rec_id, given_name, surname, street_number, date_of_birth, state
            rec-1-org, , waller, 6, 19080231, wa
            rec-2-org, lachlan, berry, 69, , vix
            """, options)
        #expect(report.imported == 2)
        #expect(
            report.warnings == [
                "columns that were not imported: street_number", "line 3: 'vix' is not a state, and was left out",
            ])
        let people = try everyone()
        #expect(people.map(\.dateOfBirth?.text) == ["1908-02-31", nil])
        #expect(try register.read { try $0.found("31/2/1908") } == ["rec-1-org"])
    }

    @Test(
        "A field or column that is not there is named with those that are",
        arguments: [
            (["given": "surname"], ImportError.unknownField("given", known: CustomerImport.fields)),
            (["surname": "nom"], .unknownColumn("nom", known: ["externalId", "surname"])),
        ])
    func badMap(map: [String: String], expected: ImportError) throws {
        #expect(expected.fault == .usage)
        #expect(throws: expected) { try take(.customers, "externalId,surname\n", ImportOptions(map: map)) }
    }

    @Test("A file without the column that tells its rows apart is refused")
    func missingColumn() throws {
        #expect(throws: ImportError.missingColumn(field: "externalId", columns: ["id", "surname"])) {
            try take(.customers, "id,surname\n1,Byron\n")
        }
    }

    @Test("An external ID that stands twice in a file is warned of")
    func twiceInFile() throws {
        let report = try take(.customers, "externalId,surname\nA1,Byron\nA1,Lovelace\n")
        #expect(report.imported == 1 && report.updated == 1)
        #expect(report.warnings == ["line 3: external ID A1 stands on line 2 already; this row was kept"])
    }

    @Test("A number that fails its check is kept, warned of, and the person found by it")
    func wrongCheck() throws {
        let report = try take(
            .customers,
            "externalId,surname,crn,medicareNumber\nA1,B,123456789A,2123456711\nB2,C,307 111 942H,2123456701\n")
        #expect(report.imported == 2)
        #expect(
            report.warnings == [
                "line 2: the CRN '123456789A' fails its check letter, and was kept",
                "line 2: the Medicare number '2123456711' fails its check digit, and was kept",
            ])
        let found = try register.read { try $0.customers(bearing: CustomerReference("123 456 789 a")) }
        #expect(found.map(\.externalId) == ["A1"])
    }

    @Test("A row in another encoding is bad, and named by field and line")
    func encoding() throws {
        let bytes = Array("externalId,surname\nA1,Andr".utf8) + [0xE9, 10]
        let report = try register.importFile(
            .customers, from: try scratch.file(bytes), actor: .ann, at: .morning)
        #expect(report.bad == [.init(line: 2, field: "surname", reason: "is not in UTF-8 (line 2)")])
    }

    @Test(
        "A file that is no text is refused by its first line",
        arguments: [[0x89, 0x50, 0x01, 10], [0x50, 0x4B, 3, 4]])
    func noText(bytes: [UInt8]) throws {
        let path = try scratch.file(bytes)
        let error = #expect(throws: ImportError.self) {
            try register.importFile(.customers, from: path, actor: .ann, at: .morning)
        }
        #expect(error == .binary(path: path, line: 1) || error == .notUTF8(path: path, line: 1))
    }

    @Test("Staff are imported by logon")
    func staff() throws {
        let text = """
            logon,osUser,givenName,surname,access,site
            ab1234,ann,Ann,Lee,psManager,Parramatta
            cd5678,ann,Cy,Dee,none,
            ef9012,,Eve,Eff,boss,
            """
        let report = try take(.staff, text)
        #expect(report.bad.map(\.field) == ["osUser", "access"])
        try take(.staff, text, ImportOptions(skipBad: true))
        let member = try #require(try register.read { try $0.staff(osUser: "ann") })
        #expect(member.id.rawValue == "AB1234" && member.access == .psManager)
    }

    @Test("Sites are imported by name, their zone known and open before they close")
    func sites() throws {
        let header = "name,kind,state,timeZone,zone,opens,closes\n"
        let report = try take(
            .sites,
            header + """
                Parramatta,serviceCentre,NSW,Australia/Sydney,Sydney West,8:30,17:00
                Broken Hill,serviceCentre,nsw,Australia/Nowhere,West,8:30,17:00
                Perth,shop,wa,,West,8:30,17:00
                Hobart,office,tas,,South,17:00,8:30
                """)
        #expect(report.bad.map(\.field) == ["timeZone", "kind", "closes"])
        #expect(try take(.sites, header + "Perth,office,wa,,W,8:30,17:00\n").imported == 1)
        #expect(try take(.sites, header + "perth,smartCentre,wa,,W,8:30,17:00\n").updated == 1)
        #expect(try register.read { try $0.site(named: "Perth")?.timeZone } == "Australia/Perth")
    }

    @Test("Holidays are imported by state and day")
    func holidays() throws {
        let report = try take(.holidays, "state,date,name\nvic,2027-11-02,Cup\nvic,2027-02-30,Never\nxx,2027-01-01,N\n")
        #expect(report.bad.map(\.field) == ["date", "state"])
        #expect(try take(.holidays, "state,date,name\nvic,2027-11-02,Cup Day\n").imported == 1)
        #expect(try take(.holidays, "state,date,name\nvic,2027-11-02,Cup Day\n").updated == 1)
    }
}
