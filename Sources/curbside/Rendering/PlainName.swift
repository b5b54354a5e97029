/// Identifiers of decisions, outcomes and facts in plain words.
enum PlainName {
  /// The words of an identifier: `siteManagement` is “site management”, `addCTAndMRI` “add CT and MRI”.
  ///
  /// A text with blanks is none and stays as it is.
  static func of(_ identifier: String) -> String {
    let letters = Array(identifier)
    guard !letters.contains(where: \.isWhitespace) else { return identifier }
    var words: [String] = []
    var start = 0
    for place in letters.indices.dropFirst() where isBoundary(letters, place) {
      words.append(String(letters[start..<place]))
      start = place
    }
    words.append(String(letters[start...]))
    return words.map(plain).joined(separator: " ")
  }

  /// Whether a word begins: at a capital behind a small letter, and at the last capital of a run that
  /// a small letter follows.
  private static func isBoundary(_ letters: [Character], _ place: Int) -> Bool {
    guard letters[place].isUppercase else { return false }
    if !letters[place - 1].isUppercase { return true }
    return place + 1 < letters.count && letters[place + 1].isLowercase
  }

  /// A run of capitals is an abbreviation and keeps them.
  private static func plain(_ word: String) -> String {
    word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber } ? word : word.lowercased()
  }

  /// Alternatives as a question has them: “resect, ablate or observe”.
  static func alternatives(_ identifiers: [String]) -> String {
    let words = identifiers.map(of)
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
