public import Evidence
internal import TextAnalysis

/// Proves what a corpus must keep beyond being readable.
public enum CorpusCheck {
  /// Checks a corpus folder.
  ///
  /// - Parameter root: The corpus folder.
  /// - Returns: Every finding with file and line, in the order of the files; none when the corpus
  ///   is sound.
  public static func run(_ root: String) -> [CorpusIssue] {
    do throws(CorpusError) {
      let corpus = try CorpusReader.read(root)
      let missing = AnsweringParameters(corpus.lexicon).missing.map {
        CorpusIssue(file: "lexicon/answering.yaml", line: nil, problem: .missing(key: $0))
      }
      let wordings = corpus.protocols.flatMap { FactWordings.issues(corpus.lexicon, $0) }
      return missing + wordings + corpus.protocols.flatMap { ProtocolCheck(source: $0).issues() }
    } catch {
      return error.issues
    }
  }
}

/// Checks one protocol's claims, figures and glossary.
private struct ProtocolCheck {
  let source: ClinicalProtocol

  func issues() -> [CorpusIssue] {
    source.claims.flatMap(issues(of:)) + sharedPhrases() + uncitedFigures() + ambiguousSynonyms()
      + DecisionCheck(source: source).issues()
  }

  private func issues(of claim: Claim) -> [CorpusIssue] {
    let place = "\(source.folder)/\(claim.span.file)"
    let line = source.passages[claim.passage].line
    func issue(_ problem: CorpusIssue.Problem) -> CorpusIssue {
      CorpusIssue(file: place, line: line, problem: problem)
    }
    var found: [CorpusIssue] = []
    if SentenceSplitter().split(claim.text).count != 1 || !".!?".contains(claim.text.suffix(1)) {
      found.append(issue(.notOneSentence(claim: claim.id)))
    }
    if claim.asked.count < 3 { found.append(issue(.fewAsked(claim.asked.count, claim: claim.id))) }
    let written = Figures.all(in: claim.text)
    let listed = Set(
      claim.values.flatMap { [$0.low, $0.high].compactMap { $0 } }.map(Figures.canonical)
    )
    let known = listed.union(Figures.all(in: claim.study?.size ?? ""))
      .union(Figures.all(in: claim.study?.years ?? ""))
    for figure in written.subtracting(known).sorted()
    where !Figures.isLabel(figure, in: claim.text) {
      found.append(issue(.unlistedFigure(figure, claim: claim.id)))
    }
    return found
  }

  private func sharedPhrases() -> [CorpusIssue] {
    var owners: [String: [Claim]] = [:]
    for claim in source.claims {
      for phrase in Set(claim.asked.map { $0.lowercased() }) {
        owners[phrase, default: []].append(claim)
      }
    }
    return owners.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { phrase, claims in
      CorpusIssue(
        file: "\(source.folder)/claims.yaml",
        line: claims.last?.entryLine,
        problem: .sharedAsked(phrase, claims: claims.map(\.id))
      )
    }
  }

  /// Figures in paragraphs without a claim: what has no source must not state a number.
  private func uncitedFigures() -> [CorpusIssue] {
    let cited = Set(source.claims.map(\.passage))
    return source.passages.enumerated().flatMap { index, passage in
      cited.contains(index)
        ? []
        : Figures.all(in: passage.text).sorted().map { figure in
          CorpusIssue(
            file: "\(source.folder)/\(passage.span.file)",
            line: passage.line,
            problem: .uncitedFigure(figure)
          )
        }
    }
  }

  private func ambiguousSynonyms() -> [CorpusIssue] {
    var owners: [String: [GlossaryTerm]] = [:]
    for term in source.glossary {
      for form in Set(term.surfaceForms.map { $0.lowercased() }) {
        owners[form, default: []].append(term)
      }
    }
    return owners.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { form, terms in
      CorpusIssue(
        file: "\(source.folder)/glossary.yaml",
        line: terms.last?.line,
        problem: .ambiguousSynonym(form, terms: terms.map(\.term).sorted())
      )
    }
  }
}

/// Finds the numbers that a sentence states.
enum Figures {
  /// Numbers in decimal digits, thousands separators left out.
  static func all(in text: String) -> Set<String> {
    Set(runs(in: text).map(\.number))
  }

  /// A number without sign and without zeros behind its decimals: "10.0" is "10", "0.50" is "0.5".
  static func canonical(_ number: String) -> String {
    var digits = Substring(number)
    if digits.hasPrefix("-") || digits.hasPrefix("+") { digits = digits.dropFirst() }
    if digits.contains(".") {
      while digits.hasSuffix("0") { digits = digits.dropLast() }
      if digits.hasSuffix(".") { digits = digits.dropLast() }
    }
    return String(digits)
  }

  /// Whether every occurrence of a number is part of a name, a year or an identifier and states no
  /// quantity: "FOLFOX4", "EORTC 40004", "2019", "5-year", "PD-1".
  static func isLabel(_ number: String, in text: String) -> Bool {
    runs(in: text).filter { $0.number == number }.allSatisfy(\.isLabel)
  }

  private static func runs(in text: String) -> [(number: String, isLabel: Bool)] {
    let bytes = Array(text.utf8)
    var found: [(number: String, isLabel: Bool)] = []
    var at = 0
    while at < bytes.count {
      guard isDigit(bytes[at]) else {
        at += 1
        continue
      }
      let start = at
      var digits: [UInt8] = []
      while at < bytes.count {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        if isDigit(bytes[at]) || (bytes[at] == UInt8(ascii: ".") && isDigit(next)) {
          digits.append(bytes[at])
        } else if !(bytes[at] == UInt8(ascii: ",") && isDigit(next)) {
          break
        }
        at += 1
      }
      if start > 1, bytes[start - 1] == UInt8(ascii: "."), bytes[start - 2] == UInt8(ascii: " ") {
        digits.insert(contentsOf: Array("0.".utf8), at: 0)
      }
      let number = canonical(String(decoding: digits, as: UTF8.self))
      found.append((number, isLabel(number, start, at, bytes)))
    }
    return found
  }

  private static func isLabel(_ number: String, _ start: Int, _ end: Int, _ bytes: [UInt8]) -> Bool
  {
    let year = number.utf8.count == 4 && (number.hasPrefix("19") || number.hasPrefix("20"))
    let before = start > 0 ? bytes[start - 1] : 32
    let after = end < bytes.count ? bytes[end] : 32
    let joinsLetter =
      isLetter(before)
      || (before == UInt8(ascii: "-") && start > 1
        && isLetter(bytes[start - 2]))
    let attribute = after == UInt8(ascii: "-") && end + 1 < bytes.count && isLetter(bytes[end + 1])
    let word =
      String(decoding: bytes[..<start].suffix(24), as: UTF8.self)
      .split { !$0.isLetter }.last.map(String.init) ?? ""
    let isCapital = word.utf8.count > 1 && word == word.uppercased()
    let names = isCapital && before == 32 && (word.utf8.count > 3 || after == UInt8(ascii: "-"))
    let partOfName = isCapital && before == UInt8(ascii: "-")
    return year || joinsLetter || attribute || names || partOfName
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
