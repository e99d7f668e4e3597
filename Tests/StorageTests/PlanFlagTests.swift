import Casework
import Testing

@testable import Storage

@Suite("What is flagged in imported plans, and warned of")
struct PlanFlagTests {
    let scratch: Scratch
    let register: Register

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            try session.insert(.named("Ada", "Byron", id: "A1"))
            for logon in ["OMC1", "BAK1"] {
                try session.save(
                    StaffMember(id: StaffMember.ID(rawValue: logon), givenName: logon, surname: "", access: .manager))
            }
        }
    }

    private static let open = #""level":"available""#

    private func take(_ kind: ImportKind = .plans, _ text: String) throws -> ImportReport {
        try register.importFile(kind, from: try scratch.file(text), actor: .ann, at: .morning)
    }

    /// A plan without fault but for what is given: members of its restrictions, its OMC, and members of its own.
    private func plan(
        _ restrictions: String, omc: String = "OMC1", _ more: String = "", provider: Bool = false
    ) -> String {
        """
        [{"id":"MSP-000001","customer":"A1","kind":"reactive","status":"active","start":"2026-02-02",
        "end":"2026-08-01","state":"nsw","people":{"omc":"\(omc)","backup":"BAK1"},"provider":\(provider),
        "restrictions":{\(restrictions)}\(more)}]
        """
    }

    private func allThree(_ faceToFace: String = open, _ phone: String = open, _ writing: String = open) -> String {
        #""faceToFace":{\#(faceToFace)},"phone":{\#(phone)},"writing":{\#(writing)}"#
    }

    private func flags() throws -> [String] {
        try #require(try register.read { try $0.plans(of: Customer.ID(rawValue: 1)) }.first).flags
    }

    private static let sites = """
        name,kind,state,opens,closes
        Parramatta,serviceCentre,nsw,8:30,17:00
        Broken Hill,serviceCentre,nsw,8:30,17:00

        """

    @Test("A channel whose level a plan does not state is flagged by its name (R1)")
    func unstated() throws {
        let report = try take(.plans, plan(#""faceToFace":{"level":"full","note":"n"},"writing":null"#))
        #expect(report.imported == 1)
        #expect(try flags() == ["Phone: no level is stated (R1).", "Writing: no level is stated (R1)."])
        #expect(report.warnings == (try flags()).map { "line 1: MSP-000001: \($0)" })
        _ = try take(.plans, plan(""))
        #expect(try flags().count == 3)
        #expect(try take(.plans, plan(allThree())).warnings.isEmpty)
        #expect(try flags().isEmpty)
        #expect(try take(.plans, plan("", provider: true)).warnings.isEmpty)
    }

    @Test("An update that lowers a level which is held is warned of, that of a brand too (R1, R2)")
    func lowered() throws {
        let full = #""level":"full","note":"n""#
        #expect(try take(.plans, plan(allThree(full, full))).warnings.isEmpty)
        #expect(try take(.plans, plan(allThree(full, full))).warnings.isEmpty)
        let partly = #""level":"partial","note":"n","terms":[{"noUpload":true}]"#
        let apart = full + #","brands":{"childSupport":{"level":"available"}}"#
        #expect(
            try take(.plans, plan(allThree(partly, apart))).warnings == [
                "line 1: MSP-000001: Face to face was Restricted and is Partially now",
                "line 1: MSP-000001: Phone, Child Support was Restricted and is Available now",
            ])
        #expect(try take(.plans, plan(allThree(full, full))).warnings.isEmpty)
        let warnings = try take(.plans, plan("")).warnings
        #expect(warnings.filter { $0.contains("was Restricted and is Available now") }.count == 2)
    }

    @Test("A site that the register does not know is flagged once, with the name that is near")
    func sites() throws {
        _ = try take(.sites, Self.sites)
        let visits = """
            "level":"partial","note":"n","terms":[{"sites":["Paramatta","broken hill"]},{"refusedSites":["Perth"]}],
            "brands":{"childSupport":{"level":"partial","note":"n","terms":[{"sites":["PARAMATTA"]}]}}
            """
        let more = #","appointments":[{"site":"Brokn Hill","at":"2026-03-05T10:30"}]"#
        _ = try take(.plans, plan(allThree(visits), more))
        #expect(
            try flags() == [
                "Site 'Paramatta' is not in the register; 'Parramatta' is.", "Site 'Perth' is not in the register.",
                "Site 'Brokn Hill' is not in the register; 'Broken Hill' is.",
            ])
    }

    @Test("Sites that come after their plans are looked for then, and those still missing are warned of")
    func sitesLater() throws {
        let visits = #""level":"partial","note":"n","terms":[{"sites":["Perth","Parramatta"]}]"#
        #expect(try take(.plans, plan(allThree(visits))).warnings.isEmpty)
        let report = try take(.sites, Self.sites)
        #expect(report.warnings == ["MSP-000001: Site 'Perth' is not in the register."])
        #expect(try flags() == ["Site 'Perth' is not in the register."])
        #expect(try take(.sites, Self.sites + "Perth,office,wa,8:30,17:00\n").warnings.isEmpty)
        #expect(try flags().isEmpty)
    }

    @Test("A flag about somebody follows the staff list, whichever file came first (P11)")
    func staffLater() throws {
        _ = try take(.plans, plan(allThree(), omc: "NEW1"))
        #expect(try flags() == ["The OMC NEW1 is not in the staff list."])
        let staff = "logon,surname,access\nNEW1,Lee,"
        #expect(try take(.staff, staff + "manager\n").warnings.isEmpty)
        #expect(try flags().isEmpty)
        let lost = "MSP-000001: The OMC NEW1 lacks manager access (P11)."
        #expect(try take(.staff, staff + "none\n").warnings == [lost])
        #expect(try flags().count == 1)
        #expect(try take(.staff, staff + "none\n").warnings.isEmpty)
    }
}
