/// What abbreviations stand for, as a list of a subject gives it.
///
/// A line is an abbreviation, a tabulator, one of its meanings; what stands behind a further tabulator is
/// passed over. An abbreviation may have several lines.
package struct AbbreviationList: Sendable {
  /// The meanings by abbreviation, as written.
  private var meanings: [String: [String]] = [:]
  /// The abbreviations by meaning, in small letters with one blank between words.
  private var abbreviations: [String: [String]] = [:]
  /// The words of the longest meaning.
  private var longest = 0

  /// The most meanings that an abbreviation may have to say anything.
  private static let mostMeanings = 8
  /// The most words of a meaning that is looked for in a question.
  private static let mostWords = 8

  /// Why a list cannot be read.
  package struct Malformed: Error, Hashable {
    /// The line, from 1.
    package var line: Int
  }

  /// Reads a list.
  ///
  /// - Parameter bytes: UTF-8, lines that end in LF or CR LF. A first line of "abbreviation" and a blank
  ///   line are passed over.
  /// - Throws: `Malformed` for a line without a tabulator or with nothing before or behind it.
  /// - Complexity: O(*n*) in the bytes.
  package init(tabSeparated bytes: [UInt8]) throws(Malformed) {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      let text = line.last == 0x0D ? line.dropLast() : line
      if text.isEmpty { continue }
      let columns = text.split(separator: 9, maxSplits: 2, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if index == 0, columns.first == "abbreviation" { continue }
      guard columns.count > 1, !columns[0].isEmpty, !columns[1].isEmpty else {
        throw Malformed(line: index + 1)
      }
      add(columns[0], columns[1])
    }
  }

  private mutating func add(_ abbreviation: String, _ meaning: String) {
    if meanings[abbreviation]?.contains(meaning) == true { return }
    meanings[abbreviation, default: []].append(meaning)
    let words = Self.words(meaning)
    guard words.count > 1, words.count <= Self.mostWords else { return }
    let key = words.map { $0.lowercased() }.joined(separator: " ")
    if abbreviations[key]?.contains(abbreviation) == true { return }
    abbreviations[key, default: []].append(abbreviation)
    longest = max(longest, words.count)
  }

  /// What stands for parts of a question: the meanings of its abbreviations, and the abbreviations of
  /// the meanings that it writes out.
  ///
  /// - Returns: Texts with the share that each has of its part, above 0 and up to 1: several meanings
  ///   divide it.
  package func counterparts(in question: String) -> [(text: String, share: Float)] {
    let words = Self.words(question)
    let folded = words.map { $0.lowercased() }
    var found: [(text: String, share: Float)] = []
    var start = 0
    while start < words.count {
      let run = (2...max(longest, 2)).last { length in
        start + length <= words.count
          && abbreviations[folded[start..<(start + length)].joined(separator: " ")] != nil
      }
      if let run,
        let short = abbreviations[folded[start..<(start + run)].joined(separator: " ")]
      {
        found += Self.shared(short)
        start += run
        continue
      }
      if let long = meanings(of: words[start]) { found += Self.shared(long) }
      start += 1
    }
    return found
  }

  /// The meanings of a word that is written as an abbreviation is: with a capital behind its first
  /// letter or a digit, or, in small letters, without a vowel.
  private func meanings(of word: String) -> [String]? {
    let isMarked = word.dropFirst().contains { $0.isUppercase || $0.isNumber }
    if isMarked { return meanings[word].flatMap(Self.usable) }
    let hasVowel = word.contains { "aeiouyAEIOUY".contains($0) }
    guard !hasVowel, word.count > 1, word.allSatisfy(\.isLetter) else { return nil }
    return (meanings[word] ?? meanings[word.uppercased()]).flatMap(Self.usable)
  }

  private static func usable(_ texts: [String]) -> [String]? {
    texts.count <= mostMeanings ? texts : nil
  }

  private static func shared(_ texts: [String]) -> [(text: String, share: Float)] {
    texts.count <= mostMeanings ? texts.map { ($0, 1 / Float(texts.count)) } : []
  }

  /// Runs of letters and digits; a hyphen and a slash belong to a word, as in "5-FU" and "y/o".
  private static func words(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "/") }.map { word in
      String(word.drop { "-/".contains($0) })
    }.filter { !$0.isEmpty }
  }
}
