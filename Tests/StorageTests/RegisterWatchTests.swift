import Casework
import Foundation
import Synchronization
import Testing

@testable import Storage

@Suite("Being told that another program wrote to the register")
struct RegisterWatchTests {
    let scratch: Scratch
    let register: Register
    private let times = Times()

    /// How often it was told.
    private final class Times: Sendable {
        private let count = Mutex(0)
        private let told = DispatchSemaphore(value: 0)

        func add() {
            count.withLock { $0 += 1 }
            told.signal()
        }

        var all: Int { count.withLock { $0 } }

        /// Whether it was told once more, half a minute at most.
        func more() -> Bool { told.wait(timeout: .now() + .seconds(30)) == .success }
    }

    init() throws {
        scratch = try Scratch()
        register = try scratch.register { session in
            try session.save(StaffMember(id: .ann, givenName: "Ann", surname: "Lee", access: .manager))
        }
    }

    @Test("What another program writes is told of, though both are at it, and what this one writes is not")
    func others() throws {
        let other = try Register.open(at: scratch.path)
        let watch = try register.watch { [times] in times.add() }
        try register.write { try $0.log(.searched, "own") }
        try other.write { try $0.log(.searched, "another's") }
        #expect(times.more())
        try other.write { try $0.log(.searched, "another's, later") }
        #expect(times.more())
        #expect(times.all == 2)
        withExtendedLifetime(watch) {}
    }

    @Test("Many changes are told of together")
    func together() throws {
        let other = try Register.open(at: scratch.path)
        let watch = try register.watch { [times] in times.add() }
        let began = ContinuousClock.now
        for number in 1...40 { try other.write(.soon) { try $0.log(.searched, "\(number)") } }
        #expect(times.more())
        let seconds = Int((ContinuousClock.now - began).components.seconds)
        #expect(times.all <= 2 + seconds)
        withExtendedLifetime(watch) {}
    }

    @Test("What only this program writes wakes nobody")
    func own() throws {
        let looks = Times()
        let watch = try RegisterWatch(
            journal: scratch.path + "-wal",
            state: {
                looks.add()
                return 1
            }, changed: { [times] in times.add() })
        // Once to begin with, and once for what was written.
        try register.write { try $0.log(.searched, "own") }
        #expect(looks.more() && looks.more())
        #expect(times.all == 0)
        withExtendedLifetime(watch) {}
    }

    @Test("Who cannot tell whether it changed is taken for changed")
    func unknown() throws {
        let watch = try RegisterWatch(
            journal: scratch.path + "-wal", state: { nil }, changed: { [times] in times.add() })
        try register.write { try $0.log(.searched, "own") }
        #expect(times.more())
        withExtendedLifetime(watch) {}
    }

    @Test("A register whose journal is not there is not watched, and that is said")
    func missing() throws {
        #expect(throws: POSIXError.self) {
            try RegisterWatch(journal: scratch.path + "-none", state: { 1 }, changed: {})
        }
    }
}
