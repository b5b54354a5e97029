/// Which segments an index has, and how its texts were analysed.
struct Manifest: Hashable, Sendable {
  /// One segment.
  struct Segment: Hashable, Sendable {
    /// Names its file.
    var number: Int
    /// Names its file of deletions; 0 for none.
    var deletions: Int
    var documentCount: Int
    var tokenCount: Int
  }

  static let magic: UInt64 = 0x3130_4E4D_4942_5243  // "CRBIMN01"
  static let fileName = "manifest"
  private static let version: UInt32 = 1

  var segments: [Segment] = []
  /// The number of the next file.
  var nextNumber = 1
  var words: IndexedWords

  init(words: IndexedWords) {
    self.words = words
  }

  /// Reads a manifest.
  init(_ bytes: MappedBytes) throws(IndexError) {
    guard bytes.count >= 24 else { throw .truncated(offset: bytes.count) }
    var cursor = ByteCursor(bytes, at: 0)
    guard try cursor.uint64() == Self.magic else { throw .unknownFormat }
    guard try cursor.count() == Int(Self.version) else { throw .unknownFormat }
    let end = bytes.count - 8
    guard try bytes.checksum(0..<end) == (try bytes.uint64(end)) else { throw .damaged }
    nextNumber = try cursor.count()
    words = IndexedWords(stop: try cursor.strings(), asking: try cursor.strings())
    let count = try cursor.count()
    guard count <= bytes.count else { throw .damaged }
    for _ in 0..<count {
      segments.append(
        Segment(
          number: try cursor.count(),
          deletions: try cursor.count(),
          documentCount: try cursor.count(),
          tokenCount: Int(truncatingIfNeeded: try cursor.uint64() & 0x7FFF_FFFF_FFFF)
        )
      )
    }
    guard cursor.offset == end else { throw .damaged }
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(Self.version)
    writer.append(count: nextNumber)
    writer.append(words.stop)
    writer.append(words.asking)
    writer.append(count: segments.count)
    for segment in segments {
      writer.append(count: segment.number)
      writer.append(count: segment.deletions)
      writer.append(count: segment.documentCount)
      writer.append(UInt64(segment.tokenCount))
    }
    writer.appendChecksum()
    return writer.bytes
  }

  static func segmentName(_ number: Int) -> String { "\(number).segment" }
  static func deletionsName(_ number: Int) -> String { "\(number).deletions" }
}
