import Testing

@testable import Evidence

@Suite struct MarkdownReaderTests {
  private func read(_ texts: String...) -> MarkdownReader {
    var reader = MarkdownReader()
    for (number, text) in texts.enumerated() {
      reader.read(Array(text.utf8), file: texts.count == 1 ? "a.md" : "\(number).md")
    }
    return reader
  }

  @Test(arguments: [
    "Plain words. [@a]{#x}",
    "\n\n  Words behind blanks.   [@a]{#x}  \n",
    "# Heading\nDirectly below. [@a]{#x}",
    "Größe ≤ 10 mm — „völlig“ 🫀 verschwunden. [@a]{#x}",
    "e\u{301} and é differ in bytes. [@a]{#x}",
    "\u{FEFF}A byte order mark belongs to the bytes. [@a]{#x}",
    "Two lines\r\nof one claim. [@a]{#x}\r\n",
    "# Kopf\r\n\r\n- Punkt eins über CRLF. [@a]{#x}\r\n- zwei [@b]{#y}\r\n",
    "- An item. [@a]{#x}\n- Another, naïve. [@b]{#y}\n1. Third. [@c]{#z}\n",
    "First. [@a]{#x} Second, élan. [@b]{#y}\nThird. [@c]{#z}",
    "Tab\tinside and\u{A0}hard space. [@a]{#x}\t\n",
  ])
  func `a claim keeps its bytes`(text: String) {
    let bytes = Array(text.utf8)
    let reader = read(text)
    #expect(reader.issues.isEmpty)
    #expect(!reader.sentences.isEmpty)
    for sentence in reader.sentences {
      let span = sentence.span
      #expect(Array(bytes[span.start..<span.end]) == Array(sentence.text.utf8))
      #expect(sentence.text == sentence.text.trimmingPrefix(while: \.isWhitespace))
      #expect(sentence.text.last?.isWhitespace == false)
      #expect(!sentence.text.contains("[@"))
      #expect(!sentence.text.contains("{#"))
    }
    for passage in reader.passages {
      let slice = bytes[passage.span.start..<passage.span.end]
      #expect(slice.first != UInt8(ascii: " "))
      #expect(slice.last != UInt8(ascii: "\n"))
    }
  }

  @Test(arguments: [
    ("A. [@one]{#x}", ["one"]),
    ("A. [@one; @two]{#x}", ["one", "two"]),
    ("A. [@one;@two;@three]{#x}", ["one", "two", "three"]),
    ("A. [@one ; @two ]{#x}", ["one", "two"]),
    ("A. [@one;\n@two]{#x}", ["one", "two"]),
    ("A. [@one;\r\n  @two]{#x}", ["one", "two"]),
    ("A. [@one;\t@two]{#x}", ["one", "two"]),
    ("A. [@O-n_e2020]{#x}", ["O-n_e2020"]),
  ])
  func `a claim has all citations of its marker`(text: String, citations: [String]) {
    let reader = read(text)
    #expect(reader.issues.isEmpty)
    #expect(reader.sentences.map(\.citations) == [citations])
    #expect(reader.sentences.map(\.text) == ["A."])
  }

  @Test(arguments: ["- ", "* ", "+ ", "1. ", "12) ", "123. ", "  - "])
  func `a list item is a passage without its mark`(mark: String) {
    let reader = read("Before.\n\(mark)Item one. [@a]{#x}\n\(mark)Item two. [@b]{#y}\n")
    #expect(reader.passages.map(\.text) == ["Before.", "Item one.", "Item two."])
    #expect(reader.passages.map(\.line) == [1, 2, 3])
    #expect(reader.sentences.map(\.text) == ["Item one.", "Item two."])
    #expect(reader.sentences.map(\.passage) == [1, 2])
    #expect(reader.sentences.map(\.line) == [2, 3])
  }

  @Test(arguments: ["-no space", "2020 was a year.", "1234. too long", "1.no space", "-", "*bold*"])
  func `what only looks like a list item stays in its paragraph`(line: String) {
    let reader = read("Before\n\(line)\n")
    #expect(reader.passages.map(\.text) == ["Before\n\(line)"])
  }

  @Test(arguments: [
    ("no identifier", "[@a]", ["[@a]"]),
    ("no citation", "{#x}", ["{#x}"]),
    ("an empty identifier", "[@a]{#}", ["[@a]{#}"]),
    ("an identifier of two words", "[@a]{#x y}", ["[@a]{#x y}"]),
    ("an empty citation", "[@]{#x}", ["[@]{#x}"]),
    ("a citation without its sign", "[@a; b]{#x}", ["[@a; b]{#x}"]),
    ("a citation of two words", "[@a b]{#x}", ["[@a b]{#x}"]),
    ("an empty citation in the middle", "[@a;;@b]{#x}", ["[@a;;@b]{#x}"]),
    ("a semicolon at the end", "[@a;]{#x}", ["[@a;]{#x}"]),
    ("a bracket left open", "[@a {#x}", ["[@a {#x}"]),
    ("a brace left open", "[@a]{#x", ["[@a]", "{#x"]),
    ("a space between the two", "[@a] {#x}", ["[@a]", "{#x}"]),
    ("letters beyond ASCII", "[@größe]{#x}", ["[@größe]{#x}"]),
    ("two signs", "[@@a]{#x}", ["[@@a]{#x}"]),
  ])
  func `a malformed marker is an issue with its line`(
    kind: String,
    marker: String,
    parts: [String]
  ) {
    for (text, line) in [
      ("Words. \(marker)", 1), ("# H\n\nOne. [@a]{#ok}\nWords. \(marker)\n\nMore.", 4),
      ("# H\r\n\r\nOne. [@a]{#ok}\r\n- Words. \(marker)\r\n", 4),
    ] {
      let expected = parts.map { part in
        CorpusIssue(file: "a.md", line: line, problem: .malformedCitation(part))
      }
      #expect(read(text).issues == expected, "\(kind)")
      #expect(read(text).sentences.map(\.id) == (line == 1 ? [] : ["ok"]))
    }
  }

  @Test func `a malformed marker does not swallow the claim behind it`() {
    let reader = read("Bad. [@a]\nGood. [@b]{#x}")
    #expect(reader.issues.map(\.line) == [1])
    #expect(reader.sentences.map(\.text) == ["Good."])
    #expect(reader.passages.map(\.text) == ["Bad.\nGood."])
  }

  @Test(arguments: [
    ("[@a]{#x}", 1), ("- [@a]{#x}", 1), ("\n\n   [@a]{#x}", 3), ("# H\n[@a]{#x}", 2),
  ])
  func `a claim without words is an issue with its line`(text: String, line: Int) {
    let reader = read(text)
    #expect(
      reader.issues == [CorpusIssue(file: "a.md", line: line, problem: .emptyClaim(id: "x"))]
    )
    #expect(reader.sentences.isEmpty)
  }

  @Test func `two markers without words between them make one claim and one issue`() {
    let reader = read("Words. [@a]{#x}\n[@b]{#y}")
    #expect(reader.sentences.map(\.id) == ["x"])
    #expect(
      reader.issues == [CorpusIssue(file: "a.md", line: 2, problem: .emptyClaim(id: "y"))]
    )
  }

  @Test(arguments: ["\n", "\r\n"])
  func `claims on successive lines share a passage and keep their lines`(ending: String) {
    let lines = ["One. [@a]{#x}", "Two wraps", "its line. [@b]{#y}", "Three. [@c]{#z}"]
    let reader = read(lines.joined(separator: ending))
    #expect(reader.sentences.map(\.text) == ["One.", "Two wraps\(ending)its line.", "Three."])
    #expect(reader.sentences.map(\.line) == [1, 3, 4])
    #expect(reader.sentences.map(\.passage) == [0, 0, 0])
    #expect(reader.passages.count == 1)
    #expect(
      reader.passages.first?.text
        == ["One.", "Two wraps", "its line.", "Three."].joined(separator: ending)
    )
  }

  @Test func `a heading knows the headings above it`() {
    let reader = read("# A\n## B\n### C\n## D\n#### E\n# F\n")
    #expect(reader.sections.map(\.heading) == ["A", "B", "C", "D", "E", "F"])
    #expect(reader.sections.map(\.level) == [1, 2, 3, 2, 4, 1])
    #expect(
      reader.sections.map(\.path) == [[], ["A"], ["A", "B"], ["A"], ["A", "D"], []]
    )
    #expect(reader.sections.map(\.line) == [1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: ["#Hash", "####### Seven", "#5 in the list"])
  func `what only looks like a heading is text`(text: String) {
    let reader = read(text)
    #expect(reader.passages.map(\.text) == [text])
    #expect(reader.sections.map(\.heading) == ["a.md"])
  }

  @Test func `text before any heading stands below the file's name`() {
    let reader = read("\nWords. [@a]{#x}\n# H\nMore. [@b]{#y}")
    #expect(reader.sections.map(\.heading) == ["a.md", "H"])
    #expect(reader.sections.map(\.line) == [2, 3])
    #expect(reader.sentences.map(\.section) == [0, 1])
  }

  @Test func `a second file continues the numbers and begins a path of its own`() {
    let reader = read("# A\n## B\nOne. [@a]{#x}\n", "## C\nTwo. [@a]{#y}\n", "Three. [@a]{#z}\n")
    #expect(reader.sections.map(\.heading) == ["A", "B", "C", "2.md"])
    #expect(reader.sections.map(\.path) == [[], ["A"], [], []])
    #expect(reader.sections.map(\.file) == ["0.md", "0.md", "1.md", "2.md"])
    #expect(reader.sentences.map(\.section) == [1, 2, 3])
    #expect(reader.sentences.map(\.passage) == [0, 1, 2])
    #expect(reader.sentences.map(\.span.file) == ["0.md", "1.md", "2.md"])
  }

  @Test(arguments: ["", "\n", "\r\n \t\n", " "])
  func `a blank file holds nothing`(text: String) {
    let reader = read(text)
    #expect(reader.sections.isEmpty)
    #expect(reader.passages.isEmpty)
    #expect(reader.sentences.isEmpty)
    #expect(reader.issues.isEmpty)
  }
}
