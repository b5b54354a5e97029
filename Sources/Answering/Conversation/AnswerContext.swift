internal import Retrieval
internal import TextAnalysis

/// What of a conversation bears on the ranking of an answer.
struct AnswerContext: Sendable {
  /// What was typed; empty where the question stood alone.
  var typed = ""
  /// The claims that came first in earlier answers.
  var given: Set<String> = []

  /// Lets words that were carried over count less than those that were typed.
  func weaken(_ query: inout Query, analyzer: Analyzer, _ weight: Double) {
    if typed.isEmpty { return }
    let own = Set(analyzer.analyze(typed).map(\.text))
    for index in query.terms.indices where !own.contains(query.terms[index].text) {
      query.terms[index].weight *= Float(weight)
    }
  }

  /// Lets what was already said step back behind what is new.
  func stepBack(_ ranked: inout [RankedClaim], _ pack: CompiledPack) throws {
    if given.isEmpty || typed.isEmpty { return }
    let factor = 1 - Float(pack.parameters[.repeatPenalty])
    var best = Array(ranked.prefix(20))
    for index in best.indices where given.contains(try pack.claim(best[index].number).id) {
      best[index].score *= factor
    }
    best.sort { $0.score != $1.score ? $0.score > $1.score : $0.number < $1.number }
    ranked.replaceSubrange(0..<best.count, with: best)
  }
}
