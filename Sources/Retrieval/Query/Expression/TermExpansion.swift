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
  /// to five letters; the terms of words that are one edit away; and stems that the word begins with.
  ///
  /// A misspelt ending is not stemmed, and the edits of a word are not those of its stem: "resetcion"
  /// finds "resect" because it is one edit away from "resection". Another term than the word's own
  /// counts half.
  ///
  /// - Parameters:
  ///   - folded: The word in lower case.
  ///   - own: Its term, or the word itself where it has none.
  /// - Returns: The terms that most documents hold, with what each counts.
  /// - Throws: `IndexError` when the index is damaged.
  /// - Complexity: O(n) in the terms with that letter, and some 50 look-ups for each letter.
  func terms(similarTo folded: [UInt8], own: [UInt8]) throws(IndexError) -> [WeightedTerm] {
    let word = String(decoding: own, as: UTF8.self)
    guard let first = word.unicodeScalars.first else { return [] }
    let limit = word.unicodeScalars.count <= 5 ? 1 : 2
    let start = Array(String(first).utf8)
    var found: [[UInt8]: Int] = [:]
    for term in Set(neighbours(of: folded)) { found[term] = try frequency(term) }
    for part in reader.parts {
      try part.segment.dictionary.forEachTerm(from: start) { term, entry throws(IndexError) in
        guard term.starts(with: start) else { return false }
        // A letter has at most four bytes.
        guard abs(term.count - own.count) <= 4 * limit else { return true }
        let other = String(decoding: term, as: UTF8.self)
        guard found[term] == nil else { return true }
        if editDistance(word, other, atMost: limit) != nil || isStem(term, of: own) {
          found[term] = try frequency(term)
        }
        return true
      }
    }
    return mostFrequent(found).map { WeightedTerm(term: $0, weight: $0 == own ? 1 : 0.5) }
  }

  /// The terms of all words that are one edit away from a word of four letters or more.
  private func neighbours(of word: [UInt8]) -> [[UInt8]] {
    guard word.count >= 4 else { return [] }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    var terms: [[UInt8]] = []
    func add(_ edited: [UInt8]) { terms += reader.analysis.term(ofWord: edited).map { [$0] } ?? [] }
    for place in 0...word.count {
      let (before, after) = (Array(word[..<place]), Array(word[place...]))
      for letter in letters { add(before + [letter] + after) }
      guard !after.isEmpty else { continue }
      add(before + after.dropFirst())
      for letter in letters { add(before + [letter] + after.dropFirst()) }
      if after.count > 1 {
        add(before + [after[1], after[0]] + after.dropFirst(2))
      }
    }
    return terms
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
