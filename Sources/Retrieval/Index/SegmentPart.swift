/// The parts of a segment file, in the order in which they stand.
enum SegmentPart: Int, CaseIterable {
  /// Postings, in the order of the terms.
  case postings
  /// Terms in front-coded blocks.
  case terms
  /// The first eight bytes of each block of terms.
  case termKeys
  /// Where each block of terms begins.
  case termOffsets
  /// Where the occurrences of each posting stand in their field, in the order of the terms.
  case places
  /// Documents in each class of length.
  case lengthClasses
  /// The fields that have postings of their own.
  case fields
  /// Tokens of each field of each document.
  case fieldLengths
  /// The length of each document's vector of logarithmic frequencies.
  case norms
  /// Identifiers in front-coded blocks.
  case identifiers
  /// Where each block of identifiers begins.
  case identifierOffsets
  /// A mark of two bytes for each indexed word, in the order of the words.
  case marks
  /// Words before each document.
  case markOffsets
  /// The documents' titles and texts with a line end between, one document behind the other.
  case texts
  /// Where each document's text begins.
  case textOffsets
  /// The checksum of each 64 KiB.
  case checksums
}
