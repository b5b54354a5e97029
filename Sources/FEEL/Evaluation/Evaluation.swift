/// An evaluation under way: the notes so far, what it may use, and how far it may go.
///
/// It is passed `inout` through the evaluator, the built-ins and the decision model.
public struct Evaluation: Sendable {
  /// The notes so far, in the order in which things happened; kept to the first 1,000.
  public private(set) var notes: [EvaluationNote] = []
  /// Types of the model by name, for `instance of` and formal parameters.
  public var types: [String: FEELType]
  /// Invocations and nested expressions under way; the evaluator stops at `maximumDepth`.
  public var depth = 0
  /// What may be spent yet on iterations and built lists; the evaluator stops at zero.
  public var budget: Int

  /// The deepest nesting, chosen so that half of a stack of 8 MiB holds it, the usual one on Linux.
  ///
  /// Measured per level: up to 1.5 KiB with optimization, up to 8 KiB without.
  public static let maximumDepth = 500

  /// Creates an evaluation.
  ///
  /// - Parameters:
  ///   - types: Types of the model by name.
  ///   - budget: Steps of iterations that may be spent, so that no expression runs forever.
  public init(types: [String: FEELType] = [:], budget: Int = 100_000_000) {
    self.types = types
    self.budget = budget
  }

  /// Gives the notes from a place on that stand nowhere the place of what was evaluated.
  mutating func locateNotes(from first: Int, at range: SourceRange) {
    for place in notes.indices.dropFirst(first) where notes[place].range == .none {
      notes[place].range = range
    }
  }

  /// Records a note and gives null, so that `return evaluation.null(…)` says why.
  public mutating func null(_ reason: EvaluationNote.Reason, at range: SourceRange = .none) -> Value
  {
    if notes.count < 1_000 { notes.append(EvaluationNote(reason, at: range)) }
    return .null
  }
}
