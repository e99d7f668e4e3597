import Casework

/// The people with whom a practice register begins: each shows one thing, and no other person has the same surname.
///
/// | ID | name | born | lives in | shows |
/// | --- | --- | --- | --- | --- |
/// | `P0000001` | Marjorie Applegarth | 12 March 1958 | Parramatta | the counter: Tuesdays and Thursdays, 10 to 12, Parramatta only; two calls a week, one used |
/// | `P0000002` | Desmond Thackeray | 3 April 1980 | Blacktown | the caller: both of this week's two Smart Centre calls used |
/// | `P0000003` | Lương Bích Ngọc | 27 July 1969 | Cabramatta | the work item: phone through the OMC only, visits by appointment (today and tomorrow), Vietnamese interpreter |
/// | `P0000004` | Zoran Vukčević | 9 November 1974 | Penrith | full face to face with safety and notification alert; a one-off variation at Penrith today |
/// | `P0000005` | Siobhán Garrity-Quirke | 17 January 1962 | Newcastle | has a plan of her own, and is nominee of the next |
/// | `P0000006` | Bartholomew Inkpen | 30 June 1941 | Newcastle | represented by a person with a plan, and by three without |
/// | `P0000007` | Leilani Fa'aoso | 22 December 1988 | Elizabeth | managed by Personalised Services: phone through the PSSO only |
/// | `P0000008` | Giuseppe Dell'Acqua | 5 May 1949 | Footscray | a plan that ended yesterday: no warning |
/// | `P0000009` | Anastasia Xenakis | 14 February 1991 | Dandenong | full phone, the OMC's own number left open |
/// | `P0000010` | Jarrah Winterbourne | 8 August 1996 | Broken Hill | mornings only, by the clock of Broken Hill, half an hour behind Sydney |
/// | `P0000011` | Thiruvalluvan (one name) | 1 October 1985 | Woodridge | an Employment Services Provider's plan alone: no warning |
/// | `P0000012` | Philippa Featherstonhaugh ("Pip") | 29 February 1972 | Hobart | a provisional plan of ten business days |
/// | `P0000013` | Ingrid Bramwell-Osei | 19 September 1979 | Midland | three channels full: kept, and flagged |
/// | `P0000014` | Quentin Fairweather | 11 June 1967 | Cairns | one phone number, one address, no uploads |
/// | `P0000015` | Winifred Hollingberry | 25 December 1936 | Belconnen | no plan at all |
public enum PracticeCast {
    /// How many people the cast has; those with plans come first.
    public static var count: Int { roles.count }

    /// How many of them have plans.
    static let planned = 14

    /// The service centre at which the plan of the cast's `index`th person is kept.
    static func site(_ index: Int) -> String? { roles.indices.contains(index) ? roles[index].site : nil }

    /// Puts the cast's name, birth and home over those of the person at `index`, when the cast has one there.
    static func play(_ index: Int, in person: inout Customer) {
        guard roles.indices.contains(index) else { return }
        let role = roles[index]
        person.givenName = role.given
        person.surname = role.surname
        person.otherNames = ""
        person.preferredName = role.preferred
        person.dateOfBirth = RecordedDate(role.born)
        person.suburb = role.suburb
        person.postcode = role.postcode
        person.state = role.state
        person.addressLine1 = "\(7 + index * 4) Wattle Street"
        person.addressLine2 = nil
        person.phoneMobile = "04915700" + (index < 9 ? "0\(index + 1)" : "\(index + 1)")
        person.phoneHome = nil
        person.email = "\(SearchText.words(person.name).last ?? "nobody")@example.com"
        person.csid = nil
        person.brands = person.medicareNumber == nil ? [.centrelink] : [.centrelink, .medicarePublic]
        person.interpreterLanguage = role.interpreter
        person.indicators = []
    }

    private struct Role {
        var given: String
        var surname: String
        var preferred = ""
        var born: String
        var suburb: String
        var postcode: String
        var state: AustralianState
        var site: String
        var interpreter: String?
    }

    private static let roles: [Role] = [
        Role(
            given: "Marjorie", surname: "Applegarth", born: "1958-03-12", suburb: "Parramatta", postcode: "2150",
            state: .nsw,
            site: "Parramatta"),
        Role(
            given: "Desmond", surname: "Thackeray", preferred: "Des", born: "1980-04-03", suburb: "Blacktown",
            postcode: "2148", state: .nsw, site: "Blacktown"),
        Role(
            given: "Bích Ngọc", surname: "Lương", preferred: "Ngoc", born: "1969-07-27", suburb: "Cabramatta",
            postcode: "2166", state: .nsw, site: "Parramatta", interpreter: "Vietnamese"),
        Role(
            given: "Zoran", surname: "Vukčević", born: "1974-11-09", suburb: "Penrith", postcode: "2750", state: .nsw,
            site: "Penrith"),
        Role(
            given: "Siobhán", surname: "Garrity-Quirke", born: "1962-01-17", suburb: "Newcastle", postcode: "2300",
            state: .nsw, site: "Newcastle"),
        Role(
            given: "Bartholomew", surname: "Inkpen", preferred: "Bart", born: "1941-06-30", suburb: "Newcastle",
            postcode: "2300", state: .nsw, site: "Newcastle"),
        Role(
            given: "Leilani", surname: "Fa'aoso", born: "1988-12-22", suburb: "Elizabeth", postcode: "5112", state: .sa,
            site: "Elizabeth"),
        Role(
            given: "Giuseppe", surname: "Dell'Acqua", preferred: "Joe", born: "1949-05-05", suburb: "Footscray",
            postcode: "3011", state: .vic, site: "Footscray"),
        Role(
            given: "Anastasia", surname: "Xenakis", preferred: "Stacey", born: "1991-02-14", suburb: "Dandenong",
            postcode: "3175", state: .vic, site: "Dandenong"),
        Role(
            given: "Jarrah", surname: "Winterbourne", born: "1996-08-08", suburb: "Broken Hill", postcode: "2880",
            state: .nsw, site: "Broken Hill"),
        Role(
            given: "Thiruvalluvan", surname: "", born: "1985-10-01", suburb: "Woodridge", postcode: "4114", state: .qld,
            site: "Woodridge", interpreter: "Tamil"),
        Role(
            given: "Philippa", surname: "Featherstonhaugh", preferred: "Pip", born: "1972-02-29", suburb: "Hobart",
            postcode: "7000", state: .tas, site: "Hobart"),
        Role(
            given: "Ingrid", surname: "Bramwell-Osei", born: "1979-09-19", suburb: "Midland", postcode: "6056",
            state: .wa,
            site: "Midland"),
        Role(
            given: "Quentin", surname: "Fairweather", born: "1967-06-11", suburb: "Cairns", postcode: "4870",
            state: .qld,
            site: "Cairns"),
        Role(
            given: "Winifred", surname: "Hollingberry", preferred: "Winnie", born: "1936-12-25", suburb: "Belconnen",
            postcode: "2617", state: .act, site: "Belconnen"),
    ]
}
