/// The outcomes that somebody gives to the two patients of a quiz question.
struct QuizAnswer: Equatable {
  /// Of patient A.
  var first: String
  /// Of patient B.
  var second: String

  /// Reads two outcomes: by name in any case, by a beginning that only one has, or by number.
  ///
  /// The first is patient A's unless the line begins with `B`; nil for a line that does not name two.
  ///
  /// - Parameters:
  ///   - line: Such as `1 2`, `ablate, observe` or `A: ablate; B: observe`.
  ///   - choices: The identifiers of all outcomes, in the order in which they are numbered.
  init?(_ line: String, choices: [String]) {
    let all = line.lowercased().split { $0.isWhitespace || ",;:=".contains($0) }.map(String.init)
    let words = all.filter { !Self.labels.contains($0) }
    let isTurned = all.first { $0 != "patient" } == "b"
    let pairs = words.indices.dropFirst().compactMap { cut -> (String, String)? in
      guard let left = Self.choice(words[..<cut], choices),
        let right = Self.choice(words[cut...], choices)
      else { return nil }
      return (left, right)
    }
    guard let pair = pairs.first, pairs.count == 1 else { return nil }
    (first, second) = isTurned ? (pair.1, pair.0) : pair
  }

  /// What may stand around the outcomes.
  private static let labels: Set = ["a", "b", "and", "patient", "-"]

  private static func choice(_ words: ArraySlice<String>, _ choices: [String]) -> String? {
    let text = words.joined(separator: " ")
    if let number = Int(text) {
      return choices.indices.contains(number - 1) ? choices[number - 1] : nil
    }
    let names = choices.map { [$0.lowercased(), PlainName.of($0).lowercased()] }
    if let exact = names.firstIndex(where: { $0.contains(text) }) { return choices[exact] }
    let begun = names.indices.filter { names[$0].contains { $0.hasPrefix(text) } }
    return begun.count == 1 ? choices[begun[0]] : nil
  }
}
