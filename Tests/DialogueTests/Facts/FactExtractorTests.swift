import Dialogue
import TestSupport
import Testing

@Suite struct FactExtractorTests {
  @Test(arguments: [
    ("lesion 8 mm", "sizeMm=8"), ("8 mm, remnant 40 %", "sizeMm=8 liverPercent=40"),
    ("margin 3 mm, lesion 12 mm", "sizeMm=12"), ("tiny lesion", "sizeMm=< 10"),
    ("tiny, that is 8 mm", "sizeMm=8"), ("8 mm, correction: 12 mm", "sizeMm=12"),
    ("8 mm. no, 12 mm", "sizeMm=12"), ("lesion 8 mm. Lesion 12 mm", ""),
    ("12 mm, not 8 mm", "sizeMm=12"), ("remnant 0.35", "liverPercent=35"),
    ("no scan, deep", "scanned=false depth=deep"), ("scan room", ""), ("not deep", ""),
    ("magnetic-resonance", "scanned=true"), ("40 %", ""), ("if 8 mm", ""),
  ])
  func `facts follow from words`(text: String, expected: String) throws {
    let facts = try SmallLanguage.extractor().read(text).facts
    #expect(facts.map { "\($0.id)=\($0.value)" }.joined(separator: " ") == expected)
  }

  @Test func `a contradiction is kept as one, with its words`() throws {
    let reading = try SmallLanguage.extractor().read("Lesion 8 mm. Later: lesion 12 mm.")
    #expect(reading.conflicts.map(\.id) == ["sizeMm"])
    #expect(reading.conflicts.first?.statements.map(\.words) == ["8 mm", "12 mm"])
  }

  @Test func `what is only planned or another person's is mentioned`() throws {
    let reading = try SmallLanguage.extractor().read("Scan booked. Her mother: deep.")
    #expect(reading.facts.isEmpty)
    #expect(reading.mentioned.map(\.polarity) == [.planned, .other])
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `words and bytes of a fact are those of the text, whatever the text`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "lesion", "8 mm", "remnant", "40 %", "no", "scan", ", ", ". ", "? ", "\n", "👩‍⚕️", "מכתב",
      "é", "correction", "99999999999999999999999999", "-", "1/2", "(", "if", "not", "\u{0}",
    ]
    for _ in 0..<150 {
      let text = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let reading = try SmallLanguage.extractor().read(text)
      for fact in reading.facts + reading.mentioned + reading.conflicts.flatMap(\.statements) {
        let bytes = Array(text.utf8)
        #expect(String(validating: bytes[fact.bytes], as: UTF8.self) == fact.words, "seed \(seed)")
      }
    }
  }

  @Test(arguments: ["(", "a )", "", "@nothing", "#nothing", "a | "])
  func `a phrase that cannot be read is refused with its place`(phrase: String) {
    let entries =
      SmallLanguage.entries + [
        SmallLanguage.entry("facts", "bad", ["kind": ["boolean"], "true": [phrase, "( | )"]])
      ]
    let error = #expect(throws: WordingError.self) { _ = try FactLanguage(entries) }
    #expect(error?.name == "bad")
  }

  @Test func `a class that contains itself is refused`() {
    let entries = [
      SmallLanguage.entry("words", "one", ["": ["a @two"]]),
      SmallLanguage.entry("words", "two", ["": ["b", "@one"]]),
    ]
    let error = #expect(throws: WordingError.self) { _ = try FactLanguage(entries) }
    #expect(error?.problem == .pattern(.circularClass("one")))
  }
}
