/// How a turn leans on the ones before.
public enum Intent: String, CaseIterable, Sendable {
  /// Nothing is missing; what came before stays out of it.
  case standAlone
  /// A pronoun, a demonstrative or a part of a name.
  case pronoun
  /// Something is left out: "how long?", "the main causes?".
  case ellipsis
  /// The last question again for something else: "and on MRI?".
  case whatAbout
  /// The reason behind the last answer.
  case why
  /// Who says so, or how sure it is.
  case source
  /// Who says what the last answer said.
  case attribution
  /// What speaks against the last answer.
  case dissent
  /// Two or more of the things before against each other.
  case comparison
  /// "The second one".
  case listReference
  /// "No, I meant ablation".
  case correction
  /// Thanks; nothing is asked.
  case courtesy
}

/// A word that a turn took over from an earlier one.
public struct CarriedWord: Hashable, Sendable {
  /// The word as it stood there.
  public var word: String
  /// The number of the turn that it came from; 0 where it came from an answer.
  public var turn: Int

  /// Makes a carried word.
  public init(word: String, turn: Int) {
    self.word = word
    self.turn = turn
  }
}

/// One question of a conversation as it was understood.
public struct Turn: Hashable, Sendable {
  /// Its number in the conversation, from 1.
  public var number: Int
  /// As typed; of a very long one, the beginning.
  public var question: String
  /// The question made to stand alone; equal to `question` where nothing was carried.
  public var resolved: String
  /// The words of `resolved` that came from earlier turns, in order.
  public var carried: [CarriedWord]
  /// How it leans on earlier turns.
  public var intent: Intent
  /// The question that a fragment after this one completes.
  public var base: String
  /// The fragment that `resolved` adds to `base`; empty where there is none.
  public var fragment: String
  /// What a later turn that leaves everything open repeats of this one.
  public var subject: String
  /// What it is about, the likeliest first.
  public var entities: [Entity]

  /// Makes a turn.
  public init(
    number: Int,
    question: String,
    resolved: String,
    carried: [CarriedWord] = [],
    intent: Intent,
    base: String,
    fragment: String = "",
    subject: String? = nil,
    entities: [Entity] = []
  ) {
    self.number = number
    self.question = question
    self.resolved = resolved
    self.carried = carried
    self.intent = intent
    self.base = base
    self.fragment = fragment
    self.subject = subject ?? resolved
    self.entities = entities
  }
}
