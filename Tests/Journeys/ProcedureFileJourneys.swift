import Foundation
import Testing

@Suite("Which procedure files the program reads")
struct ProcedureFileJourneys {
    @Test("Up to the record no guide is read; a visit reads its own, and the names of those that it may lead to")
    func lazily() async throws {
        let desk = try Desk.practice()
        let own = desk.directory + "/.config/mspdesk/procedures"
        try FileManager.default.createDirectory(
            atPath: desk.directory + "/.config/mspdesk", withIntermediateDirectories: true)
        // Every guide stands in for the program's, so that whatever is read is read there.
        try FileManager.default.copyItem(atPath: Program.checkout + "/Sources/Procedures/Content", toPath: own)
        let watch = try FolderWatch(own)
        let counter = try await TerminalSession(desk, as: "PRCOUNTER")
        try await counter.opens("applegarth", "12 March 1958")
        try await counter.sees("Warning", "In line until")
        try counter.press(.enter)
        try await counter.sees("Guide the visit")
        #expect(watch.opened().isEmpty)
        try counter.press(.enter)
        try await counter.sees("Have you proved who this person is?")
        #expect(watch.opened() == ["incident.yaml", "not-complying.yaml", "visit.yaml"])
    }
}
