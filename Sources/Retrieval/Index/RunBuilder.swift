/// Documents that are collected in memory and written as one segment.
///
/// Documents are numbered by their class of length, shorter ones first, so that neither lengths nor
/// weights need to be stored with postings: within a class the weight of a term depends on its
/// frequency alone.
struct RunBuilder {
  private let analysis: WordAnalysis
  private let keepsTexts: Bool
  private let keepsPositions: Bool
  private var vocabulary = Vocabulary()
  private var word = WordCursor()
  /// The postings in the order in which documents came.
  private var postingTerms: [UInt32] = []
  private var frequencies: [UInt8] = []
  /// Where each document's postings begin.
  private var starts: [Int] = [0]
  private var classes: [UInt8] = []
  /// Words of each document's title.
  private var titleLengths: [Int] = []
  private var hasTitles = false
  /// By term, the term of the title that belongs to it; -1 where no title had it.
  private var titleTerms: [Int] = []
  private var identifiers: [UInt8] = []
  private var identifierStarts: [Int] = [0]
  /// The marks of the words in their order.
  private var marks: [UInt16] = []
  private var markStarts: [Int] = [0]
  private var texts: [UInt8] = []
  private var textStarts: [Int] = [0]
  /// Tokens so far.
  private(set) var tokenCount = 0
  /// By term, where it stands among the postings; of the present document when at or behind its start.
  private var lastPosting: [Int] = []

  init(analysis: WordAnalysis, keepsTexts: Bool, keepsPositions: Bool) {
    self.analysis = analysis
    self.keepsPositions = keepsPositions
    self.keepsTexts = keepsTexts
  }

  /// Documents so far.
  var documentCount: Int { classes.count }

  /// About how many bytes it takes to collect and write what is there.
  var size: Int {
    12 * postingTerms.count + vocabulary.size + identifiers.count + texts.count + 2 * marks.count
      + 48 * classes.count
  }

  /// Adds a document.
  mutating func add(identifier: Span<UInt8>, title: Span<UInt8>, text: Span<UInt8>) {
    let start = postingTerms.count
    var length = 0
    addWords(of: title, isTitle: true, start, &length)
    titleLengths.append(length)
    if length > 0 { hasTitles = true }
    addWords(of: text, isTitle: false, start, &length)
    starts.append(postingTerms.count)
    markStarts.append(marks.count)
    classes.append(LengthClass.of(length))
    tokenCount += length
    for index in identifier.indices { identifiers.append(identifier[index]) }
    identifierStarts.append(identifiers.count)
    if keepsTexts { keep(title, text) }
  }

  /// The title, an occurrence in which counts twice in the whole document.
  private static let title = SegmentField(name: "title", weight: 2)

  private mutating func addWords(
    of text: Span<UInt8>,
    isTitle: Bool,
    _ start: Int,
    _ length: inout Int
  ) {
    word.offset = 0
    while analysis.next(text, &word) {
      guard let term = vocabulary.number(of: word, analysis) else { continue }
      length += 1
      if keepsPositions { marks.append(vocabulary.mark(term)) }
      count(term, isTitle ? Self.title.weight : 1, start)
      if isTitle { count(titleTerm(term), 1, start) }
    }
  }

  private mutating func titleTerm(_ term: Int) -> Int {
    while term >= titleTerms.count { titleTerms.append(-1) }
    if titleTerms[term] < 0 { titleTerms[term] = vocabulary.number(ofTerm: term, field: 0) }
    return titleTerms[term]
  }

  @inline(__always)
  private mutating func count(_ term: Int, _ weight: UInt8, _ start: Int) {
    while term >= lastPosting.count { lastPosting.append(-1) }
    let last = lastPosting[term]
    if last >= start {
      if frequencies[last] < .max - weight { frequencies[last] += weight }
    } else {
      lastPosting[term] = postingTerms.count
      postingTerms.append(UInt32(term))
      frequencies.append(weight)
    }
  }

  private mutating func keep(_ title: Span<UInt8>, _ text: Span<UInt8>) {
    // The first line is the title, so that it can be told from the text.
    for index in title.indices { texts.append(title[index] == 10 ? 0x20 : title[index]) }
    texts.append(10)
    for index in text.indices { texts.append(text[index]) }
    textStarts.append(texts.count)
  }

  /// Writes the documents as a segment.
  ///
  /// - Complexity: O(p) in the postings and O(t log t) in the terms.
  func write(to path: String) throws(IndexError) {
    guard classes.count < Int(Int32.max) else { throw .tooManyDocuments }
    var writer = try SegmentWriter(path: path)
    let order = LengthClass.order(classes)
    try writePostings(order, to: &writer)
    var counts = [UInt32](repeating: 0, count: 256)
    for lengthClass in classes { counts[Int(lengthClass)] += 1 }
    var coder = FrontCoder(blockSize: SegmentHead.identifierBlock)
    for document in order {
      coder.append(identifiers[identifierStarts[document]..<identifierStarts[document + 1]])
    }
    try writer.addDocuments(
      classes: counts,
      identifiers: coder,
      count: classes.count,
      tokenCount: tokenCount,
      fields: lengths(order)
    )
    if keepsPositions {
      for document in order {
        try writer.addMarks(marks[markStarts[document]..<markStarts[document + 1]])
      }
    }
    try writer.finishMarks()
    if keepsTexts {
      for document in order {
        try writer.addText(texts[textStarts[document]..<textStarts[document + 1]])
      }
    }
    try writer.finish()
  }

  /// The lengths of the titles; none where there are no titles.
  private func lengths(_ order: [Int]) -> FieldLengths {
    guard hasTitles else { return FieldLengths() }
    var lengths = FieldLengths([Self.title])
    for document in order { lengths.append(CollectionOfOne(titleLengths[document])) }
    return lengths
  }

  private func writePostings(
    _ order: [Int],
    to writer: inout SegmentWriter
  ) throws(IndexError) {
    var ends = [Int](repeating: 0, count: vocabulary.count + 1)
    for term in postingTerms { ends[Int(term) + 1] += 1 }
    for term in 0..<vocabulary.count { ends[term + 1] += ends[term] }
    var places = ends
    var documents = [UInt32](repeating: 0, count: postingTerms.count)
    var counts = [UInt8](repeating: 0, count: postingTerms.count)
    for (number, document) in order.enumerated() {
      for posting in starts[document]..<starts[document + 1] {
        let term = Int(postingTerms[posting])
        let place = places[term]
        documents[place] = UInt32(number)
        counts[place] = frequencies[posting]
        places[term] = place + 1
      }
    }
    for term in vocabulary.sorted() {
      try writer.add(vocabulary[term], documents, counts, ends[term]..<ends[term + 1])
    }
    try writer.finishTerms()
  }
}
