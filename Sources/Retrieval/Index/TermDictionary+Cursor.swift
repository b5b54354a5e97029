extension TermDictionary {
  /// Walks the terms of a dictionary from the first of a block on.
  struct TermCursor {
    private let dictionary: TermDictionary
    private let bytes: MappedBytes
    private let hasPlaces: Bool
    private var block: Int
    private var end: Int
    private var offset: Int
    private var isFirstOfBlock = true
    private var nextPostings = 0
    private var nextPlaces = 0
    private var staysInBlock: Bool
    /// Bytes that the term shares with the one before it in its block.
    private(set) var shared = 0
    /// Where the further bytes lie in the file.
    private(set) var suffix = 0..<0

    /// Starts before the first term of a block and ends behind its last, or behind all.
    init(
      _ dictionary: TermDictionary,
      block: Int,
      staysInBlock: Bool = true
    ) throws(IndexError) {
      self.dictionary = dictionary
      bytes = dictionary.bytes
      hasPlaces = !dictionary.places.isEmpty
      self.block = block
      self.staysInBlock = staysInBlock
      let range = try dictionary.range(ofBlock: block)
      offset = range.lowerBound
      end = range.upperBound
    }

    /// Starts before the first term.
    init(_ dictionary: TermDictionary) throws(IndexError) {
      self.dictionary = dictionary
      bytes = dictionary.bytes
      hasPlaces = !dictionary.places.isEmpty
      block = 0
      staysInBlock = false
      offset = 0
      end = 0
      if dictionary.blockCount > 0 {
        let range = try dictionary.range(ofBlock: 0)
        offset = range.lowerBound
        end = range.upperBound
      }
    }

    /// Does not end behind the block.
    mutating func goOn() { staysInBlock = false }

    /// Reads the bytes of the next term; its entry must be read or skipped behind it.
    mutating func nextHead() throws(IndexError) -> Bool {
      if offset >= end, !(try openNextBlock()) { return false }
      let head = try bytes.uint8(offset)
      offset += 1
      shared = Int(head >> 4)
      var count = Int(head & 15)
      if count == 15 {
        count += Int(try bytes.uint8(offset))
        offset += 1
      }
      guard count <= end - offset else { throw .damaged }
      suffix = offset..<(offset + count)
      offset += count
      if isFirstOfBlock {
        nextPostings = try bytes.variable(&offset)
        if hasPlaces { nextPlaces = try bytes.variable(&offset) }
        isFirstOfBlock = false
      }
      return true
    }

    private mutating func openNextBlock() throws(IndexError) -> Bool {
      guard !staysInBlock, block + 1 < dictionary.blockCount else { return false }
      block += 1
      let range = try dictionary.range(ofBlock: block)
      guard !range.isEmpty else { throw .damaged }
      offset = range.lowerBound
      end = range.upperBound
      isFirstOfBlock = true
      return true
    }

    /// Reads the entry of the term.
    mutating func entry() throws(IndexError) -> DictionaryEntry {
      var entry = DictionaryEntry()
      if hasPlaces { entry.places = try places() }
      entry.documentFrequency = try bytes.variable(&offset)
      let value = try bytes.variable(&offset)
      if entry.documentFrequency == 1 {
        entry.single = (UInt32(truncatingIfNeeded: value >> 1), 1)
        if value & 1 == 1 {
          entry.single.frequency = try bytes.uint8(offset)
          offset += 1
        }
        return entry
      }
      let limit = dictionary.postings.count
      guard entry.documentFrequency > 0, nextPostings <= limit, value <= limit - nextPostings else {
        throw .damaged
      }
      let start = dictionary.postings.lowerBound + nextPostings
      entry.postings = start..<(start + value)
      nextPostings += value
      return entry
    }

    private mutating func places() throws(IndexError) -> Range<Int> {
      let size = try bytes.variable(&offset)
      let limit = dictionary.places.count
      guard nextPlaces <= limit, size <= limit - nextPlaces else { throw .damaged }
      let start = dictionary.places.lowerBound + nextPlaces
      nextPlaces += size
      return start..<(start + size)
    }

    /// Passes over the entry of the term.
    mutating func skipEntry() throws(IndexError) { _ = try entry() }

    /// Reads the next term whole.
    mutating func next(_ term: inout [UInt8]) throws(IndexError) -> DictionaryEntry? {
      guard try nextHead() else { return nil }
      guard shared <= term.count else { throw .damaged }
      term.removeLast(term.count - shared)
      try bytes.append(suffix, to: &term)
      return try entry()
    }
  }
}
