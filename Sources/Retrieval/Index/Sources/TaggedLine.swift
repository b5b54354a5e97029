/// A line of a file of tagged records, as PubMed and RIS write them.
enum TaggedLine {
  /// A tag and what stands behind its hyphen.
  case field(tag: ArraySlice<UInt8>, value: ArraySlice<UInt8>)
  /// More of the field before.
  case continuation(ArraySlice<UInt8>)
  case blank
  /// Neither.
  case other

  /// Reads a line of PubMed: four characters of tag, `- `, and six blanks before a continuation.
  init(nbib line: [UInt8]) {
    self.init(line[...], width: 4)
    if case .other = self, line.starts(with: Array("      ".utf8)) {
      self = .continuation(line.dropFirst(6))
    }
  }

  /// Reads a line of RIS: two characters of tag, two blanks, `- `; any other text is a continuation.
  init(ris line: [UInt8]) {
    self.init(line[...], width: 2)
    if case .other = self { self = .continuation(line[...]) }
  }

  private init(_ line: ArraySlice<UInt8>, width: Int) {
    if MarkdownLine.isBlank(line) {
      self = .blank
      return
    }
    let tag = line.prefix { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    let rest = line[tag.endIndex...]
    let gap = rest.prefix { $0 == 0x20 }
    let value = rest[gap.endIndex...]
    let isTag =
      width == 2
      ? tag.count == 2 && gap.count == 2
      : (2...4).contains(tag.count) && tag.count + gap.count == 4
    guard isTag, value.first == UInt8(ascii: "-"),
      value.count == 1 || value[value.startIndex + 1] == 0x20
    else {
      self = .other
      return
    }
    self = .field(tag: tag, value: value.dropFirst(2))
  }

  /// Adds words behind those that are there.
  static func append(_ value: ArraySlice<UInt8>, to text: inout [UInt8]) {
    let value = MarkdownLine.trimmed(value)
    if !text.isEmpty, !value.isEmpty { text.append(0x20) }
    text += value
  }
}
