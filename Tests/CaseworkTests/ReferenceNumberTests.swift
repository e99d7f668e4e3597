import Testing

@testable import Casework

@Suite("Reference numbers and their check digits")
struct ReferenceNumberTests {
    @Test(
        "What a number is follows from its form",
        arguments: [
            ("307 111 942H", ReferenceNumber.Kind.crn), ("307111942h", .crn), ("123-456-789A", .crn),
            ("2123456701", .medicare), ("2123 45670 1", .medicare), ("32788511952", .medicare),
            ("9123456701", .medicare),
            ("MSP-000001", .plan), ("msp000001", .plan), ("1234567", .csid), ("12345", .csid),
        ])
    func kinds(text: String, kind: ReferenceNumber.Kind) {
        #expect(ReferenceNumber.kind(of: CustomerReference(text)) == kind)
    }

    @Test(
        "Anything else is an external ID or a word",
        arguments: [
            "P0000001", "rec-107-org", "1234", "smith", "", "MSP-01", "3071119422H", "212345670123", "١٢٣٤٥٦٧٨٩٠",
        ])
    func noKind(text: String) {
        #expect(ReferenceNumber.kind(of: CustomerReference(text)) == nil)
    }

    @Test("307111942H is a CRN, 123456789A is not, and each remainder has its letter")
    func crn() {
        #expect(CustomerReferenceNumber.isValid("307111942H"))
        #expect(!CustomerReferenceNumber.isValid("123456789A"))
        #expect(!CustomerReferenceNumber.isValid("307111942"))
        #expect(!CustomerReferenceNumber.isValid("30711194HH"))
        #expect(CustomerReferenceNumber.checkLetter(for: "307111942") == "H")
        #expect(CustomerReferenceNumber.checkLetter(for: "30711194X") == nil)
        #expect(CustomerReferenceNumber.checkLetter(for: "000000000") == "X")
        // The last digit weighs 2, so that it walks through the letters two at a time.
        let walked = (0...9).compactMap { CustomerReferenceNumber.checkLetter(for: "00000000\($0)") }
        #expect(String(walked) == "XTLJCAVSKH")
    }

    @Test("2123456701 and 32788511952 are Medicare numbers; a wrong check digit or first digit is not")
    func medicare() {
        #expect(MedicareNumber.isValid("2123456701"))
        #expect(MedicareNumber.isValid("32788511952"))
        #expect(!MedicareNumber.isValid("2123456711"))
        #expect(!MedicareNumber.isValid("212345670"))
        #expect(!MedicareNumber.isValid("212345670111"))
        #expect(MedicareNumber.checkDigit(for: "21234567") == 0)
        #expect(MedicareNumber.checkDigit(for: "12345678") == nil)
        // The check digit fits, but no card begins with 7.
        #expect(!MedicareNumber.isValid("7000000071"))
    }

    @Test("A number that fails its check is said so, and one without a check never is")
    func faults() {
        #expect(ReferenceNumber.fault(in: CustomerReference("307 111 942H")) == nil)
        #expect(ReferenceNumber.fault(in: CustomerReference("1234567")) == nil)
        #expect(ReferenceNumber.fault(in: CustomerReference("P0000001")) == nil)
        let fault = ReferenceNumber.fault(in: CustomerReference("123 456 789a"))
        #expect(fault == ReferenceFault(kind: .crn, compact: "123456789A"))
        #expect(fault?.message == "123 456 789A is no CRN: its check letter does not fit.")
        #expect(
            ReferenceNumber.fault(in: CustomerReference("2123456711"))?.message
                == "2123 45671 1 is no Medicare number: its check digit does not fit.")
    }

    @Test("Numbers are read out in their groups")
    func groups() {
        #expect(ReferenceNumber.grouped(CustomerReference("307111942h")) == "307 111 942H")
        #expect(ReferenceNumber.grouped(CustomerReference("2123456701")) == "2123 45670 1")
        #expect(ReferenceNumber.grouped(CustomerReference("32788511952")) == "3278 85119 5 2")
        #expect(ReferenceNumber.grouped(CustomerReference("msp000001")) == "MSP-000001")
        #expect(ReferenceNumber.grouped(CustomerReference(" P0000001 ")) == "P0000001")
    }
}

@Suite("Repairs of mistyped numbers")
struct ReferenceNumberRepairTests {
    @Test("Each wrong character of a CRN is found again", arguments: ["307111942H", "000000000X", "204551883A"])
    func substitutions(number: String) throws {
        let letter = try #require(CustomerReferenceNumber.checkLetter(for: number.prefix(9)))
        let right = Array((number.prefix(9) + String(letter)).utf8)
        for index in right.indices {
            for other in Array(index == 9 ? "ABCHJKLSTVX".utf8 : "0123456789".utf8) where other != right[index] {
                var wrong = right
                wrong[index] = other
                let typed = String(decoding: wrong, as: UTF8.self)
                #expect(!CustomerReferenceNumber.isValid(typed))
                let repairs = ReferenceNumber.oneCharacterRepairs(of: typed)
                #expect(repairs.contains(String(decoding: right, as: UTF8.self)), "\(typed)")
            }
        }
    }

    @Test("Swapped neighbours, a missing digit and one too many are found again, in CRN and Medicare number")
    func otherSlips() {
        for number in ["307111942H", "2123456701", "32788511952"] {
            let right = Array(number)
            for index in right.indices.dropLast() where right[index] != right[index + 1] {
                var wrong = right
                wrong.swapAt(index, index + 1)
                #expect(ReferenceNumber.oneCharacterRepairs(of: String(wrong)).contains(number), "\(String(wrong))")
            }
            for index in right.indices.dropLast() {
                var short = right
                short.remove(at: index)
                #expect(ReferenceNumber.oneCharacterRepairs(of: String(short)).contains(number), "\(String(short))")
                var long = right
                long.insert(right[index], at: index)
                #expect(ReferenceNumber.oneCharacterRepairs(of: String(long)).contains(number), "\(String(long))")
            }
        }
    }

    @Test("Every repair passes its check, is of the same kind, and stands once; swaps come first")
    func soundness() {
        for typed in ["123456789A", "2123456711", "3278851195", "307119142H", "30711194H"] {
            let repairs = ReferenceNumber.oneCharacterRepairs(of: typed)
            #expect(!repairs.isEmpty)
            #expect(Set(repairs).count == repairs.count)
            let isCrn = typed.last?.isLetter == true
            #expect(
                repairs.allSatisfy { isCrn ? CustomerReferenceNumber.isValid($0) : MedicareNumber.isValid($0) })
            #expect(repairs == ReferenceNumber.oneCharacterRepairs(of: typed))
        }
        #expect(ReferenceNumber.oneCharacterRepairs(of: "307119142H").prefix(2) == ["037119142H", "307111942H"])
    }

    @Test("A word, a short number and foreign digits have no repairs")
    func nothingToRepair() {
        for typed in ["", "SMITH", "12345", "P0000001!", "१२३४५६७८९०", "1234567890123"] {
            #expect(ReferenceNumber.oneCharacterRepairs(of: typed).isEmpty)
        }
    }
}
