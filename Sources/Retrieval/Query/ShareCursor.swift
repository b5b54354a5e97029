/// Walks the postings of a term by ascending document, with what each makes of the term's weight.
struct ShareCursor {
  private let segment: SegmentReader
  private let scorer: DocumentScorer
  private var postings: PostingCursor
  /// Those of titles alone, for a model that tells them apart.
  private var titles: PostingCursor?
  private var classes: ClassWalk
  /// As `DocumentScorer` gives it.
  private(set) var share: Float = 0

  init(
    _ entry: DictionaryEntry,
    title: DictionaryEntry?,
    in segment: SegmentReader,
    _ scorer: DocumentScorer
  ) throws(IndexError) {
    self.segment = segment
    self.scorer = scorer
    postings = try segment.postings(of: entry)
    if let title { titles = try segment.postings(of: title) }
    classes = ClassWalk(segment.classStarts)
    try weigh()
  }

  /// Whether there is no further document.
  var isAtEnd: Bool { postings.isAtEnd }
  /// The present document.
  var document: Int { postings.document }
  /// How often it holds the term, in its title counted twice.
  var frequency: UInt8 { postings.frequency }

  /// Goes on to the next document.
  mutating func advance() throws(IndexError) {
    try postings.advance()
    try weigh()
  }

  private mutating func weigh() throws(IndexError) {
    guard !isAtEnd else { return }
    let document = document
    try titles?.seek(document)
    var titleFrequency: UInt8 = 0
    if let titles, !titles.isAtEnd, titles.document == document {
      titleFrequency = titles.frequency
    }
    share = try scorer.share(
      frequency,
      titleFrequency: titleFrequency,
      of: document,
      classes.lengthClass(of: UInt32(document)),
      in: segment
    )
  }
}
