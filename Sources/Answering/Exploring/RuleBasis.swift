internal import DMN

/// A rule of a decision with what it rests on.
struct RuleBasis: Hashable, Sendable {
  /// The decision.
  var decision: String
  /// Its number in the table, from 1.
  var number: Int
  /// The outcome.
  var outcome: String
  /// Its tests, such as `carePhase: "restaging"`; those that every value passes are left out.
  var conditions: [String]
  /// What it tells the clinician, with its braces.
  var sentence: String
  /// Ids of the claims on which it rests.
  var claims: [String]

  /// As it is cited.
  var name: String { "\(decision)/\(number)" }

  /// The rules of a model that rest on claims, in its order.
  static func all(_ model: CaseModel) -> [RuleBasis] {
    table(model).filter { !$0.claims.isEmpty }
  }

  /// All rules of a model.
  static func table(_ model: CaseModel) -> [RuleBasis] {
    model.compiled.decisions.flatMap { decision -> [RuleBasis] in
      guard let table = decision.table?.logic else { return [] }
      return table.rules.enumerated().map { index, rule in
        let text = model.text(of: index, in: decision.name)
        return RuleBasis(
          decision: decision.name,
          number: index + 1,
          outcome: rule.outputs.map(\.description).joined(separator: ", "),
          conditions: zip(table.inputs, rule.tests).compactMap { clause, test in
            test.map { "\(clause.text): \($0)" }
          },
          sentence: text.sentence,
          claims: text.claims
        )
      }
    }
  }
}
