/// Identifiers of decisions, outcomes and facts in plain words.
enum PlainName {
  /// The words of an identifier: `siteManagement` is “site management”, `addCTAndMRI` “add CT and MRI”.
  ///
  /// A text with blanks is none and stays as it is. Letters outside ASCII count as small ones.
  static func of(_ identifier: String) -> String {
    let letters = Array(identifier.utf8)
    guard !letters.contains(where: { $0 == 32 || (9...13).contains($0) }) else {
      return identifier
    }
    var words: [String] = []
    var start = 0
    for place in letters.indices.dropFirst() where isBoundary(letters, place) {
      words.append(plain(letters[start..<place]))
      start = place
    }
    words.append(plain(letters[start...]))
    return TextLayout.joined(words[...])
  }

  /// Whether a word begins: at a capital behind a small letter, and at the last capital of a run that
  /// a small letter follows.
  private static func isBoundary(_ letters: [UInt8], _ place: Int) -> Bool {
    guard isCapital(letters[place]) else { return false }
    if !isCapital(letters[place - 1]) { return true }
    return place + 1 < letters.count && isSmall(letters[place + 1])
  }

  private static func isCapital(_ letter: UInt8) -> Bool { (65...90).contains(letter) }

  private static func isSmall(_ letter: UInt8) -> Bool {
    (97...122).contains(letter) || letter >= 128
  }

  /// A run of capitals is an abbreviation and keeps them.
  private static func plain(_ letters: ArraySlice<UInt8>) -> String {
    let word = String(decoding: letters, as: UTF8.self)
    let isAbbreviation =
      letters.count > 1 && letters.allSatisfy { isCapital($0) || (48...57).contains($0) }
    return isAbbreviation ? word : word.lowercased()
  }

  /// Alternatives as a question has them: “resect, ablate or observe”.
  static func alternatives(_ identifiers: [String]) -> String {
    let words = identifiers.map(of)
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }
}
