extension Value {
  /// The kind as a note names it, such as `number` or `date and time`.
  public var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .time: "time"
    case .dateAndTime: "date and time"
    case .yearsAndMonths: "years and months duration"
    case .daysAndTime: "days and time duration"
    case .list: "list"
    case .context: "context"
    case .range: "range"
    case .function: "function"
    }
  }

  /// The text that `string()` gives: as `feelText`, but a string itself, and a date, time or duration,
  /// without quotes (DMN 1.5, 10.3.4.1).
  public var text: String {
    switch self {
    case .string(let text): text
    case .date(let date): date.description
    case .time(let time): time.description
    case .dateAndTime(let dateAndTime): dateAndTime.description
    case .yearsAndMonths(let duration): duration.description
    case .daysAndTime(let duration): duration.description
    case .null, .boolean, .number, .list, .context, .range, .function: feelText
    }
  }

  /// FEEL text of the value: `[1, "a", @"2024-03-01"]`, `{a: 1, "b-c": null}`, `(1..5]`.
  ///
  /// Except for functions, evaluating the text gives the value again. A text of more than 4 MiB is
  /// cut and ends in `…`, as lists that share their parts can have more than any memory holds.
  ///
  /// - Complexity: O(n) in the size of the value.
  public var feelText: String {
    var text = ""
    write(to: &text)
    return text.isFull ? text + "…" : text
  }

  private func write(to text: inout String) {
    guard !text.isFull else { return }
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .number(let number): text += number.description
    case .string(let string): string.writeQuoted(to: &text)
    case .date, .time, .dateAndTime, .yearsAndMonths, .daysAndTime: text += "@\"\(self.text)\""
    case .list(let elements): Value.write(elements, to: &text)
    case .context(let context): context.write(to: &text)
    case .range(let range): range.write(to: &text)
    case .function(let function): function.write(to: &text)
    }
  }

  private static func write(_ elements: [Value], to text: inout String) {
    text += "["
    for (place, element) in elements.enumerated() where !text.isFull {
      if place > 0 { text += ", " }
      element.write(to: &text)
    }
    text += "]"
  }

  fileprivate func append(to text: inout String) { write(to: &text) }
}

extension Context {
  fileprivate func write(to text: inout String) {
    text += "{"
    for (place, entry) in entries.enumerated() where !text.isFull {
      if place > 0 { text += ", " }
      if entry.key.isPlainKey { text += entry.key } else { entry.key.writeQuoted(to: &text) }
      text += ": "
      entry.value.append(to: &text)
    }
    text += "}"
  }
}

extension ValueRange {
  fileprivate func write(to text: inout String) {
    guard form == .interval, let lower, let upper else { return writeComparison(to: &text) }
    text += includesLower ? "[" : "("
    lower.append(to: &text)
    text += ".."
    upper.append(to: &text)
    text += includesUpper ? "]" : ")"
  }

  /// `(< 5)`, `(>= 5)`, `(= 5)`, `(!= 5)`.
  private func writeComparison(to text: inout String) {
    switch (lower, upper) {
    case (_?, _?): text += includesLower ? "(= " : "(!= "
    case (_?, nil): text += includesLower ? "(>= " : "(> "
    case (nil, _): text += includesUpper ? "(<= " : "(< "
    }
    (lower ?? upper ?? .null).append(to: &text)
    text += ")"
  }
}

extension Function {
  fileprivate func write(to text: inout String) {
    guard case .expression(let expression, _) = body else {
      text += name.isEmpty ? "function" : name
      return
    }
    let list = parameters.map { $0.type == .any ? $0.name : "\($0.name): \($0.type)" }
    text += "function(" + list.joined(separator: ", ") + ") " + expression.description
  }
}

extension String {
  /// Whether no more is written.
  fileprivate var isFull: Bool { utf8.count > 1 << 22 }

  /// Writes the text between quotes, with the escapes of DMN 1.5, 10.3.1.2, rule 64.
  fileprivate func writeQuoted(to text: inout String) {
    text += "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Whether it can stand as a key without quotes: words of letters and digits, none a keyword.
  fileprivate var isPlainKey: Bool {
    let words = split(separator: " ", omittingEmptySubsequences: false)
    return words.first?.unicodeScalars.first?.properties.isAlphabetic == true
      && words.allSatisfy { word in
        !word.isEmpty && !String.keywords.contains(String(word))
          && word.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.isDigit) || scalar == "_"
          }
      }
  }

  private static let keywords: Set<String> = [
    "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies",
    "between", "instance", "of", "function", "external", "true", "false", "null",
  ]
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
