/// The cues of a language and what ends their reach.
struct AssertionLanguage: Sendable {
  var rules: [NegationRule] = []
  /// Phrases at which every reach ends.
  var terminators: [PhrasePattern] = []
  /// Words that close a list.
  var connectives: Set<String> = []
}
