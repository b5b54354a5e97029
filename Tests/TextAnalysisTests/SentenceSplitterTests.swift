import TestSupport
import TextAnalysis
import Testing

@Suite struct SentenceSplitterTests {
  private func split(_ text: String) -> [String?] {
    SentenceSplitter().split(text).map { text.slice($0.lowerBound, $0.upperBound) }
  }

  @Test(arguments: [
    ("", []),
    (" \n ", []),
    ("One.", ["One."]),
    ("no stop", ["no stop"]),
    ("  One. Two!  Three? Four… Five ", ["One.", "Two!", "Three?", "Four…", "Five"]),
    ("One.\nTwo.", ["One.", "Two."]),
    ("Really?! Yes... But why?", ["Really?!", "Yes...", "But why?"]),
    ("Wait… and see. Done.", ["Wait… and see.", "Done."]),
    ("é. ß is. É.", ["é. ß is.", "É."]),
    ("治った。消えた！ Yes.", ["治った。", "消えた！", "Yes."]),
    ("🩺. Next 🩺", ["🩺.", "Next 🩺"]),
    ("A\u{0}. B", ["A\u{0}.", "B"]),
    ("...", ["..."]),
  ])
  func `a stop and white space end a sentence`(text: String, sentences: [String]) {
    #expect(split(text) == sentences)
  }

  @Test(arguments: [
    "Some tests, e.g. MRI, see more.",
    "The rest, i.e. CT, saw less.",
    "CT vs. MRI was compared.",
    "See No. 3 and Nos. 4.",
    "Benoist et al. found tumour.",
    "Benoist et al. [12] found tumour.",
    "Benoist et al. (2006) found tumour.",
    "It is shown in Fig. 2 and Figs. A.",
    "As J. Smith and P. J. R. Miller wrote.",
    "Dr. Smith and Prof. Miller agree.",
    "It was 0.35 or 7.8 there.",
    "It was P < .01 there.",
    "Patients in the U.S. were older.",
    "An unknown abbr. is followed by a small letter.",
    "1. First item",
    "b. Second item",
    "Look at www.example.org for more.",
    "\"Is it safe?\" she asked.",
  ])
  func `a stop inside a sentence does not end it`(text: String) {
    #expect(split(text) == [text])
  }

  @Test(arguments: [
    ("Is it safe? No. It is not.", ["Is it safe?", "No.", "It is not."]),
    ("As in Benoist et al. The rate was 5%.", ["As in Benoist et al.", "The rate was 5%."]),
    ("It was hepatitis B. 30 patients left.", ["It was hepatitis B.", "30 patients left."]),
    ("Lesions fell to 0.35. 12 grew.", ["Lesions fell to 0.35.", "12 grew."]),
    ("in plasma . the results", ["in plasma .", "the results"]),
    ("It grew (see Fig. 2.) Then not.", ["It grew (see Fig. 2.)", "Then not."]),
    ("“It grew.” Then not.", ["“It grew.”", "Then not."]),
    ("(It grew.) [Then not.]", ["(It grew.)", "[Then not.]"]),
    ("It **grew.** Then not.", ["It **grew.**", "Then not."]),
    ("(J. Smith.) Next.", ["(J. Smith.)", "Next."]),
    ("He said \"e.g.\" Then left.", ["He said \"e.g.\"", "Then left."]),
  ])
  func `a stop that could belong to a word still ends a sentence`(
    text: String,
    sentences: [String]
  ) {
    #expect(split(text) == sentences)
  }

  @Test(arguments: [
    ("It grew.[@a; @b]{#id} Then not.", ["It grew.[@a; @b]{#id}", "Then not."]),
    ("It grew. [@a]{#id} Then not.", ["It grew. [@a]{#id}", "Then not."]),
    ("It grew [@a]{#id}. Then not.", ["It grew [@a]{#id}.", "Then not."]),
    ("It grew.{#id}\nThen not.", ["It grew.{#id}", "Then not."]),
    ("It grew.[12] Then not.", ["It grew.[12]", "Then not."]),
    ("It grew.[1, 3–5]Then not.", ["It grew.[1, 3–5]", "Then not."]),
    ("It grew. [12] Miller.", ["It grew.", "[12] Miller."]),
    ("It grew.¹² Then not.", ["It grew.¹²", "Then not."]),
    ("It grew.[-@a] Then not.", ["It grew.[-@a]", "Then not."]),
    ("It grew.[open Then not.", ["It grew.[open Then not."]),
    ("By Benoist et al.[12] found.", ["By Benoist et al.[12] found."]),
  ])
  func `a citation after the stop belongs to the sentence before`(
    text: String,
    sentences: [String]
  ) {
    #expect(split(text) == sentences)
  }

  @Test(arguments: ["\n\n", "\n \n", "\r\n\r\n", "\n\t\n\n"])
  func `a blank line ends a sentence without a stop`(blank: String) {
    #expect(split("# Title\(blank)first e.g.\(blank)last") == ["# Title", "first e.g.", "last"])
  }

  @Test func `abbreviations can be replaced`() {
    let text = "Gr. A was e.g. Bigger."
    let splitter = SentenceSplitter(abbreviations: ["gr."])
    #expect(splitter.split(text).count == 1)
    #expect(SentenceSplitter(abbreviations: []).split("See Gr. A. And B.").count > 1)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `sentences are ordered, disjoint and hold every byte but white space`(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = RandomText.make(using: &generator)
      expectCover(of: text, "seed \(seed): \(text.debugDescription)")
    }
  }

  private func expectCover(of text: String, _ comment: Comment) {
    var end = 0
    for sentence in SentenceSplitter().split(text) {
      #expect(sentence.lowerBound >= end && !sentence.isEmpty, comment)
      #expect(isWhitespace(text.slice(end, sentence.lowerBound)), comment)
      let inner = text.slice(sentence.lowerBound, sentence.upperBound)
      #expect(inner?.unicodeScalars.first?.properties.isWhitespace == false, comment)
      #expect(inner?.unicodeScalars.last?.properties.isWhitespace == false, comment)
      end = sentence.upperBound
    }
    #expect(isWhitespace(text.slice(end, text.utf8.count)), comment)
  }

  private func isWhitespace(_ text: String?) -> Bool {
    text?.unicodeScalars.allSatisfy(\.properties.isWhitespace) ?? false
  }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      ".", ".)", ". ", "\n ", "a.", ".[", ".[1", ".[@", "… a", "a\u{301}.", " ", ".   [@a",
    ]
  )
  func `a megabyte of one pattern is split in linear time`(pattern: String) {
    let text = String(repeating: pattern, count: 1_000_000 / pattern.utf8.count)
    #expect(SentenceSplitter().split(text).count <= text.utf8.count)
  }
}
