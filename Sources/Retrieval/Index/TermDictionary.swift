/// The terms of a segment, in front-coded blocks that are found by the first eight bytes of each.
struct TermDictionary {
  let bytes: MappedBytes
  let terms: Range<Int>
  private let keys: Int
  private let offsets: Int
  let blockCount: Int
  let postings: Range<Int>
  let places: Range<Int>

  init(_ bytes: MappedBytes, _ head: SegmentHead) {
    self.bytes = bytes
    terms = head[.terms]
    keys = head[.termKeys].lowerBound
    offsets = head[.termOffsets].lowerBound
    blockCount = head[.termKeys].count / 8
    postings = head[.postings]
    places = head[.places]
  }

  /// Looks a term up.
  ///
  /// - Complexity: O(log n) comparisons of eight bytes, then at most a block of terms.
  func find(_ term: ArraySlice<UInt8>) throws(IndexError) -> DictionaryEntry? {
    guard let block = try block(of: term) else { return nil }
    var cursor = try TermCursor(self, block: block)
    return try find(term, &cursor)
  }

  /// Looks a term up, with what fields have of it.
  ///
  /// - Returns: The entry of the whole, and those of the fields that hold the term by ascending field.
  /// - Throws: `IndexError` when the dictionary is damaged.
  func findWithFields(_ term: ArraySlice<UInt8>) throws(IndexError) -> IndexedTerm? {
    guard let block = try block(of: term) else { return nil }
    var cursor = try TermCursor(self, block: block)
    guard let whole = try find(term, &cursor) else { return nil }
    cursor.goOn()
    var found = IndexedTerm(whole: whole, fields: [])
    var next = Array(term)
    while found.fields.count < SegmentField.most, let entry = try cursor.next(&next) {
      guard let field = FieldTerm.field(of: next, behind: term) else { break }
      guard field > found.fields.last?.field ?? -1 else { throw .damaged }
      found.fields.append(IndexedTerm.Occurrences(field: field, entry: entry))
    }
    return found
  }

  private func find(
    _ term: ArraySlice<UInt8>,
    _ cursor: inout TermCursor
  ) throws(IndexError) -> DictionaryEntry? {
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

  /// Walks the terms of whole documents that are not before a text, in byte order, until `body` is
  /// false.
  func forEachTerm(
    from start: [UInt8],
    _ body: (_ term: [UInt8], _ entry: DictionaryEntry) throws(IndexError) -> Bool
  ) throws(IndexError) {
    guard blockCount > 0 else { return }
    var cursor = try TermCursor(self, block: try block(of: start[...]) ?? 0, staysInBlock: false)
    var term: [UInt8] = []
    while let entry = try cursor.next(&term) {
      if FieldTerm.isFieldTerm(term) || term.lexicographicallyPrecedes(start) { continue }
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
  func range(ofBlock block: Int) throws(IndexError) -> Range<Int> {
    let start = try bytes.count(offsets + 4 * block)
    let end = try bytes.count(offsets + 4 * (block + 1))
    guard start <= end, end <= terms.count else { throw .damaged }
    return (terms.lowerBound + start)..<(terms.lowerBound + end)
  }
}
