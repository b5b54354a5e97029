/// Something that happened in a conversation.
public enum DialogueEvent: Hashable, Sendable {
  /// A question was asked and understood.
  case asked(Turn)
  /// It was answered with these statements, in the order shown.
  case answered([ShownStatement])
  /// A word shall not be carried any longer.
  case dropped(String)
  /// A new conversation began.
  case cleared
}

/// A statement of an answer, as a later turn may point at it.
public struct ShownStatement: Hashable, Sendable {
  /// The id of its claim.
  public var claim: String
  /// As it was shown.
  public var text: String

  /// Makes a statement.
  public init(claim: String, text: String) {
    self.claim = claim
    self.text = text
  }
}

/// What a conversation has come to: the fold of its events, and nothing else.
public struct DialogueState: Hashable, Sendable {
  /// The most turns that are remembered.
  public static let mostTurns = 10
  /// The most statements of the last answer that are remembered.
  public static let mostStatements = 20

  /// The last turns, oldest first.
  public private(set) var turns: [Turn] = []
  /// The statements of the last answer.
  public private(set) var statements: [ShownStatement] = []
  /// The claims that came first in the answers since the last question that stood alone.
  public private(set) var given: Set<String> = []
  /// The stems of words that are not carried.
  public private(set) var dropped: Set<String> = []
  /// How many questions were asked in all.
  public private(set) var count = 0

  /// Before the first question.
  public init() {}

  /// The state after an event.
  public func applying(_ event: DialogueEvent) -> DialogueState {
    var next = self
    switch event {
    case .asked(let turn):
      next.count += 1
      next.statements = []
      if turn.intent == .standAlone {
        next.dropped = []
        next.given = []
      }
      var kept = turn
      // Megabytes in one line are answered, and not remembered.
      kept.resolved = WordReader.head(of: turn.resolved)
      next.turns.append(kept)
      if next.turns.count > Self.mostTurns { next.turns.removeFirst() }
    case .answered(let statements):
      next.statements = Array(statements.prefix(Self.mostStatements))
      if let first = statements.first, next.given.count < Self.mostStatements {
        next.given.insert(first.claim)
      }
    case .dropped(let word):
      for part in word.split(separator: " ").prefix(8) {
        next.dropped.insert(FollowUpResolver.stem(String(part)))
      }
    case .cleared:
      next = DialogueState()
    }
    return next
  }

  /// Whether a text holds a word that is not carried any longer.
  public func drops(_ text: String) -> Bool {
    if dropped.isEmpty { return false }
    return text.split(separator: " ").contains {
      dropped.contains(FollowUpResolver.stem(String($0)))
    }
  }

  /// The last turn that asked something.
  public var last: Turn? { turns.last { $0.intent != .courtesy } }
}
