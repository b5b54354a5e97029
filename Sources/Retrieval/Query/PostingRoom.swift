/// The memory into which the postings of one term are unpacked, a block at a time.
final class PostingRoom {
  let documents = WorkingMemory<7, UInt32>()
  let frequencies = WorkingMemory<7, UInt8>()
  /// Whether each document of the block holds the term once.
  private(set) var isUniform = true

  /// Takes a single posting.
  func put(_ document: UInt32, _ frequency: UInt8) {
    documents[0] = document
    frequencies[0] = frequency
    isUniform = frequency == 1
  }

  /// How often a document holds the term.
  @inline(__always)
  func frequency(_ place: Int) -> UInt8 { isUniform ? 1 : frequencies[place] }

  /// Unpacks a block.
  func unpack(_ block: PackedBlock, from bytes: MappedBytes) throws(IndexError) {
    isUniform = block.codeBits == 0 && !block.hasExceptions
    try bytes.unpack(block, documents: documents, frequencies: frequencies)
    guard block.hasExceptions else { return }
    try bytes.forEachException(of: block) { place, frequency in frequencies[place] = frequency }
  }

  /// The first of the places of a range whose document is not before a document; the end of the range
  /// where there is none.
  func place(of document: UInt32, in range: Range<Int>) -> Int {
    guard range.isEmpty || documents[range.upperBound - 1] >= document else {
      return range.upperBound
    }
    var first = range.lowerBound
    var count = range.count
    while count > 0 {
      let half = count / 2
      if documents[first + half] < document {
        first += half + 1
        count -= half + 1
      } else {
        count = half
      }
    }
    return first
  }
}
