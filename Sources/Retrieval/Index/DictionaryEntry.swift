/// What the dictionary says of a term.
struct DictionaryEntry: Hashable {
  /// Documents that hold it.
  var documentFrequency = 0
  /// Where its postings lie in the file; empty for a term of one document.
  var postings = 0..<0
  /// The one document, and how often it holds the term.
  var single: (document: UInt32, frequency: UInt8) = (0, 0)
  /// Where the places of its occurrences lie in the file.
  var places = 0..<0

  static func == (first: Self, second: Self) -> Bool {
    first.documentFrequency == second.documentFrequency && first.postings == second.postings
      && first.single == second.single && first.places == second.places
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(documentFrequency)
    hasher.combine(postings)
  }
}

/// A term as a segment holds it.
struct IndexedTerm: Hashable {
  /// What one field has of a term.
  struct Occurrences: Hashable {
    var field: Int
    var entry: DictionaryEntry
  }

  /// Of all documents that hold the term, wherever it stands in them.
  var whole: DictionaryEntry
  /// Of the fields that hold it, by ascending field.
  var fields: [Occurrences]
}
