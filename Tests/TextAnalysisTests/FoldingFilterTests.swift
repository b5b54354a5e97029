import TextAnalysis
import Testing

@Suite struct FoldingFilterTests {
  private func fold(_ text: String) -> String {
    let token = Token(text: text, start: 0, end: text.utf8.count, position: 0)
    return FoldingFilter().filter([token]).first?.text ?? ""
  }

  @Test(arguments: [
    ("", ""),
    ("word", "word"),
    ("MRI", "mri"),
    ("Métastases", "metastases"),
    ("me\u{301}tastases", "metastases"),
    ("Häufigkeit", "haufigkeit"),
    ("Größe", "grosse"),
    ("GRÖẞE", "grosse"),
    ("Søren", "soren"),
    ("Ærø", "aero"),
    ("œdème", "oedeme"),
    ("Łódź", "lodz"),
    ("İstanbul", "istanbul"),
    ("ısı", "isi"),
    ("Việt", "viet"),
    ("Ⱥ", "a"),
    ("ﬁbrosis", "fibrosis"),
    ("ＭＲＩ", "mri"),
    ("１２", "12"),
    ("10⁹", "109"),
    ("m²", "m2"),
    ("H₂O", "h2o"),
    ("\u{212A}elvin", "kelvin"),
    ("Ωμέγα", "ωμεγα"),
    ("ΣΟΦΟΣ", "σοφοσ"),
    ("σοφος", "σοφοσ"),
    ("µg", "μg"),
    ("肝転移", "肝転移"),
    ("한글", "한글"),
    ("हिन्दी", "हिन्दी"),
    ("1\u{FE0F}\u{20E3}", "1"),
    ("hepa\u{AD}tic", "hepatic"),
    ("a\u{0}b", "a\u{0}b"),
  ])
  func `case, diacritics and typography fold`(text: String, folded: String) {
    #expect(fold(text) == folded)
  }

  @Test(arguments: ["‐", "‑", "‒", "–", "—", "―", "−", "-", "－"])
  func `every dash becomes a hyphen`(dash: String) {
    #expect(fold("EOB\(dash)MRI") == "eob-mri")
  }

  @Test(arguments: [
    ("patient's", "patient"),
    ("Patient’s", "patient"),
    ("CROHN‘S", "crohn"),
    ("don’t", "don't"),
    ("o’brien", "o'brien"),
    ("'s", "'s"),
    ("is", "is"),
  ])
  func `an apostrophe is straight and a possessive dropped`(text: String, folded: String) {
    #expect(fold(text) == folded)
  }

  @Test func `offsets and position stay those of the original`() {
    let token = Token(text: "Größe", start: 7, end: 14, position: 3, parts: [7..<14])
    let folded = FoldingFilter().filter([token])
    #expect(folded == [Token(text: "grosse", start: 7, end: 14, position: 3, parts: [7..<14])])
  }

  @Test func `a token of which nothing is left goes`() {
    let tokens = [
      Token(text: "\u{301}", start: 0, end: 2, position: 0),
      Token(text: "a", start: 3, end: 4, position: 1),
    ]
    #expect(FoldingFilter().filter(tokens).map(\.text) == ["a"])
  }

  @Test
  func `composed and decomposed letters of Latin fold alike and folding twice is folding once`()
    throws
  {
    for value in UInt32(0xC0)...0x24F {
      let letter = String(try #require(Unicode.Scalar(value)))
      #expect(fold(fold(letter)) == fold(letter), "\(letter)")
    }
    for (composed, decomposed) in [("é", "e\u{301}"), ("ǘ", "u\u{308}\u{301}"), ("й", "и\u{306}")] {
      #expect(fold(composed) == fold(decomposed))
    }
  }
}
