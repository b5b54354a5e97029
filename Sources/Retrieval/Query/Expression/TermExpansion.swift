internal import TextAnalysis

/// Finds the terms of an index that stand for a prefix or for a word that may be misspelt.
struct TermExpansion {
  let reader: DirectoryReader

  /// The most terms that stand for one word: those that most documents hold.
  static let mostTerms = 256

  /// Terms that begin with a word in lower case, and the word's own term.
  ///
  /// - Complexity: O(n) in the terms that begin so.
  func terms(prefix word: [UInt8], own: [UInt8]?) throws(IndexError) -> [WeightedTerm] {
    var found: [[UInt8]: Int] = [:]
    for part in reader.parts {
      try part.segment.dictionary.forEachTerm(from: word) { term, entry throws(IndexError) in
        guard term.starts(with: word) else { return false }
        found[term, default: 0] += entry.documentFrequency
        return true
      }
    }
    // "metastases*" finds the term "metastas" as well, which is shorter than the prefix.
    if let own, found[own] == nil { found[own] = try frequency(own) }
    return mostFrequent(found).map { WeightedTerm(term: $0, weight: 1) }
  }

  /// Terms with the same first letter that are at most two edits away from the word's own, one for up
  /// to five letters, and stems that the word begins with.
  ///
  /// A misspelt ending is not stemmed, so that "ablatoin" finds the stem "ablat" by its beginning
  /// alone. Another term than the word's own counts half.
  ///
  /// - Complexity: O(n) in the terms with that letter.
  func terms(similarTo own: [UInt8]) throws(IndexError) -> [WeightedTerm] {
    let word = String(decoding: own, as: UTF8.self)
    guard let first = word.unicodeScalars.first else { return [] }
    let limit = word.unicodeScalars.count <= 5 ? 1 : 2
    let start = Array(String(first).utf8)
    var found: [[UInt8]: Int] = [:]
    for part in reader.parts {
      try part.segment.dictionary.forEachTerm(from: start) { term, entry throws(IndexError) in
        guard term.starts(with: start) else { return false }
        // A letter has at most four bytes.
        guard abs(term.count - own.count) <= 4 * limit else { return true }
        let other = String(decoding: term, as: UTF8.self)
        if editDistance(word, other, atMost: limit) != nil || isStem(term, of: own) {
          found[term, default: 0] += entry.documentFrequency
        }
        return true
      }
    }
    return mostFrequent(found).map { WeightedTerm(term: $0, weight: $0 == own ? 1 : 0.5) }
  }

  /// Whether a word is a term of five letters or more and at most four further letters.
  private func isStem(_ term: [UInt8], of word: [UInt8]) -> Bool {
    term.count >= 5 && word.count - term.count <= 4 && word.starts(with: term)
  }

  private func frequency(_ term: [UInt8]) throws(IndexError) -> Int? {
    var frequency = 0
    for part in reader.parts {
      frequency += try part.segment.dictionary.find(term[...])?.documentFrequency ?? 0
    }
    return frequency > 0 ? frequency : nil
  }

  private func mostFrequent(_ found: [[UInt8]: Int]) -> [[UInt8]] {
    let sorted = found.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    return sorted.prefix(Self.mostTerms).map(\.key)
  }
}
