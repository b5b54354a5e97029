/// A query as it is written: words, `"phrases"`, `title:` and `text:` before either, `prefix*`,
/// `similar~`, and `-` before what must not be there.
///
/// Words, prefixes and similar words count where they occur; a document must have each phrase and each
/// word with a field.
package struct SearchExpression: Hashable, Sendable {
  /// Where a clause is looked for.
  package enum Field: Hashable, Sendable {
    case any
    case title
    case text
  }

  /// How a clause's words are looked for.
  package enum Form: Hashable, Sendable {
    case words
    case phrase
    /// Terms that begin with the last word.
    case prefix
    /// Terms one or two letters away from the last word.
    case similar
  }

  /// One part of a query.
  package struct Clause: Hashable, Sendable {
    package var isExcluded: Bool
    package var field: Field
    package var form: Form
    /// Without signs.
    package var text: [UInt8]
    /// Whether documents that do not match are left out.
    package var isRequired: Bool { !isExcluded && (form == .phrase || field != .any) }
  }

  /// In the order written.
  package let clauses: [Clause]
  /// As it was written.
  package let source: [UInt8]

  /// Whether it is nothing but words.
  package var isPlain: Bool {
    clauses.allSatisfy { $0.form == .words && $0.field == .any && !$0.isExcluded }
  }

  /// Reads a query.
  ///
  /// - Throws: `ExpressionError` with its place.
  package init(_ source: [UInt8]) throws(ExpressionError) {
    var parser = ExpressionParser(source)
    clauses = try parser.parse()
    self.source = source
    if !clauses.isEmpty, clauses.allSatisfy(\.isExcluded) { throw .onlyExclusions }
  }
}

/// Why a query cannot be read; columns count bytes from 1.
package enum ExpressionError: Error, Hashable, Sendable {
  /// A quotation mark opens a phrase that does not end.
  case unclosedPhrase(column: Int)
  /// A field, a minus, a star or a tilde has no word.
  case missingWord(column: Int)
  /// All that is asked for is what must not be there.
  case onlyExclusions
}

/// Reads clauses, separated by blanks.
struct ExpressionParser {
  private let source: [UInt8]
  private var offset = 0

  init(_ source: [UInt8]) {
    self.source = source
  }

  mutating func parse() throws(ExpressionError) -> [SearchExpression.Clause] {
    var clauses: [SearchExpression.Clause] = []
    while skipBlanks() { try clauses.append(contentsOf: clause()) }
    return clauses
  }

  /// False at the end.
  private mutating func skipBlanks() -> Bool {
    while offset < source.count, Self.isBlank(source[offset]) { offset += 1 }
    return offset < source.count
  }

  private mutating func clause() throws(ExpressionError) -> [SearchExpression.Clause] {
    let start = offset
    let isExcluded = takeMinus()
    let field = takeField()
    var form = SearchExpression.Form.words
    var text: [UInt8]
    if takeQuote() {
      text = try phrase(from: start)
      form = .phrase
    } else {
      text = takeRun()
      if let sign = text.last, let suffix = Self.suffixes[sign] {
        text.removeLast()
        form = suffix
      }
    }
    if text.isEmpty {
      // A dash between words, or an empty pair of quotation marks, asks for nothing.
      if field == .any, form == .phrase || form == .words { return [] }
      throw .missingWord(column: start + 1)
    }
    return [.init(isExcluded: isExcluded, field: field, form: form, text: text)]
  }

  private static let suffixes: [UInt8: SearchExpression.Form] = [
    UInt8(ascii: "*"): .prefix, UInt8(ascii: "~"): .similar,
  ]

  private mutating func takeMinus() -> Bool {
    guard source[offset] == UInt8(ascii: "-") else { return false }
    offset += 1
    return true
  }

  private mutating func takeField() -> SearchExpression.Field {
    for (name, field) in [("title:", SearchExpression.Field.title), ("text:", .text)] {
      let bytes = source[offset...].prefix(name.utf8.count)
      if bytes.elementsEqual(name.utf8, by: { $0 == $1 || $0 | 0x20 == $1 && $0 > 0x40 }) {
        offset += name.utf8.count
        return field
      }
    }
    return .any
  }

  /// Passes over a straight or a curved quotation mark.
  private mutating func takeQuote() -> Bool {
    guard let length = quote(at: offset) else { return false }
    offset += length
    return true
  }

  private func quote(at place: Int) -> Int? {
    guard place < source.count else { return nil }
    if source[place] == UInt8(ascii: "\"") { return 1 }
    let curved = source[place...].prefix(3)
    return curved.elementsEqual("“".utf8) || curved.elementsEqual("”".utf8) ? 3 : nil
  }

  private mutating func phrase(from start: Int) throws(ExpressionError) -> [UInt8] {
    let first = offset
    while offset < source.count {
      let end = offset
      if takeQuote() { return Array(source[first..<end]) }
      offset += 1
    }
    throw .unclosedPhrase(column: start + 1)
  }

  private mutating func takeRun() -> [UInt8] {
    let first = offset
    while offset < source.count, !Self.isBlank(source[offset]) { offset += 1 }
    return Array(source[first..<offset])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
