/// What the dictionary says of a term.
struct DictionaryEntry: Hashable {
  /// Documents that hold it.
  var documentFrequency = 0
  /// Where its postings lie in the file; empty for a term of one document.
  var postings = 0..<0
  /// The one document, and how often it holds the term.
  var single: (document: UInt32, frequency: UInt8) = (0, 0)

  static func == (first: Self, second: Self) -> Bool {
    first.documentFrequency == second.documentFrequency && first.postings == second.postings
      && first.single == second.single
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(documentFrequency)
    hasher.combine(postings)
  }
}

/// The terms of a segment, in front-coded blocks that are found by the first eight bytes of each.
struct TermDictionary {
  private let bytes: MappedBytes
  private let terms: Range<Int>
  private let keys: Int
  private let offsets: Int
  private let blockCount: Int
  private let postings: Range<Int>
  let count: Int

  init(_ bytes: MappedBytes, _ head: SegmentHead) {
    self.bytes = bytes
    terms = head[.terms]
    keys = head[.termKeys].lowerBound
    offsets = head[.termOffsets].lowerBound
    blockCount = head[.termKeys].count / 8
    postings = head[.postings]
    count = head.termCount
  }

  /// Looks a term up.
  ///
  /// - Complexity: O(log n) comparisons of eight bytes, then at most a block of terms.
  func find(_ term: ArraySlice<UInt8>) throws(IndexError) -> DictionaryEntry? {
    guard let block = try block(of: term) else { return nil }
    var cursor = try TermCursor(self, block: block)
    var common = 0
    var isFirst = true
    while try cursor.nextHead() {
      if cursor.shared < common, !isFirst {
        // As many bytes as are noted may not be all that are shared.
        guard cursor.shared == FrontCoder.mostShared else { return nil }
        common = cursor.shared
      }
      if cursor.shared == common || isFirst {
        isFirst = false
        let order = try bytes.compare(
          cursor.suffix.lowerBound,
          count: cursor.suffix.count,
          with: term,
          from: &common
        )
        if order == 0 { return try cursor.entry() }
        if order > 0 { return nil }
      }
      try cursor.skipEntry()
    }
    return nil
  }

  /// Walks the terms that are not before a text, in byte order, until `body` is false.
  func forEachTerm(
    from start: [UInt8],
    _ body: (_ term: [UInt8], _ entry: DictionaryEntry) throws(IndexError) -> Bool
  ) throws(IndexError) {
    guard blockCount > 0 else { return }
    var cursor = try TermCursor(self, block: try block(of: start[...]) ?? 0, staysInBlock: false)
    var term: [UInt8] = []
    while let entry = try cursor.next(&term) {
      if term.lexicographicallyPrecedes(start) { continue }
      guard try body(term, entry) else { return }
    }
  }

  /// The last block whose first term is not after a term.
  private func block(of term: ArraySlice<UInt8>) throws(IndexError) -> Int? {
    let key = FrontCoder.key(term)
    var low = 0
    var high = blockCount
    while low < high {
      let middle = (low + high) / 2
      if try self.key(middle) <= key { low = middle + 1 } else { high = middle }
    }
    var block = low - 1
    // Blocks may begin with the same eight bytes.
    while block > 0, try self.key(block) == key, try isFirst(of: block, after: term) { block -= 1 }
    return block < 0 ? nil : block
  }

  private func isFirst(of block: Int, after term: ArraySlice<UInt8>) throws(IndexError) -> Bool {
    var cursor = try TermCursor(self, block: block)
    guard try cursor.nextHead() else { return false }
    var common = 0
    return try bytes.compare(
      cursor.suffix.lowerBound,
      count: cursor.suffix.count,
      with: term,
      from: &common
    ) > 0
  }

  private func key(_ block: Int) throws(IndexError) -> UInt64 {
    try bytes.uint64(keys + 8 * block)
  }

  /// Where a block lies in the file.
  fileprivate func range(ofBlock block: Int) throws(IndexError) -> Range<Int> {
    let start = try bytes.count(offsets + 4 * block)
    let end = try bytes.count(offsets + 4 * (block + 1))
    guard start <= end, end <= terms.count else { throw .damaged }
    return (terms.lowerBound + start)..<(terms.lowerBound + end)
  }

  /// Walks the terms of a dictionary from the first of a block on.
  struct TermCursor {
    private let dictionary: TermDictionary
    private var block: Int
    private var end: Int
    private var offset: Int
    private var isFirstOfBlock = true
    private var nextPostings = 0
    private let staysInBlock: Bool
    /// Bytes that the term shares with the one before it in its block.
    private(set) var shared = 0
    /// Where the further bytes lie in the file.
    private(set) var suffix = 0..<0

    /// Starts before the first term of a block and ends behind its last, or behind all.
    fileprivate init(
      _ dictionary: TermDictionary,
      block: Int,
      staysInBlock: Bool = true
    ) throws(IndexError) {
      self.dictionary = dictionary
      self.block = block
      self.staysInBlock = staysInBlock
      let range = try dictionary.range(ofBlock: block)
      offset = range.lowerBound
      end = range.upperBound
    }

    /// Starts before the first term.
    init(_ dictionary: TermDictionary) throws(IndexError) {
      self.dictionary = dictionary
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

    /// Reads the bytes of the next term; its entry must be read or skipped behind it.
    mutating func nextHead() throws(IndexError) -> Bool {
      if offset >= end, !(try openNextBlock()) { return false }
      let bytes = dictionary.bytes
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
      let bytes = dictionary.bytes
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

    /// Passes over the entry of the term.
    mutating func skipEntry() throws(IndexError) { _ = try entry() }

    /// Reads the next term whole.
    mutating func next(_ term: inout [UInt8]) throws(IndexError) -> DictionaryEntry? {
      guard try nextHead() else { return nil }
      guard shared <= term.count else { throw .damaged }
      term.removeLast(term.count - shared)
      try dictionary.bytes.append(suffix, to: &term)
      return try entry()
    }
  }
}
