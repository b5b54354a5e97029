extension FactSheet {
  /// The sheet as a file that `read(_:named:)` reads back: a mapping of fact to value.
  public var yaml: String {
    var text = facts.map { "\($0.yaml)\n" }.joined()
    if !sites.isEmpty { text += "sites:\n" }
    for site in sites {
      text += "  - label: \(Self.quoted(site.label))\n"
      text += site.facts.map { "    \($0.yaml)\n" }.joined()
    }
    return text.isEmpty ? "{}\n" : text
  }

  /// A text as a double-quoted scalar (YAML 1.2, 7.3.1), with every control character escaped.
  fileprivate static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if scalar.properties.generalCategory == .control {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\x" + (digits.count < 2 ? "0\(digits)" : digits)
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}

extension StatedFact {
  fileprivate var yaml: String {
    switch value {
    case .unknown, .boolean, .number: "\(id): \(value)"
    case .text(let text): "\(id): \(FactSheet.quoted(text))"
    }
  }
}
