import Casework

/// Places of service in real towns; zones and what stands in them are invented.
enum PracticeSites {
    static let all: [Site] = serviceCentres + smartCentres + offices

    /// Where people are served, in the order in which practice plans use them.
    static let serviceCentres: [Site] = [
        centre("Parramatta", .nsw, "Sydney West"), centre("Blacktown", .nsw, "Sydney West"),
        centre("Penrith", .nsw, "Sydney West"), centre("Bankstown", .nsw, "Sydney South"),
        centre("Wollongong", .nsw, "Sydney South"), centre("Newcastle", .nsw, "Northern NSW"),
        centre("Tamworth", .nsw, "Northern NSW"), centre("Dubbo", .nsw, "Western NSW"),
        centre("Broken Hill", .nsw, "Western NSW", clock: "Australia/Broken_Hill"),
        centre("Footscray", .vic, "Melbourne West"), centre("Geelong", .vic, "Melbourne West"),
        centre("Dandenong", .vic, "Melbourne East"), centre("Bendigo", .vic, "Regional Victoria"),
        centre("Shepparton", .vic, "Regional Victoria"), centre("Woodridge", .qld, "Greater Brisbane"),
        centre("Toowoomba", .qld, "Greater Brisbane"), centre("Townsville", .qld, "Regional Queensland"),
        centre("Cairns", .qld, "Regional Queensland"), centre("Mount Isa", .qld, "Regional Queensland"),
        centre("Elizabeth", .sa, "South Australia"), centre("Mount Gambier", .sa, "South Australia"),
        centre("Midland", .wa, "Western Australia"), centre("Kalgoorlie", .wa, "Western Australia"),
        centre("Hobart", .tas, "Tasmania"), centre("Burnie", .tas, "Tasmania"), centre("Belconnen", .act, "Canberra"),
        centre("Alice Springs", .nt, "Northern Territory"), centre("Casuarina", .nt, "Northern Territory"),
    ]

    static let smartCentres: [Site] = [
        place("Coffs Harbour Smart Centre", .smartCentre, .nsw, "Northern NSW", opens: 8 * 60, closes: 17 * 60),
        place("Box Hill Smart Centre", .smartCentre, .vic, "Melbourne East", opens: 8 * 60, closes: 17 * 60),
        place("Maryborough Smart Centre", .smartCentre, .qld, "Regional Queensland", opens: 8 * 60, closes: 17 * 60),
    ]

    static let offices: [Site] = [
        place("Adelaide Personalised Services", .office, .sa, "South Australia"),
        place("Liverpool Processing", .office, .nsw, "Sydney South"),
        place("Canberra National Office", .office, .act, "Canberra"),
    ]

    /// Every service zone with the state that its plans follow, in the order of the sites.
    static let zones: [(name: String, state: AustralianState)] = serviceCentres.reduce(into: []) { zones, site in
        if !zones.contains(where: { $0.name == site.zone }) { zones.append((site.zone, site.state)) }
    }

    private static func centre(_ name: String, _ state: AustralianState, _ zone: String, clock: String? = nil) -> Site {
        place(name, .serviceCentre, state, zone, clock: clock)
    }

    private static func place(
        _ name: String, _ kind: Site.Kind, _ state: AustralianState, _ zone: String, clock: String? = nil,
        opens: Int = 8 * 60 + 30, closes: Int = 16 * 60 + 30
    ) -> Site {
        Site(
            name: name, kind: kind, state: state, timeZone: clock ?? state.zoneIdentifier, zone: zone,
            opens: TimeOfDay(minutes: opens) ?? .midnight, closes: TimeOfDay(minutes: closes) ?? .endOfDay)
    }
}
