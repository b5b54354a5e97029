package import Evidence
package import Retrieval
internal import TextAnalysis

/// Answers questions in the sentences of any index.
public struct IndexAssistant {
  private let reader: DirectoryReader
  private let numbers: IndexAnsweringNumbers
  private let everyday: EverydayWords
  /// The terms of everyday words; nil until a question has a word that the index lacks.
  private var everydayTerms: Set<[UInt8]>?
  private var searcher: DirectorySearcher
  private var expressions: ExpressionSearcher
  private let splitter = SentenceSplitter()

  /// So many of the best documents are read.
  private static let depth = 10
  /// Sentences in a row that are looked at together.
  private static let windowSentences = 3
  /// Documents that are named when a question is refused.
  private static let nearestCount = 3

  /// Takes an index that keeps texts.
  ///
  /// - Parameters:
  ///   - reader: The index.
  ///   - numbers: When a question is refused, and which sentences are quoted.
  ///   - everyday: Words that say nothing about the subject of a question.
  /// - Throws: `IndexError.noTexts` for an index that keeps none.
  package init(
    _ reader: DirectoryReader,
    _ numbers: IndexAnsweringNumbers,
    _ everyday: EverydayWords
  ) throws(IndexError) {
    guard reader.hasTexts else { throw .noTexts }
    self.everyday = everyday
    self.reader = reader
    self.numbers = numbers
    searcher = DirectorySearcher(reader)
    expressions = ExpressionSearcher(reader)
  }

  /// The sentences that hold the most of a question, or a refusal.
  ///
  /// - Parameters:
  ///   - question: As typed.
  ///   - limit: The most statements.
  /// - Returns: The reply.
  /// - Throws: `IndexError` when the index is damaged.
  package mutating func answer(_ question: String, limit: Int) throws(IndexError) -> IndexReply {
    let reading = try read(question)
    var reply = IndexReply(question: question, documentCount: reader.documentCount)
    reply.confidence = reading.coverage.probability(numbers)
    guard reply.confidence >= numbers[.threshold], !reading.sentences.isEmpty else {
      reply.unknownWords = reading.unknownWords
      if Double(reading.coverage.missing) > numbers[.mostMissing], let term = reading.missingTerm {
        reply.separateWord = word(of: term, in: question)
      }
      reply.nearest = reading.documents.prefix(Self.nearestCount).map(\.reference)
      return reply
    }
    select(reading, limit: limit, into: &reply)
    return reply
  }

  /// How well the index covers a question.
  ///
  /// - Throws: `IndexError` when the index is damaged.
  package mutating func coverage(of question: String) throws(IndexError) -> IndexCoverage {
    try read(question).coverage
  }

  // MARK: Reading

  /// The best documents for a question with what their sentences hold of it.
  private struct Reading {
    var coverage = IndexCoverage()
    var unknownWords: [String] = []
    var documents: [(reference: IndexReference, text: [UInt8])] = []
    var sentences: [Sentence] = []
    /// What each three sentences in a row hold of the question.
    var windows: Set<Set<[UInt8]>> = []
    /// The weightiest term that those lack which lack least.
    var missingTerm: [UInt8]?
  }

  private struct Sentence {
    var document: Int
    var range: Range<Int>
    var score: Float
  }

  private mutating func read(_ question: String) throws(IndexError) -> Reading {
    var reading = Reading()
    let bytes = Array(question.utf8)
    var terms: [WeightedTerm] = []
    var known: [WeightedTerm] = []
    for term in try expressions.weighted(expressions.terms(ofQuestion: bytes)) {
      if try expressions.isKnown(term.term) {
        known.append(term)
      } else if isEveryday(term.term) {
        continue
      }
      terms.append(term)
    }
    let total = terms.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return reading }
    let knownTerms = Set(known.map(\.term))
    let allTerms = Set(terms.map(\.term))
    for placed in reader.analysis.placedTerms(of: bytes)
    where allTerms.contains(placed.term) && !knownTerms.contains(placed.term) {
      reading.unknownWords.append(String(decoding: bytes[placed.range], as: UTF8.self))
    }
    reading.coverage.unknown = 1 - known.reduce(0) { $0 + $1.weight } / total
    let hits = try searcher.search(bytes, limit: Self.depth)
    guard let best = hits.first else { return reading }
    reading.coverage.score = min(1, best.score / total)
    let weights = Dictionary(known.map { ($0.term, $0.weight / total) }, uniquingKeysWith: max)
    for hit in hits { try add(hit, of: best, weights, to: &reading) }
    findMissing(known.map { ($0.term, $0.weight / total) }, &reading)
    return reading
  }

  /// Finds the weightiest term that three sentences in a row lack, those that lack least.
  private mutating func findMissing(
    _ terms: [(term: [UInt8], weight: Float)],
    _ reading: inout Reading
  ) {
    var subjects = terms.sorted {
      $0.weight != $1.weight
        ? $0.weight > $1.weight : $0.term.lexicographicallyPrecedes($1.term)
    }
    findMissing(among: subjects, &reading)
    guard Double(reading.coverage.missing) > numbers[.mostMissing] else { return }
    // Everyday words are looked up only where one might decide.
    subjects.removeAll { isEveryday($0.term) }
    findMissing(among: subjects, &reading)
  }

  private func findMissing(
    among subjects: [(term: [UInt8], weight: Float)],
    _ reading: inout Reading
  ) {
    let lacked = reading.windows.map { window in
      subjects.firstIndex { !window.contains($0.term) } ?? subjects.count
    }
    guard let place = lacked.max() else { return }
    reading.coverage.missing = place < subjects.count ? subjects[place].weight : 0
    reading.missingTerm = place < subjects.count ? subjects[place].term : nil
  }

  /// The word of a question that stands for a term.
  private func word(of term: [UInt8], in question: String) -> String? {
    let bytes = Array(question.utf8)
    return reader.analysis.placedTerms(of: bytes).first { $0.term == term }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  private mutating func isEveryday(_ term: [UInt8]) -> Bool {
    let terms =
      everydayTerms
      ?? Set(everyday.words.flatMap { reader.analysis.placedTerms(of: Array($0.utf8)).map(\.term) })
    everydayTerms = terms
    return terms.contains(term)
  }

  private func add(
    _ hit: Hit,
    of best: Hit,
    _ weights: [[UInt8]: Float],
    to reading: inout Reading
  ) throws(IndexError) {
    guard let stored = try reader.document(hit.document) else { return }
    let identifier = String(decoding: try reader.identifier(of: hit.document), as: UTF8.self)
    let text = Array(stored.text.utf8)
    let reference = IndexReference(id: identifier, title: stored.title)
    reading.documents.append((reference, text))
    let placed = reader.analysis.placedTerms(of: text).filter { weights[$0.term] != nil }
    let title = Set(reader.analysis.placedTerms(of: Array(stored.title.utf8)).map(\.term))
    var held = title
    var recent: [Set<[UInt8]>] = []
    var next = 0
    for range in splitter.split(stored.text) {
      var terms: Set<[UInt8]> = []
      while next < placed.count, placed[next].range.lowerBound < range.upperBound {
        terms.insert(placed[next].term)
        next += 1
      }
      held.formUnion(terms)
      recent.append(terms)
      if recent.count > Self.windowSentences { recent.removeFirst() }
      let window = recent.reduce(into: title) { $0.formUnion($1) }
      reading.coverage.window = max(reading.coverage.window, share(window, weights))
      reading.windows.insert(window.intersection(weights.keys))
      let rank =
        Float(numbers[.documentWeight]) * hit.score / max(best.score, .leastNonzeroMagnitude)
      guard !terms.isEmpty else { continue }
      let score = share(terms, weights) + rank
      let number = reading.documents.count - 1
      reading.sentences.append(Sentence(document: number, range: range, score: score))
    }
    reading.coverage.document = max(reading.coverage.document, share(held, weights))
  }

  private func share(_ terms: Set<[UInt8]>, _ weights: [[UInt8]: Float]) -> Float {
    // In a fixed order, so that rounding is the same in every run.
    terms.compactMap { weights[$0] }.sorted().reduce(0, +)
  }

  // MARK: Choosing

  private func select(_ reading: Reading, limit: Int, into reply: inout IndexReply) {
    let ranked = reading.sentences.enumerated().sorted {
      $0.element.score != $1.element.score
        ? $0.element.score > $1.element.score : $0.offset < $1.offset
    }
    let least = (ranked.first?.element.score ?? 0) * Float(numbers[.selectionRatio])
    for (_, sentence) in ranked where sentence.score >= least && reply.statements.count < limit {
      let document = reading.documents[sentence.document]
      let text = String(decoding: document.text[sentence.range], as: UTF8.self)
      if reply.statements.contains(where: { $0.text == text }) { continue }
      let number = reply.references.firstIndex(of: document.reference) ?? reply.references.count
      if number == reply.references.count { reply.references.append(document.reference) }
      reply.statements.append(
        IndexStatement(
          text: text,
          document: document.reference.id,
          reference: number + 1,
          range: sentence.range,
          score: Double(sentence.score)
        )
      )
    }
  }
}
