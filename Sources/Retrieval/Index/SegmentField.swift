/// A field with postings of its own, beside those of the whole document.
package struct SegmentField: Hashable, Sendable {
  /// Name, such as `title`.
  package var name: String
  /// What an occurrence in it counts in the frequencies of the whole document.
  package var weight: UInt8
  /// Its tokens in all documents.
  package var tokenCount: Int

  /// The most fields of a segment.
  package static let most = 8

  /// Describes a field.
  package init(name: String, weight: UInt8 = 1, tokenCount: Int = 0) {
    self.name = name
    self.weight = weight
    self.tokenCount = tokenCount
  }
}

/// The term of one field: the term of the whole document, a zero byte and the field's number, so that
/// it stands directly behind that one in the dictionary.
enum FieldTerm {
  /// The most bytes of a term that may stand in a field.
  static let longest = FrontCoder.longest - 2

  static func bytes(_ term: ArraySlice<UInt8>, field: Int) -> [UInt8] {
    term + [0, UInt8(field)]
  }

  /// The field of a term that belongs to another one; nil for a term of the whole document.
  static func field(of term: [UInt8], behind whole: ArraySlice<UInt8>) -> Int? {
    guard term.count == whole.count + 2, term[whole.count] == 0, term.starts(with: whole) else {
      return nil
    }
    return Int(term[whole.count + 1])
  }

  /// Whether a term is that of a field; no word has a zero byte.
  static func isFieldTerm(_ term: some BidirectionalCollection<UInt8>) -> Bool {
    term.dropLast().last == 0
  }
}
