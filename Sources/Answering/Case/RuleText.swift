internal import DMN
internal import FEEL

/// What a rule says besides its outcome: the annotation columns `claims`, `sentence` and `warning`.
struct RuleText: Sendable {
  /// Ids of the claims on which the rule rests.
  var claims: [String] = []
  /// The sentence for the clinician, with expressions in braces; empty when there is none.
  var sentence = ""
  /// The warnings that come with the outcome, each on a line of its own.
  var warnings: [String] = []

  /// Says nothing.
  init() {}

  /// Takes the annotations of a rule.
  init(_ annotations: [String], columns: [String]) {
    for (column, text) in zip(columns, annotations) {
      switch column {
      case "claims": claims = text.split(whereSeparator: \.isWhitespace).map(String.init)
      case "sentence": sentence = text
      case "warning": warnings = text.split(whereSeparator: \.isNewline).map(String.init)
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

  /// The expressions in braces, each as it stands; nil for one that cannot be parsed.
  var expressions: [(text: String, parsed: Expression?)] {
    var found: [(text: String, parsed: Expression?)] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let expression = rest[rest.index(after: open)..<close]
      found.append((String(expression), parsed(expression)))
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  /// What stands outside of the braces.
  var words: String {
    var result = ""
    var depth = 0
    for character in text {
      if character == "{" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == "}" { depth = max(0, depth - 1) }
    }
    return result
  }

  private func parsed(_ expression: Substring) -> Expression? {
    var parser = Parser(String(expression), names: names)
    return try? parser.parseExpression()
  }

  private func value(_ expression: Substring, _ scope: Scope) -> String? {
    guard let parsed = parsed(expression) else { return nil }
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
