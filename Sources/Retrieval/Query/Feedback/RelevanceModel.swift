/// Reads which terms the documents have that fit a question best.
///
/// Keeps what words stand for, so that a batch does not stem them again.
struct RelevanceModel {
  private let reader: DirectoryReader
  private var vocabulary = Vocabulary()
  private var word = WordCursor()

  /// So many terms are remembered before all are forgotten.
  private static let mostRemembered = 1 << 17
  /// A term that more than this share of the documents hold says little about any of them.
  private static let frequentShare = 10
  /// An index of few documents has no frequent terms.
  private static let fewDocuments = 100

  init(_ reader: DirectoryReader) {
    self.reader = reader
  }

  /// The terms of a question with those of documents that fit it; all weights together stay the same.
  ///
  /// The share of a term in a document's counted terms is weighed by the document's share of all
  /// scores (RM1), and the sum is mixed with the question's own weights (RM3).
  ///
  /// - Parameters:
  ///   - terms: The question's.
  ///   - hits: The best documents for them.
  ///   - feedback: How many documents and terms are taken.
  /// - Returns: The question's terms first, then others by descending weight.
  /// - Throws: `IndexError.noTexts` where texts are not stored.
  /// - Complexity: O(w) in the words of the documents, and a look-up for each distinct term.
  mutating func expanded(
    _ terms: [WeightedTerm],
    by hits: [Hit],
    _ feedback: RelevanceFeedback
  ) throws(IndexError) -> [WeightedTerm] {
    guard reader.hasTexts else { throw .noTexts }
    let mass = terms.reduce(0) { $0 + $1.weight }
    let found = try relevance(hits.prefix(feedback.documents))
    let best = found.sorted {
      $0.weight != $1.weight
        ? $0.weight > $1.weight : $0.term.lexicographicallyPrecedes($1.term)
    }
    .prefix(feedback.terms)
    let total = best.reduce(0) { $0 + $1.weight }
    guard total > 0, mass > 0 else { return terms }
    var mixed = terms
    for index in mixed.indices { mixed[index].weight *= feedback.originalWeight }
    for term in best {
      let weight = (1 - feedback.originalWeight) * mass * term.weight / total
      if let known = mixed.firstIndex(where: { $0.term == term.term }) {
        mixed[known].weight += weight
      } else {
        mixed.append(WeightedTerm(term: term.term, weight: weight))
      }
    }
    return mixed.filter { $0.weight > 0 }
  }

  /// How likely each term is in the documents.
  private mutating func relevance(
    _ hits: ArraySlice<Hit>
  ) throws(IndexError) -> [WeightedTerm] {
    if vocabulary.count > Self.mostRemembered { vocabulary = Vocabulary() }
    var weights: [Int: Float] = [:]
    var isTellingTerm: [Int: Bool] = [:]
    for hit in hits {
      var counts: [Int: Float] = [:]
      for number in try terms(of: hit.document) {
        var isTelling = isTellingTerm[number]
        if isTelling == nil { isTelling = try self.isTelling(vocabulary[number]) }
        isTellingTerm[number] = isTelling
        if isTelling == true { counts[number, default: 0] += 1 }
      }
      let total = counts.reduce(0) { $0 + $1.value }
      for (number, count) in counts { weights[number, default: 0] += hit.score * count / total }
    }
    return weights.map { WeightedTerm(term: Array(vocabulary[$0.key]), weight: $0.value) }
  }

  /// The terms of a document's title and text, in their order.
  private mutating func terms(of document: Int) throws(IndexError) -> [Int] {
    guard let text = try reader.text(of: document) else { return [] }
    var terms: [Int] = []
    word.offset = 0
    while reader.analysis.next(text.span, &word) {
      guard word.isLongerThanOneLetter else { continue }
      if let term = vocabulary.number(of: word, reader.analysis) { terms.append(term) }
    }
    return terms
  }

  /// Whether a term is no number and stands in few enough documents to tell them from others.
  private func isTelling(_ term: ArraySlice<UInt8>) throws(IndexError) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if term.allSatisfy({ digits.contains($0) }) { return false }
    var frequency = 0
    for part in reader.parts {
      frequency += try part.segment.dictionary.find(term)?.documentFrequency ?? 0
    }
    return frequency * Self.frequentShare <= max(reader.numberCount, Self.fewDocuments)
  }
}
