public import FEEL

/// The value of a decision, and how it came about.
public struct DecisionResult: Sendable {
  /// The decision's id.
  public var id: String
  /// The decision's name.
  public var name: String
  /// The value, null where there is none.
  public var value: Value
  /// Why values became null, or what was odd on the way.
  public var notes: [DecisionNote]
  /// Where the logic is a table: the places in its `rules` of those that matched.
  public var matchedRules: [Int]
  /// The decisions that were evaluated before because this one requires them, in that order.
  public var required: [DecisionResult]

  /// Creates a result.
  public init(
    id: String,
    name: String,
    value: Value,
    notes: [DecisionNote] = [],
    matchedRules: [Int] = [],
    required: [DecisionResult] = []
  ) {
    self.id = id
    self.name = name
    self.value = value
    self.notes = notes
    self.matchedRules = matchedRules
    self.required = required
  }
}

/// A note with its place in the model.
public struct DecisionNote: Sendable, Hashable {
  /// The decision, or the input data, in which it was made.
  public var element: String
  /// The text that was evaluated, with its line in the file; nil when it is not known.
  public var text: ExpressionText?
  /// What happened, and where in the text.
  public var note: EvaluationNote

  /// Creates a note.
  public init(element: String, text: ExpressionText?, note: EvaluationNote) {
    self.element = element
    self.text = text
    self.note = note
  }
}
