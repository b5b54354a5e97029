internal import Dialogue
internal import Evidence
internal import Retrieval
internal import TextAnalysis

extension CompiledPack {
  /// The words by which a question leans on earlier ones.
  func followUpCues() throws(IndexError) -> FollowUpCues {
    var lists: [(kind: String, phrases: [String])] = []
    for number in 0..<(try count(.followUpCues)) {
      var cursor = try record(.followUpCues, number)
      lists.append((try cursor.string(), try cursor.strings()))
    }
    return FollowUpCues(lists)
  }

  /// Finds the glossary's terms in a text.
  func termFinder() throws(IndexError) -> TermFinder {
    let types = Dictionary(try glossary().map { ($0.term, $0.type) }) { first, _ in first }
    let analyzer = analysis.terms
    return TermFinder { text in
      analyzer.analyze(text).compactMap { token in
        guard token.text.hasPrefix(SynonymFilter.prefix) else { return nil }
        let term = String(token.text.dropFirst(SynonymFilter.prefix.count))
        return TypedTerm(
          term: term,
          type: types[term] ?? "",
          start: token.start,
          end: token.end
        )
      }
    }
  }
}
