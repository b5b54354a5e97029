/// Where the postings of one term lie in a segment: full blocks behind their table, then what is left.
struct PostingBlocks {
  /// Full blocks.
  let count: Int
  /// Postings behind the full blocks; the one posting of a term that one document holds.
  let tailCount: Int
  /// Where the table of blocks lies, and the blocks.
  private let table: Int
  private let data: Int

  init(_ entry: DictionaryEntry) throws(IndexError) {
    let frequency = entry.documentFrequency
    count = frequency == 1 ? 0 : frequency / PostingEncoder.blockSize
    tailCount = frequency - PostingEncoder.blockSize * count
    table = entry.postings.lowerBound
    data = table + PostingEncoder.entrySize * count
    guard frequency == 1 || data <= entry.postings.upperBound else { throw .damaged }
  }

  /// The last document of a full block.
  @inline(__always)
  func last(_ block: Int, _ bytes: MappedBytes) throws(IndexError) -> UInt32 {
    try bytes.uint32(table + PostingEncoder.entrySize * block)
  }

  /// The highest frequency of a full block.
  @inline(__always)
  func maximum(_ block: Int, _ bytes: MappedBytes) throws(IndexError) -> UInt8 {
    try bytes.uint8(table + PostingEncoder.entrySize * block + 8)
  }

  /// How a block is packed; the one behind the full ones is what is left.
  func packed(
    _ block: Int,
    after previous: UInt32,
    _ bytes: MappedBytes
  ) throws(IndexError) -> PackedBlock {
    let entry = table + PostingEncoder.entrySize * block
    let start = block == 0 ? 0 : try bytes.count(entry - PostingEncoder.entrySize + 4)
    if block < count {
      return PackedBlock(
        offset: data + start,
        count: PostingEncoder.blockSize,
        width: try bytes.uint8(entry + 9),
        previous: previous
      )
    }
    return PackedBlock(
      offset: data + start + 1,
      count: tailCount,
      width: try bytes.uint8(data + start),
      previous: previous
    )
  }
}
