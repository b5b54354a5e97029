/// A cue that changes how the text stands to what is near it, and how far it reaches.
struct NegationRule: Sendable {
  enum Effect: Equatable {
    case polarity(Polarity)
    case historical
    /// The words look like a cue and are none.
    case none
  }

  /// On which side of the cue lies what it changes.
  enum Direction: String, CaseIterable {
    case forward
    case backward
    case both
    /// The whole sentence.
    case sentence
    /// From the cue to the question mark that ends its sentence.
    case question
  }

  var effect: Effect
  var direction: Direction
  /// The most words that it reaches over.
  var reach: Int
  /// Whether it holds for all members of a list without a closing "or".
  var spansLists: Bool
  /// The words that close a list of which it holds; nil for every connective.
  var closers: Set<String>?
  var pattern: PhrasePattern
}

/// A cue in a text with the pieces that it changes.
struct ScopedCue {
  var rule: NegationRule
  var cue: Range<Int>
  var scope: [Range<Int>]

  func covers(_ pieces: Range<Int>) -> Bool {
    scope.contains { $0.overlaps(pieces) }
  }
}
