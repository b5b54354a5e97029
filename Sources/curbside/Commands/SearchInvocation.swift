internal import Answering
internal import Glibc
internal import Retrieval

/// One search, or a batch of them, with all that the command line says about it.
struct SearchInvocation: Equatable {
  var folder: String
  var words: [String]
  var limit = defaultLimit
  var isBatch = false
  /// Whether documents are ranked by every word, and by nothing else.
  var everyWord = false
  var model = ScoringModel.standard
  var evaluation = DirectorySearcher.Evaluation.fast
  /// The path of a list of abbreviations.
  var abbreviations: String?
  /// Nil where words of the best documents are not taken.
  var feedback: RelevanceFeedback?
  var form = Form.text(.screen)
  /// Whether each score is explained.
  var explains = false

  /// What is written.
  enum Form: Equatable {
    case json
    case markdown
    case text(OutputStyle.Form)
  }

  static let defaultLimit = 10
  static let limits = 1...100_000

  /// Searches, and writes what was found.
  func run() throws {
    let start = Self.nanoseconds()
    let known = try abbreviations.map { try AbbreviationList(file: $0) }
    let reader = try IndexFailure.reported(folder) { try DirectoryReader(path: folder) }
    var searcher = DirectorySearcher(
      reader,
      ranking: everyWord ? .everyWord : .standard,
      model: model,
      evaluation: evaluation
    )
    if isBatch { return try runBatch(known, reader, &searcher, since: start) }
    let query = words.joined(separator: " ")
    let documents = try IndexFailure.reported(folder) { try find(query, known, reader, &searcher) }
    var output = StandardOutput()
    switch form {
    case .json: try output.write("\(SearchJSON(query: query, documents: documents).text)\n")
    case .markdown: try output.write(SearchRenderer.markdown(query, documents))
    case .text(let form):
      let style = OutputStyle.standardOutput(form)
      let isOnTerminal = isatty(STDOUT_FILENO) == 1
      let layout: SearchRenderer.Layout =
        style.form == .linear ? .labelled : isOnTerminal ? .block : .line
      try output.write(SearchRenderer(style: style, layout: layout).render(documents))
    }
    try output.flush()
    if documents.isEmpty { try ExitStatus.notCovered.end() }
  }

  /// What fits the query, with snippets and, where they are asked for, explanations.
  private func find(
    _ query: String,
    _ known: AbbreviationList?,
    _ reader: DirectoryReader,
    _ searcher: inout DirectorySearcher
  ) throws -> [FoundDocument] {
    if everyWord || evaluation == .exact {
      return try FoundDocument.documents(
        search(Array(query.utf8), known, &searcher).hits,
        terms: [],
        reader
      )
    }
    let expression: SearchExpression
    do throws(ExpressionError) {
      expression = try SearchExpression(Array(query.utf8))
    } catch {
      throw CommandError.query(error)
    }
    var clauses = ExpressionSearcher(reader, model: model)
    let found: (hits: [Hit], expansion: [WeightedTerm]?)
    if expression.isPlain {
      found = try search(Array(query.utf8), known, &searcher)
    } else {
      let expansion = try feedback.map { try clauses.expandedTerms(of: expression, by: $0) }
      found = (try clauses.search(expression, with: expansion, limit: limit), expansion)
    }
    let terms = try clauses.terms(of: expression)
    var documents = try FoundDocument.documents(
      found.hits,
      terms: clauses.weighted(terms),
      reader
    )
    guard explains else { return documents }
    let explanations = try clauses.explain(found.hits, of: found.expansion ?? terms)
    for (index, shares) in explanations.enumerated() { documents[index].shares = shares }
    return documents
  }

  /// What fits a query of words, and what they were widened to.
  private func search(
    _ query: [UInt8],
    _ known: AbbreviationList?,
    _ searcher: inout DirectorySearcher
  ) throws(IndexError) -> (hits: [Hit], expansion: [WeightedTerm]?) {
    var expansion = known.map { searcher.expandedTerms(of: query, by: $0) }
    if let feedback {
      expansion = try searcher.expandedTerms(of: query, with: expansion, by: feedback)
    }
    return (try searcher.search(query, with: expansion, limit: limit), expansion)
  }

  // MARK: Batches

  private func runBatch(
    _ known: AbbreviationList?,
    _ reader: DirectoryReader,
    _ searcher: inout DirectorySearcher,
    since start: UInt64
  ) throws {
    var opening = StandardOutput()
    try opening.write("{\"open_us\":\(Self.microseconds(since: start))}\n")
    try opening.flush()
    try LineBatch().run { line throws(BatchLineError) in
      let record: DocumentRecord
      do throws(SourceError) {
        record = try DocumentRecord(line: line)
      } catch {
        throw BatchLineError(id: nil, message: "not a JSON object with _id and text")
      }
      do throws(IndexError) {
        return try answer(record, known, reader, &searcher)
      } catch {
        let id = String(decoding: record.identifier, as: UTF8.self)
        throw BatchLineError(id: id, message: error.description)
      }
    }
  }

  private func answer(
    _ record: DocumentRecord,
    _ known: AbbreviationList?,
    _ reader: DirectoryReader,
    _ searcher: inout DirectorySearcher
  ) throws(IndexError) -> String {
    let start = Self.nanoseconds()
    let hits = try search(record.text, known, &searcher).hits
    var identifiers: [[UInt8]] = []
    identifiers.reserveCapacity(hits.count)
    for hit in hits { identifiers.append(try reader.identifier(of: hit.document)) }
    let duration = Self.microseconds(since: start)
    var writer = JSONWriter()
    writer.object {
      $0.key("_id")
      $0.string(String(decoding: record.identifier, as: UTF8.self))
      $0.key("us")
      $0.number(digits: duration)
      $0.key("hits")
      $0.array {
        for (hit, identifier) in zip(hits, identifiers) {
          $0.array {
            $0.string(String(decoding: identifier, as: UTF8.self))
            $0.number(digits: "\(hit.score)")
          }
        }
      }
    }
    return "\(writer.text)\n"
  }

  private static func nanoseconds() -> UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Microseconds with one decimal.
  private static func microseconds(since start: UInt64) -> String {
    let tenths = (nanoseconds() - start) / 100
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension SearchInvocation {
  /// Reads the most frequent forms of the command line, `search DIR` with words or with `--batch`,
  /// `--limit` and `--every-word`, and is `nil` for every other; the argument parser reads those.
  ///
  /// - Parameter arguments: Without the program's name.
  init?(frequentForm arguments: [String]) {
    guard arguments.first == "search", arguments.count > 2 else { return nil }
    self.init(folder: arguments[1], words: [])
    if arguments[1].utf8.first == UInt8(ascii: "-") { return nil }
    var index = 2
    while index < arguments.count {
      switch arguments[index] {
      case "--batch": isBatch = true
      case "--every-word": everyWord = true
      case "--json": form = .json
      case "--plain": form = .text(.linear)
      case "--limit":
        index += 1
        guard index < arguments.count, let number = Int(arguments[index]),
          Self.limits.contains(number)
        else { return nil }
        limit = number
      default:
        if arguments[index].utf8.first == UInt8(ascii: "-") { return nil }
        words.append(arguments[index])
      }
      index += 1
    }
    if isBatch != words.isEmpty || isBatch && form != .text(.screen) { return nil }
  }
}

extension AbbreviationList {
  /// Reads a list from a file.
  ///
  /// - Throws: `CommandError.unreadable`, `CommandError.malformedAbbreviations`.
  fileprivate init(file path: String) throws(CommandError) {
    let bytes = try InputFile.read(path)
    do throws(Malformed) {
      try self.init(tabSeparated: bytes)
    } catch {
      throw .malformedAbbreviations(path: InputFile.name(path), line: error.line)
    }
  }
}
