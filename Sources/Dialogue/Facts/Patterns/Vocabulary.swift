/// The words that the patterns of a language name, each with a number.
///
/// A word that ends in `*` names every word that begins so.
struct Vocabulary {
  private var whole: [String: Int] = [:]
  private var prefixes: [String: Int] = [:]
  private var longestPrefix = 0
  private(set) var count = 0

  /// The number of a word or of a beginning such as `resect*`.
  mutating func atom(_ word: String) -> Int {
    let isPrefix = word.count > 1 && word.hasSuffix("*")
    let key = isPrefix ? String(word.dropLast()) : word
    if let known = isPrefix ? prefixes[key] : whole[key] { return known }
    if isPrefix {
      longestPrefix = max(longestPrefix, key.unicodeScalars.count)
      prefixes[key] = count
    } else {
      whole[key] = count
    }
    count += 1
    return count - 1
  }

  /// What a word is, in ascending order.
  ///
  /// - Complexity: O(*n*) in the length of the longest beginning.
  func atoms(of word: String) -> [Int] {
    var found: [Int] = []
    if let atom = whole[word] { found.append(atom) }
    var prefix = ""
    for scalar in word.unicodeScalars.prefix(longestPrefix) {
      prefix.unicodeScalars.append(scalar)
      if let atom = prefixes[prefix] { found.append(atom) }
    }
    return found.sorted()
  }
}
