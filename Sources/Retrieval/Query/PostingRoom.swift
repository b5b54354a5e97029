/// The memory into which the postings of one term are unpacked, a block at a time.
final class PostingRoom {
  let documents = WorkingMemory<7, UInt32>()
  let frequencies = WorkingMemory<7, UInt8>()

  /// Takes a single posting.
  func put(_ document: UInt32, _ frequency: UInt8) {
    documents[0] = document
    frequencies[0] = frequency
  }

  /// Unpacks a block.
  func unpack(_ block: PackedBlock, from bytes: MappedBytes) throws(IndexError) {
    let codeMask = block.codeMask
    let codeBits = block.codeBits
    var document = block.previous
    try bytes.forEachPacked(block) { place, value in
      document = document &+ UInt32(truncatingIfNeeded: value &>> codeBits) &+ 1
      documents[place] = document
      frequencies[place] = UInt8(truncatingIfNeeded: (value & codeMask) &+ 1)
    }
    guard block.hasExceptions else { return }
    try bytes.forEachException(of: block) { place, frequency in frequencies[place] = frequency }
  }
}
