internal import Retrieval
internal import TextAnalysis

/// What of a conversation bears on the ranking of an answer.
struct AnswerContext: Sendable {
  /// What was typed; empty where the question stood alone.
  var typed = ""
  /// The claims that came first in earlier answers.
  var given: Set<String> = []
  /// Whether the reason or the source of the last answer is asked for.
  var asksReason = false
  /// The first claims of the last answer.
  var last: Set<String> = []
  /// The first claims of the last answer, where what speaks against it is asked for.
  var disputed: [String] = []
  /// Claims that are asked for outright: those of the rules that say in general what to do, or the
  /// one whose source is wanted.
  var outright: [String] = []
  /// Whether those stand in an order of their own, and nothing of the question's words before them.
  var isOutrightOrdered = false
  /// What evidence for the patient speaks of.
  var patient: [String] = []

  /// Lets words and terms that were carried over count less than those that were typed.
  func weaken(_ query: inout Query, _ pack: CompiledPack) {
    if typed.isEmpty { return }
    let own = Set(pack.analysis.terms.analyze(typed).map(\.text))
    for index in query.terms.indices where !own.contains(query.terms[index].text) {
      let isTerm = query.terms[index].text.hasPrefix(SynonymFilter.prefix)
      let weight = pack.parameters[isTerm ? .carriedTermWeight : .carriedWeight]
      query.terms[index].weight *= Float(weight)
    }
  }

  /// Puts first what was asked for outright.
  func putFirst(_ ranked: inout [RankedClaim], _ pack: CompiledPack) {
    let directory = ClaimDirectory(pack)
    let dissent = disputed.lazy.map { directory.dissent(of: [$0]) }.first { !$0.isEmpty }
    let first = (dissent ?? outright).compactMap { directory.number(of: $0) }
    if first.isEmpty { return }
    if isOutrightOrdered, dissent == nil {
      Self.lead(first, before: &ranked)
    } else {
      Self.put(first, before: &ranked)
    }
  }

  /// Lets what was already said step back, and what is on the topic of the last answer step forward.
  func reorder(_ ranked: inout [RankedClaim], _ pack: CompiledPack) throws {
    if typed.isEmpty { return }
    let penalty =
      asksReason ? pack.parameters[.reasonRepeatPenalty] : pack.parameters[.repeatPenalty]
    let back = 1 - Float(penalty)
    let forward = 1 + Float(pack.parameters[.topicBonus])
    var best = Array(ranked.prefix(40))
    let claims = try best.map { try pack.claim($0.number) }
    let topics = try topics(of: last, pack)
    for (index, claim) in claims.enumerated() {
      if given.contains(claim.id) { best[index].score *= back }
      if topics.contains(claim.topic) { best[index].score *= forward }
    }
    best.sort { $0.score != $1.score ? $0.score > $1.score : $0.number < $1.number }
    ranked.replaceSubrange(0..<best.count, with: best)
  }

  /// Lets what speaks of the patient's findings step forward.
  func favour(_ ranked: inout [RankedClaim], _ ranking: Ranking, _ pack: CompiledPack) throws {
    if patient.isEmpty { return }
    let bonus = Float(pack.parameters[.caseBonus])
    var best = Array(ranked.prefix(40))
    for word in patient {
      let held = try ranking.contributions(ranking.query(pack.analysis.terms.analyze(word))).totals
      for index in best.indices where held[best[index].number] > 0 {
        best[index].score *= 1 + bonus
      }
    }
    best.sort { $0.score != $1.score ? $0.score > $1.score : $0.number < $1.number }
    ranked.replaceSubrange(0..<best.count, with: best)
  }

  /// Puts claims first, those that the question's words find in the order of the ranking.
  private static func put(_ numbers: [Int], before ranked: inout [RankedClaim]) {
    let top = ranked.first?.score ?? 0
    var first = ranked.filter { numbers.contains($0.number) }
    for number in numbers where !first.contains(where: { $0.number == number }) {
      first.append(RankedClaim(number: number, score: 0, words: 0, similarity: 0))
    }
    for index in first.indices { first[index].score = top }
    ranked = first + ranked.filter { !numbers.contains($0.number) }
  }

  /// Puts claims first in their own order, so far ahead that new words lift no other above them.
  private static func lead(_ numbers: [Int], before ranked: inout [RankedClaim]) {
    let top = ranked.first?.score ?? 0
    let first = numbers.map { number in
      var claim =
        ranked.first { $0.number == number }
        ?? RankedClaim(number: number, score: 0, words: 0, similarity: 0)
      claim.score = 2 * top
      return claim
    }
    ranked = first + ranked.filter { !numbers.contains($0.number) }
  }

  private func topics(of ids: Set<String>, _ pack: CompiledPack) throws -> Set<String> {
    if ids.isEmpty { return [] }
    var topics: Set<String> = []
    for number in 0..<pack.claimCount {
      let claim = try pack.claim(number)
      if ids.contains(claim.id) { topics.insert(claim.topic) }
    }
    return topics
  }
}
