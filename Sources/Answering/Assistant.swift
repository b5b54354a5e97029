public import Evidence
internal import Retrieval
internal import TextAnalysis

/// Answers questions with cited sentences of one corpus.
///
/// Every statement of a reply is a claim of the corpus, byte for byte; where the corpus does not
/// cover a question the reply says so.
public struct Assistant: Sendable {
  let pack: CompiledPack
  let ranking: Ranking
  /// What is quoted: the first protocol of the corpus.
  public let identity: CorpusIdentity
  /// What every reader must know.
  public let disclaimer: String
  /// Works that were withdrawn.
  let retractions: RetractionList

  /// Opens a corpus, from the cache of compiled packs where it is unchanged.
  ///
  /// - Parameters:
  ///   - root: The corpus folder.
  ///   - cache: What may be done with the cache.
  /// - Returns: An assistant for all protocols in it.
  /// - Throws: `CorpusError` with every problem that keeps the corpus from being used.
  public static func open(
    corpus root: String,
    cache: CacheAccess = .readsAndWrites
  ) throws -> Assistant {
    try Assistant(
      PackCache(corpus: root, cache).pack(),
      retractions: RetractionList.read(corpus: root)
    )
  }

  /// Opens a corpus that was read before, without any cache.
  public static func open(_ corpus: Corpus) throws -> Assistant {
    try Assistant(CompiledPack(MappedBytes(try PackCompiler.compile(corpus))))
  }

  init(_ pack: CompiledPack, retractions: RetractionList = RetractionList()) throws {
    self.pack = pack
    self.retractions = retractions
    ranking = Ranking(pack)
    (identity, disclaimer) = try pack.identity(protocol: 0)
  }

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: As typed, of any length.
  ///   - limit: The most statements, at least 1; sentences that dispute one of them come on top.
  /// - Returns: An answer, or a refusal with its reason.
  public func answer(_ question: String, limit: Int) -> Reply {
    (try? reading(question)).flatMap { try? reply(to: $0, skipping: 0, limit: limit) }
      ?? refusal(question)
  }

  /// The statements that follow in the ranking of the same question.
  ///
  /// - Parameters:
  ///   - question: As answered before.
  ///   - shown: How many statements were shown, dissenting ones left out.
  ///   - limit: The most statements.
  /// - Returns: An answer without the statements before; empty statements mean there is no more.
  public func more(_ question: String, after shown: Int, limit: Int) -> Reply {
    (try? reading(question)).flatMap { try? reply(to: $0, skipping: shown, limit: limit) }
      ?? refusal(question)
  }

  /// How the scores of the first statements and the decision to answer came about, as text lines.
  public func explain(_ question: String, limit: Int) -> String {
    guard let reading = try? reading(question) else { return "" }
    var lines: [String] = ["words: \(reading.query.terms.map(\.text).joined(separator: " "))"]
    lines.append("asks for: \(reading.cues.sorted().joined(separator: ", "))")
    for feature in reading.coverage.features {
      lines.append("  \(feature.name) \(feature.value)")
    }
    let probability = reading.coverage.probability(pack.parameters)
    lines.append("covered with probability \(probability)")
    for claim in reading.ranked.prefix(limit) {
      guard let packed = try? pack.claim(claim.number),
        let explanation = try? ranking.explain(
          reading.query,
          claim: claim.number,
          cues: reading.cues
        )
      else { continue }
      lines.append(packed.id)
      lines += Self.lines(explanation, depth: 1)
    }
    return lines.joined(separator: "\n")
  }

  private static func lines(_ explanation: Explanation, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    return ["\(indent)\(explanation.value)  \(explanation.label)"]
      + explanation.parts.flatMap { lines($0, depth: depth + 1) }
  }

  // MARK: Reading a question

  /// A question as the assistant understood it.
  struct Reading {
    var question: String
    var searched: String
    var corrections: [Correction]
    var query: Query
    var cues: [String]
    var contributions: Contributions
    var ranked: [RankedClaim]
    var coverage: Coverage
    /// Below which probability it is refused.
    var threshold: Double
  }

  func reading(_ question: String, context: AnswerContext = AnswerContext()) throws -> Reading {
    var searched = question
    var tokens = pack.analysis.terms.analyze(question)
    var corrections: [Correction] = []
    let misspelt = try Spelling(pack: pack).corrections(question, tokens: tokens)
    if !misspelt.isEmpty {
      var bytes = Array(question.utf8)
      for (token, word) in misspelt.reversed() {
        let typed = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
        bytes.replaceSubrange(token.start..<token.end, with: Array(word.utf8))
        corrections.insert(Correction(from: typed, to: word), at: 0)
      }
      searched = String(decoding: bytes, as: UTF8.self)
      tokens = pack.analysis.terms.analyze(searched)
    }
    var query = ranking.query(tokens)
    context.weaken(&query, pack)
    let cues = cues(of: searched)
    let contributions = try ranking.contributions(query)
    var ranked = try ranking.rank(query, contributions, cues: cues)
    try context.reorder(&ranked, pack)
    let coverage = try CoverageMeter(pack: pack).measure(searched, tokens: tokens, ranked: ranked)
    try context.favour(&ranked, ranking, pack)
    context.putFirst(&ranked, pack)
    return Reading(
      question: question,
      searched: searched,
      corrections: corrections,
      query: query,
      cues: cues,
      contributions: contributions,
      ranked: ranked,
      coverage: coverage,
      threshold: pack.parameters[
        context.last.isEmpty || context.typed.isEmpty
          ? .refusalThreshold : .followUpThreshold
      ]
    )
  }

  /// The kinds of answer that the question's words ask for.
  private func cues(of question: String) -> [String] {
    let texts = pack.analysis.words.analyze(question).prefix(400).map(\.text)
    var found: [String] = []
    for index in texts.indices {
      if let match = pack.cues.longestMatch(in: texts, at: index), !found.contains(match.term) {
        found.append(match.term)
      }
    }
    return found
  }
}
