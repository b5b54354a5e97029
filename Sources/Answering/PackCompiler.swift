internal import Evidence
internal import Retrieval
internal import TextAnalysis

/// Compiles a corpus into the one file that answers are made from.
///
/// The file begins with a magic number, the format's version, a checksum of what follows, the
/// corpus digest and a table of the sections' offsets; `docs/index-format.md` describes it byte by
/// byte. Byte order is little-endian.
struct PackCompiler {
  /// The parts of the file.
  enum Part: Int, CaseIterable {
    case inventory, parameters, stopWords, synonyms, everyday, neighbours, cues, spelling, protocols
    case sections, passages, claims, references, glossary, claimIndex, claimDocuments, askedIndex
    case askedClaims, suggestions, asked, decisions, wordings, followUpCues, claimNumbers
    case identifiers
  }

  static let magic: UInt64 = 0x314B_4341_5042_5243  // "CRBPACK1"
  static let version: UInt32 = 11
  /// Bytes before the offsets of the parts: magic, version, part count, checksum, digest.
  static let headerSize = 8 + 4 + 4 + 8 + 32

  let corpus: Corpus
  private let parameters: AnsweringParameters
  private var parts: [Part: [UInt8]] = [:]

  /// Compiles a corpus.
  ///
  /// - Returns: The bytes of the pack.
  /// - Throws: `CorpusError` when a parameter is missing, `IndexError` never in practice.
  static func compile(_ corpus: Corpus) throws -> [UInt8] {
    var compiler = PackCompiler(corpus)
    let missing = compiler.parameters.missing.map {
      CorpusIssue(file: "lexicon/answering.yaml", line: nil, problem: .missing(key: $0))
    }
    guard missing.isEmpty else { throw CorpusError(issues: missing) }
    try compiler.compile()
    let draft = try Assistant(CompiledPack(MappedBytes(compiler.assembled())))
    compiler.writeSuggestions(try draft.answeredQuestions())
    return compiler.assembled()
  }

  private init(_ corpus: Corpus) {
    self.corpus = corpus
    parameters = AnsweringParameters(corpus.lexicon)
  }

  private mutating func compile() throws {
    let lexicon = corpus.lexicon
    parts[.inventory] = Self.bytes { $0.append(corpus.inventory) }
    parts[.parameters] = Self.bytes { writer in
      for value in parameters.ordered { writer.append(Float(value)) }
    }
    parts[.stopWords] = Self.bytes { writer in
      PhraseTable.write(lexicon.stopWords.map { (words: [$0], name: "") }, to: &writer)
    }
    let plain = QuestionAnalysis.plain(stopWords: lexicon.stopWords)
    parts[.synonyms] = Self.bytes { PhraseTable.write(synonyms(plain), to: &$0) }
    parts[.everyday] = Self.bytes { writer in
      let phrases = lexicon.everydayWords.flatMap { word in
        plain.analyze(word).map { (words: [$0.text], name: word) }
      }
      PhraseTable.write(phrases, to: &writer)
    }
    parts[.neighbours] = Self.bytes { writer in
      PhraseTable.write(phrases(lexicon.neighbouringTopics, plain), to: &writer)
    }
    parts[.cues] = Self.bytes {
      PhraseTable.write(phrases(lexicon.questionCues, QuestionAnalysis.cues), to: &$0)
    }
    parts[.identifiers] = Self.bytes {
      PhraseTable.write(Self.identifierPhrases(lexicon.identifiers), to: &$0)
    }
    let analysis = QuestionAnalysis(
      stopWords: try PhraseTable(MappedBytes(parts[.stopWords] ?? []), at: 0),
      synonyms: try PhraseTable(MappedBytes(parts[.synonyms] ?? []), at: 0),
      digest: corpus.digest.description
    )
    try writeIndexes(analysis)
    writeSpelling()
    writeRecords()
  }

  private func synonyms(_ plain: Analyzer) -> [(words: [String], name: String)] {
    corpus.protocols.flatMap(\.glossary).flatMap { term in
      term.surfaceForms.flatMap { form in
        SynonymFilter.readings(of: plain.analyze(form)).map { (words: $0, name: term.term) }
      }
    }
  }

  private func phrases(
    _ lists: [(kind: String, phrases: [String])],
    _ analyzer: Analyzer
  ) -> [(words: [String], name: String)] {
    lists.flatMap { list in
      list.phrases.flatMap { phrase in
        let readings = SynonymFilter.readings(of: analyzer.analyze(phrase))
        return readings.filter { keeps($0, of: phrase) }.map { (words: $0, name: list.kind) }
      }
    }
  }

  /// Whether a phrase still says what it said: of "round the table" only "table" would be left.
  private func keeps(_ words: [String], of phrase: String) -> Bool {
    words.count > 1 || !phrase.contains(" ")
  }

  // MARK: Indexes

  private mutating func writeIndexes(_ analysis: QuestionAnalysis) throws(IndexError) {
    let fingerprint = analysis.terms.fingerprint
    var claims = TokenRunBuilder(
      fields: ClaimField.allCases.map(\.rawValue),
      fingerprint: fingerprint,
      parts: .places
    )
    var asked = TokenRunBuilder(fields: [], fingerprint: fingerprint, parts: .norms)
    var owners: [Int] = []
    var number = 0
    for source in corpus.protocols {
      let references = Dictionary(source.references.map { ($0.id, $0) }) { first, _ in first }
      for claim in source.claims {
        let section = source.sections[claim.section]
        let cited = claim.citations.compactMap { references[$0] }.map {
          "\($0.id) \($0.authors.joined(separator: " ")) \($0.title) \($0.year)"
        }
        let context =
          claim.values.map(\.measure) + [claim.population, claim.study?.design ?? ""]
        let phrases = claim.asked.map { analysis.terms.analyze($0) }
        let statement = analysis.terms.analyze(claim.text)
        claims.add(
          [
            statement, Self.joined(phrases),
            analysis.terms.analyze("\(section.heading). \(claim.topic)"),
            analysis.terms.analyze(context.joined(separator: ". ")),
            analysis.terms.analyze(cited.joined(separator: ". ")),
          ],
          identifier: "\(number)"
        )
        for tokens in phrases + [statement] {
          asked.add([tokens], identifier: "\(number)")
          owners.append(number)
        }
        number += 1
      }
    }
    let claimSegment = try claims.segment()
    parts[.claimIndex] = claimSegment.bytes
    var documents = [Int](repeating: 0, count: number)
    for (document, claim) in claimSegment.order.enumerated() { documents[claim] = document }
    parts[.claimDocuments] = Self.bytes { for document in documents { $0.append(count: document) } }
    let askedSegment = try asked.segment()
    parts[.askedIndex] = askedSegment.bytes
    parts[.askedClaims] = Self.bytes { writer in
      for phrase in askedSegment.order { writer.append(count: owners[phrase]) }
    }
  }

  /// Phrases one behind the other, far enough apart that no two of them look close.
  private static func joined(_ phrases: [[Token]]) -> [Token] {
    var all: [Token] = []
    var base = 0
    for phrase in phrases {
      for token in phrase {
        var moved = token
        moved.position += base
        all.append(moved)
      }
      base = (all.last?.position ?? 0) + 10
    }
    return all
  }

  /// Words as written, with how often, to find what a misspelt one may have meant.
  private mutating func writeSpelling() {
    let folding = Analyzer(filters: [FoldingFilter()], fingerprintSeed: "")
    var counts: [String: Int] = [:]
    for source in corpus.protocols {
      let texts =
        source.claims.flatMap { [$0.text] + $0.asked } + source.glossary.flatMap(\.surfaceForms)
      for text in texts {
        for token in folding.analyze(text)
        where token.kind == .word && token.text.utf8.allSatisfy({ (97...122).contains($0) }) {
          counts[token.text, default: 0] += 1
        }
      }
    }
    parts[.spelling] = Self.bytes { writer in
      let words = counts.filter { $0.key.utf8.count > 3 }.sorted { $0.key < $1.key }
      writer.append(count: words.count)
      for (word, count) in words {
        writer.append(count: count)
        writer.append(word)
      }
    }
  }

  // MARK: Records

  private mutating func writeRecords() {
    let protocols = corpus.protocols
    writeRecords(.protocols, protocols) { source, writer in
      writer.append([
        source.folder, source.id, source.title, source.version, source.lastUpdated,
        source.reviewStatus.rawValue, source.disclaimer,
      ])
    }
    writeRecords(.sections, protocols.flatMap(\.sections)) { section, writer in
      writer.append(section.path + [section.heading])
    }
    writeRecords(.passages, protocols.flatMap(\.passages)) { passage, writer in
      writer.append(passage.text)
      writer.append(count: passage.line)
    }
    writeRecords(.glossary, protocols.flatMap(\.glossary)) { term, writer in
      writer.append([term.term, term.type, term.definition])
      writer.append(term.abbreviations)
      writer.append(term.synonyms)
    }
    writeRecords(.references, protocols.flatMap(\.references)) { reference, writer in
      writer.append([
        reference.id, reference.vancouver, reference.brief, reference.kind.rawValue,
        reference.link,
      ])
    }
    writeClaims()
    writeDecisions()
    writeRecords(.followUpCues, corpus.lexicon.followUpCues) { list, writer in
      writer.append(list.kind)
      writer.append(list.phrases)
    }
    writeWordings()
  }

  /// The decision model of each protocol, compiled, with the facts that belong to a site.
  private mutating func writeDecisions() {
    writeRecords(.decisions, corpus.protocols) { source, writer in
      PackedDecisions(source).write(to: &writer)
    }
  }

  private mutating func writeClaims() {
    var records: [(claim: Claim, writer: ByteWriter)] = []
    var claimBase = 0
    var sectionBase = 0
    var passageBase = 0
    var referenceBase = 0
    for (number, source) in corpus.protocols.enumerated() {
      let claims = Dictionary(
        source.claims.enumerated().map { ($1.id, $0) }
      ) { first, _ in first }
      let references = Dictionary(
        source.references.enumerated().map { ($1.id, $0) }
      ) { first, _ in first }
      var disputes = [Set<Int>](repeating: [], count: source.claims.count)
      for (index, claim) in source.claims.enumerated() {
        for other in claim.disputes.compactMap({ claims[$0] }) {
          disputes[index].insert(other)
          disputes[other].insert(index)
        }
      }
      for (index, claim) in source.claims.enumerated() {
        var writer = ByteWriter()
        for value in [
          number, ClaimKind.allCases.firstIndex(of: claim.kind) ?? 0,
          claim.scope == .context ? 1 : 0, claim.span.file.contains("/") ? 0 : 1,
          FigureKind.mask(of: claim.values.map(\.unit)), claim.span.start, claim.span.end,
          claim.section + sectionBase, claim.passage + passageBase,
        ] { writer.append(count: value) }
        writer.append([claim.id, claim.text, claim.span.file])
        append(claim.citations.compactMap { references[$0] }.map { $0 + referenceBase }, &writer)
        append(disputes[index].sorted().map { $0 + claimBase }, &writer)
        let study = claim.study
        let described = [study?.design, study?.size, study?.years].map { $0 ?? "" }
        writer.append([claim.topic, claim.population, claim.strength] + described)
        writer.append(claim.values.map(Self.figure))
        records.append((claim, writer))
      }
      claimBase += source.claims.count
      sectionBase += source.sections.count
      passageBase += source.passages.count
      referenceBase += source.references.count
    }
    writeRecords(.asked, corpus.protocols.flatMap(\.claims)) { $1.append($0.asked) }
    parts[.claimNumbers] = Self.bytes { writer in
      let ids = records.enumerated().map { (words: [$1.claim.id], name: "\($0)") }
      PhraseTable.write(ids, to: &writer)
    }
    writeRecords(.claims, records) { record, writer in
      writer.append(raw: record.writer.bytes)
    }
  }

  /// A figure with what was measured; a unit that the measure names, as a hazard ratio, stands once.
  private static func figure(_ value: MeasuredValue) -> String {
    let isNamed = value.measure.lowercased().hasPrefix(value.unit.lowercased())
    return "\(value.measure): \(isNamed ? value.figure : value.words)"
  }

  private func append(_ numbers: [Int], _ writer: inout ByteWriter) {
    writer.append(count: numbers.count)
    for number in numbers { writer.append(count: number) }
  }

  /// Records behind a table of their offsets, counted from the end of the table.
  mutating func writeRecords<Record>(
    _ part: Part,
    _ records: [Record],
    _ body: (Record, inout ByteWriter) -> Void
  ) {
    var table = ByteWriter()
    var content = ByteWriter()
    table.append(count: records.count)
    for record in records {
      table.append(count: content.bytes.count)
      body(record, &content)
    }
    table.append(raw: content.bytes)
    parts[part] = table.bytes
  }

  /// For each claim, the question to suggest for it; empty where none was found answerable.
  private mutating func writeSuggestions(_ questions: [String]) {
    writeRecords(.suggestions, questions) { question, writer in writer.append(question) }
  }

  private static func bytes(_ body: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    body(&writer)
    return writer.bytes
  }

  private func assembled() -> [UInt8] {
    var body = ByteWriter()
    var offset = Self.headerSize + 4 * Part.allCases.count
    for part in Part.allCases {
      body.append(count: offset)
      offset += parts[part]?.count ?? 0
    }
    for part in Part.allCases { body.append(raw: parts[part] ?? []) }
    var head = ByteWriter()
    head.append(raw: corpus.digest.bytes)
    head.append(raw: body.bytes)
    let checksum = (try? MappedBytes(head.bytes).checksum(0..<head.bytes.count)) ?? 0
    var file = ByteWriter()
    file.append(Self.magic)
    file.append(Self.version)
    file.append(count: Part.allCases.count)
    file.append(checksum)
    file.append(raw: head.bytes)
    return file.bytes
  }
}
