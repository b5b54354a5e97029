internal import DMN
internal import FEEL

/// What a rule says besides its outcome: the annotation columns `claims`, `sentence` and `warning`.
struct RuleText: Sendable {
  /// Ids of the claims on which the rule rests.
  var claims: [String] = []
  /// The sentence for the clinician, with expressions in braces; empty when there is none.
  var sentence = ""
  /// A warning that comes with the outcome; empty when there is none.
  var warning = ""

  /// Takes the annotations of a rule.
  init(_ rule: CompiledRule, columns: [String]) {
    for (column, text) in zip(columns, rule.annotations) {
      switch column {
      case "claims": claims = text.split(whereSeparator: \.isWhitespace).map(String.init)
      case "sentence": sentence = text
      case "warning": warning = text
      default: break
      }
    }
  }
}

/// A sentence with expressions in braces and optional parts in double square brackets.
///
/// `Still to wait[[: {6 - weeks} weeks]].` A part is left out when one of its expressions is null; what
/// stands outside of a part shows null as nothing.
struct SentenceTemplate {
  let text: String
  let names: KnownNames

  /// The text with its expressions evaluated.
  func filled(in scope: Scope) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.range(of: "[[") {
      result += plain(rest[..<open.lower], scope).text
      rest = rest[open.upper...]
      guard let close = rest.range(of: "]]") else { break }
      let part = plain(rest[..<close.lower], scope)
      if part.isComplete { result += part.text }
      rest = rest[close.upper...]
    }
    return result + plain(rest, scope).text
  }

  private func plain(_ text: Substring, _ scope: Scope) -> (text: String, isComplete: Bool) {
    var result = ""
    var isComplete = true
    var rest = text
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      if let value = value(rest[rest.index(after: open)..<close], scope) {
        result += value
      } else {
        isComplete = false
      }
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest, isComplete)
  }

  private func value(_ expression: Substring, _ scope: Scope) -> String? {
    var parser = Parser(String(expression), names: names)
    guard let parsed = try? parser.parseExpression() else { return nil }
    var evaluation = Evaluation()
    switch evaluation.evaluate(parsed, in: scope) {
    case .null: return nil
    case .string(let text): return text
    case let value: return value.feelText
    }
  }
}

extension Substring {
  /// Where a text of two ASCII characters stands first.
  fileprivate func range(of pattern: String) -> (lower: Index, upper: Index)? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(pattern) {
        return (place, index(place, offsetBy: pattern.count))
      }
      formIndex(after: &place)
    }
    return nil
  }
}
