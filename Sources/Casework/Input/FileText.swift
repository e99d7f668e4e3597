extension String {
    /// The text of a file in UTF-8, without the byte order mark that some editors put before it; nil for any other file.
    public init?(ofFile bytes: some Collection<UInt8>) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.init(validating: bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0), as: UTF8.self)
    }
}
