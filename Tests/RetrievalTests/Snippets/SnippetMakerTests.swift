@testable import Retrieval
import TestSupport
import Testing

@Suite struct SnippetMakerTests {
  private let analysis = WordAnalysis(IndexedWords(stop: ["the", "of"], asking: []))

  private func maker(_ words: [String: Float], longest: Int) -> SnippetMaker {
    let terms = words.sorted { $0.key < $1.key }.map {
      WeightedTerm(term: analysis.placedTerms(of: Array($0.key.utf8))[0].term, weight: $0.value)
    }
    return SnippetMaker(analysis, terms: terms, longest: longest)
  }

  /// The snippet with brackets around its marks.
  private func shown(_ snippet: Snippet, _ text: String) -> String {
    let bytes = Array(text.utf8)
    var shown = ""
    var offset = snippet.range.lowerBound
    for mark in snippet.marks {
      shown += String(decoding: bytes[offset..<mark.lowerBound], as: UTF8.self)
      shown += "[\(String(decoding: bytes[mark], as: UTF8.self))]"
      offset = mark.upperBound
    }
    return shown + String(decoding: bytes[offset..<snippet.range.upperBound], as: UTF8.self)
  }

  @Test(arguments: [
    (
      ["margin": Float(2), "liver": 1],
      "The liver is large. Nothing here. Margins (of 1 mm) matter. The end.",
      40, "[Margins] (of 1 mm) matter."
    ),
    (
      ["margin": 2, "liver": 1], "Nothing. The liver is large. Margins matter. The end.", 60,
      "The [liver] is large. [Margins] matter."
    ),
    (["zebra": 2], "First sentence. Second one.", 40, "First sentence."),
    (["café": 1], "Un « Café » noir. Autre.", 40, "Un « [Café] » noir."),
    (
      ["end": 1], "One long sentence without any stop that goes on and on to its very end", 20,
      "to its very [end]"
    ),
    (["x": 1], "", 20, ""),
  ])
  func `the best run of sentences is shown with its words`(
    words: [String: Float],
    text: String,
    longest: Int,
    expected: String
  ) {
    #expect(shown(maker(words, longest: longest).snippet(of: text), text) == expected)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `a snippet lies in its text and its marks in it`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("ab é.\n\u{1F600} Margin liver, 😀(x). ".unicodeScalars)
    var text = ""
    for _ in 0..<Int.random(in: 0...200, using: &generator) {
      text.unicodeScalars.append(signs.randomElement(using: &generator) ?? "a")
    }
    let longest = Int.random(in: 8...80, using: &generator)
    let snippet = maker(["a": 1, "margin": 2, "é": 1], longest: longest).snippet(of: text)
    let bytes = Array(text.utf8)
    #expect(snippet.range.upperBound <= bytes.count, "seed \(seed)")
    #expect(snippet.range.count <= longest, "seed \(seed)")
    #expect(String(validating: bytes[snippet.range], as: UTF8.self) != nil, "seed \(seed)")
    var last = snippet.range.lowerBound
    for mark in snippet.marks {
      #expect(mark.lowerBound >= last && !mark.isEmpty, "seed \(seed)")
      last = mark.upperBound
    }
    #expect(last <= snippet.range.upperBound, "seed \(seed)")
  }

  @Test(arguments: ["The liver, (margins) of café!", "", "é", " x", "a\u{300}b c"])
  func `placed terms are the words of their ranges`(text: String) {
    let bytes = Array(text.utf8)
    for placed in analysis.placedTerms(of: bytes) {
      #expect(analysis.placedTerms(of: Array(bytes[placed.range])).map(\.term) == [placed.term])
    }
  }
}
