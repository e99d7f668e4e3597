/// A contact that took place, or was refused: from these counts are judged and breaches shown (C1).
public struct Contact: Codable, Sendable, Hashable {
    public var customer: Customer.ID
    public var plan: Plan.ID?
    public var channel: Channel
    public var site: String?
    public var occurredAt: Instant
    /// Phone: a call to a Smart Centre, which counts against a limit; a call to the OMC does not.
    public var smartCentre: Bool
    /// Turned away: it counts against no limit.
    public var refused: Bool
    /// Who served or refused; nil when imported without a name.
    public var staff: StaffMember.ID?
    /// The verdict at the time, when it was judged here.
    public var verdict: Verdict?
    /// What came of it, in words: an outcome's title.
    public var outcome: String?

    public init(
        customer: Customer.ID, plan: Plan.ID? = nil, channel: Channel, site: String? = nil, occurredAt: Instant,
        smartCentre: Bool = true, refused: Bool = false, staff: StaffMember.ID? = nil, verdict: Verdict? = nil,
        outcome: String? = nil
    ) {
        self.customer = customer
        self.plan = plan
        self.channel = channel
        self.site = site
        self.occurredAt = occurredAt
        self.smartCentre = smartCentre
        self.refused = refused
        self.staff = staff
        self.verdict = verdict
        self.outcome = outcome
    }
}

extension Contact {
    /// An attempt that came to its end: a call to the OMC or PSSO is none to the Smart Centre (R4).
    ///
    /// - Parameter verdict: nil where a plan does not bind who made the contact.
    public init(
        _ attempt: ContactAttempt, of record: CustomerRecord, by staff: StaffMember.ID, verdict: Verdict?,
        refused: Bool, outcome: String?
    ) {
        self.init(
            customer: record.customer.id, plan: record.plan?.id, channel: attempt.channel, site: attempt.site,
            occurredAt: attempt.at, smartCentre: attempt.channel == .phone && !attempt.toOmc, refused: refused,
            staff: staff, verdict: verdict, outcome: outcome)
    }
}

/// A contact that somebody is making or wants to make, as far as it is known.
public struct ContactAttempt: Sendable, Hashable, Codable {
    public var channel: Channel
    public var at: Instant
    /// The site's name, or nil when it is not known or there is none.
    public var site: String?
    /// To the OMC or PSSO, not to the Smart Centre or a general number.
    public var toOmc: Bool
    public var brand: Brand?
    /// The number called or called from, as far as a term names one.
    public var number: String?
    /// The address written to.
    public var address: String?
    /// Documents uploaded online.
    public var upload: Bool

    /// As `Phone`, or `Phone, Child Support` where the brand is known.
    public var name: String { ([channel.name] + [brand?.name].compactMap(\.self)).joined(separator: ", ") }

    public init(
        channel: Channel, at: Instant, site: String? = nil, toOmc: Bool = false, brand: Brand? = nil,
        number: String? = nil, address: String? = nil, upload: Bool = false
    ) {
        self.channel = channel
        self.at = at
        self.site = site
        self.toOmc = toOmc
        self.brand = brand
        self.number = number
        self.address = address
        self.upload = upload
    }
}
