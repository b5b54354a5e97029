/// How a worked case can fail.
public enum WorkedCaseProblem: Hashable, Sendable {
  /// A fact cannot be taken; what is wrong with it.
  case unusableFact(String)
  /// Something is expected of a decision that is not made there.
  case noSuchDecision(String, known: [String])
  /// Another outcome; `site` is nil for the patient.
  case outcome(decision: String, site: String?, expected: String, actual: String)
  /// Other facts are missing.
  case missing(decision: String, site: String?, expected: [String], actual: [String])
  /// Another plan: the first action that differs, from 1; nil where one of the plans ends before.
  case plan(action: Int, expected: String?, actual: String?)
}

extension WorkedCaseProblem: CustomStringConvertible {
  /// One clear sentence without the place.
  public var description: String {
    switch self {
    case .unusableFact(let words): words
    case .noSuchDecision(let decision, let known):
      "‘\(decision)’ is not decided here; decisions are \(known.joined(separator: ", "))"
    case .outcome(let decision, let site, let expected, let actual):
      "‘\(decision)’\(Self.of(site)) is \(actual), not \(expected)"
    case .missing(let decision, let site, let expected, let actual):
      "‘\(decision)’\(Self.of(site)) misses \(Self.list(actual)), not \(Self.list(expected))"
    case .plan(let action, let expected, let actual):
      "action \(action) of the plan is \(Self.quoted(actual)), not \(Self.quoted(expected))"
    }
  }

  private static func of(_ site: String?) -> String { site.map { " of \($0)" } ?? "" }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }

  private static func quoted(_ text: String?) -> String { text.map { "“\($0)”" } ?? "nothing" }
}
