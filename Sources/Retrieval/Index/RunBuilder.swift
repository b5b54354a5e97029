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
  /// By document, its terms and how often it has each.
  private var terms = DocumentStore<UInt32>()
  private var frequencies = DocumentStore<UInt8>()
  private var identifiers = DocumentStore<UInt8>()
  /// By document, the marks of its words in their order.
  private var marks = DocumentStore<UInt16>()
  private var texts = DocumentStore<UInt8>()
  private var classes: [UInt8] = []
  /// Words of each document's title.
  private var titleLengths: [UInt16] = []
  private var hasTitles = false
  /// By term, the term of the title that belongs to it; -1 where no title had it.
  private var titleTerms: [Int32] = []
  /// Tokens so far.
  private(set) var tokenCount = 0
  /// By term, the last document that had it, and its place among the terms of that document.
  private var lastPosting: [(document: Int32, place: Int32)] = []
  private var present = Present()

  /// What the document that is being added has.
  private struct Present {
    var terms: [UInt32] = []
    var frequencies: [UInt8] = []
    var marks: [UInt16] = []
    var text: [UInt8] = []
    var length = 0
  }

  init(analysis: WordAnalysis, keepsTexts: Bool, keepsPositions: Bool) {
    self.analysis = analysis
    self.keepsPositions = keepsPositions
    self.keepsTexts = keepsTexts
  }

  /// Documents so far.
  var documentCount: Int { classes.count }

  /// How many bytes it takes to collect and write what is there.
  var size: Int {
    let stored = terms.size + frequencies.size + identifiers.size + marks.size + texts.size
    // Brought into the order of the terms, a posting takes five bytes more.
    return stored + 5 * terms.count + vocabulary.size + 100 * vocabulary.count + 40 * classes.count
  }

  /// Adds a document.
  mutating func add(identifier: Span<UInt8>, title: Span<UInt8>, text: Span<UInt8>) {
    present.terms.removeAll(keepingCapacity: true)
    present.frequencies.removeAll(keepingCapacity: true)
    present.marks.removeAll(keepingCapacity: true)
    present.length = 0
    addWords(of: title, isTitle: true)
    titleLengths.append(UInt16(clamping: present.length))
    if present.length > 0 { hasTitles = true }
    addWords(of: text, isTitle: false)
    terms.append(present.terms)
    frequencies.append(present.frequencies)
    if keepsPositions { marks.append(present.marks) }
    classes.append(LengthClass.of(present.length))
    tokenCount += present.length
    present.text.removeAll(keepingCapacity: true)
    for index in identifier.indices { present.text.append(identifier[index]) }
    identifiers.append(present.text)
    if keepsTexts { keep(title, text) }
  }

  /// Forgets all documents, and keeps their memory for others.
  mutating func removeAll() {
    vocabulary = Vocabulary()
    terms.removeAll()
    frequencies.removeAll()
    identifiers.removeAll()
    marks.removeAll()
    texts.removeAll()
    classes = []
    titleLengths = []
    hasTitles = false
    titleTerms = []
    tokenCount = 0
    lastPosting = []
  }

  /// The title, an occurrence in which counts twice in the whole document.
  private static let title = SegmentField(name: "title", weight: 2)

  private mutating func addWords(of text: Span<UInt8>, isTitle: Bool) {
    word.offset = 0
    while analysis.next(text, &word) {
      guard let term = vocabulary.number(of: word, analysis) else { continue }
      present.length += 1
      if keepsPositions { present.marks.append(vocabulary.mark(term)) }
      count(term, isTitle ? Self.title.weight : 1)
      if isTitle { count(titleTerm(term), 1) }
    }
  }

  private mutating func titleTerm(_ term: Int) -> Int {
    while term >= titleTerms.count { titleTerms.append(-1) }
    if titleTerms[term] < 0 { titleTerms[term] = Int32(vocabulary.number(ofTerm: term, field: 0)) }
    return Int(titleTerms[term])
  }

  @inline(__always)
  private mutating func count(_ term: Int, _ weight: UInt8) {
    while term >= lastPosting.count { lastPosting.append((-1, 0)) }
    let document = Int32(truncatingIfNeeded: classes.count)
    if lastPosting[term].document == document {
      let place = Int(lastPosting[term].place)
      if present.frequencies[place] < .max - weight { present.frequencies[place] += weight }
    } else {
      lastPosting[term] = (document, Int32(truncatingIfNeeded: present.terms.count))
      present.terms.append(UInt32(term))
      present.frequencies.append(weight)
    }
  }

  private mutating func keep(_ title: Span<UInt8>, _ text: Span<UInt8>) {
    present.text.removeAll(keepingCapacity: true)
    // The first line is the title, so that it can be told from the text.
    for index in title.indices { present.text.append(title[index] == 10 ? 0x20 : title[index]) }
    present.text.append(10)
    for index in text.indices { present.text.append(text[index]) }
    texts.append(present.text)
  }
}

// MARK: - Writing

extension RunBuilder {
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
    try writer.addDocuments(
      classes: counts,
      count: classes.count,
      tokenCount: tokenCount,
      fields: lengths(order)
    )
    for document in order { try writer.addIdentifier(identifiers[document]) }
    try writer.finishIdentifiers()
    if keepsPositions {
      for document in order { try writer.addMarks(marks[document]) }
    }
    try writer.finishMarks()
    if keepsTexts {
      for document in order { try writer.addText(texts[document]) }
    }
    try writer.finish()
  }

  /// The lengths of the titles; none where there are no titles.
  private func lengths(_ order: [Int]) -> FieldLengths {
    guard hasTitles else { return FieldLengths() }
    var lengths = FieldLengths([Self.title])
    for document in order { lengths.append(CollectionOfOne(Int(titleLengths[document]))) }
    return lengths
  }

  private func writePostings(
    _ order: [Int],
    to writer: inout SegmentWriter
  ) throws(IndexError) {
    var ends = [Int](repeating: 0, count: vocabulary.count + 1)
    for document in classes.indices {
      for term in terms[document] { ends[Int(term) + 1] += 1 }
    }
    for term in 0..<vocabulary.count { ends[term + 1] += ends[term] }
    var places = ends
    var documents = BlockedArray<UInt32>(repeating: 0, count: terms.count)
    var counts = BlockedArray<UInt8>(repeating: 0, count: terms.count)
    for (number, document) in order.enumerated() {
      let frequencies = frequencies[document]
      for (term, frequency) in zip(terms[document], frequencies) {
        let place = places[Int(term)]
        documents[place] = UInt32(number)
        counts[place] = frequency
        places[Int(term)] = place + 1
      }
    }
    var termDocuments: [UInt32] = []
    var termCounts: [UInt8] = []
    for term in vocabulary.sorted() {
      termDocuments.removeAll(keepingCapacity: true)
      termCounts.removeAll(keepingCapacity: true)
      documents.copy(ends[term]..<ends[term + 1], to: &termDocuments)
      counts.copy(ends[term]..<ends[term + 1], to: &termCounts)
      try writer.add(vocabulary[term], termDocuments, termCounts, termDocuments.indices)
    }
    try writer.finishTerms()
  }
}
