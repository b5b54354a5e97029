public import Dialogue

extension Assistant {
  /// What makes follow-up questions stand alone, with the words of this corpus.
  ///
  /// - Complexity: Reads the cues and the glossary; make it once for a conversation.
  public var followUps: FollowUpResolver {
    FollowUpResolver(
      cues: (try? pack.followUpCues()) ?? FollowUpCues([]),
      terms: (try? pack.termFinder()) ?? TermFinder()
    )
  }

  /// Everything that conversations need, prepared once for many of them.
  public var conversationDesk: ConversationDesk {
    ConversationDesk(followUps: followUps, rules: GeneralRules(self))
  }

  /// The reply to a question of a conversation.
  func answer(
    _ question: String,
    context: AnswerContext,
    after shown: Int = 0,
    limit: Int
  ) -> Reply {
    (try? reading(question, context: context))
      .flatMap { try? reply(to: $0, skipping: shown, limit: limit) } ?? refusal(question)
  }
}

/// What makes questions of conversations understood: the words that lean on earlier ones, and the rules
/// that answer a question on what to do.
public struct ConversationDesk: Sendable {
  /// What makes follow-up questions stand alone.
  public let followUps: FollowUpResolver
  let rules: GeneralRules?
}

/// A conversation with an assistant: each question is understood in the light of those before.
public struct Conversation: Sendable {
  private let assistant: Assistant
  private let desk: ConversationDesk
  /// What the events so far have come to.
  public private(set) var state: DialogueState

  /// Begins or goes on with a conversation.
  ///
  /// - Parameters:
  ///   - assistant: Answers.
  ///   - desk: The assistant's `conversationDesk`.
  ///   - state: What was said before.
  public init(
    _ assistant: Assistant,
    _ desk: ConversationDesk,
    state: DialogueState = DialogueState()
  ) {
    self.assistant = assistant
    self.desk = desk
    self.state = state
  }

  /// A question as it was understood, with what of the conversation bears on its answer.
  public struct Question: Sendable {
    /// As typed, whole.
    var typed: String
    /// As understood.
    public var turn: Turn
    var context: AnswerContext
  }

  /// Understands a question, without remembering it.
  ///
  /// - Parameters:
  ///   - question: As typed.
  ///   - patient: What evidence for the patient speaks of, where a case is known.
  /// - Returns: The question, to be answered and remembered.
  public func understand(_ question: String, for patient: [String] = []) -> Question {
    let turn = desk.followUps.resolve(question, in: state)
    let general = desk.rules?.claims(for: turn.resolved) ?? GeneralRules.Answer()
    let context = AnswerContext(
      typed: turn.carried.isEmpty ? "" : question,
      given: state.given,
      asksReason: turn.intent == .why || turn.intent == .source,
      last: Set(state.statements.prefix(2).map(\.claim)),
      disputed: turn.intent == .dissent ? state.statements.prefix(2).map(\.claim) : [],
      outright: turn.intent == .attribution
        ? state.statements.prefix(1).map(\.claim)
        : general.claims,
      isOutrightOrdered: turn.intent != .attribution && general.isOverview,
      patient: patient.filter { isOpen($0, in: turn.resolved) }
    )
    return Question(typed: question, turn: turn, context: context)
  }

  /// Whether a question names nothing of the kind that a word names: "is it safe to wait?" leaves the
  /// modality open.
  private func isOpen(_ word: String, in question: String) -> Bool {
    guard let term = desk.followUps.terms(in: word).first else { return true }
    return !desk.followUps.terms(in: question).contains { $0.type == term.type }
  }

  /// Whether a question asks what to do, so that a description of the patient would help.
  public func asksForDecision(_ question: Question) -> Bool {
    desk.rules?.asksForDecision(question.turn.resolved) ?? false
  }

  /// The reply to a question that was understood.
  ///
  /// - Parameters:
  ///   - question: What was understood.
  ///   - shown: How many statements were shown before, dissenting ones left out.
  ///   - limit: The most statements.
  /// - Returns: A reply to the resolved question, with the words that were carried.
  public func answer(_ question: Question, after shown: Int = 0, limit: Int) -> Reply {
    var reply = assistant.answer(
      question.turn.resolved,
      context: question.context,
      after: shown,
      limit: limit
    )
    reply.question = question.typed
    reply.carried = question.turn.carried.map(\.word)
    if reply.status == .answered, !question.context.patient.isEmpty {
      reply.carried += question.context.patient
      reply.resolved = "\(reply.resolved) (\(question.context.patient.joined(separator: ", ")))"
    }
    return reply
  }

  /// Remembers a question with its answer.
  public mutating func remember(_ question: Question, _ reply: Reply) {
    let shown = reply.statements.map { ShownStatement(claim: $0.claim, text: $0.text) }
    state = state.applying(.asked(question.turn)).applying(.answered(shown))
  }

  /// Understands, answers and remembers a question, for a patient where one is known.
  public mutating func ask(_ question: String, limit: Int, for patient: [String] = []) -> Reply {
    let understood = understand(question, for: patient)
    let reply = answer(understood, limit: limit)
    remember(understood, reply)
    return reply
  }

  /// Folds an event that is no question.
  public mutating func apply(_ event: DialogueEvent) {
    state = state.applying(event)
  }
}
