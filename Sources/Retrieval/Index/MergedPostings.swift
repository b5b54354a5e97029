/// The postings of one term out of several segments.
struct MergedPostings {
  private(set) var documents: [UInt32] = []
  private(set) var frequencies: [UInt8] = []
  private var runs: [Int] = []

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  mutating func append(
    _ entry: DictionaryEntry,
    _ bytes: MappedBytes,
    _ numbers: [UInt32]
  ) throws(IndexError) {
    var cursor = try PostingCursor(entry, bytes, documentCount: numbers.count)
    while !cursor.isAtEnd {
      let number = numbers[cursor.document]
      if number != .max {
        documents.append(number)
        frequencies.append(cursor.frequency)
      }
      try cursor.advance()
    }
    if documents.count > runs.last ?? 0 { runs.append(documents.count) }
  }

  /// Brings the postings of all segments into one order.
  mutating func merge() {
    while runs.count > 1 { mergeLastTwo() }
  }

  private mutating func mergeLastTwo() {
    let end = runs.removeLast()
    let middle = runs.removeLast()
    let start = runs.last ?? 0
    var left = start
    var right = middle
    var mergedDocuments: [UInt32] = []
    var mergedFrequencies: [UInt8] = []
    mergedDocuments.reserveCapacity(end - start)
    mergedFrequencies.reserveCapacity(end - start)
    while left < middle || right < end {
      let takesLeft = right == end || left < middle && documents[left] < documents[right]
      let place = takesLeft ? left : right
      mergedDocuments.append(documents[place])
      mergedFrequencies.append(frequencies[place])
      if takesLeft { left += 1 } else { right += 1 }
    }
    documents.replaceSubrange(start..<end, with: mergedDocuments)
    frequencies.replaceSubrange(start..<end, with: mergedFrequencies)
    runs.append(end)
  }
}
