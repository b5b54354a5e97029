import TextAnalysis
import Testing

@Suite struct StemFilterTests {
  @Test(arguments: [
    ("lesions", "lesion"),
    ("follow-ups", "follow-up"),
    ("patients'", "patient"),
    ("naïvely", "naïv"),
    ("ki67s", "ki67s"),
    ("5-years", "5-years"),
    ("u.s", "u.s"),
    ("%", "%"),
    ("肝転移", "肝転移"),
    ("", ""),
  ])
  func `words are stemmed, and tokens with digits or dots stay`(text: String, stem: String) {
    let token = Token(text: text, start: 2, end: 9, position: 4)
    #expect(StemFilter().filter([token]) == [Token(text: stem, start: 2, end: 9, position: 4)])
  }

  @Test func `a compound and its parts are stemmed each by itself`() {
    let tokens = CompoundFilter().filter(Tokenizer().tokenize("vanishing-tumours"))
    #expect(
      StemFilter().filter(tokens).map(\.text) == [
        "vanishing-tumour", "vanish", "tumour", "vanishingtumour",
      ]
    )
  }
}
