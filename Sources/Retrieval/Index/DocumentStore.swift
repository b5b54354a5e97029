/// What documents have, each document's elements together, in blocks that are never moved.
///
/// An array that doubles holds everything twice while it does.
struct DocumentStore<Element> {
  private struct Place {
    var block: UInt32
    var start: UInt32
  }

  private var blocks: [[Element]] = []
  private var places: [Place] = []
  /// Blocks with documents in them; those behind are kept for later.
  private var usedBlocks = 0

  /// About so many bytes are taken for a block.
  private static var blockSize: Int { 1 << 20 }
  private static var capacity: Int { blockSize / MemoryLayout<Element>.stride }

  /// Elements of all documents.
  private(set) var count = 0

  /// Bytes in use; what lies behind the elements of the last block was not touched yet.
  var size: Int {
    let full = max(0, usedBlocks - 1) * Self.blockSize
    let last = usedBlocks > 0 ? blocks[usedBlocks - 1].count * MemoryLayout<Element>.stride : 0
    return full + last + MemoryLayout<Place>.stride * places.count
  }

  /// Adds the next document.
  mutating func append(_ document: [Element]) {
    if usedBlocks == 0
      || blocks[usedBlocks - 1].count + document.count > Self.capacity
        && !blocks[usedBlocks - 1].isEmpty
    {
      openBlock(for: document.count)
    }
    let block = usedBlocks - 1
    places.append(Place(block: UInt32(block), start: UInt32(blocks[block].count)))
    blocks[block].append(contentsOf: document)
    count += document.count
  }

  private mutating func openBlock(for least: Int) {
    if usedBlocks == blocks.count { blocks.append([]) }
    blocks[usedBlocks].reserveCapacity(max(Self.capacity, least))
    usedBlocks += 1
  }

  /// The elements of a document.
  subscript(document: Int) -> ArraySlice<Element> {
    let place = places[document]
    let block = Int(place.block)
    let isLast = document + 1 == places.count || places[document + 1].block != place.block
    let end = isLast ? blocks[block].count : Int(places[document + 1].start)
    return blocks[block][Int(place.start)..<end]
  }

  /// Forgets the documents and keeps their memory for others.
  mutating func removeAll() {
    for block in blocks.indices {
      // One that was made for a very long document is not kept.
      if blocks[block].capacity > 2 * Self.capacity {
        blocks[block] = []
      } else {
        blocks[block].removeAll(keepingCapacity: true)
      }
    }
    places.removeAll(keepingCapacity: true)
    usedBlocks = 0
    count = 0
  }
}

extension DocumentStore: Sendable where Element: Sendable {}
