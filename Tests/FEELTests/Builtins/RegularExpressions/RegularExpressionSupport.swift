@testable import FEEL

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

/// The result of `replace`, or nil.
func replaced(
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

/// The result of `split`, or nil.
func parts(_ text: String, _ pattern: String) -> Result<[String], RegularExpression.Failure> {
  do throws(RegularExpression.Failure) {
    return .success(try RegularExpression(pattern).splitting(text))
  } catch {
    return .failure(error)
  }
}
