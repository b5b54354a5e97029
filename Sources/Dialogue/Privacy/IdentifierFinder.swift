/// Finds what says who a patient is.
///
/// Names are found by what stands before them (*Mr*, *patient name*), by lists of first and last names,
/// and by capitals before an age; record numbers and dates of birth by their labels and their form.
/// A finder errs towards silence where words may be an author's or a thing's name.
public struct IdentifierFinder: Sendable {
  private let words: IdentifierWords

  /// Takes the words by which identifiers are found.
  public init(_ words: IdentifierWords) {
    self.words = words
  }

  /// The identifiers of a text, in order and without overlaps.
  public func identifiers(in text: String) -> [Identifier] {
    let line = IdentifierLine(text, words)
    var found: [Identifier] = []
    var index = 0
    while index < line.count {
      if let end = line.endOfClinician(at: index) {
        index = end
        continue
      }
      if let (kind, range) = line.numberOrDate(at: index) ?? line.name(at: index) {
        found.append(Identifier(kind: kind, bytes: line.bytes(range)))
        index = range.upperBound
        continue
      }
      index += 1
    }
    return found
  }

  /// The text with a `*` for each byte of an identifier.
  public func screen(_ text: String) -> ScreenedText {
    let found = identifiers(in: text)
    if found.isEmpty { return ScreenedText(text: text, kinds: []) }
    var bytes = Array(text.utf8)
    for identifier in found {
      for place in identifier.bytes where bytes[place] != 0x20 { bytes[place] = 0x2A }
    }
    let kinds = IdentifierKind.allCases.filter { kind in found.contains { $0.kind == kind } }
    return ScreenedText(text: String(decoding: bytes, as: UTF8.self), kinds: kinds)
  }
}
