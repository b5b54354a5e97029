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

  /// Finds the glossary's terms in a text: of two with one stem the one that is
  /// typed as its preferred name.
  func termFinder() throws(IndexError) -> TermFinder {
    let glossary = try glossary()
    let types = Dictionary(glossary.map { ($0.term, $0.type) }) { first, _ in first }
    let named = Set(types.keys)
    let analyzer = analysis.terms
    return TermFinder { text in
      let bytes = Array(text.utf8)
      return analyzer.analyze(text).compactMap { token in
        guard token.text.hasPrefix(SynonymFilter.prefix) else { return nil }
        let typed = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
        let found = String(token.text.dropFirst(SynonymFilter.prefix.count))
        let term = named.contains(typed.lowercased()) ? typed.lowercased() : found
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
