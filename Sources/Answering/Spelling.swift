internal import Retrieval
internal import TextAnalysis

/// Finds what a misspelt word of a question may have meant.
struct Spelling {
  let pack: CompiledPack

  /// Words longer than this many in a question are not looked at.
  private static let mostWords = 8
  /// Tokens behind this many in a question are not looked at, as in `CoverageMeter`.
  private static let mostTokens = 400

  /// The corrections of a question: words that neither the corpus nor the word lists hold, read as
  /// the nearest word of the corpus, of equally near ones the more frequent.
  ///
  /// One edit is allowed in words of five letters or more, two in words of nine or more.
  func corrections(_ question: String, tokens: [Token]) throws -> [(token: Token, word: String)] {
    var unknown: [Token] = []
    let tokens = Array(tokens.prefix(Self.mostTokens))
    for token in tokens
    where token.end - token.start >= 5 && token.text.utf8.allSatisfy({ (97...122).contains($0) }) {
      guard unknown.count < Self.mostWords, try !isKnown(token, among: tokens) else { continue }
      unknown.append(token)
    }
    guard !unknown.isEmpty else { return [] }
    let bytes = Array(question.utf8)
    let words = try pack.spellings()
    var found: [(token: Token, word: String)] = []
    for token in unknown where token.end <= bytes.count {
      let typed = String(decoding: bytes[token.start..<token.end], as: UTF8.self).lowercased()
      if let word = nearest(typed, words) { found.append((token, word)) }
    }
    return found
  }

  private func nearest(_ typed: String, _ words: [(word: String, count: Int)]) -> String? {
    let limit = typed.utf8.count >= 9 ? 2 : 1
    var best: (word: String, distance: Int, count: Int)?
    for (word, count) in words where abs(word.utf8.count - typed.utf8.count) <= limit {
      guard word.utf8.first == typed.utf8.first,
        let distance = editDistance(typed, word, atMost: limit)
      else { continue }
      if let known = best, (known.distance, -known.count) <= (distance, -count) { continue }
      best = (word, distance, count)
    }
    return best?.word
  }

  private func isKnown(_ token: Token, among tokens: [Token]) throws -> Bool {
    let forms = tokens.filter { $0.position == token.position }
    for form in forms {
      if try pack.claimIndex.documentFrequency(of: form.text) > 0 { return true }
      if try pack.everyday.name(of: form.text) != nil { return true }
      if try pack.neighbours.name(of: form.text) != nil { return true }
      if form.text.hasPrefix(SynonymFilter.prefix) { return true }
    }
    return false
  }
}
