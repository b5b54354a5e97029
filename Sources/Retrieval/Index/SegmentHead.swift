/// What the first bytes of a segment say.
struct SegmentHead: Hashable {
  static let magic: UInt64 = 0x3130_4745_5342_5243  // "CRBSEG01"
  static let version: UInt32 = 3
  /// Bytes of the head, the checksum at its end included.
  static let size = 320
  /// Bytes that one checksum covers.
  static let chunk = 1 << 16
  /// Terms of a block of the dictionary.
  static let termBlock = 16
  /// Identifiers of a block.
  static let identifierBlock = 16

  var documentCount = 0
  var termCount = 0
  /// How many of the terms are those of fields.
  var fieldTermCount = 0
  var tokenCount = 0
  /// Of the analysis that cut the texts into tokens; 0 where the index says so elsewhere.
  var fingerprint: UInt64 = 0
  /// Where each part ends in the file; it begins where the one before ends.
  ///
  /// Not the ranges, whose metadata took a thirtieth of a one-shot question.
  private var ends = [Int](repeating: Self.size, count: Self.partCount)
  private static let partCount = SegmentPart.checksums.rawValue + 1

  /// The bytes, but for the checksum.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(Self.version)
    writer.append(count: documentCount)
    writer.append(count: termCount)
    writer.append(count: ends.count)
    writer.append(UInt64(tokenCount))
    var start = Self.size
    for end in ends {
      writer.append(UInt64(start))
      writer.append(UInt64(end - start))
      start = end
    }
    writer.append(fingerprint)
    writer.append(count: fieldTermCount)
    writer.append(raw: [UInt8](repeating: 0, count: Self.size - 8 - writer.bytes.count))
    return writer.bytes
  }

  init() {}

  /// Reads the head of a file and checks that its parts lie in it.
  init(_ bytes: MappedBytes) throws(IndexError) {
    guard bytes.count >= Self.size else { throw .truncated(offset: bytes.count) }
    var cursor = ByteCursor(bytes, at: 0)
    guard try cursor.uint64() == Self.magic else { throw .unknownFormat }
    guard try cursor.count() == Int(Self.version) else { throw .unknownFormat }
    guard try bytes.checksum(0..<Self.size - 8) == (try bytes.uint64(Self.size - 8)) else {
      throw .damaged
    }
    documentCount = try cursor.count()
    termCount = try cursor.count()
    guard try cursor.count() == ends.count else { throw .unknownFormat }
    tokenCount = Int(truncatingIfNeeded: try cursor.uint64() & 0x7FFF_FFFF_FFFF)
    var end = Self.size
    for part in ends.indices {
      let start = try cursor.uint64()
      let count = try cursor.uint64()
      guard start == UInt64(end), count <= UInt64(bytes.count - end) else { throw .damaged }
      end += Int(count)
      ends[part] = end
    }
    fingerprint = try cursor.uint64()
    fieldTermCount = try cursor.count()
    guard end == bytes.count else { throw .truncated(offset: bytes.count) }
    try checkSizes()
  }

  /// The range of a part in the file.
  subscript(part: SegmentPart) -> Range<Int> {
    let number = part.rawValue
    return (number == 0 ? Self.size : ends[number - 1])..<ends[number]
  }

  /// Notes where a part ends that is written behind the one before.
  mutating func end(_ part: SegmentPart, at offset: Int) {
    for number in part.rawValue..<ends.count { ends[number] = offset }
  }

  private func checkSizes() throws(IndexError) {
    let termBlocks = (termCount + Self.termBlock - 1) / Self.termBlock
    let identifierBlocks = (documentCount + Self.identifierBlock - 1) / Self.identifierBlock
    let covered = self[.checksums].lowerBound - Self.size
    guard self[.termKeys].count == 8 * termBlocks,
      self[.termOffsets].count == 4 * (termBlocks + 1),
      self[.lengthClasses].count == 4 * 256,
      self[.identifierOffsets].count == 4 * (identifierBlocks + 1),
      self[.norms].isEmpty || self[.norms].count == 4 * documentCount,
      self[.marks].count.isMultiple(of: 2),
      self[.markOffsets].isEmpty || self[.markOffsets].count == 4 * (documentCount + 1),
      self[.textOffsets].isEmpty || self[.textOffsets].count == 8 * (documentCount + 1),
      self[.checksums].count == 8 * ((covered + Self.chunk - 1) / Self.chunk),
      documentCount < Int(Int32.max), fieldTermCount <= termCount
    else { throw .damaged }
  }
}
