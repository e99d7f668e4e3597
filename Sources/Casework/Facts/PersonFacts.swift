/// What a person's own details tell a procedure.
struct PersonFacts {
    let customer: Customer

    init(_ customer: Customer) {
        self.customer = customer
    }

    /// The code under which source systems mark that somebody is in prison.
    static let incarcerated = "incarcerated"

    func finding(_ fact: FactName) -> Finding {
        switch fact {
        case .interpreterNeeded:
            guard let language = customer.interpreterLanguage else {
                return Finding(value: "no", because: "No interpreter language is recorded.", rule: "P8")
            }
            return Finding(value: "yes", because: "An interpreter is needed for \(language).", rule: "P8")
        case .phoneKnown:
            let numbers = [customer.phoneMobile, customer.phoneHome].compactMap(\.self)
            return numbers.isEmpty
                ? Finding(value: "no", because: "No phone number is recorded.", rule: "R9")
                : Finding(value: "yes", because: "The record holds \(numbers.joined(separator: " and ")).", rule: "R9")
        case .mobileKnown:
            guard let mobile = customer.phoneMobile else {
                return Finding(value: "no", because: "No mobile number is recorded.", rule: "L2")
            }
            return Finding(value: "yes", because: "The mobile number is \(mobile).", rule: "L2")
        case .incarcerated:
            guard customer.indicators.contains(where: { $0.lowercased() == Self.incarcerated }) else {
                // Sources mark it when they know of it; that they do not proves nothing.
                return Finding(value: nil, because: "No indicator says that they are in prison.", rule: "C3")
            }
            return Finding(value: "yes", because: "The record has the indicator '\(Self.incarcerated)'.", rule: "C3")
        default:
            return Finding(value: nil, because: "The register holds no dates of an incarceration.", rule: "C3")
        }
    }
}
