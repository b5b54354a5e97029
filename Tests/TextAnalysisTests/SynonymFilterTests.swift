import TextAnalysis
import Testing

/// Phrases in a dictionary, tried from the longest.
private struct Phrases: SynonymTable {
  var terms: [[String]: String]

  func longestMatch(in texts: [String], at index: Int) -> (length: Int, term: String)? {
    for length in (1...texts.count).reversed() where index + length <= texts.count {
      if let term = terms[Array(texts[index..<index + length])] { return (length, term) }
    }
    return nil
  }
}

@Suite struct SynonymFilterTests {
  private static let filters: [any TokenFilter] = [
    FoldingFilter(), NumberFilter(), CompoundFilter(), StopWordFilter(["of", "the", "and", "in"]),
    StemFilter(),
  ]
  private static let analyzer = Analyzer(filters: filters, fingerprintSeed: "test")

  private static let table: Phrases = {
    var terms: [[String]: String] = [:]
    for (term, names) in [
      "crlm": ["CRLM", "colorectal liver metastases"],
      "livermets": ["liver metastases", "cancer of the liver"],
      "eobmri": ["EOB-MRI", "gadoxetic acid"],
      "mri": ["MRI", "magnetic resonance"],
      "waiting": ["watch and wait", "surveillance"],
      "halfyear": ["6 months"],
    ] {
      for name in names {
        for reading in SynonymFilter.readings(of: analyzer.analyze(name)) { terms[reading] = term }
      }
    }
    return Phrases(terms: terms)
  }()

  private func analyze(_ text: String) -> [Token] {
    SynonymFilter(table: Self.table).filter(Self.analyzer.analyze(text))
  }

  private func synonyms(_ text: String) -> [String] {
    analyze(text).filter { $0.text.hasPrefix(SynonymFilter.prefix) }
      .map { "\($0.text) \(text.slice($0.start, $0.end) ?? "?")" }
  }

  @Test(arguments: [
    ("", []),
    ("nothing here", []),
    ("CRLM", ["§crlm CRLM"]),
    ("the Colorectal Liver Metastases", ["§crlm Colorectal Liver Metastases"]),
    ("two liver metastases", ["§livermets liver metastases"]),
    ("cancer of the liver", ["§livermets cancer of the liver"]),
    ("EOB-MRI", ["§eobmri EOB-MRI"]),
    ("EOB MRI", ["§eobmri EOB MRI"]),
    ("eobmri", ["§eobmri eobmri"]),
    ("CT-MRI", ["§mri MRI"]),
    ("watch-and-wait", ["§waiting watch-and-wait"]),
    ("watch and wait", ["§waiting watch and wait"]),
    ("colorectal liver-metastases", ["§crlm colorectal liver-metastases"]),
    ("after 6/12", ["§halfyear 6/12"]),
    ("MRI, then MRI", ["§mri MRI", "§mri MRI"]),
    ("liver MRI metastases", ["§mri MRI"]),
  ])
  func `a name gets its term, at its own place`(text: String, expected: [String]) {
    #expect(synonyms(text) == expected)
  }

  @Test func `the words stay and the term comes after those of the first position`() {
    let tokens = analyze("EOB-MRI shows")
    #expect(tokens.map(\.text) == ["eob-mri", "eob", "mri", "eobmri", "§eobmri", "show"])
    #expect(tokens.map(\.position) == [0, 0, 0, 0, 0, 1])
  }

  @Test func `a compound reads as a whole, as one word and as its parts`() {
    let tokens = Self.analyzer.analyze("EOB-MRI of lesions")
    #expect(
      SynonymFilter.readings(of: tokens) == [
        ["eob-mri", "lesion"], ["eobmri", "lesion"], ["eob", "mri", "lesion"],
      ]
    )
    #expect(SynonymFilter.readings(of: []) == [[]])
  }

  @Test func `a compound that is a stop word reads as its parts`() {
    let tokens = StopWordFilter(["eob-mri", "eobmri"]).filter(Self.analyzer.analyze("EOB-MRI"))
    #expect(SynonymFilter.readings(of: tokens) == [["eob", "mri"]])
  }
}
