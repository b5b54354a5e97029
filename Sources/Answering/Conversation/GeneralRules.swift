internal import DMN
internal import FEEL

/// What the protocol says in general on a question that asks for a decision while no patient is known:
/// "should we resect?" gets the claims of the rules that resect.
struct GeneralRules: Sendable {
  private let cues: TurnCues
  /// The claims of the rules by decision and outcome, in the order of the tables.
  private let claims: [String: [String: [String]]]
  /// What stands for all outcomes of a decision among those that words name.
  static let anyOutcome = "any"

  /// The most words between the asking words and those that name an outcome: "do we need an MRI".
  private static let reach = 2
  /// The most words behind the asking ones; a longer question says itself under which circumstances.
  private static let longest = 5

  /// Reads the words and the rules of the protocol; nil for one without decisions.
  init?(_ assistant: Assistant) {
    guard let model = try? assistant.caseModel(),
      let wordings = try? assistant.pack.factWordings(protocol: 0)
    else { return nil }
    cues = TurnCues(wordings)
    var claims: [String: [String: [String]]] = [:]
    for decision in model.decisions {
      let rules = model.compiled.table(of: decision)?.logic?.rules ?? []
      var outcomes: [[String]] = []
      var places: [String: Int] = [:]
      for (number, rule) in rules.enumerated() {
        guard case .string(let outcome)? = rule.outputs.first?.node else { continue }
        let place = places[outcome] ?? outcomes.count
        if place == outcomes.count {
          places[outcome] = place
          outcomes.append([])
        }
        outcomes[place] += model.text(of: number, in: decision).claims
      }
      claims[decision] = places.mapValues { outcomes[$0] }
      claims[decision]?[Self.anyOutcome] = Self.inTurns(outcomes)
    }
    self.claims = claims
  }

  /// The claims of all outcomes, one of each after the other.
  private static func inTurns(_ outcomes: [[String]]) -> [String] {
    let longest = outcomes.map(\.count).max() ?? 0
    return (0..<longest).flatMap { place in
      outcomes.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    }
  }

  /// Whether a question asks what to do.
  func asksForDecision(_ question: String) -> Bool {
    cues.length(of: .decision, at: cues.withoutOpening(TurnWords(question).words[...])) > 0
  }

  /// The claims that answer a question in general.
  struct Answer: Sendable {
    /// Their ids.
    var claims: [String] = []
    /// Whether they stand for all outcomes of a decision, the first one of each first.
    var isOverview = false
  }

  /// The claims of the rules whose outcomes a question asks for, or of all outcomes of a decision when
  /// it names what the decision is about and none of them; none for any other question.
  func claims(for question: String) -> Answer {
    let words = cues.withoutOpening(TurnWords(question).words[...])
    let length = cues.length(of: .decision, at: words)
    guard length > 0 else { return Answer() }
    let asked = words.dropFirst(length)
    guard asked.count <= Self.longest else { return Answer() }
    let near = asked.prefix(Self.reach + 1).indices.filter { start in
      !asked[..<start].contains { cues.length(of: .question, at: [$0]) > 0 }
    }.flatMap { cues.outcomes(at: $0, in: asked) }
    let isOpen = cues.length(of: .management, at: words) == length
    guard near.contains(where: { $0.outcome != Self.anyOutcome }) || (isOpen && !near.isEmpty)
    else { return Answer() }
    let named = cues.outcomes(in: asked)
    let outcomes = named.filter { $0.outcome != Self.anyOutcome }
    var answer = Answer(isOverview: outcomes.isEmpty)
    for (decision, outcome) in outcomes.isEmpty ? named : outcomes {
      for id in claims[decision]?[outcome] ?? [] where !answer.claims.contains(id) {
        answer.claims.append(id)
      }
    }
    return answer
  }
}
