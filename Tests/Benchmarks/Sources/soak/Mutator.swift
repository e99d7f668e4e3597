import Casework
import TestSupport

/// Damages files in ways in which files are damaged, the same way for the same seed.
struct Mutator {
    var random: SeededNumbers

    init(seed: UInt64) { random = SeededNumbers(seed: seed) }

    mutating func damaged(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0...random.below(4) { damage(&bytes) }
        return bytes
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes = Array(random.one(of: Self.pieces)) }
        let place = random.below(bytes.count)
        let end = min(bytes.count, place + 1 + random.below(random.once(in: 4) ? bytes.count : 12))
        switch random.below(9) {
        case 0: bytes[place] ^= 1 << UInt8(random.below(8))
        case 1: bytes[place] = UInt8(random.below(256))
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count))
        case 4: bytes.replaceSubrange(place..<end, with: Array(random.one(of: Self.pieces)))
        case 5: bytes.removeSubrange(place...)
        case 6:
            var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            lines.swapAt(random.below(lines.count), random.below(lines.count))
            bytes = Array(lines.joined(separator: [10]))
        case 7:
            // A word in the place of another: what is well formed and wrong.
            let words = bytes.split(whereSeparator: { $0 <= 32 || $0 == 44 || $0 == 34 })
            guard words.count > 1 else { return }
            let (old, new) = (random.one(of: words), random.one(of: words))
            bytes.replaceSubrange(old.startIndex..<old.endIndex, with: Array(new))
        default: bytes.insert(contentsOf: Array(random.one(of: Self.pieces)), at: place)
        }
    }

    private static let pieces: [[UInt8]] = [
        [0], [0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80], Array("\"".utf8), Array("\"\"".utf8), Array(",".utf8),
        Array("\n".utf8), Array("\r\n".utf8), Array("\r".utf8), Array("[".utf8), Array("}".utf8), Array("{".utf8),
        Array(": ".utf8), Array("- ".utf8), Array("&a ".utf8), Array("*a ".utf8), Array("!!binary ".utf8),
        Array("? ".utf8), Array("|\n".utf8), Array("#".utf8), Array("\t".utf8), Array("null".utf8), Array("-1".utf8),
        Array("99999999999999999999".utf8), Array("9223372036854775807".utf8), Array("1e999".utf8), Array("NaN".utf8),
        Array("0000-00-00".utf8), Array("9999-12-31".utf8), Array("2026-02-30".utf8), Array("24:00".utf8),
        Array("99:99".utf8), Array("\u{1b}[31m".utf8), Array("\u{202e}".utf8), Array("\\u0000".utf8),
        Array("\\ud800".utf8), Array(String(repeating: "\u{301}", count: 2_000).utf8),
        Array(String(repeating: "[", count: 3_000).utf8), Array(String(repeating: "x", count: 70_000).utf8),
    ]
}

/// Sound files, one of each kind that is not shipped.
enum Originals {
    static let customers = """
        externalId,givenName,surname,otherNames,preferredName,dateOfBirth,crn,medicareNumber,csid,phoneMobile,phoneHome,email,addressLine1,addressLine2,suburb,postcode,state,brands,interpreterLanguage,indicators
        F-1,Ada,Byronson,May,,1958-03-12,,,,0400 000 001,,ada@example.org,1 High Street,,Parramatta,2150,nsw,centrelink,,
        F-2,"José ""P"" X",Núñez,,Pepe,1980-02-30,307111942H,,,,,,"Unit 2
        5 Low Road",,Cabramatta,2166,nsw,centrelink;medicarePublic,Spanish,aggression; interpreter
        F-3,,Mononym,,,,,,,,,,,,,,,,,

        """
    static let staff = """
        logon,osUser,givenName,surname,position,site,zone,access,email,phone,level
        PRF1,,Fay,Stone,Officer,Parramatta,Sydney West,none,fay@example.org,02 0000 0000,APS4
        PRF2,,Gus,Hill,Manager,Blacktown,Sydney West,manager,,,EL1

        """
    static let sites = """
        name,kind,state,timeZone,zone,opens,closes
        Parramatta,serviceCentre,nsw,Australia/Sydney,Sydney West,08:30,16:30
        Far Office,office,wa,Australia/Perth,West,08:00,17:00

        """
    static let holidays = """
        state,date,name
        nsw,2027-09-13,Invented day
        wa,2027-09-14,"Other, invented"

        """
    static let configuration = """
        theme: light
        blank-after: 10
        mouse: false
        site: Parramatta
        sendmail: [/usr/bin/msmtp, -a, work]
        keys:
          everywhere.commands: ctrl-k
          record.week: [x, f7]    # both
          record.visit: none

        """
    static let plans = """
        [{"id":"MSP-700001","customer":"\(Office.mark(.init(rawValue: 31)))","kind":"reactive","status":"active","start":"2026-02-02","end":"2026-08-01",
          "zone":"Sydney West","state":"nsw","system":"CIMS","brands":["centrelink"],"management":"zone",
          "people":{"omc":"PROMC1","backup":"PROMC2","psso":null,"employeeResponsible":"PROMC1","approver":"PROMC2"},
          "restrictions":{
           "faceToFace":{"level":"partial","note":"Tuesdays, 10 to 12","terms":[{"days":["tue","thu"],"from":"10:00","to":"12:00"},{"sites":["Parramatta"]}]},
           "phone":{"level":"partial","note":"Two a week","terms":[{"limit":2,"per":"week"}],"includesOmc":false},
           "writing":{"level":"available","brands":{"medicarePublic":{"level":"full","terms":[]}}}},
          "safetyAlert":false,"notificationAlert":false,"customerInformed":"2026-02-03",
          "variations":[{"channel":"faceToFace","site":"Parramatta","from":"2026-03-04T09:00:00+11:00","to":"2026-03-04T11:00:00+11:00","approvedBy":"PROMC1"}],
          "appointments":[{"site":"Parramatta","at":"2026-03-05T10:30:00+11:00"}],
          "contacts":[{"channel":"phone","at":"2026-03-02T09:10:00+11:00","smartCentre":true,"refused":false}],
          "representatives":[{"name":"A B","role":"nominee","customer":"\(Office.mark(.init(rawValue: 2)))"}],"provider":false},
         {"id":"MSP-700002","customer":"\(Office.mark(.init(rawValue: 32)))","kind":"proactive","status":"draft","start":"2026-03-02","end":"2026-03-09",
          "zone":"Perth","state":"wa","system":"CIRT","brands":["medicareProvider"],"management":"ps","people":{},
          "restrictions":{"faceToFace":{"level":"full"},"phone":{"level":"partial","note":"x","terms":[{"only":"psso"},{"number":"1800"},{"noUpload":true}]},"writing":{"level":"available"}}}]
        """
}
