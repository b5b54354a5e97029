public import FEEL

/// An input to ask for, because the answer can change something.
public struct FactQuestion: Sendable {
  /// The input.
  public var input: String
  /// The decisions that it can change, in the order in which they were given.
  public var decisions: [String]
  /// The outcomes still possible of the first of them.
  public var outcomes: [Value]
  /// How many outcomes the answer leaves on average of that decision, over the classes of values that
  /// it tells apart.
  public var expectedOutcomes: Double
}

extension Reasoner {
  /// The inputs that can still change one of the decisions, the most telling first.
  ///
  /// Decisions count in the order given; for each the input comes first that leaves the fewest possible
  /// outcomes on average over the classes of values that the decision tells apart, and of equal ones
  /// the first of the model.
  public func questions(for decisions: [String], _ facts: CaseFacts) -> [FactQuestion] {
    var questions: [FactQuestion] = []
    let possible = possibilities(facts)
    // Decisions share most of their functions.
    var restriction = DiagramRestriction(diagrams.store)
    for decision in decisions {
      for question in self.questions(on: decision, possible, &restriction) {
        if let known = questions.firstIndex(where: { $0.input == question.input }) {
          questions[known].decisions.append(decision)
        } else {
          questions.append(question)
        }
      }
    }
    return questions
  }

  private func questions(
    on decision: String,
    _ possible: Possibilities,
    _ restriction: inout DiagramRestriction
  ) -> [FactQuestion] {
    guard let node = diagrams.decisions[decision]?.value else { return [] }
    let function = restriction.restricted(node, to: possible)
    let outcomes = restriction.outcomes(of: function)
    let support = restriction.support(of: function)
    if support.isEmpty { return [] }
    let open = inputs.filter { support.contains($0.variable) }
    let questions = open.map { input in
      var answers: [Int] = []
      for value in input.classes.indices where possible[input.variable].has(value) {
        var answered = possible
        answered[input.variable] = UInt64(bit: value)
        let answer = restriction.restricted(node, to: answered)
        if !answers.contains(answer) { answers.append(answer) }
      }
      let left = answers.reduce(0) { $0 + restriction.outcomes(of: $1).count }
      return FactQuestion(
        input: input.name,
        decisions: [decision],
        outcomes: outcomes.map(diagrams.terminals.value(at:)),
        expectedOutcomes: Double(left) / Double(max(1, answers.count))
      )
    }
    // Sorted by hand for stability: of equal questions the model's order stays.
    return questions.enumerated()
      .sorted {
        ($0.element.expectedOutcomes, $0.offset) < ($1.element.expectedOutcomes, $1.offset)
      }
      .map(\.element)
  }
}
