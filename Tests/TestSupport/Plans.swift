import Casework

extension Plan {
    /// An active agency plan of New South Wales from 2 February to 1 August 2026, unless told otherwise; a channel
    /// that is not named is available.
    public static func invented(
        _ id: String = "MSP-000001", of customer: Int64 = 1, faceToFace: Restriction = .available,
        phone: Restriction = .available, writing: Restriction = .available, state: AustralianState = .nsw,
        from start: String = "2026-02-02", to end: String = "2026-08-01", status: PlanStatus = .active,
        management: Management = .zone, people: PlanPeople = PlanPeople(omc: .manager, backup: .delegate),
        variations: [Variation] = [], appointments: [Appointment] = [], representatives: [Representative] = [],
        provider: Bool = false
    ) -> Plan {
        Plan(
            id: ID(rawValue: id), customer: Customer.ID(rawValue: customer), kind: .reactive, status: status,
            start: day(start), end: day(end), zone: "Sydney West", state: state, management: management,
            people: people, restrictions: [.faceToFace: faceToFace, .phone: phone, .writing: writing],
            variations: variations, appointments: appointments, representatives: representatives, provider: provider)
    }

    /// Face to face only as `terms` allow.
    public static func partialFaceToFace(_ terms: RestrictionTerm..., state: AustralianState = .nsw) -> Plan {
        invented(faceToFace: .partial(terms), state: state)
    }

    /// By phone only as `terms` allow.
    public static func partialPhone(_ terms: RestrictionTerm..., state: AustralianState = .nsw) -> Plan {
        invented(phone: .partial(terms), state: state)
    }

    /// In writing only as `terms` allow.
    public static func partialWriting(_ terms: RestrictionTerm..., state: AustralianState = .nsw) -> Plan {
        invented(writing: .partial(terms), state: state)
    }
}

extension Restriction {
    public static let full = Restriction(level: .full, note: "Full restriction")

    public static func partial(_ terms: RestrictionTerm...) -> Restriction { partial(terms) }

    public static func partial(_ terms: [RestrictionTerm]) -> Restriction {
        Restriction(level: .partial, note: "As arranged with the One Main Contact", terms: terms)
    }
}

extension RestrictionTerm {
    /// `.window([.tuesday], "10:00", "12:00")`: `from` inclusive, `to` exclusive; every day when none is named.
    public static func window(
        _ days: Set<Weekday> = [], _ from: String = "00:00", _ to: String = "24:00"
    ) -> RestrictionTerm {
        .days(days, from: time(from), to: time(to))
    }
}

extension ContactAttempt {
    /// A visit to a counter.
    public static func visit(_ text: String, _ site: String? = nil, brand: Brand? = nil) -> ContactAttempt {
        ContactAttempt(channel: .faceToFace, at: TestSupport.at(text), site: site, brand: brand)
    }

    /// A call to the Smart Centre, or to the OMC.
    public static func call(
        _ text: String, site: String? = nil, toOmc: Bool = false, brand: Brand? = nil, number: String? = nil
    ) -> ContactAttempt {
        ContactAttempt(
            channel: .phone, at: TestSupport.at(text), site: site, toOmc: toOmc, brand: brand, number: number)
    }

    /// A letter, e-mail or upload.
    public static func letter(
        _ text: String, address: String? = nil, upload: Bool = false, toOmc: Bool = false, site: String? = nil,
        brand: Brand? = nil
    ) -> ContactAttempt {
        ContactAttempt(
            channel: .writing, at: TestSupport.at(text), site: site, toOmc: toOmc, brand: brand, address: address,
            upload: upload)
    }
}

extension Contact {
    public static func visit(_ text: String, refused: Bool = false) -> Contact {
        Contact(customer: Customer.ID(rawValue: 1), channel: .faceToFace, occurredAt: at(text), refused: refused)
    }

    /// A call to the Smart Centre, unless to the OMC.
    public static func call(_ text: String, toOmc: Bool = false, refused: Bool = false) -> Contact {
        Contact(
            customer: Customer.ID(rawValue: 1), channel: .phone, occurredAt: at(text), smartCentre: !toOmc,
            refused: refused)
    }

    public static func letter(_ text: String, refused: Bool = false) -> Contact {
        Contact(customer: Customer.ID(rawValue: 1), channel: .writing, occurredAt: at(text), refused: refused)
    }
}

extension NoteContent {
    /// A note of one part that says `text`.
    public static func other(_ text: String) -> NoteContent {
        NoteContent(type: NoteType.other.id, fields: ["content": text])
    }
}
