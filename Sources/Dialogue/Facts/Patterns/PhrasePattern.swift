/// What a phrase looks like, piece by piece.
///
/// The notation, which a protocol's `facts.yaml` and the lexicon share: a word, or the beginning of one
/// (`resect*`); `a|b` for either; `word?` for one that may be missing; `(… | …)` for a group; `@name`
/// for a class of phrases; `#length`, `#time`, `#share`, `#number`, `#ordinal` or `#any` for a quantity;
/// `~` for up to three words in between, `~5` for up to five, `~~` for up to eight across commas;
/// `^` for the beginning of a sentence.
indirect enum PhrasePattern: Sendable {
  case atom(Int)
  case quantity(QuantityKind?)
  case gap(words: Int, crossesStops: Bool)
  case sequence([PhrasePattern])
  case choice([PhrasePattern])
  case optional(PhrasePattern)
  case named(Int)
  case sentenceStart
}

/// A sort of quantity that a pattern may ask for.
enum QuantityKind: String, CaseIterable {
  case length
  case time
  case share
  case number
  case ordinal
  case date
  case moment
  case measure
}

/// Why a pattern cannot be read.
public enum PatternError: Error, Hashable {
  /// A bracket without its partner.
  case unbalanced
  /// Nothing where something must stand.
  case empty
  /// A class that nobody defined.
  case unknownClass(String)
  /// A quantity of a sort that does not exist.
  case unknownQuantity(String)
  /// A class that contains itself.
  case circularClass(String)
}
