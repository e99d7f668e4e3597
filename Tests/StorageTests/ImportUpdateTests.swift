import Casework
import Testing

@testable import Storage

/// A file tells nothing of a field for which it has no column.
@Suite("Importing over what is held")
struct ImportUpdateTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register()
    }

    @discardableResult
    private func take(_ kind: ImportKind, _ text: String, into other: Register? = nil) throws -> ImportReport {
        try (other ?? register).importFile(kind, from: try scratch.file(text), actor: .ann, at: .morning)
    }

    private func person() throws -> Customer {
        try #require(try register.read { try $0.customer(Customer.ID(rawValue: 1)) })
    }

    @Test("A customer keeps what the file has no column for; an empty field empties what is held")
    func customer() throws {
        try take(
            .customers,
            """
            externalId,givenName,surname,dateOfBirth,crn,phoneMobile,suburb,state,brands,indicators
            A1,Ada,Byron,1980-04-03,307 111 942H,0412 345 678,Penrith,nsw,centrelink;childSupport,VUL
            """)
        var ada = try person()
        try take(.customers, "externalId,surname,phoneMobile\nA1,Lovelace,\n")
        ada.surname = "Lovelace"
        ada.phoneMobile = nil
        #expect(try person() == ada)
        try take(.customers, "externalId,crn,brands,state\nA1,,,\n")
        ada.crn = nil
        ada.brands = []
        ada.state = nil
        #expect(try person() == ada)
        #expect(try register.read { try $0.found("lovelace penrith") } == ["A1"])
    }

    @Test("Somebody new still needs a name, and nobody loses both of theirs")
    func nameless() throws {
        try take(.customers, "externalId,surname\nA1,Byron\n")
        let report = try take(.customers, "externalId,phoneMobile\nA1,0412 345 678\nB2,0412 345 679\n")
        #expect(report.bad.map(\.line) == [3] && report.bad.map(\.field) == ["surname"])
        #expect(try take(.customers, "externalId,surname\nA1,\n").bad.map(\.field) == ["surname"])
        #expect(try take(.staff, "logon,access\nab1,none\n").bad.map(\.field) == ["surname"])
    }

    @Test("A staff member keeps account, name and site where the file has no column for them")
    func staff() throws {
        try take(
            .staff, "logon,osUser,givenName,surname,access,site,email\nab1,ann,Ann,Lee,manager,Parramatta,a@x.org\n")
        try take(.staff, "logon,access,email\nAB1,delegate,\n")
        let member = try #require(try register.read { try $0.staff(StaffMember.ID(rawValue: "AB1")) })
        #expect(member.osUser == "ann" && member.name == "Ann Lee" && member.site == "Parramatta")
        #expect(member.access == .delegate && member.email == nil)
    }

    @Test("A site keeps its zone and time zone where the file has no column for them, but not those of another state")
    func site() throws {
        let header = "name,kind,state,opens,closes"
        func held() throws -> Site? { try register.read { try $0.site(named: "broken hill") } }
        try take(
            .sites, "\(header),timeZone,zone\nBroken Hill,office,nsw,8:30,17:00,Australia/Broken_Hill,Far West\n")
        try take(.sites, "\(header)\nBroken Hill,serviceCentre,nsw,9:00,16:00\n")
        #expect(try held()?.timeZone == "Australia/Broken_Hill" && held()?.zone == "Far West")
        #expect(try held()?.kind == .serviceCentre)
        try take(.sites, "\(header),timeZone\nBroken Hill,serviceCentre,nsw,9:00,16:00,\n")
        #expect(try held()?.timeZone == "Australia/Sydney")
        try take(.sites, "\(header)\nBroken Hill,serviceCentre,wa,9:00,16:00\n")
        #expect(try held()?.timeZone == "Australia/Perth")
    }

    @Test("An external ID that stands twice in a file is warned of, of somebody held already too")
    func twice() throws {
        let text = "externalId,surname\nA1,Byron\nB2,Cee\nA1,Lovelace\n"
        let warning = "line 4: external ID A1 stands on line 2 already; this row was kept"
        #expect(try take(.customers, text).warnings == [warning])
        #expect(try take(.customers, text).warnings == [warning])
    }

    @Test("A staff member's site that the register does not know is warned of, with the name that is near")
    func staffSite() throws {
        let staff = "logon,surname,access,site\nab1,Lee,none,Paramatta\nab2,Dee,none,parramatta\n"
        #expect(try take(.staff, staff).warnings.isEmpty)
        try take(.sites, "name,kind,state,opens,closes\nParramatta,office,nsw,8:30,17:00\n")
        #expect(
            try take(.staff, staff).warnings == [
                "line 2: site 'Paramatta' is not in the register; 'Parramatta' is"
            ])
    }

    @Test(
        "A staff file that would take from whoever imports it the access or the account is refused as a whole",
        arguments: [
            "logon,surname,access\nPRANN1,Lee,manager\nAB1,Dee,none\n",
            "logon,surname,osUser,access\nPRANN1,Lee,,admin\n",
            "logon,surname,osUser,access\nPRANN1,Lee,other,admin\n",
        ])
    func lockout(text: String) throws {
        let live = try Register.create(at: scratch.directory + "/live", practice: false, madeAt: .morning) { session in
            try session.save(StaffMember(id: .ann, osUser: "ann", givenName: "Ann", surname: "", access: .admin))
        }
        let error = #expect(throws: ImportError.self) { try take(.staff, text, into: live) }
        #expect(error?.fault == .badInput)
        #expect(error?.message.contains("PRANN1") == true)
        let staff = try live.fill { try $0.staff() }
        #expect(staff.map(\.osUser) == ["ann"] && staff.map(\.access) == [.admin])
        let allowed = "logon,surname,osUser,access\nPRANN1,Lee,ann,admin\nAB1,Dee,dee,admin\n"
        #expect(try take(.staff, allowed, into: live).imported == 1)
    }
}

@Suite("A file that is not as it should be is told what to do")
struct ImportRemedyTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register()
    }

    private func refusal(_ bytes: [UInt8]) throws -> ImportError? {
        let path = try scratch.file(bytes)
        return #expect(throws: ImportError.self) {
            try register.importFile(.customers, from: path, actor: .ann, at: .morning)
        }
    }

    @Test(
        "Fields that are separated by semicolons or tabs are said to be",
        arguments: [(";", "semicolons"), ("\t", "tabs")])
    func separator(mark: String, name: String) throws {
        let error = try refusal(Array("externalId\(mark)surname\nA1\(mark)Byron\n".utf8))
        #expect(error?.message.contains("separated by \(name)") == true, "\(error?.message ?? "")")
        #expect(error?.remedy.contains("commas") == true)
        #expect(error?.fault == .badInput)
    }

    @Test("A file in UTF-16 is said to be, and how to turn it")
    func utf16() throws {
        let error = try refusal([0xFF, 0xFE] + "externalId\n".utf8.flatMap { [$0, 0] })
        #expect(error?.remedy.contains("-f UTF-16") == true, "\(error?.remedy ?? "")")
        #expect(error?.fault == .badInput)
    }
}
