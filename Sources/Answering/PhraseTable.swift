internal import Retrieval
internal import TextAnalysis

/// Phrases in analysed form with the name each stands for, sorted and read in place.
struct PhraseTable: SynonymTable {
  private let bytes: MappedBytes
  private let start: Int
  private let count: Int
  private let longest: Int

  /// Opens a table that `write(_:to:)` wrote.
  init(_ bytes: MappedBytes, at start: Int) throws(IndexError) {
    self.bytes = bytes
    self.start = start + 8
    count = try bytes.count(start)
    longest = try bytes.count(start + 4)
    guard count <= bytes.count / 16 else { throw .damaged }
  }

  /// Writes phrases; of two with the same words the first stays.
  ///
  /// - Parameters:
  ///   - phrases: Words of each phrase, and its name.
  ///   - writer: Receives the table.
  static func write(_ phrases: [(words: [String], name: String)], to writer: inout ByteWriter) {
    var names: [String: String] = [:]
    var longest = 0
    for phrase in phrases where !phrase.words.isEmpty {
      let key = phrase.words.joined(separator: " ")
      if names[key] == nil { names[key] = phrase.name }
      longest = max(longest, phrase.words.count)
    }
    let keys = names.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    writer.append(count: keys.count)
    writer.append(count: longest)
    var blob = ByteWriter()
    for key in keys {
      let name = names[key] ?? ""
      writer.append(count: blob.bytes.count)
      writer.append(count: key.utf8.count)
      blob.append(raw: Array(key.utf8))
      writer.append(count: blob.bytes.count)
      writer.append(count: name.utf8.count)
      blob.append(raw: Array(name.utf8))
    }
    writer.append(raw: blob.bytes)
  }

  func longestMatch(in texts: [String], at index: Int) -> (length: Int, term: String)? {
    var key = ""
    var best: (length: Int, term: String)?
    for length in 1...max(1, min(longest, texts.count - index)) where index < texts.count {
      if length > 1 { key += " " }
      key += texts[index + length - 1]
      guard let entry = try? firstEntry(from: key), (try? begins(entry, with: key)) == true else {
        return best
      }
      if let name = try? name(of: entry, ifKey: key) { best = (length, name) }
    }
    return best
  }

  /// The name of a phrase, or `nil`.
  ///
  /// - Complexity: O(log n) comparisons.
  func name(of key: String) throws(IndexError) -> String? {
    try name(of: try firstEntry(from: key), ifKey: key)
  }

  /// Whether a phrase stands in the table.
  func holds(_ key: String) -> Bool {
    (try? name(of: key)) != nil
  }

  /// The first entry whose phrase is not before a text; `count` where all are.
  private func firstEntry(from key: String) throws(IndexError) -> Int {
    let blob = start + 16 * count
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let entry = start + 16 * middle
      let order = try bytes.compare(
        blob + (try bytes.count(entry)),
        count: try bytes.count(entry + 4),
        with: key
      )
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func begins(_ number: Int, with key: String) throws(IndexError) -> Bool {
    guard number < count else { return false }
    let entry = start + 16 * number
    let length = min(try bytes.count(entry + 4), key.utf8.count)
    return try bytes.compare(
      start + 16 * count + (try bytes.count(entry)),
      count: length,
      with: key
    ) == 0
  }

  private func name(of number: Int, ifKey key: String) throws(IndexError) -> String? {
    guard number < count, try begins(number, with: key) else { return nil }
    let blob = start + 16 * count
    let entry = start + 16 * number
    guard try bytes.count(entry + 4) == key.utf8.count else { return nil }
    return try bytes.string(
      blob + (try bytes.count(entry + 8)),
      count: try bytes.count(entry + 12)
    )
  }
}
