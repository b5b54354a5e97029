/// Documents out of a file of tagged references: PubMed's `.nbib` and RIS.
///
/// A line is a tag of up to four characters, a hyphen and a value; a line that begins with blanks goes
/// on with the value before it. A reference is named by its PubMed number, its id, its accession number
/// or its DOI, else by the file and its first line.
package struct TaggedSource: DocumentSource, ~Copyable {
  /// What a tag says.
  private enum Part {
    case identifier(rank: Int)
    case title
    case text
    case end
    case other
  }

  private var lines: InputLines
  private let path: String
  private var number = 0

  /// Opens a file.
  package init(path: String) throws(SourceError) {
    self.path = path
    lines = try InputLines(path: path)
  }

  /// Reads the next reference that has a title or an abstract.
  package mutating func next(_ record: inout DocumentRecord) throws(SourceError) -> Bool {
    record.clear()
    var rank = Int.max
    var last = Part.other
    var start: Int?
    while let line = try nextLine() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 9 }) {
        // PubMed ends a reference by a blank line, RIS by a tag; RIS may have blank lines within.
        continue
      }
      if let tag = Self.tag(line) {
        last = Self.part(tag)
        if Self.startsReference(tag) {
          if start != nil, !record.title.isEmpty || !record.text.isEmpty {
            pending = line
            number -= 1
            break
          }
          record.clear()
          rank = .max
          start = number
        }
        start = start ?? number
        if case .identifier(let found) = last {
          if found >= rank { last = .other } else { record.identifier = [] }
          rank = min(rank, found)
        }
        if case .end = last, !record.title.isEmpty || !record.text.isEmpty { break }
      }
      Self.add(Self.value(line), to: last, &record)
    }
    guard let start, !record.title.isEmpty || !record.text.isEmpty else { return false }
    if record.identifier.isEmpty || record.identifier.count > FrontCoder.longest {
      record.identifier = Array("\(path):\(start)".utf8.suffix(FrontCoder.longest))
    }
    return true
  }

  /// A line that begins the next reference.
  private var pending: [UInt8]?

  private mutating func nextLine() throws(SourceError) -> [UInt8]? {
    number += 1
    if let line = pending {
      pending = nil
      return line
    }
    return try lines.withNext { bytes, range in
      var line: [UInt8] = []
      line.reserveCapacity(range.count)
      for index in range where bytes[index] != 13 { line.append(bytes[index]) }
      return line
    }
  }

  private static func add(_ value: ArraySlice<UInt8>, to part: Part, _ record: inout DocumentRecord)
  {
    switch part {
    case .identifier: record.identifier += value
    case .title: append(value, to: &record.title)
    case .text: append(value, to: &record.text)
    case .end, .other: break
    }
  }

  private static func append(_ value: ArraySlice<UInt8>, to text: inout [UInt8]) {
    if !text.isEmpty { text.append(0x20) }
    text += value
  }

  /// The tag of a line without the blanks behind it; nil for a line that has none.
  private static func tag(_ line: [UInt8]) -> String? {
    guard line.count > 4, line[4] == UInt8(ascii: "-"), line[0] &- 0x41 < 26 else { return nil }
    guard line.count == 5 || line[5] == 0x20 else { return nil }
    let tag = line[..<4].prefix { $0 != 0x20 }
    return tag.allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 }
      ? String(decoding: tag, as: UTF8.self) : nil
  }

  /// What stands behind the tag, or behind the blanks of a line without one.
  private static func value(_ line: [UInt8]) -> ArraySlice<UInt8> {
    (tag(line) == nil ? line[...] : line.dropFirst(5)).drop { $0 == 0x20 }
  }

  private static func startsReference(_ tag: String) -> Bool { tag == "TY" || tag == "PMID" }

  private static func part(_ tag: String) -> Part {
    switch tag {
    case "PMID": .identifier(rank: 0)
    case "ID": .identifier(rank: 1)
    case "AN": .identifier(rank: 2)
    case "DO": .identifier(rank: 3)
    case "TI", "T1": .title
    case "AB", "N2": .text
    case "ER": .end
    default: .other
    }
  }
}
