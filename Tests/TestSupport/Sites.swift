import Casework

extension Site {
    public static let parramatta = centre("Parramatta", .nsw, "Australia/Sydney", zone: "Sydney West")
    /// In New South Wales, on South Australia's clock.
    public static let brokenHill = centre("Broken Hill", .nsw, "Australia/Broken_Hill", zone: "Western NSW")
    public static let perth = centre("Perth", .wa, "Australia/Perth", zone: "Perth Metro")
    public static let adelaide = centre("Adelaide", .sa, "Australia/Adelaide", zone: "Adelaide Metro")
    public static let darwin = centre("Darwin", .nt, "Australia/Darwin", zone: "Top End")
    public static let brisbane = centre("Brisbane City", .qld, "Australia/Brisbane", zone: "Brisbane")
    public static let hobart = centre("Hobart", .tas, "Australia/Hobart", zone: "Tasmania")

    /// One of each of the clocks above.
    public static let invented: [Site] = [.parramatta, .brokenHill, .perth, .adelaide, .darwin, .brisbane, .hobart]

    /// A service centre that is open from 8:30 to 16:30 unless told otherwise.
    public static func centre(
        _ name: String, _ state: AustralianState, _ timeZone: String, zone: String, opens: String = "8:30",
        closes: String = "16:30"
    ) -> Site {
        Site(
            name: name, kind: .serviceCentre, state: state, timeZone: timeZone, zone: zone, opens: time(opens),
            closes: time(closes))
    }
}
