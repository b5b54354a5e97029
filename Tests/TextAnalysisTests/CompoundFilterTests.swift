import TextAnalysis
import Testing

@Suite struct CompoundFilterTests {
  private func split(_ text: String) -> [Token] {
    CompoundFilter().filter(FoldingFilter().filter(Tokenizer().tokenize(text)))
  }

  @Test(arguments: [
    ("", []),
    ("word", ["word"]),
    ("EOB-MRI", ["eob-mri", "eob", "mri", "eobmri"]),
    ("ce–ious", ["ce-ious", "ce", "ious", "ceious"]),
    ("follow-up", ["follow-up", "follow", "up", "followup"]),
    ("watch-and-wait", ["watch-and-wait", "watch", "and", "wait", "watchandwait"]),
    ("FOLFOX-6", ["folfox-6", "folfox", "folfox6"]),
    ("5-year", ["5-year", "5", "year", "5year"]),
    ("5-yrs", ["5-year", "5", "year", "5year"]),
    ("5-FU", ["5-fu", "5", "fu", "5fu"]),
    ("19-9", ["19-9", "19", "9"]),
    ("2020-01-15", ["2020-01-15", "2020", "01", "15"]),
    ("3-4 weeks", ["3-4week"]),
    ("19–74%", ["19-74%"]),
    ("É-ß", ["e-ss", "e", "ss", "ess"]),
  ])
  func `a compound is followed by its parts and its joined form`(text: String, words: [String]) {
    #expect(split(text).map(\.text) == words)
  }

  @Test func `each part keeps its own place in the original text`() {
    let text = "é Große–Métastase"
    let tokens = split(text).dropFirst()
    #expect(tokens.map(\.position) == [1, 1, 1, 1])
    #expect(
      tokens.map { text.slice($0.start, $0.end) } == [
        "Große–Métastase", "Große", "Métastase", "Große–Métastase",
      ]
    )
  }

  @Test func `a token made by hand gets parts as written, or the place of the whole`() {
    let asWritten = Token(text: "ab-c", start: 5, end: 9, position: 0)
    let longer = Token(text: "ab-c", start: 5, end: 12, position: 0)
    #expect(CompoundFilter().filter([asWritten]).dropFirst().map(\.start) == [5, 8, 5])
    #expect(CompoundFilter().filter([longer]).dropFirst().map(\.end) == [12, 12, 12])
  }

  @Test(arguments: ["-", "--", "a-", "-a"])
  func `a dash with nothing beside it adds no empty part`(text: String) {
    let token = Token(text: text, start: 0, end: text.utf8.count, position: 0)
    #expect(CompoundFilter().filter([token]).allSatisfy { !$0.text.isEmpty })
  }
}
