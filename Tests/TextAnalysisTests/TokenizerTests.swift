import TextAnalysis
import Testing

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("", []),
    (" \t\n", []),
    ("?!… — “”", []),
    ("\u{0}\u{1}\u{7F}", []),
    ("🩺🧑‍⚕️", []),
    ("one two", ["one", "two"]),
    ("a\u{0}b", ["a", "b"]),
    ("liver/lung", ["liver", "lung"]),
    ("snake_case", ["snake", "case"]),
    ("CamelCase stays", ["CamelCase", "stays"]),
    ("watch-and-wait", ["watch-and-wait"]),
    ("EOB‑MRI", ["EOB‑MRI"]),
    ("trailing- -leading", ["trailing", "leading"]),
    ("double--dash", ["double", "dash"]),
    ("gone—or hidden", ["gone", "or", "hidden"]),
    ("patient's patients' 'quoted'", ["patient's", "patients", "quoted"]),
    ("O’Brien", ["O’Brien"]),
    ("e.g. this", ["e.g", "this"]),
    ("the U.S. and U.S.A.", ["the", "U.S", "and", "U.S.A"]),
    ("end.The next", ["end", "The", "next"]),
    ("E.coli", ["E", "coli"]),
    ("naïve e\u{301}tude", ["naïve", "e\u{301}tude"]),
    ("\u{301}lone mark", ["lone", "mark"]),
    ("hepa\u{AD}tic", ["hepa\u{AD}tic"]),
    ("肝転移 metastasis", ["肝転移", "metastasis"]),
    ("tumor🩺board", ["tumor", "board"]),
    ("İstanbul ß", ["İstanbul", "ß"]),
    ("HER2+ CD8⁺ KRAS*", ["HER2", "CD8", "KRAS"]),
  ])
  func `words are runs of letters, marks and digits with inner connectors`(
    text: String,
    words: [String]
  ) {
    #expect(Tokenizer().tokenize(text).map(\.text) == words)
  }

  @Test(arguments: [
    ("0.35 and 7.8", ["0.35", "and", "7.8"]),
    (".01", ["0.01"]),
    ("0·35", ["0.35"]),
    ("7.", ["7"]),
    ("v1.2.3", ["v1.2.3"]),
    ("1.2.3", ["1.2.3"]),
    ("Fig.5", ["Fig", "5"]),
    ("1,561 patients", ["1561", "patients"]),
    ("12,345,678.9", ["12345678.9"]),
    ("1,23 and 1234,567", ["1", "23", "and", "1234", "567"]),
    ("1,5612", ["1", "5612"]),
    ("2010–2015", ["2010-2015"]),
    ("2020-01-15", ["2020-01-15"]),
    ("01/02/2020", ["01", "02", "2020"]),
    ("1980's", ["1980's"]),
    ("p53 T2N0 10⁹/L", ["p53", "T2N0", "10⁹", "L"]),
    ("5'-end", ["5", "end"]),
    ("-5 and −3", ["5", "and", "3"]),
    ("3 to 4", ["3", "to", "4"]),
  ])
  func `numbers keep their decimals and lose their separators`(text: String, words: [String]) {
    #expect(Tokenizer().tokenize(text).map(\.text) == words)
  }

  @Test(arguments: [
    ("< 1 cm", ["<1cm"]),
    ("≥ 10 mm", [">=10mm"]),
    ("≤0.8cm", ["<=0.8cm"]),
    (">= 10 mm", [">=10mm"]),
    ("P < .01", ["P", "<0.01"]),
    ("<b>bold</b>", ["b", "bold", "b"]),
    ("<5-FU", ["5-FU"]),
    ("19–74 %", ["19-74%"]),
    ("19% to 74%", ["19-74%"]),
    ("19 to 74 %", ["19-74%"]),
    ("19%–74%", ["19-74%"]),
    ("19 - 74%", ["19-74%"]),
    ("19—74%", ["19-74%"]),
    ("80 percent, 80 per cent", ["80%", "80%"]),
    ("80 per day", ["80", "per", "day"]),
    ("up to 80%", ["up", "to", "80%"]),
    ("19% to 74", ["19%", "to", "74"]),
    ("2 days to 3 weeks", ["2day", "to", "3week"]),
    ("5-year survival", ["5-year", "survival"]),
    ("5‑yr", ["5-year"]),
    ("5-year-old", ["5-year-old"]),
    ("3 to 4 weeks", ["3-4week"]),
    ("3- to 4-week", ["3-4week"]),
    ("6 weeks 6 wk 6wks 6/52", ["6week", "6week", "6week", "6week"]),
    ("2 years 2y 2 yrs 2 YEARS", ["2year", "2year", "2year", "2year"]),
    ("6 months 6/12 6mo", ["6month", "6month", "6month"]),
    ("6/12/2020 and 1/6/12", ["6", "12", "2020", "and", "1", "6", "12"]),
    ("1 year's wait, 2 weeks' wait", ["1year", "wait", "2week", "wait"]),
    ("85 mg/m2", ["85mg/m2"]),
    ("85 mg/m²", ["85mg/m2"]),
    ("5 mg/kg/day", ["5mg/kg/day"]),
    ("5 mg/dose", ["5mg", "dose"]),
    ("3cm3", ["3cm3"]),
    ("2\u{A0}Gy 2\nGy", ["2Gy", "2Gy"]),
    ("2\n\nGy", ["2", "Gy"]),
    ("5 M and 3 G", ["5", "M", "and", "3", "G"]),
    ("5 mmx", ["5", "mmx"]),
    ("10 mm-thick", ["10", "mm-thick"]),
    ("18F-FDG FOLFOX-6 CA 19-9", ["18F-FDG", "FOLFOX-6", "CA", "19-9"]),
  ])
  func `a number with its unit is one token in canonical form`(text: String, words: [String]) {
    #expect(Tokenizer().tokenize(text).map(\.text) == words)
  }

  @Test func `offsets are those of the original text`() {
    let text = "é 19 – 74 % of İ’s"
    let tokens = Tokenizer().tokenize(text)
    #expect(tokens.map { text.slice($0.start, $0.end) } == ["é", "19 – 74 %", "of", "İ’s"])
    #expect(tokens.map(\.position) == [0, 1, 2, 3])
    #expect(tokens[1].parts.map { text.slice($0.lowerBound, $0.upperBound) } == ["19", "74", "%"])
  }

  @Test func `a quantity is told from a compound`() {
    let kinds = Tokenizer().tokenize("<1cm 5-year 80% 1,561 19-9").map(\.kind)
    #expect(kinds == [.quantity, .word, .quantity, .word, .word])
  }

  @Test(arguments: ["a", "é", "肝", "🩺", "1", "a-", "1,234,", "e\u{301}", "a'"])
  func `a word is cut at 256 bytes on a scalar boundary`(unit: String) {
    let text = String(repeating: unit, count: 500)
    for token in Tokenizer().tokenize(text) {
      #expect(token.end - token.start <= 256)
      #expect(text.slice(token.start, token.end) != nil)
    }
  }

  @Test func `nothing is lost where a word is cut`() {
    let tokens = Tokenizer().tokenize(String(repeating: "ab", count: 300))
    #expect(tokens.map { $0.end - $0.start } == [256, 256, 88])
  }

  @Test func `units can be replaced`() {
    let units = Units(["cell": ["cells"], "%": []], fractions: ["7": "day"])
    let words = Tokenizer(units: units).tokenize("5 cells, 5 mm, 5%, 3/7, 6/52").map(\.text)
    #expect(words == ["5cell", "5", "mm", "5%", "3day", "6", "52"])
  }

  /// Each of these would take minutes if a look ahead were not bounded.
  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "1", "1 to ", "1-", "< ", "1,234,", "a.", "a-", "6/", "5 mg/", " ", "5 per ", "\u{301}",
    ]
  )
  func `a megabyte of one pattern is read in linear time`(pattern: String) {
    let text = String(repeating: pattern, count: 1_000_000 / pattern.utf8.count)
    let tokens = Tokenizer().tokenize(text)
    #expect(tokens.count <= text.utf8.count)
  }
}
