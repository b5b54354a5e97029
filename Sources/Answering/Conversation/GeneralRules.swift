internal import DMN
internal import FEEL

/// What the protocol says in general on a question that asks for a decision while no patient is known:
/// "should we resect?" gets the claims of the rules that resect.
struct GeneralRules: Sendable {
  private let cues: TurnCues
  /// The claims of the rules by decision and outcome, in the order of the tables.
  private let claims: [String: [String: [String]]]

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
      for (number, rule) in rules.enumerated() {
        guard case .string(let outcome)? = rule.outputs.first?.node else { continue }
        claims[decision, default: [:]][outcome, default: []] +=
          model.text(of: number, in: decision).claims
      }
    }
    self.claims = claims
  }

  /// Whether a question asks what to do.
  func asksForDecision(_ question: String) -> Bool {
    cues.length(of: .decision, at: cues.withoutOpening(TurnWords(question).words[...])) > 0
  }

  /// The claims of the rules whose outcomes a question asks for; none for any other question.
  func claims(for question: String) -> [String] {
    let words = cues.withoutOpening(TurnWords(question).words[...])
    let length = cues.length(of: .decision, at: words)
    guard length > 0 else { return [] }
    let asked = words.dropFirst(length)
    guard asked.count <= Self.longest else { return [] }
    let near = asked.indices.prefix(Self.reach + 1).contains { start in
      !cues.outcomes(at: start, in: asked).isEmpty
        && !asked[..<start].contains { cues.length(of: .question, at: [$0]) > 0 }
    }
    guard near else { return [] }
    var found: [String] = []
    for (decision, outcome) in cues.outcomes(in: asked) {
      for id in claims[decision]?[outcome] ?? [] where !found.contains(id) { found.append(id) }
    }
    return found
  }
}
