/// Which parts of a segment's file have been found to fit their checksums.
struct ChunkChecks {
  private var isChecked: [Bool]

  init(_ segment: SegmentReader) {
    isChecked = [Bool](repeating: false, count: segment.size / SegmentHead.chunk + 1)
  }

  /// Checks what was not checked before of a range.
  mutating func check(_ range: Range<Int>, _ segment: SegmentReader) throws(IndexError) {
    guard !range.isEmpty, range.lowerBound >= SegmentHead.size else { return }
    let first = (range.lowerBound - SegmentHead.size) / SegmentHead.chunk
    let last = (range.upperBound - 1 - SegmentHead.size) / SegmentHead.chunk
    guard last < isChecked.count else { throw .damaged }
    for chunk in first...last where !isChecked[chunk] {
      let start = SegmentHead.size + chunk * SegmentHead.chunk
      try segment.verify(start..<(start + 1))
      isChecked[chunk] = true
    }
  }
}
