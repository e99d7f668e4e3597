import Casework
import TestSupport
import Testing

@Suite("Incidents")
struct IncidentTests {
    private func incident(_ behaviours: Incident.Behaviour...) -> Incident {
        Incident(
            id: Incident.ID(rawValue: "CIMS-000001"), system: .cims, customer: Customer.ID(rawValue: 1),
            occurredAt: at("2026-03-02T10:00"), recordedAt: at("2026-03-02T11:00"), behaviours: behaviours,
            severity: .serious, status: .final, summary: "Shouted.", recordedBy: .counter)
    }

    @Test(
        "A safety alert must be considered after an assault done or attempted and after stalking, not after a threat (A1)"
    )
    func safetyAlert() {
        let calling = Incident.Behaviour.allCases.filter(\.callsForSafetyAlert)
        #expect(
            calling == [
                .assaultWeaponActual, .assaultWeaponAttempted, .assaultNoWeaponActual, .assaultNoWeaponAttempted,
                .assaultBodilyFluidsActual, .assaultBodilyFluidsAttempted, .stalkingActual,
            ])
        #expect(incident(.abuseVerbalActual, .assaultNoWeaponAttempted).callsForSafetyAlert)
        #expect(!incident(.abuseVerbalActual, .assaultWeaponThreat).callsForSafetyAlert)
    }

    @Test("Whoever may open a record reads its incidents; an administrator is refused, and the trail keeps it")
    func access() throws {
        var others = incident(.abuseVerbalActual)
        others.customer = Customer.ID(rawValue: 2)
        let own = incident(.stalkingActual)
        let store = MemoryStore(customers: [.invented(), .invented(2)], incidents: [own, others])
        let now = at("2026-03-03T10:00")
        for access in Access.allCases where access != .admin {
            #expect(try store.desk(access).incidents(of: Customer.ID(rawValue: 1), at: now) == [own])
        }
        #expect(throws: AccessRefusal.self) {
            try store.desk(.admin).incidents(of: Customer.ID(rawValue: 1), at: now)
        }
        #expect(store.contents.audit.last?.act == .refused)
    }
}
