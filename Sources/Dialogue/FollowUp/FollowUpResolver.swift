internal import TextAnalysis

/// Makes the turns of a conversation stand alone.
///
/// A turn is read for what it leaves open: a pronoun, a missing verb, a noun that asks for something
/// of something else. What is open is filled with the likeliest subject of earlier turns; a turn that
/// leaves nothing open is left as it is.
public struct FollowUpResolver: Sendable {
  let cues: FollowUpCues
  let terms: TermFinder

  /// Takes the cues of the language, and the terms of the subject where there is a glossary.
  public init(cues: FollowUpCues, terms: TermFinder = TermFinder()) {
    self.cues = cues
    self.terms = terms
  }

  /// Understands a turn.
  ///
  /// - Parameters:
  ///   - question: As typed, of any length; of a very long one only the beginning is looked at.
  ///   - state: The conversation before it.
  /// - Returns: The turn, to be folded into the state.
  /// - Complexity: O(1) in the length of the conversation.
  public func resolve(_ question: String, in state: DialogueState) -> Turn {
    let reading = Utterance(question, cues: cues, terms: terms)
    let number = state.count + 1
    guard reading.isWhole, !reading.words.isEmpty else {
      return standAlone(question, reading, number)
    }
    if IntentClassifier(cues: cues).isCourtesy(reading) {
      return Turn(
        number: number,
        question: question,
        resolved: question,
        intent: .courtesy,
        base: question
      )
    }
    guard let last = state.last else { return standAlone(question, reading, number) }
    let context = TurnContext(state: state, last: last, number: number, resolver: self)
    let draft = context.draft(of: reading) ?? expanded(reading, context)
    guard let draft else { return standAlone(question, reading, number) }
    return finished(draft, question, reading, context)
  }

  /// The terms of the glossary in a text.
  public func terms(in text: String) -> [TypedTerm] { terms.terms(in: text) }

  /// The stem by which words are compared.
  static func stem(_ word: String) -> String {
    var lower = ""
    for scalar in word.unicodeScalars { lower += scalar.properties.lowercaseMapping }
    return SnowballEnglishStemmer().stem(lower)
  }

  /// Reads a text as a turn.
  func read(_ text: String) -> Utterance {
    Utterance(text, cues: cues, terms: terms)
  }

  private func standAlone(_ question: String, _ reading: Utterance, _ number: Int) -> Turn {
    Turn(
      number: number,
      question: reading.text,
      resolved: question,
      intent: .standAlone,
      base: reading.text,
      subject: reading.text,
      entities: EntityFinder(cues: cues, turn: number).entities(of: reading)
    )
  }

  /// A turn that only shortens a name which was written out before.
  private func expanded(_ reading: Utterance, _ context: TurnContext) -> Draft? {
    Shortening(context: context).draft(of: reading)
  }

  /// A resolved question without the words that shall not be carried, unless they were typed anew.
  private func withoutDropped(
    _ resolved: String,
    _ state: DialogueState,
    typed: Utterance
  ) -> String {
    if state.dropped.isEmpty { return resolved }
    let own = Set(typed.words.map(\.stem))
    var kept = resolved
    for word in read(resolved).words.reversed()
    where state.dropped.contains(word.stem) && !own.contains(word.stem) {
      kept = read(kept).replacing(word.start..<word.end, with: "")
    }
    return kept.split(separator: " ").joined(separator: " ")
  }

  private func finished(
    _ draft: Draft,
    _ question: String,
    _ reading: Utterance,
    _ context: TurnContext
  ) -> Turn {
    let text = withoutDropped(draft.resolved, context.state, typed: reading)
    let carried = context.carried(into: text, from: reading)
    let resolved = carried.isEmpty ? question : text
    let base = read(draft.base ?? resolved).text
    let own = EntityFinder(cues: cues, turn: context.number).entities(of: reading)
    return Turn(
      number: context.number,
      question: reading.text,
      resolved: resolved,
      carried: carried,
      intent: carried.isEmpty ? .standAlone : draft.intent,
      base: base,
      fragment: draft.fragment,
      subject: read(draft.subject ?? resolved).text,
      entities: Array((draft.putsOwnFirst ? own + draft.focus : draft.focus + own).prefix(8))
    )
  }
}

/// A turn made to stand alone, before it is known what was carried.
struct Draft {
  var resolved: String
  var intent: Intent
  /// What a fragment after this turn completes; `nil` for the resolved question.
  var base: String?
  /// What a later turn repeats of this one; `nil` for the resolved question.
  var subject: String?
  /// What was added to the base.
  var fragment = ""
  /// The entities that were carried.
  var focus: [Entity] = []
  /// Whether the turn's own subjects come before the carried ones.
  var putsOwnFirst = false
}
