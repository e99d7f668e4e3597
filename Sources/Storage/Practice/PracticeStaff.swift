import Casework

/// Invented staff. Logons begin with `PR`; those that people try first say what their bearer does:
///
/// | logon | who | access |
/// | --- | --- | --- |
/// | `PRADMIN` | administrator, with whom a practice register begins | admin |
/// | `PRCOUNTER` | service officer at the Parramatta counter | none |
/// | `PRPHONE` | Smart Centre officer, Coffs Harbour | none |
/// | `PRPROCESS` | processing officer, Liverpool | none |
/// | `PRLEADER` | team leader, Parramatta | none |
/// | `PROMC1`, `PROMC2` | One Main Contact and backup of Sydney West | manager |
/// | `PRSCM` | Service Centre Manager, Parramatta | manager |
/// | `PRPSSO1`, `PRPSSO2` | Personalised Services officers | manager |
/// | `PRDELEGATE` | approver of Sydney West | delegate |
/// | `PRPSM` | Program Support Manager of Personalised Services | PS manager |
/// | `PRCANOC` | Customer Aggression Network contact of Sydney West | delegate |
/// | `PRCAPT` | Customer Aggression Prevention Team | CAPT |
///
/// Every other zone has an OMC, a backup, a manager and an approver: `PR`, two letters, `OMC1`, `OMC2`, `SCM`, `DEL`.
enum PracticeStaff {
    static let all: [StaffMember] = named + zoneTeams

    /// The people whom the plans of a zone name.
    static func team(of zone: String) -> PlanPeople {
        let prefix = prefixes[zone] ?? ""
        let isFirst = prefix.isEmpty
        return PlanPeople(
            omc: .init(rawValue: "PR\(prefix)OMC1"), backup: .init(rawValue: "PR\(prefix)OMC2"),
            employeeResponsible: .init(rawValue: "PR\(prefix)SCM"),
            approver: .init(rawValue: isFirst ? "PRDELEGATE" : "PR\(prefix)DEL"))
    }

    static let psso = StaffMember.ID(rawValue: "PRPSSO1")
    static let approver = StaffMember.ID(rawValue: "PRDELEGATE")

    private static let named: [StaffMember] = [
        member("PRADMIN", "Robin", "Castellane", "Register administrator", "Canberra National Office", .admin, "APS6"),
        member("PRCOUNTER", "Amara", "Okonjo", "Service Officer", "Parramatta", .none, "APS4"),
        member("PRPHONE", "Callum", "Brightwater", "Smart Centre Officer", "Coffs Harbour Smart Centre", .none, "APS4"),
        member("PRPROCESS", "Mei", "Sandoval", "Processing Officer", "Liverpool Processing", .none, "APS4"),
        member("PRLEADER", "Gareth", "Lindeman", "Team Leader", "Parramatta", .none, "APS6"),
        member("PROMC1", "Helena", "Marchetti", "One Main Contact", "Parramatta", .manager, "APS6"),
        member("PROMC2", "Faisal", "Rahmani", "One Main Contact (backup)", "Blacktown", .manager, "APS6"),
        member("PRSCM", "Judith", "Kettlewell", "Service Centre Manager", "Parramatta", .manager, "EL1"),
        member("PRPSSO1", "Nerida", "Holloway", "Personalised Services Officer", personalised, .manager, "APS5"),
        member("PRPSSO2", "Tomasz", "Zielinski", "Personalised Services Officer", personalised, .manager, "APS5"),
        member("PRDELEGATE", "Marcus", "Adeyemi", "Region Manager", "Parramatta", .delegate, "EL1"),
        member("PRPSM", "Loretta", "Figueroa", "Program Support Manager", personalised, .psManager, "EL1"),
        member("PRCANOC", "Steven", "Nakamura", "CAN Operational Contact", "Parramatta", .delegate, "APS6"),
        member(
            "PRCAPT", "Dorothea", "Whitlock", "Customer Aggression Prevention", "Canberra National Office", .capt, "EL1"
        ),
    ]

    private static let personalised = "Adelaide Personalised Services"

    /// Two letters for each zone; none for the first, whose people have the plain logons.
    private static let prefixes: [String: String] = [
        "Sydney West": "", "Sydney South": "SS", "Northern NSW": "NN", "Western NSW": "WN", "Melbourne West": "MW",
        "Melbourne East": "ME", "Regional Victoria": "RV", "Greater Brisbane": "GB", "Regional Queensland": "RQ",
        "South Australia": "SA", "Western Australia": "WA", "Tasmania": "TA", "Canberra": "CB",
        "Northern Territory": "NT",
    ]

    private static let zoneTeams: [StaffMember] = PracticeSites.zones.enumerated().flatMap { index, zone in
        guard let prefix = prefixes[zone.name], !prefix.isEmpty else { return [StaffMember]() }
        let site = PracticeSites.serviceCentres.first { $0.zone == zone.name }?.name ?? ""
        let posts: [(String, String, Access, String)] = [
            ("OMC1", "One Main Contact", .manager, "APS6"), ("OMC2", "One Main Contact (backup)", .manager, "APS6"),
            ("SCM", "Service Centre Manager", .manager, "EL1"), ("DEL", "Region Manager", .delegate, "EL1"),
        ]
        return posts.enumerated().map { place, post in
            var random = PracticeRandom(seed: 14, stream: UInt64(index * posts.count + place))
            let cohort = PracticeEnglishNames.cohorts[2]
            let given = (random.chance(50) ? cohort.female : cohort.male).pick(&random)
            return member(
                "PR\(prefix)\(post.0)", given, PracticeEnglishNames.surnames.pick(&random), post.1, site, post.2, post.3
            )
        }
    }

    private static func member(
        _ logon: String, _ given: String, _ surname: String, _ position: String, _ site: String, _ access: Access,
        _ level: String
    ) -> StaffMember {
        let zone = PracticeSites.all.first { $0.isNamed(site) }?.zone
        return StaffMember(
            id: StaffMember.ID(rawValue: logon), givenName: given, surname: surname, position: position, site: site,
            zone: zone, access: access, email: "\(logon.lowercased())@example.org", level: level)
    }
}
