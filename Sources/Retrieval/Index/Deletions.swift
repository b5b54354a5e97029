/// The documents of a segment that were removed from the index.
struct Deletions: Hashable, Sendable {
  private var words: [UInt64]
  /// How many.
  private(set) var count = 0
  static let magic: UInt64 = 0x3130_4C45_4442_5243  // "CRBDEL01"

  /// No document of so many.
  init(documentCount: Int) {
    words = [UInt64](repeating: 0, count: (documentCount + 63) / 64)
  }

  @inline(__always)
  func contains(_ document: Int) -> Bool { words[document >> 6] >> UInt64(document & 63) & 1 == 1 }

  /// Adds a document; false when it was removed before.
  mutating func insert(_ document: Int) -> Bool {
    if contains(document) { return false }
    words[document >> 6] |= 1 << UInt64(document & 63)
    count += 1
    return true
  }

  /// Reads a file of deletions.
  init(_ bytes: MappedBytes, documentCount: Int) throws(IndexError) {
    self.init(documentCount: documentCount)
    guard bytes.count == 24 + 8 * words.count else { throw .truncated(offset: bytes.count) }
    guard try bytes.uint64(0) == Self.magic else { throw .unknownFormat }
    let end = bytes.count - 8
    guard try bytes.checksum(0..<end) == (try bytes.uint64(end)) else { throw .damaged }
    for index in words.indices {
      words[index] = try bytes.uint64(16 + 8 * index)
      count += words[index].nonzeroBitCount
    }
    guard try bytes.uint64(8) == UInt64(documentCount), count <= documentCount else {
      throw .damaged
    }
  }

  /// The bytes of the file.
  func bytes(documentCount: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(UInt64(documentCount))
    for word in words { writer.append(word) }
    writer.appendChecksum()
    return writer.bytes
  }
}

extension ByteWriter {
  /// Adds the checksum of everything before.
  mutating func appendChecksum() {
    let content = bytes
    append((try? MappedBytes(content).checksum(0..<content.count)) ?? 0)
  }
}
