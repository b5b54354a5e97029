internal import Evidence
internal import Retrieval
internal import TextAnalysis

/// How well the corpus covers a question: what decides between answering and refusing.
struct Coverage: Sendable {
  /// Share of the question's content words, by idf, that the best claim holds, 0 to 1.
  var coverage: Float = 0
  /// Share of the content words, by idf, that the corpus never uses, 0 to 1.
  var unknown: Float = 0
  /// Words of neighbouring subjects that the best claim does not hold.
  var neighbour: Float = 0
  /// Cosine with the nearest way of asking, 0 to 1.
  var similarity: Float = 0
  /// The best claim's words against the most that these words could give, 0 to 1.
  var score: Float = 0
  /// How far the best claim lies before the fifth, 0 to 1.
  var margin: Float = 0
  /// Share of the words that are everyday ones the corpus never uses.
  var everyday: Float = 0
  /// The words the corpus never uses, as typed.
  var unknownWords: [String] = []
  /// The neighbouring subjects' words, as typed.
  var neighbouringTopics: [String] = []

  /// The features with their names and the weights that they have in the model.
  var features: [(name: String, value: Float, weight: AnsweringParameter)] {
    [
      ("coverage", coverage, .refusalCoverage), ("unknown", unknown, .refusalUnknown),
      ("neighbour", neighbour, .refusalNeighbour), ("similarity", similarity, .refusalSimilarity),
      ("score", score, .refusalScore), ("margin", margin, .refusalMargin),
      ("everyday", everyday, .refusalEveryday),
    ]
  }

  /// Estimated probability that the corpus answers the question: a logistic model whose weights
  /// stand in the lexicon.
  func probability(_ parameters: AnsweringParameters) -> Double {
    let sum = features.reduce(parameters[.refusalIntercept]) {
      $0 + parameters[$1.weight] * Double($1.value)
    }
    return Logistic.value(sum)
  }
}

/// Measures coverage.
struct CoverageMeter {
  let pack: CompiledPack

  /// How well the ranked claims cover a question.
  func measure(
    _ question: String,
    tokens: [Token],
    ranked: [RankedClaim]
  ) throws -> Coverage {
    var coverage = Coverage()
    guard let best = ranked.first else {
      coverage.unknown = 1
      coverage.unknownWords = contentWords(tokens).map { slice(question, $0[0]) }
      coverage.neighbouringTopics = neighbours(question, tokens, heldBy: nil)
      return coverage
    }
    let held = try heldTerms(tokens, by: best.number)
    let documents = pack.claimIndex.documentCount
    let scorer = BM25(saturation: Float(max(pack.parameters[.bm25Saturation], 0.01)))
    let rarest = scorer.inverseDocumentFrequency(
      TermStatistics(documentFrequency: 1, documentCount: documents)
    )
    var total: Float = 0
    var covered: Float = 0
    var unknown: Float = 0
    var everyday: Float = 0
    var words: Float = 0
    for forms in contentWords(tokens) {
      words += 1
      var frequency = 0
      for form in forms {
        frequency = max(frequency, try pack.claimIndex.documentFrequency(of: form.text))
      }
      if frequency == 0 {
        if try forms.contains(where: { try pack.everyday.name(of: $0.text) != nil }) {
          everyday += 1
          continue
        }
        coverage.unknownWords.append(slice(question, forms[0]))
        unknown += rarest
        total += rarest
        continue
      }
      let weight = scorer.inverseDocumentFrequency(
        TermStatistics(documentFrequency: frequency, documentCount: documents)
      )
      total += weight
      if forms.contains(where: { held.contains($0.text) }) { covered += weight }
    }
    coverage.coverage = total > 0 ? covered / total : 0
    coverage.unknown = total > 0 ? unknown / total : 1
    coverage.everyday = words > 0 ? everyday / words : 0
    coverage.similarity = min(best.similarity, 1)
    let most = (total + rarest) * Float(pack.parameters[.bm25Saturation] + 1)
    coverage.score = most > 0 ? min(best.words / most, 1) : 0
    let fifth = ranked.count > 4 ? ranked[4].score : 0
    coverage.margin = best.score > 0 ? 1 - max(0, fifth) / best.score : 0
    coverage.neighbouringTopics = neighbours(question, tokens, heldBy: held)
    coverage.neighbour = min(Float(coverage.neighbouringTopics.count), 2)
    return coverage
  }

  /// For each word of the question its forms: itself, its parts, its glossary term.
  private func contentWords(_ tokens: [Token]) -> [[Token]] {
    var words: [[Token]] = []
    for token in tokens.prefix(400) {
      if let last = words.last?.first, last.position == token.position {
        words[words.count - 1].append(token)
      } else {
        words.append([token])
      }
    }
    return words
  }

  /// The question's terms that stand in a claim's sentence, ways of asking or heading.
  private func heldTerms(_ tokens: [Token], by claim: Int) throws -> [String] {
    let document = try pack.document(ofClaim: claim)
    var seen: [String] = []
    var held: [String] = []
    for token in tokens.prefix(400) where !seen.contains(token.text) {
      seen.append(token.text)
      if try pack.claimIndex.holds(token.text, document: document, inFirst: 3) {
        held.append(token.text)
      }
    }
    return held
  }

  private func neighbours(
    _ question: String,
    _ tokens: [Token],
    heldBy held: [String]?
  ) -> [String] {
    let heads = contentWords(tokens).map { $0[0] }
    let texts = heads.map(\.text)
    var found: [String] = []
    var at = 0
    while at < texts.count {
      guard let match = pack.neighbours.longestMatch(in: texts, at: at) else {
        at += 1
        continue
      }
      let run = heads[at..<(at + match.length)]
      let isHeld = held.map { held in run.allSatisfy { held.contains($0.text) } } ?? false
      if !isHeld, let first = run.first, let last = run.last {
        var whole = first
        whole.end = last.end
        found.append(slice(question, whole))
      }
      at += match.length
    }
    return found
  }

  private func slice(_ question: String, _ token: Token) -> String {
    let bytes = Array(question.utf8)
    guard token.start >= 0, token.end <= bytes.count, token.start <= token.end else {
      return token.text
    }
    return String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }
}
