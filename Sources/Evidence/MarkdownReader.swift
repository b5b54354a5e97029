/// A sentence with its citation marker, before it is joined with `claims.yaml`.
struct CitedSentence {
  var id: String
  var text: String
  var span: SourceSpan
  var section: Int
  var passage: Int
  var citations: [String]
  var line: Int
}

/// Reads the Markdown of a protocol: headings, paragraphs, list items and cited sentences.
///
/// A cited sentence is what stands between the block's beginning, or the marker before it, and its
/// own marker `[@source; @source]{#claim-id}`. Byte offsets count in the file, so that a quote can
/// be compared with it.
struct MarkdownReader {
  private(set) var sections: [Section] = []
  private(set) var passages: [Passage] = []
  private(set) var sentences: [CitedSentence] = []
  private(set) var issues: [CorpusIssue] = []
  private var path: [String] = []

  /// Reads one more file; sections and passages continue the numbering of the files before.
  mutating func read(_ bytes: [UInt8], file: String) {
    path = []
    var block: Range<Int>?
    var blockLine = 1
    var number = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      number += 1
      let line = trimmed(start..<end, in: bytes)
      if line.isEmpty {
        finish(&block, blockLine, bytes, file)
      } else if let level = headingLevel(bytes[line]) {
        finish(&block, blockLine, bytes, file)
        open(
          heading: text(trimmed((line.lowerBound + level)..<line.upperBound, in: bytes), bytes),
          level: level,
          file: file,
          line: number
        )
      } else {
        let marker = listMarker(bytes[line])
        if marker > 0 { finish(&block, blockLine, bytes, file) }
        if let open = block {
          block = open.lowerBound..<line.upperBound
        } else {
          block = (line.lowerBound + marker)..<line.upperBound
          blockLine = number
        }
      }
      start = end + 1
    }
    finish(&block, blockLine, bytes, file)
  }

  private mutating func open(heading: String, level: Int, file: String, line: Int) {
    path = Array(path.prefix(level - 1))
    sections.append(
      Section(heading: heading, level: level, path: path, file: file, line: line)
    )
    path.append(heading)
  }

  private mutating func finish(
    _ block: inout Range<Int>?,
    _ line: Int,
    _ bytes: [UInt8],
    _ file: String
  ) {
    guard let range = block else { return }
    block = nil
    if sections.last?.file != file { open(heading: file, level: 1, file: file, line: line) }
    let passage = passages.count
    var plain: [UInt8] = []
    var from = range.lowerBound
    var cursor = range.lowerBound
    while let marker = nextMarker(in: cursor..<range.upperBound, bytes) {
      let markerLine = line + bytes[range.lowerBound..<marker.range.lowerBound].count { $0 == 10 }
      let sentence = trimmed(from..<marker.range.lowerBound, in: bytes)
      plain += bytes[from..<sentence.upperBound]
      switch marker.content {
      case .citation(let citations, let id):
        if sentence.isEmpty {
          issues.append(
            CorpusIssue(file: file, line: markerLine, problem: .emptyClaim(id: id))
          )
        } else {
          sentences.append(
            CitedSentence(
              id: id,
              text: text(sentence, bytes),
              span: SourceSpan(file: file, start: sentence.lowerBound, end: sentence.upperBound),
              section: sections.count - 1,
              passage: passage,
              citations: citations,
              line: markerLine
            )
          )
        }
      case .malformed:
        issues.append(
          CorpusIssue(
            file: file,
            line: markerLine,
            problem: .malformedCitation(text(marker.range, bytes))
          )
        )
      }
      from = marker.range.upperBound
      cursor = from
    }
    plain += bytes[from..<range.upperBound]
    passages.append(
      Passage(
        span: SourceSpan(file: file, start: range.lowerBound, end: range.upperBound),
        text: String(decoding: plain, as: UTF8.self),
        section: sections.count - 1,
        line: line
      )
    )
  }

  private struct Marker {
    enum Content {
      case citation([String], id: String)
      case malformed
    }

    var range: Range<Int>
    var content: Content
  }

  /// The next `[@…]{#…}`, or what begins like one.
  private func nextMarker(in range: Range<Int>, _ bytes: [UInt8]) -> Marker? {
    var at = range.lowerBound
    while at < range.upperBound {
      let opensCitation =
        bytes[at] == UInt8(ascii: "[") && at + 1 < range.upperBound
        && bytes[at + 1] == UInt8(ascii: "@")
      let opensIdentifier =
        bytes[at] == UInt8(ascii: "{") && at + 1 < range.upperBound
        && bytes[at + 1] == UInt8(ascii: "#")
      if opensIdentifier {
        let close = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
        return Marker(range: at..<(close.map { $0 + 1 } ?? range.upperBound), content: .malformed)
      }
      if opensCitation { return marker(at: at, in: range, bytes) }
      at += 1
    }
    return nil
  }

  private func marker(at start: Int, in range: Range<Int>, _ bytes: [UInt8]) -> Marker {
    let rest = bytes[start..<range.upperBound]
    guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else {
      return Marker(range: start..<range.upperBound, content: .malformed)
    }
    let list = text((start + 1)..<close, bytes)
    let citations = list.split(separator: ";", omittingEmptySubsequences: false).map { part in
      part.drop(while: \.isWhitespace)
    }
    let keys = citations.map { key in
      String(key.dropFirst().reversed().drop(while: \.isWhitespace).reversed())
    }
    let wellFormed = zip(citations, keys).allSatisfy { part, key in
      part.first == "@" && isIdentifier(key)
    }
    guard close + 2 < range.upperBound, bytes[close + 1] == UInt8(ascii: "{"),
      bytes[close + 2] == UInt8(ascii: "#"),
      let end = bytes[close..<range.upperBound].firstIndex(of: UInt8(ascii: "}"))
    else { return Marker(range: start..<(close + 1), content: .malformed) }
    let id = text((close + 3)..<end, bytes)
    guard wellFormed, !keys.isEmpty, isIdentifier(id) else {
      return Marker(range: start..<(end + 1), content: .malformed)
    }
    return Marker(range: start..<(end + 1), content: .citation(keys, id: id))
  }

  private func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
  }

  private func headingLevel(_ line: ArraySlice<UInt8>) -> Int? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    guard line.count == level || line[line.startIndex + level] == UInt8(ascii: " ") else {
      return nil
    }
    return level
  }

  /// The length of a list item's mark, 0 where the line begins none.
  private func listMarker(_ line: ArraySlice<UInt8>) -> Int {
    guard let first = line.first else { return 0 }
    let second = line.dropFirst().first
    if "-*+".utf8.contains(first), second == UInt8(ascii: " ") { return 2 }
    let digits = line.prefix { (48...57).contains($0) }.count
    guard (1...3).contains(digits), line.count > digits + 1 else { return 0 }
    let mark = line[line.startIndex + digits]
    let space = line[line.startIndex + digits + 1]
    return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")) && space == UInt8(ascii: " ")
      ? digits + 2 : 0
  }

  private func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isBlank(bytes[low]) { low += 1 }
    while high > low, isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }

  private func text(_ range: Range<Int>, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
