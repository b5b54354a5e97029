@testable internal import FEEL

/// What a pattern says about a text, or why it says nothing; for tables of expectations.
enum PatternOutcome: Hashable, CustomStringConvertible {
  case matches, doesNotMatch
  case fails(RegularExpression.Failure)

  init(_ pattern: String, flags: String = "", in text: String) {
    do throws(RegularExpression.Failure) {
      let expression = try RegularExpression(pattern, flags: .init(flags))
      self = try expression.matches(text) ? .matches : .doesNotMatch
    } catch {
      self = .fails(error)
    }
  }

  /// Whether the pattern leaves the grammar, wherever it does.
  var isMalformed: Bool {
    if case .fails(.pattern) = self { true } else { false }
  }

  var description: String {
    switch self {
    case .matches: "matches"
    case .doesNotMatch: "does not match"
    case .fails(let failure): "fails: \(failure)"
    }
  }
}

/// What `replace` and `split` give, for tables of expectations.
enum PatternResult {
  /// The code points of a text with its matches replaced.
  static func replacing(
    _ text: String,
    _ pattern: String,
    _ replacement: String,
    flags: String = ""
  ) -> Result<[Unicode.Scalar], RegularExpression.Failure> {
    do throws(RegularExpression.Failure) {
      let expression = try RegularExpression(pattern, flags: .init(flags))
      return .success(Array(try expression.replacing(in: text, with: replacement).unicodeScalars))
    } catch {
      return .failure(error)
    }
  }

  /// The parts of a text between the matches.
  static func splitting(
    _ text: String,
    _ pattern: String
  ) -> Result<[String], RegularExpression.Failure> {
    do throws(RegularExpression.Failure) {
      return .success(try RegularExpression(pattern).splitting(text))
    } catch {
      return .failure(error)
    }
  }
}

extension RegularExpression {
  /// As with steps, of which there are enough.
  func matches(_ text: String) throws(Failure) -> Bool {
    var steps = Int.max
    return try matches(text, steps: &steps)
  }

  /// As with steps, of which there are enough.
  func replacing(in text: String, with replacement: String) throws(Failure) -> String {
    var steps = Int.max
    return try replacing(in: text, with: replacement, steps: &steps)
  }

  /// As with steps, of which there are enough.
  func splitting(_ text: String) throws(Failure) -> [String] {
    var steps = Int.max
    return try splitting(text, steps: &steps)
  }
}
