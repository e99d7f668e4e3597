import Foundation

/// The pages of the program's own file that starting has brought into memory: most are never asked for again.
enum StartPages {
    /// Gives them back; what is still needed comes again from the system's cache of files.
    ///
    /// Only code and constants, which nobody can have changed: addresses that the start corrected lie elsewhere.
    static func release() {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            let maps = FileManager.default.contents(atPath: "/proc/self/maps")
        else { return }
        for line in String(decoding: maps, as: UTF8.self).split(separator: "\n")
        where line.hasSuffix(" \(program)") && line.contains(" r-xp ") {
            let ends = line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard ends.count == 2, ends[0] < ends[1] else { continue }
            madvise(UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
        }
    }
}
