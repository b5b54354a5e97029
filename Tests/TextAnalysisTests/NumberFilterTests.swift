import TextAnalysis
import Testing

@Suite struct NumberFilterTests {
  private func split(_ text: String) -> [Token] {
    NumberFilter().filter(FoldingFilter().filter(Tokenizer().tokenize(text)))
  }

  @Test(arguments: [
    ("", []),
    ("word 12", ["word", "12"]),
    ("< 1 cm", ["<1cm", "1cm", "1", "cm"]),
    ("p < 0.01", ["p", "<0.01", "0.01"]),
    ("3 to 4 weeks", ["3-4week", "3", "4", "week"]),
    ("19% to 74%", ["19-74%", "19", "74", "%"]),
    ("≥ 3–4 cm", [">=3-4cm", "3-4cm", "3", "4", "cm"]),
    ("85 mg/m2", ["85mg/m2", "85", "mg/m2"]),
    ("6/52", ["6week", "6", "week"]),
    ("2 GY", ["2gy", "2", "gy"]),
    ("1,561 g", ["1561g", "1561", "g"]),
    ("5-year", ["5-year"]),
  ])
  func `a quantity is followed by its numbers and its unit`(text: String, words: [String]) {
    #expect(split(text).map(\.text) == words)
  }

  @Test func `each part keeps its own place in the original text`() {
    let text = "size ≤ 1,5 00 to 2 cm"
    let tokens = split("≤ 10 mm")
    #expect(tokens.map { "≤ 10 mm".slice($0.start, $0.end) } == ["≤ 10 mm", "10 mm", "10", "mm"])
    #expect(Set(tokens.map(\.position)) == [0])
    #expect(split(text).allSatisfy { text.slice($0.start, $0.end) != nil })
  }
}
