import Foundation
import Testing

/// Which files of a folder were opened since it was last asked, by whichever program; the kernel tells.
final class FolderWatch {
    private let descriptor: Int32

    init(_ folder: String) throws {
        descriptor = inotify_init1(Int32(O_NONBLOCK))
        try #require(inotify_add_watch(descriptor, folder, UInt32(IN_OPEN)) >= 0)
    }

    deinit { close(descriptor) }

    /// The names of files opened, and `.` where the folder was listed.
    func opened() -> Set<String> {
        var names: Set<String> = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return names }
            var start = 0
            while start + Self.head <= count {
                let length = buffer.withUnsafeBytes {
                    Int($0.loadUnaligned(fromByteOffset: start + Self.lengthPlace, as: UInt32.self))
                }
                let name = buffer[(start + Self.head)..<(start + Self.head + length)].prefix { $0 != 0 }
                names.insert(name.isEmpty ? "." : String(decoding: name, as: UTF8.self))
                start += Self.head + length
            }
        }
    }

    /// The bytes of an event before its name, and where among them the name's length stands: `inotify(7)`.
    private static let head = 16
    private static let lengthPlace = 12
}
