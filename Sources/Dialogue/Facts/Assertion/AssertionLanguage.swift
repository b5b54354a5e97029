/// The cues of a language and what ends their reach.
struct AssertionLanguage: Sendable {
  var rules: [NegationRule] = []
  /// Phrases at which every reach ends.
  var terminators: [PhrasePattern] = []
  /// How the answer to a question begins that affirms or denies it.
  var answers: [(affirms: Bool, pattern: PhrasePattern)] = []
  /// Words that close a list.
  var connectives: Set<String> = []
}
