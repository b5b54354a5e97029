internal import Evidence
internal import Retrieval
internal import TextAnalysis

/// What ranking must know of every claim that it looks at.
struct ClaimTraits: Sendable {
  var protocolNumber: Int
  var kind: ClaimKind
  var scope: ClaimScope
  /// Whether the sentence stands in the protocol's own text, not in its collected evidence.
  var isProtocolText: Bool
  /// The kinds of figures that the sentence states, as `FigureKind.mask(of:)` gives them.
  var figures: Int
}

/// A claim as the pack holds it.
struct PackedClaim: Sendable {
  var traits: ClaimTraits
  var id: String
  var text: String
  var file: String
  var start: Int
  var end: Int
  var section: Int
  var passage: Int
  var citations: [Int]
  var disputes: [Int]
  var topic: String
  var population: String
  var strength: String
  var studyDesign: String
  var studySize: String
  var studyYears: String
  /// What it states in numbers, as in "minimum future liver remnant: at least 30 %".
  var figures: [String]
}

/// A compiled corpus, read in place.
struct CompiledPack: Sendable {
  let digest: ContentDigest
  let parameters: AnsweringParameters
  let analysis: QuestionAnalysis
  let everyday: PhraseTable
  let neighbours: PhraseTable
  let cues: PhraseTable
  let synonyms: PhraseTable
  let identifiers: PhraseTable
  let claimIndex: SegmentReader
  let askedIndex: SegmentReader
  let claimCount: Int
  private let bytes: MappedBytes
  private let offsets: [Int]

  /// Opens a pack.
  ///
  /// - Throws: `IndexError` when the bytes are no pack of this version or are damaged.
  init(_ bytes: MappedBytes) throws(IndexError) {
    try self.init(verified: bytes)
    let start = PackCompiler.headerSize - 32
    let checksum = try bytes.uint64(start - 8)
    guard try bytes.checksum(start..<bytes.count) == checksum else { throw .damaged }
  }

  /// Opens a pack whose checksum was found to fit before.
  ///
  /// - Throws: `IndexError` when the bytes are no pack of this version; where they are damaged, at the
  ///   latest when what is damaged is read and makes no sense.
  init(verified bytes: MappedBytes) throws(IndexError) {
    var cursor = ByteCursor(bytes, at: 0)
    guard try cursor.uint64() == PackCompiler.magic,
      UInt32(try cursor.count()) == PackCompiler.version,
      try cursor.count() == PackCompiler.Part.allCases.count
    else { throw .unknownFormat }
    _ = try cursor.uint64()
    var digest: [UInt8] = []
    for _ in 0..<32 { digest.append(try cursor.uint8()) }
    guard let digest = ContentDigest(bytes: digest) else { throw .damaged }
    self.digest = digest
    var offsets: [Int] = []
    for _ in PackCompiler.Part.allCases { offsets.append(try cursor.count()) }
    self.offsets = offsets
    self.bytes = bytes
    func at(_ part: PackCompiler.Part) -> Int { offsets[part.rawValue] }
    var values: [Double] = []
    var numbers = ByteCursor(bytes, at: at(.parameters))
    for _ in AnsweringParameter.allCases { values.append(Double(try numbers.float())) }
    parameters = AnsweringParameters(ordered: values)
    synonyms = try PhraseTable(bytes, at: at(.synonyms))
    analysis = QuestionAnalysis(
      stopWords: try PhraseTable(bytes, at: at(.stopWords)),
      synonyms: synonyms,
      digest: digest.description
    )
    everyday = try PhraseTable(bytes, at: at(.everyday))
    neighbours = try PhraseTable(bytes, at: at(.neighbours))
    cues = try PhraseTable(bytes, at: at(.cues))
    identifiers = try PhraseTable(bytes, at: at(.identifiers))
    let fingerprint = analysis.terms.fingerprint
    func segment(
      _ part: PackCompiler.Part,
      endingAt next: PackCompiler.Part
    ) throws(IndexError) -> SegmentReader {
      guard at(part) <= at(next) else { throw .damaged }
      let content = try MappedBytes(bytes, at(part)..<at(next))
      return try SegmentReader(unverified: content, fingerprint: fingerprint)
    }
    claimIndex = try segment(.claimIndex, endingAt: .claimDocuments)
    askedIndex = try segment(.askedIndex, endingAt: .askedClaims)
    claimCount = try bytes.count(at(.claims))
    // Scores are kept by claim number, so a count that rotted must not become an array of its size.
    guard claimCount == claimIndex.documentCount,
      claimIndex.fields.map(\.name) == ClaimField.allCases.map(\.rawValue)
    else { throw .damaged }
  }

  /// The files and folders that the pack was made from.
  func inventory() throws(IndexError) -> [String] {
    var cursor = ByteCursor(bytes, at: offsets[PackCompiler.Part.inventory.rawValue])
    return try cursor.strings()
  }

  /// The number of a claim of an id; nil where there is none.
  ///
  /// - Complexity: O(log n) comparisons.
  func number(ofClaim id: String) throws(IndexError) -> Int? {
    let table = try PhraseTable(bytes, at: offsets[PackCompiler.Part.claimNumbers.rawValue])
    return try table.name(of: id).flatMap { Int($0) }
  }

  /// The document of the index that a claim is.
  func document(ofClaim number: Int) throws(IndexError) -> Int {
    guard (0..<claimCount).contains(number) else { throw .damaged }
    let document = try bytes.count(offsets[PackCompiler.Part.claimDocuments.rawValue] + 4 * number)
    guard document < claimCount else { throw .damaged }
    return document
  }

  /// The claim that an asked phrase belongs to.
  func claim(ofPhrase number: Int) throws(IndexError) -> Int {
    try bytes.count(offsets[PackCompiler.Part.askedClaims.rawValue] + 4 * number)
  }

  /// Words as written in the corpus, with how often.
  func spellings() throws(IndexError) -> [(word: String, count: Int)] {
    var cursor = ByteCursor(bytes, at: offsets[PackCompiler.Part.spelling.rawValue])
    var found: [(word: String, count: Int)] = []
    for _ in 0..<(try cursor.count()) {
      let count = try cursor.count()
      found.append((try cursor.string(), count))
    }
    return found
  }

  // MARK: Records

  func claim(_ number: Int) throws(IndexError) -> PackedClaim {
    var cursor = try record(.claims, number)
    let traits = try traits(&cursor)
    let start = try cursor.count()
    let end = try cursor.count()
    let section = try cursor.count()
    let passage = try cursor.count()
    let head = try cursor.strings()
    let citations = try self.numbers(&cursor)
    let disputes = try self.numbers(&cursor)
    let words = try cursor.strings()
    guard head.count == 3, words.count == 6 else { throw .damaged }
    return PackedClaim(
      traits: traits,
      id: head[0],
      text: head[1],
      file: head[2],
      start: start,
      end: end,
      section: section,
      passage: passage,
      citations: citations,
      disputes: disputes,
      topic: words[0],
      population: words[1],
      strength: words[2],
      studyDesign: words[3],
      studySize: words[4],
      studyYears: words[5],
      figures: try cursor.strings()
    )
  }

  /// The id of a claim, without reading its texts.
  func id(ofClaim number: Int) throws(IndexError) -> String {
    var cursor = try record(.claims, number)
    for _ in 0..<9 { _ = try cursor.count() }
    guard try cursor.count() == 3 else { throw .damaged }
    return try cursor.string()
  }

  /// The references of a claim and the claims on the other side of its disputes, without its texts.
  func links(ofClaim number: Int) throws(IndexError) -> (citations: [Int], disputes: [Int]) {
    var cursor = try record(.claims, number)
    for _ in 0..<9 { _ = try cursor.count() }
    guard try cursor.count() == 3 else { throw .damaged }
    for _ in 0..<3 { try cursor.skipString() }
    return (try numbers(&cursor), try numbers(&cursor))
  }

  /// The key of a reference alone.
  func key(ofReference number: Int) throws(IndexError) -> String {
    var cursor = try record(.references, number)
    guard try cursor.count() == 5 else { throw .damaged }
    return try cursor.string()
  }

  /// What ranking must know of a claim, without reading its texts.
  func traits(ofClaim number: Int) throws(IndexError) -> ClaimTraits {
    var cursor = try record(.claims, number)
    return try traits(&cursor)
  }

  private func traits(_ cursor: inout ByteCursor) throws(IndexError) -> ClaimTraits {
    let protocolNumber = try cursor.count()
    let kind = try cursor.count()
    guard kind < ClaimKind.allCases.count else { throw .damaged }
    return ClaimTraits(
      protocolNumber: protocolNumber,
      kind: ClaimKind.allCases[kind],
      scope: try cursor.count() == 1 ? .context : .subject,
      isProtocolText: try cursor.count() == 1,
      figures: try cursor.count()
    )
  }

  /// The ways in which a claim is asked for.
  func asked(for claim: Int) throws(IndexError) -> [String] {
    var cursor = try record(.asked, claim)
    return try cursor.strings()
  }

  func sectionPath(_ number: Int) throws(IndexError) -> [String] {
    var cursor = try record(.sections, number)
    return try cursor.strings()
  }

  func passage(_ number: Int) throws(IndexError) -> (text: String, line: Int) {
    var cursor = try record(.passages, number)
    return (try cursor.string(), try cursor.count())
  }

  func reference(
    _ number: Int
  ) throws(IndexError) -> (id: String, text: String, brief: String, kind: String, url: String) {
    var cursor = try record(.references, number)
    let fields = try cursor.strings()
    guard fields.count == 5 else { throw .damaged }
    return (fields[0], fields[1], fields[2], fields[3], fields[4])
  }

  func identity(protocol number: Int) throws(IndexError) -> (CorpusIdentity, disclaimer: String) {
    var cursor = try record(.protocols, number)
    let fields = try cursor.strings()
    guard fields.count == 7, let status = ReviewStatus(rawValue: fields[5]) else {
      throw .damaged
    }
    let identity = CorpusIdentity(
      protocolID: fields[1],
      title: fields[2],
      version: fields[3],
      lastUpdated: fields[4],
      reviewStatus: status,
      digest: digest.description
    )
    return (identity, fields[6])
  }

  /// The question to suggest for a claim; empty where there is none.
  func suggestion(for claim: Int) throws(IndexError) -> String {
    var cursor = try record(.suggestions, claim)
    return try cursor.string()
  }

  func glossary() throws(IndexError) -> [GlossaryTerm] {
    var terms: [GlossaryTerm] = []
    for number in 0..<(try count(.glossary)) {
      var cursor = try record(.glossary, number)
      let fields = try cursor.strings()
      guard fields.count == 3 else { throw .damaged }
      terms.append(
        GlossaryTerm(
          term: fields[0],
          type: fields[1],
          abbreviations: try cursor.strings(),
          synonyms: try cursor.strings(),
          definition: fields[2]
        )
      )
    }
    return terms
  }

  func references() throws(IndexError) -> [String] {
    var ids: [String] = []
    for number in 0..<(try count(.references)) { ids.append(try reference(number).id) }
    return ids
  }

  private func numbers(_ cursor: inout ByteCursor) throws(IndexError) -> [Int] {
    var found: [Int] = []
    for _ in 0..<(try cursor.count()) { found.append(try cursor.count()) }
    return found
  }

  func count(_ part: PackCompiler.Part) throws(IndexError) -> Int {
    try bytes.count(offsets[part.rawValue])
  }

  func record(
    _ part: PackCompiler.Part,
    _ number: Int
  ) throws(IndexError) -> ByteCursor {
    let start = offsets[part.rawValue]
    let count = try bytes.count(start)
    guard number >= 0, number < count else { throw .damaged }
    let content = start + 4 + 4 * count
    return ByteCursor(bytes, at: content + (try bytes.count(start + 4 + 4 * number)))
  }
}
