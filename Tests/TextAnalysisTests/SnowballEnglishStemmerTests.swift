import Foundation
import TestSupport
import TextAnalysis
import Testing

@Suite struct SnowballEnglishStemmerTests {
  private let stemmer = SnowballEnglishStemmer()

  /// PyStemmer 3.1 wrote the stems; see `Fixtures/make_stems.py`.
  @Test func `every stem is that of the reference implementation`() throws {
    let file = try #require(
      Bundle.module.url(forResource: "stems", withExtension: "tsv", subdirectory: "Fixtures")
    )
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 25_000)
    let wrong = lines.compactMap { line -> String? in
      let columns = line.split(separator: "\t")
      let stem = stemmer.stem(String(columns[0]))
      return stem == columns[1] ? nil : "\(line), not \(stem)"
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  @Test(arguments: [
    // Step 1a
    ("caresses", "caress"), ("ties", "tie"), ("cries", "cri"), ("gaps", "gap"), ("gas", "gas"),
    // Step 1b
    ("agreed", "agre"), ("hopping", "hop"), ("hoping", "hope"), ("luxuriating", "luxuri"),
    ("egging", "egg"), ("dying", "die"), ("vying", "vie"), ("evening", "evening"),
    ("proceeding", "proceed"), ("pasted", "paste"),
    // Step 1c
    ("cry", "cri"), ("by", "by"), ("say", "say"),
    // Steps 2 to 4
    ("rational", "ration"), ("biologist", "biolog"), ("formality", "formal"), ("hopeful", "hope"),
    ("adjustment", "adjust"), ("adoption", "adopt"),
    // Step 5
    ("controll", "control"), ("rate", "rate"),
    // The first region of the revision of 3.1
    ("general", "general"), ("universal", "universal"), ("university", "universiti"),
    ("organic", "organic"), ("international", "internat"), ("emergency", "emergenc"),
    // Exceptions
    ("skies", "sky"), ("news", "news"), ("early", "earli"),
  ])
  func `each step does what the algorithm says`(word: String, stem: String) {
    #expect(stemmer.stem(word) == stem)
  }

  @Test(arguments: [
    "", "a", "is", "'", "''", "'s", "'s'", "y", "ss", "é", "肝", "🩺", "\u{0}", "ed", "ing",
  ])
  func `a word of no more than its ending is survived`(word: String) {
    #expect(stemmer.stem(word).utf8.count <= word.utf8.count)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `no word traps`(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let letters = Array("aeioyslendgt'ié-".unicodeScalars)
    for _ in 0..<5_000 {
      var word = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        word.append(letters.randomElement(using: &generator) ?? "a")
      }
      #expect(stemmer.stem(String(word)).utf8.count <= String(word).utf8.count + 1)
    }
  }
}
