import Casework
import GRDB

/// What today's rules would refuse in plans, by the staff and sites that the register knows now (R8).
struct PlanFlags {
    private let session: RegisterSession
    private let sites: KnownSites

    init(session: RegisterSession) throws {
        self.session = session
        sites = try KnownSites(session)
    }

    /// Each fault in words; none for a provider's plan, which is information only (R12).
    func flags(of plan: Plan) throws -> [String] {
        guard !plan.provider else { return [] }
        return try plan.flagsOfUnstatedLevels + PlanReview(of: plan, staff: session.staff).flags()
            + plan.sitesNamed.compactMap { sites.doubt(of: $0).map { "Site \($0)." } }
    }

    /// Flags every plan anew, since who works here, or where, has changed under them.
    ///
    /// - Parameter warn: told of each flag that was not there before.
    func renew(_ warn: (String) -> Void) throws {
        let ids = try session.rows("SELECT id FROM plans WHERE provider = 0 AND status <> 'removed' ORDER BY id", []) {
            Plan.ID(rawValue: $0[0])
        }
        for id in ids {
            guard let plan = try session.plan(id) else { continue }
            let flags = try flags(of: plan)
            guard flags != plan.flags else { continue }
            try session.save(flags, of: id)
            for flag in flags where !plan.flags.contains(flag) { warn("\(id): \(flag)") }
        }
    }
}

/// The sites of the register, to tell a name that is none of them: a contact at a site misspelt is judged wrong for good.
struct KnownSites {
    private let names: [String]
    private let folded: Set<String>

    init(_ session: RegisterSession) throws {
        names = try session.sites().map(\.name)
        folded = Set(names.map(Site.folded))
    }

    /// That the register has no site of this name, in words, with the name that may be meant. Nil where it has one, or
    /// none at all: then sites are known by their names alone.
    func doubt(of name: String) -> String? {
        guard !names.isEmpty, !folded.contains(Site.folded(name)) else { return nil }
        let near = nearest(to: name, among: names).map { "; '\($0)' is" } ?? ""
        return "'\(name.shortened)' is not in the register\(near)"
    }
}

extension Plan {
    /// Channels without a level are taken to be available: somebody has to look whether that was meant (R1).
    fileprivate var flagsOfUnstatedLevels: [String] {
        Channel.allCases.filter { restrictions[$0] == nil }.map { "\($0.name): no level is stated (R1)." }
    }

    /// Every site that the plan names, each once.
    fileprivate var sitesNamed: [String] {
        let terms = Channel.allCases.compactMap { restrictions[$0] }.flatMap { restriction in
            restriction.terms + Brand.allCases.flatMap { restriction.brands[$0]?.terms ?? [] }
        }
        let named = terms.flatMap(\.sitesNamed) + variations.compactMap(\.site) + appointments.map(\.site)
        var seen: Set<String> = []
        return named.filter { seen.insert(Site.folded($0)).inserted }
    }

    /// Each level that is lower here than in `held`, in words: a slip in a file must open no channel unseen (R1, R2).
    func levelsLowered(from held: Plan) -> [String] {
        Channel.allCases.flatMap { channel -> [String] in
            let (before, now) = (held.restriction(on: channel), restriction(on: channel))
            let apart = Brand.allCases.filter { before.brands[$0] != nil || now.brands[$0] != nil }
            let brands: [Brand?] = [nil] + apart
            return brands.compactMap { brand -> String? in
                let (old, new) = (before.applying(to: brand).level, now.applying(to: brand).level)
                guard new.rank < old.rank else { return nil }
                let name = [channel.name, brand?.name].compactMap(\.self).joined(separator: ", ")
                return "\(name) was \(old.name) and is \(new.name) now"
            }
        }
    }
}

extension RestrictionLevel {
    /// The stricter, the higher.
    fileprivate var rank: Int {
        switch self {
        case .available: 0
        case .partial: 1
        case .full: 2
        }
    }
}

extension RestrictionTerm {
    fileprivate var sitesNamed: [String] {
        switch self {
        case .sites(let names), .refusedSites(let names): names
        default: []
        }
    }
}
