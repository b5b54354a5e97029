internal import Answering
internal import Glibc
internal import Retrieval

/// One search, or a batch of them, with all that the command line says about it.
struct SearchInvocation: Equatable {
  var folder: String
  var words: [String]
  var limit = defaultLimit
  var isBatch = false

  static let defaultLimit = 10
  static let limits = 1...100_000

  /// Searches, and writes what was found.
  func run() throws {
    let start = Self.nanoseconds()
    let reader = try IndexFailure.reported(folder) { try DirectoryReader(path: folder) }
    var searcher = DirectorySearcher(reader)
    if isBatch { return try runBatch(reader, &searcher, since: start) }
    let question = Array(words.joined(separator: " ").utf8)
    var output = StandardOutput()
    let hits = try IndexFailure.reported(folder) { try searcher.search(question, limit: limit) }
    for hit in hits { try output.write(line(for: hit, reader)) }
    try output.flush()
    if hits.isEmpty { try ExitStatus.notCovered.end() }
  }

  private func line(for hit: Hit, _ reader: DirectoryReader) throws -> String {
    try IndexFailure.reported(folder) {
      let identifier = String(decoding: try reader.identifier(of: hit.document), as: UTF8.self)
      var line = "\(Self.rounded(hit.score))  \(identifier)"
      if let text = try reader.text(of: hit.document) {
        let beginning = text.prefix(Self.shownBytes).map { $0 == 10 || $0 == 13 ? 0x20 : $0 }
        line += "  \(String(decoding: beginning, as: UTF8.self))"
      }
      return "\(Sanitizer.visible(line))\n"
    }
  }

  /// Bytes of a text that are shown.
  private static let shownBytes = 160

  private static func rounded(_ score: Float) -> String {
    let thousandths = Int((score * 1000).rounded())
    let rest = "\(thousandths % 1000)"
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
  }

  // MARK: Batches

  private func runBatch(
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
        return try answer(record, reader, &searcher)
      } catch {
        let id = String(decoding: record.identifier, as: UTF8.self)
        throw BatchLineError(id: id, message: error.description)
      }
    }
  }

  private func answer(
    _ record: DocumentRecord,
    _ reader: DirectoryReader,
    _ searcher: inout DirectorySearcher
  ) throws(IndexError) -> String {
    let start = Self.nanoseconds()
    let hits = try searcher.search(record.text, limit: limit)
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
  /// Reads the most frequent forms of the command line, `search DIR` with words or with `--batch`, and
  /// `--limit`, and is `nil` for every other; the argument parser reads those.
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
    if isBatch != words.isEmpty { return nil }
  }
}
