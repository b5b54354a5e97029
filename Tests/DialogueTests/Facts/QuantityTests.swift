import Dialogue
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("8 mm", "8", "mm", "8 mm"), ("0.8cm", "0.8", "cm", "0.8cm"), ("0·8 cm", "0.8", "cm", "0·8 cm"),
    ("1.2 x 0.9 cm", "1.2", "cm", "1.2 x 0.9 cm"), ("11x7 mm", "11", "mm", "11x7 mm"),
    ("0,8 cm", "0.8", "cm", "0,8 cm"), ("1,561 mm", "1561", "mm", "1,561 mm"),
    ("half an inch", "0.5", "in", "half an inch"), ("2½ cm", "2.5", "cm", "2½ cm"),
    ("two and a half weeks", "2.5", "week", "two and a half weeks"),
    ("forty-two per cent", "42", "%", "forty-two per cent"), ("4/52 ago", "4", "week", "4/52"),
    ("3/12", "3", "month", "3/12"), ("under 1 cm", "< 1", "cm", "under 1 cm"),
    ("≥ 3 weeks", ">= 3", "week", "≥ 3 weeks"),
    ("3 weeks or more", ">= 3", "week", "3 weeks or more"),
    ("3-4 weeks", "3..4", "week", "3-4 weeks"), ("3 or 4 weeks", "3..4", "week", "3 or 4 weeks"),
    ("between 25 and 28 %", "25..28", "%", "between 25 and 28 %"), ("5 mM", "5", "mM", "5 mM"),
    ("2 mets, 5 in the right lobe", "2", "", "2"), ("5in.", "5", "in", "5in"),
    ("1/2 inch", "0.5", "in", "1/2 inch"), ("58M", "58", "", "58"),
  ])
  func `a quantity is read with its unit and its place`(
    text: String,
    value: String,
    unit: String,
    words: String
  ) throws {
    let found = try #require(try SmallLanguage.extractor().quantities(of: text).first)
    #expect(found.value.description == value)
    #expect(found.unit == unit)
    #expect(String(decoding: Array(text.utf8)[found.bytes], as: UTF8.self) == words)
  }

  @Test(arguments: [
    (NumberInterval(12), "12"), (NumberInterval(1.4286), "1.43"), (NumberInterval(0.5), "0.5"),
    (NumberInterval(1.05), "1.05"),
    (NumberInterval(low: nil, high: 10, includesHigh: false), "< 10"),
    (NumberInterval(low: 8, high: nil), ">= 8"), (NumberInterval(low: 25, high: 28), "25..28"),
    (NumberInterval(low: 3, high: 6, includesHigh: false), "[3..6)"),
    (NumberInterval(-0.5), "-0.5"),
  ])
  func `an interval is written as facts are`(interval: NumberInterval, text: String) {
    #expect(interval.description == text)
  }
}
