/// The parts of a segment file, in the order in which they stand.
enum SegmentPart: Int, CaseIterable {
  /// Postings, in the order of the terms.
  case postings
  /// Terms in front-coded blocks.
  case terms
  /// The first eight bytes of each block of terms.
  case termKeys
  /// Where each block of terms begins.
  case termOffsets
  /// Documents in each class of length.
  case lengthClasses
  /// Identifiers in front-coded blocks.
  case identifiers
  /// Where each block of identifiers begins.
  case identifierOffsets
  /// A mark of two bytes for each indexed word, in the order of the words.
  case marks
  /// Words before each document.
  case markOffsets
  /// The documents' titles and texts with a line end between, one document behind the other.
  case texts
  /// Where each document's text begins.
  case textOffsets
  /// The checksum of each 64 KiB.
  case checksums
}

/// What the first bytes of a segment say.
struct SegmentHead: Hashable {
  static let magic: UInt64 = 0x3130_4745_5342_5243  // "CRBSEG01"
  static let version: UInt32 = 2
  /// Bytes of the head, the checksum at its end included.
  static let size = 256
  /// Bytes that one checksum covers.
  static let chunk = 1 << 16
  /// Terms of a block of the dictionary.
  static let termBlock = 16
  /// Identifiers of a block.
  static let identifierBlock = 16

  var documentCount = 0
  var termCount = 0
  var tokenCount = 0
  /// The range of each part in the file.
  var parts = [Range<Int>](repeating: 0..<0, count: SegmentPart.allCases.count)

  /// The bytes, but for the checksum.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(Self.version)
    writer.append(count: documentCount)
    writer.append(count: termCount)
    writer.append(count: parts.count)
    writer.append(UInt64(tokenCount))
    for part in parts {
      writer.append(UInt64(part.lowerBound))
      writer.append(UInt64(part.count))
    }
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
    guard try cursor.count() == parts.count else { throw .unknownFormat }
    tokenCount = Int(truncatingIfNeeded: try cursor.uint64() & 0x7FFF_FFFF_FFFF)
    var end = Self.size
    for part in parts.indices {
      let start = try cursor.uint64()
      let count = try cursor.uint64()
      guard start == UInt64(end), count <= UInt64(bytes.count - end) else { throw .damaged }
      end += Int(count)
      parts[part] = (end - Int(count))..<end
    }
    guard end == bytes.count else { throw .truncated(offset: bytes.count) }
    try checkSizes()
  }

  subscript(part: SegmentPart) -> Range<Int> {
    get { parts[part.rawValue] }
    set { parts[part.rawValue] = newValue }
  }

  private func checkSizes() throws(IndexError) {
    let termBlocks = (termCount + Self.termBlock - 1) / Self.termBlock
    let identifierBlocks = (documentCount + Self.identifierBlock - 1) / Self.identifierBlock
    let covered = self[.checksums].lowerBound - Self.size
    guard self[.termKeys].count == 8 * termBlocks,
      self[.termOffsets].count == 4 * (termBlocks + 1),
      self[.lengthClasses].count == 4 * 256,
      self[.identifierOffsets].count == 4 * (identifierBlocks + 1),
      self[.marks].count.isMultiple(of: 2),
      self[.markOffsets].isEmpty || self[.markOffsets].count == 4 * (documentCount + 1),
      self[.textOffsets].isEmpty || self[.textOffsets].count == 8 * (documentCount + 1),
      self[.checksums].count == 8 * ((covered + Self.chunk - 1) / Self.chunk),
      documentCount < Int(Int32.max)
    else { throw .damaged }
  }
}
