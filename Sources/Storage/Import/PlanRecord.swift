import Casework
import Foundation

/// A plan as a plans file has it, before its references are looked up.
struct PlanRecord: Decodable {
    /// Its customer is still to be found.
    var plan: Plan
    var customer: String
    /// The customer of each of the plan's representatives, as written.
    var representativeCustomers: [String?] = []
    /// Their customer is that of the plan.
    var contacts: [Contact] = []

    /// - Throws: ``RowFault``.
    static func read(_ element: PlansFile.Element) throws(RowFault) -> PlanRecord {
        do {
            return try JSONDecoder().decode(PlanRecord.self, from: Data(element.bytes))
        } catch let fault as RowFault {
            throw fault
        } catch let error as DecodingError {
            throw RowFault(error)
        } catch {
            throw RowFault("row", "cannot be read")
        }
    }

    init(from decoder: any Decoder) throws {
        let fields = try PlanFields(
            decoder,
            known: [
                "id", "customer", "kind", "status", "start", "end", "zone", "state", "system", "brands", "management",
                "people", "restrictions", "safetyAlert", "notificationAlert", "customerInformed", "variations",
                "appointments", "contacts", "representatives", "provider",
            ])
        let id = Plan.ID(rawValue: try fields.required("id"))
        customer = try fields.required("customer")
        let nobody = Customer.ID(rawValue: 0)
        plan = Plan(
            id: id, customer: nobody, kind: try fields.choice("kind"), status: try fields.choice("status"),
            start: try fields.requiredDay("start"), end: try fields.requiredDay("end"),
            zone: try fields.text("zone") ?? "", state: try fields.choice("state"),
            system: try fields.choice("system", default: .cims), brands: try fields.choices("brands"),
            management: try fields.choice("management", default: .zone),
            people: try fields.value("people", PlanPeopleRecord.self)?.people ?? PlanPeople(),
            restrictions: try fields.value("restrictions", RestrictionsRecord.self)?.restrictions ?? [:],
            safetyAlert: try fields.value("safetyAlert") ?? false,
            notificationAlert: try fields.value("notificationAlert") ?? false,
            customerInformed: try fields.day("customerInformed"), provider: try fields.value("provider") ?? false)
        guard plan.start <= plan.end else {
            throw fields.fault("end", "\(plan.end) is before the start, \(plan.start)")
        }
        let zone: LocalZone
        do { zone = try plan.state.zone() } catch { throw fields.fault("state", error.message) }
        for (index, read) in (try fields.value("variations", [VariationRecord].self) ?? []).enumerated() {
            let variation = read.variation(in: zone)
            guard variation.from < variation.to else {
                throw fields.fault("variations.\(index).to", "is not after 'from'")
            }
            plan.variations.append(variation)
        }
        plan.appointments =
            try fields.value("appointments", [AppointmentRecord].self)?.map {
                Appointment(site: $0.site, at: $0.at.resolved(in: zone))
            } ?? []
        for read in try fields.value("representatives", [RepresentativeRecord].self) ?? [] {
            plan.representatives.append(Representative(name: read.name, role: read.role))
            representativeCustomers.append(read.customer)
        }
        contacts =
            try fields.value("contacts", [ContactRecord].self)?.map { read in
                Contact(
                    customer: nobody, plan: id, channel: read.channel, site: read.site,
                    occurredAt: read.at.resolved(in: zone), smartCentre: read.smartCentre, refused: read.refused)
            } ?? []
    }
}

private struct PlanPeopleRecord: Decodable {
    var people = PlanPeople()

    init(from decoder: any Decoder) throws {
        let fields = try PlanFields(decoder, known: RegisterSession.people.keys.sorted())
        for (name, part) in RegisterSession.people {
            people[keyPath: part] = try fields.text(name).map { StaffMember.ID(rawValue: $0) }
        }
    }
}

private struct RestrictionsRecord: Decodable {
    var restrictions: [Channel: Restriction] = [:]

    init(from decoder: any Decoder) throws {
        let fields = try PlanFields(decoder, known: Channel.allCases.map(\.rawValue))
        for channel in Channel.allCases {
            guard let read = try fields.value(channel.rawValue, RestrictionRecord.self) else { continue }
            restrictions[channel] = Restriction(
                level: read.own.level, note: read.own.note, terms: read.own.terms,
                includesOmc: read.own.includesOmc ?? true, brands: read.brands)
        }
    }
}

private struct RestrictionRecord: Decodable {
    var own: BrandRestriction
    var brands: [Brand: BrandRestriction] = [:]

    private static let keys = ["level", "note", "terms", "includesOmc"]

    init(from decoder: any Decoder) throws {
        let fields = try PlanFields(decoder, known: Self.keys + ["brands"])
        own = try Self.restriction(fields)
        brands = try fields.value("brands", BrandsRecord.self)?.brands ?? [:]
    }

    private static func restriction(_ fields: PlanFields) throws -> BrandRestriction {
        BrandRestriction(
            level: try fields.choice("level"), note: try fields.text("note") ?? "",
            terms: try fields.value("terms") ?? [], includesOmc: try fields.value("includesOmc"))
    }

    private struct BrandsRecord: Decodable {
        var brands: [Brand: BrandRestriction] = [:]

        init(from decoder: any Decoder) throws {
            let fields = try PlanFields(decoder, known: Brand.allCases.map(\.rawValue))
            for brand in Brand.allCases { brands[brand] = try fields.value(brand.rawValue, Own.self)?.restriction }
        }
    }

    private struct Own: Decodable {
        var restriction: BrandRestriction

        init(from decoder: any Decoder) throws {
            restriction = try RestrictionRecord.restriction(try PlanFields(decoder, known: keys))
        }
    }
}

private struct VariationRecord: Decodable {
    var channel: Channel
    var site: String?
    var from: WrittenInstant
    var to: WrittenInstant
    var approvedBy: StaffMember.ID?

    init(from decoder: any Decoder) throws {
        let fields = try PlanFields(decoder, known: ["channel", "site", "from", "to", "approvedBy"])
        channel = try fields.choice("channel")
        site = try fields.text("site")
        from = try fields.instant("from")
        to = try fields.instant("to")
        approvedBy = try fields.text("approvedBy").map { StaffMember.ID(rawValue: $0) }
    }

    func variation(in zone: LocalZone) -> Variation {
        Variation(
            channel: channel, site: site, from: from.resolved(in: zone), to: to.resolved(in: zone),
            approvedBy: approvedBy)
    }
}

private struct AppointmentRecord: Decodable {
    var site: String
    var at: WrittenInstant

    init(from decoder: any Decoder) throws {
        let fields = try PlanFields(decoder, known: ["site", "at"])
        site = try fields.required("site")
        at = try fields.instant("at")
    }
}

private struct RepresentativeRecord: Decodable {
    var name: String
    var role: Representative.Role
    var customer: String?

    init(from decoder: any Decoder) throws {
        let fields = try PlanFields(decoder, known: ["name", "role", "customer"])
        name = try fields.required("name")
        role = try fields.choice("role")
        customer = try fields.text("customer")
    }
}

private struct ContactRecord: Decodable {
    var channel: Channel
    var site: String?
    var at: WrittenInstant
    var smartCentre: Bool
    var refused: Bool

    init(from decoder: any Decoder) throws {
        let fields = try PlanFields(decoder, known: ["channel", "site", "at", "smartCentre", "refused"])
        channel = try fields.choice("channel")
        site = try fields.text("site")
        at = try fields.instant("at")
        smartCentre = try fields.value("smartCentre") ?? true
        refused = try fields.value("refused") ?? false
    }
}
