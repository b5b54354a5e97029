/// Reads a corpus folder into citable values.
///
/// Everything that is wrong is collected, so that one run shows all of it.
public struct CorpusReader {
  private let root: String
  private var files: [(name: String, content: [UInt8])] = []
  private var inventory: [String] = []
  private var issues: [CorpusIssue] = []

  private init(root: String) {
    self.root = root
  }

  /// Reads all protocols below a folder and the lexicon beside them.
  ///
  /// - Parameter root: The corpus folder; `lexicon` in it holds the shared words, every other
  ///   folder that holds a `protocol.yaml` is a protocol.
  /// - Returns: The corpus, without any issue that reading can find.
  /// - Throws: `CorpusError` with every issue found.
  /// - Complexity: O(n) in the corpus's size.
  public static func read(_ root: String) throws(CorpusError) -> Corpus {
    var reader = CorpusReader(root: root)
    let corpus = reader.corpus()
    guard let corpus, reader.issues.isEmpty else { throw CorpusError(issues: reader.issues) }
    return corpus
  }

  private mutating func corpus() -> Corpus? {
    let lexicon = lexicon()
    var protocols: [ClinicalProtocol] = []
    for folder in list("") where folder != "lexicon" && FileBytes.isFolder("\(root)/\(folder)") {
      let names = list("\(folder)/")
      if names.contains("protocol.yaml"), let read = clinicalProtocol(folder, names) {
        protocols.append(read)
      }
    }
    if protocols.isEmpty, issues.isEmpty {
      issues.append(
        CorpusIssue(file: "<protocol>/protocol.yaml", line: nil, problem: .missingFile)
      )
    }
    guard !protocols.isEmpty else { return nil }
    return Corpus(
      protocols: protocols,
      lexicon: lexicon,
      digest: ContentDigest(of: files),
      inventory: inventory
    )
  }

  // MARK: Lexicon

  private mutating func lexicon() -> Lexicon {
    let names = list("lexicon/")
    return Lexicon(
      stopWords: words("lexicon/stop-words.yaml"),
      everydayWords: words("lexicon/everyday-words.yaml"),
      questionCues: wordLists("lexicon/question-cues.yaml"),
      neighbouringTopics: wordLists("lexicon/neighbouring-topics.yaml"),
      parameters: numbers("lexicon/answering.yaml"),
      followUpCues: names.contains("follow-up-cues.yaml")
        ? wordLists("lexicon/follow-up-cues.yaml") : [],
      identifiers: names.contains("identifiers.yaml") ? wordLists("lexicon/identifiers.yaml") : [],
      factWordings: ["quantities.yaml", "assertion-cues.yaml", "turn-cues.yaml"]
        .filter(names.contains)
        .flatMap { factWordings("lexicon/\($0)") }
    )
  }

  private mutating func factWordings(_ file: String) -> [FactWording] {
    guard let node = document(file) else { return [] }
    var reader = FactWordingReader(file: file)
    let wordings = reader.wordings(node)
    issues += reader.issues
    return wordings
  }

  private mutating func words(_ file: String) -> [String] {
    guard let node = document(file) else { return [] }
    var fields = YAMLFields(node, file: file)
    let words = fields.texts("words")
    if words.isEmpty { fields.note(.missing(key: "words"), at: node) }
    issues += fields.issues
    return words
  }

  private mutating func wordLists(_ file: String) -> [(kind: String, phrases: [String])] {
    entries(of: file).map { key, _ in
      var fields = YAMLFields(key.parent, file: file)
      let phrases = fields.texts(key.name)
      issues += fields.issues
      return (key.name, phrases)
    }
  }

  private mutating func numbers(_ file: String) -> [(name: String, value: Double)] {
    var found: [(name: String, value: Double)] = []
    for (key, value) in entries(of: file) {
      if let text = value.text, let number = Double(text) {
        found.append((key.name, number))
      } else {
        issues.append(
          CorpusIssue(
            file: file,
            line: value.line,
            problem: .wrongType(key: key.name, expected: "a number")
          )
        )
      }
    }
    return found
  }

  private mutating func entries(
    of file: String
  ) -> [(key: (name: String, line: Int, parent: YAMLNode), value: YAMLNode)] {
    guard let node = document(file) else { return [] }
    guard let mapping = node.mapping else {
      issues.append(
        CorpusIssue(
          file: file,
          line: node.line,
          problem: .wrongType(key: "the file", expected: "a mapping")
        )
      )
      return []
    }
    return mapping.map { pair in
      (key: (name: pair.key, line: pair.line, parent: node), value: pair.value)
    }
  }

  // MARK: Protocol

  private mutating func clinicalProtocol(_ folder: String, _ names: [String]) -> ClinicalProtocol? {
    let before = issues.count
    var markdown = MarkdownReader()
    for name in names where name.hasSuffix(".md") { read(name, folder, into: &markdown) }
    if names.contains("evidence") {
      for name in list("\(folder)/evidence/") where name.hasSuffix(".md") {
        read("evidence/\(name)", folder, into: &markdown)
      }
    }
    issues += markdown.issues.map { inFolder(folder, $0) }
    let facts = claimFacts("\(folder)/claims.yaml")
    let references = references("\(folder)/references.json")
    let glossary = glossary("\(folder)/glossary.yaml")
    let claims = join(markdown.sentences, facts, references, folder)
    guard let node = document("\(folder)/protocol.yaml"), issues.count == before else { return nil }
    var fields = YAMLFields(node, file: "\(folder)/protocol.yaml")
    let read = ClinicalProtocol(
      folder: folder,
      id: fields.text("id"),
      title: fields.text("title"),
      version: fields.text("version"),
      lastUpdated: fields.text("lastUpdated"),
      reviewStatus: fields.choice("reviewStatus", default: .submitted),
      disclaimer: fields.text("disclaimer"),
      editorialPolicy: fields.text("editorialPolicy"),
      languages: fields.texts("languages"),
      sections: markdown.sections,
      passages: markdown.passages,
      claims: claims,
      references: references,
      glossary: glossary,
      decisionModel: names.contains("decisions.dmn") ? bytes("\(folder)/decisions.dmn") : nil,
      siteFacts: fields.texts("siteFacts"),
      factWordings: names.contains("facts.yaml") ? factWordings("\(folder)/facts.yaml") : [],
      notEncoded: notEncoded(&fields),
      cases: names.contains("cases") ? workedCases(folder) : []
    )
    issues += fields.issues
    return read
  }

  private func notEncoded(_ fields: inout YAMLFields) -> [UnencodedClaim] {
    guard var list = fields.mapping("notEncoded") else { return [] }
    let found = (list.node.mapping ?? []).map { pair in
      UnencodedClaim(claim: pair.key, reason: list.text(pair.key), line: pair.line)
    }
    fields.take(list)
    return found
  }

  private mutating func workedCases(_ folder: String) -> [WorkedCase] {
    list("\(folder)/cases/").filter { $0.hasSuffix(".yaml") }.compactMap { name in
      let file = "cases/\(name)"
      return bytes("\(folder)/\(file)").flatMap {
        WorkedCase.read($0, file: file, place: "\(folder)/\(file)", &issues)
      }
    }
  }

  private mutating func read(_ name: String, _ folder: String, into markdown: inout MarkdownReader)
  {
    if let bytes = bytes("\(folder)/\(name)") { markdown.read(bytes, file: name) }
  }

  private mutating func join(
    _ sentences: [CitedSentence],
    _ facts: [String: ClaimFacts],
    _ references: [Reference],
    _ folder: String
  ) -> [Claim] {
    let known = Set(references.map(\.id))
    var claims: [Claim] = []
    var seen: Set<String> = []
    for sentence in sentences {
      let place = "\(folder)/\(sentence.span.file)"
      func note(_ problem: CorpusIssue.Problem) {
        issues.append(CorpusIssue(file: place, line: sentence.line, problem: problem))
      }
      if !seen.insert(sentence.id).inserted { note(.duplicate(sentence.id)) }
      for key in sentence.citations where !known.contains(key) {
        note(.unresolvedCitation(id: key, claim: sentence.id))
      }
      guard let described = facts[sentence.id] else {
        note(.undescribedClaim(id: sentence.id))
        continue
      }
      let claim = Claim(
        id: sentence.id,
        text: sentence.text,
        span: sentence.span,
        section: sentence.section,
        passage: sentence.passage,
        citations: sentence.citations,
        facts: described
      )
      if let claim { claims.append(claim) }
    }
    for (id, entry) in facts.sorted(by: { $0.value.line < $1.value.line }) {
      func note(_ problem: CorpusIssue.Problem) {
        issues.append(
          CorpusIssue(file: "\(folder)/claims.yaml", line: entry.line, problem: problem)
        )
      }
      if !seen.contains(id) { note(.unwrittenClaim(id: id)) }
      for other in entry.disputes where facts[other] == nil || other == id {
        note(.unresolvedDispute(id: other, claim: id))
      }
    }
    return claims
  }

  private mutating func claimFacts(_ file: String) -> [String: ClaimFacts] {
    var facts: [String: ClaimFacts] = [:]
    for (key, value) in entries(of: file) {
      guard value.mapping != nil else {
        issues.append(
          CorpusIssue(
            file: file,
            line: value.line,
            problem: .wrongType(key: key.name, expected: "a mapping")
          )
        )
        continue
      }
      var fields = YAMLFields(value, file: file)
      var entry = ClaimFacts(
        kind: fields.choice("kind", default: .evidenceQuality),
        topic: fields.text("topic"),
        asked: fields.texts("asked"),
        line: key.line
      )
      if fields.node["scope"] != nil {
        entry.scope = fields.choice("scope", default: .subject)
      }
      entry.values = fields.mappings("values").map { part in
        var part = part
        let low = part.optionalText("low")
        let high = part.optionalText("high")
        let value = MeasuredValue(
          measure: part.text("measure"),
          low: low.isEmpty ? nil : low,
          high: high.isEmpty ? nil : high,
          unit: part.optionalText("unit")
        )
        if low.isEmpty, high.isEmpty { part.note(.missing(key: "low"), at: part.node) }
        fields.take(part)
        return value
      }
      if var study = fields.mapping("study") {
        entry.study = Study(
          design: study.optionalText("design"),
          size: study.optionalText("n"),
          years: study.optionalText("years")
        )
        fields.take(study)
      }
      entry.population = fields.optionalText("population")
      entry.strength = fields.optionalText("strength")
      entry.disputes = fields.texts("disputes")
      issues += fields.issues
      facts[key.name] = entry
    }
    return facts
  }

  private mutating func glossary(_ file: String) -> [GlossaryTerm] {
    guard let node = document(file) else { return [] }
    guard let list = node.sequence, list.allSatisfy({ $0.mapping != nil }) else {
      issues.append(
        CorpusIssue(
          file: file,
          line: node.line,
          problem: .wrongType(key: "the file", expected: "a list of terms")
        )
      )
      return []
    }
    return list.map { node in
      var fields = YAMLFields(node, file: file)
      let term = GlossaryTerm(
        term: fields.text("term"),
        type: fields.text("type"),
        abbreviations: fields.texts("abbreviations"),
        synonyms: fields.texts("synonyms"),
        definition: fields.text("definition"),
        line: fields.line
      )
      issues += fields.issues
      return term
    }
  }

  private mutating func references(_ file: String) -> [Reference] {
    guard let node = document(file) else { return [] }
    guard let list = node.sequence, list.allSatisfy({ $0.mapping != nil }) else {
      issues.append(
        CorpusIssue(
          file: file,
          line: node.line,
          problem: .wrongType(key: "the file", expected: "a list of CSL-JSON items")
        )
      )
      return []
    }
    var seen: Set<String> = []
    return list.map { node in
      var item = ReferenceItem(YAMLFields(node, file: file))
      let reference = item.reference()
      if !seen.insert(reference.id).inserted {
        item.fields.note(.duplicate(reference.id), at: node)
      }
      issues += item.fields.issues
      return reference
    }
  }

  // MARK: Files

  private mutating func list(_ folder: String) -> [String] {
    inventory.append(folder.isEmpty ? "./" : folder)
    do {
      return try FileBytes.list("\(root)/\(folder)")
    } catch {
      issues.append(
        CorpusIssue(
          file: folder.isEmpty ? root : folder,
          line: nil,
          problem: error.isMissing ? .missingFile : .unreadable(reason: error.reason)
        )
      )
      return []
    }
  }

  private mutating func bytes(_ file: String) -> [UInt8]? {
    inventory.append(file)
    do {
      let bytes = try FileBytes.read("\(root)/\(file)")
      files.append((file, bytes))
      if let issue = CorpusIssue.notUTF8(bytes, file: file) {
        issues.append(issue)
        return nil
      }
      return bytes
    } catch {
      issues.append(
        CorpusIssue(
          file: file,
          line: nil,
          problem: error.isMissing ? .missingFile : .unreadable(reason: error.reason)
        )
      )
      return nil
    }
  }

  private mutating func document(_ file: String) -> YAMLNode? {
    bytes(file).flatMap { YAMLNode.document($0, file: file, &issues) }
  }

  private func inFolder(_ folder: String, _ issue: CorpusIssue) -> CorpusIssue {
    CorpusIssue(file: "\(folder)/\(issue.file)", line: issue.line, problem: issue.problem)
  }
}
