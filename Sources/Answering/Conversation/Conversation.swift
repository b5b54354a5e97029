public import Dialogue

extension Assistant {
  /// The reply to a question of a conversation.
  func answer(_ question: String, context: AnswerContext, limit: Int) -> Reply {
    (try? reading(question, context: context))
      .flatMap { try? reply(to: $0, skipping: 0, limit: limit) } ?? refusal(question)
  }

  /// What makes follow-up questions stand alone, with the words of this corpus.
  ///
  /// - Complexity: Reads the cues and the glossary; make it once for a conversation.
  public var followUps: FollowUpResolver {
    FollowUpResolver(
      cues: (try? pack.followUpCues()) ?? FollowUpCues([]),
      terms: (try? pack.termFinder()) ?? TermFinder()
    )
  }
}

/// A conversation with an assistant: each question is understood in the light of those before.
public struct Conversation: Sendable {
  private let assistant: Assistant
  private let resolver: FollowUpResolver
  /// What the events so far have come to.
  public private(set) var state: DialogueState

  /// Begins or goes on with a conversation.
  ///
  /// - Parameters:
  ///   - assistant: Answers.
  ///   - resolver: The assistant's `followUps`.
  ///   - state: What was said before.
  public init(
    _ assistant: Assistant,
    _ resolver: FollowUpResolver,
    state: DialogueState = DialogueState()
  ) {
    self.assistant = assistant
    self.resolver = resolver
    self.state = state
  }

  /// Answers a question as it is meant in this conversation.
  ///
  /// - Parameters:
  ///   - question: As typed.
  ///   - limit: The most statements.
  /// - Returns: A reply to the resolved question, with the words that were carried.
  public mutating func ask(_ question: String, limit: Int) -> Reply {
    let turn = resolver.resolve(question, in: state)
    let isCarried = !turn.carried.isEmpty
    let context = AnswerContext(
      typed: isCarried ? question : "",
      given: state.given,
      asksReason: turn.intent == .why || turn.intent == .source,
      last: Set(state.statements.prefix(2).map(\.claim))
    )
    var reply = assistant.answer(turn.resolved, context: context, limit: limit)
    reply.question = question
    reply.carried = turn.carried.map(\.word)
    let shown = reply.statements.map { ShownStatement(claim: $0.claim, text: $0.text) }
    state = state.applying(.asked(turn)).applying(.answered(shown))
    return reply
  }

  /// Folds an event that is no question.
  public mutating func apply(_ event: DialogueEvent) {
    state = state.applying(event)
  }
}
