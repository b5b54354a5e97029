internal import DMN
internal import FEEL

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

  /// The names of the output columns of each decision table that has several.
  static func outputNames(of model: DecisionModel) -> [String: [String]] {
    var names: [String: [String]] = [:]
    for decision in model.decisions {
      guard case .decisionTable(let table)? = decision.logic, table.outputs.count > 1
      else { continue }
      names[decision.header.name] = table.outputs.map { $0.name ?? $0.label ?? "" }
    }
    return names
  }

  /// The rules of a model, in its order; of several outputs each has its name before it.
  static func table(_ model: CaseModel, outputNames: [String: [String]]) -> [RuleBasis] {
    model.compiled.decisions.flatMap { decision -> [RuleBasis] in
      guard let table = decision.table?.logic else { return [] }
      return table.rules.enumerated().map { index, rule in
        let text = model.text(of: index, in: decision.name)
        let names = outputNames[decision.name]
        return RuleBasis(
          decision: decision.name,
          number: index + 1,
          outcome: rule.outputs.enumerated().map { place, output in
            names.map { "\($0[place]): \(output.description)" } ?? output.description
          }.joined(separator: names == nil ? ", " : "; "),
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
