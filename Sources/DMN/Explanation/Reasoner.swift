public import FEEL

/// Answers about a case of which not everything is known: what is decided all the same, what to ask,
/// why, why not, and what would change it.
///
/// A decision is *decided* as soon as every completion of the unknown facts gives the same outcome, and
/// *undetermined* otherwise; a further fact never turns a decided outcome into another. A column of a
/// decision table in which an entry names `null` asks whether its input was stated and is read as it
/// was stated; every other reading ranges over the completions.
public struct Reasoner: Sendable {
  /// The inputs and the classes of their values.
  public var inputs: [InputSpace.Input] { diagrams.space.inputs }

  let diagrams: DecisionDiagrams
  let tables: [String: ReasoningTable]

  /// Prepares a model for questions.
  ///
  /// - Complexity: Exponential in the number of inputs at worst, as every decision over many values is;
  ///   in practice proportional to the number of rules.
  public init(_ model: CompiledModel) {
    self.init(ReasoningModel(model))
  }

  /// Takes a model that was prepared before.
  public init(_ model: ReasoningModel) {
    diagrams = model.diagrams
    var tables: [String: ReasoningTable] = [:]
    for decision in model.decisions { tables[decision.name] = decision.table }
    self.tables = tables
  }

  /// What the facts settle of a decision.
  ///
  /// - Returns: nil for a decision that is not there or whose logic is not finite.
  public func verdict(on decision: String, _ facts: CaseFacts) -> Verdict? {
    guard let diagram = diagrams.decisions[decision], let node = diagram.value else { return nil }
    let possible = possibilities(facts)
    var restriction = DiagramRestriction(diagrams.store)
    let function = restriction.restricted(node, to: possible)
    var rules: [[Int]] = []
    if let matched = diagram.table?.matchedRules {
      rules = diagrams.store.outcomes(of: matched, possible).map(diagrams.terminals.rules(at:))
    }
    return Verdict(
      decision: decision,
      outcomes: restriction.outcomes(of: function).map(diagrams.terminals.value(at:)),
      missing: inputNames(restriction.support(of: function)),
      possibleRules: Self.distinct(rules),
      certainRules: (rules.first ?? []).filter { rule in
        rules.allSatisfy { $0.contains(rule) }
      }
    )
  }

  /// The rules of all sets, each once and ascending; there are few.
  private static func distinct(_ sets: [[Int]]) -> [Int] {
    var found: [Int] = []
    for set in sets { for rule in set where !found.contains(rule) { found.append(rule) } }
    return found.sorted()
  }

  /// The names of the inputs whose variables these are.
  func inputNames(_ variables: [Int]) -> [String] {
    inputs.filter { variables.contains($0.variable) }.map(\.name)
  }

  /// Which classes of each input the facts leave possible.
  func possibilities(_ facts: CaseFacts) -> Possibilities {
    var possible = diagrams.store.everything
    for input in inputs {
      let knowledge = facts[input.name]
      if let stated = input.statedVariable {
        possible[stated] = UInt64(bit: knowledge == nil ? 0 : 1)
      }
      if let knowledge { possible[input.variable] = input.classes(of: knowledge) }
    }
    return possible
  }
}

/// What the facts settle of a decision.
public struct Verdict: Sendable {
  /// The decision.
  public var decision: String
  /// The outcomes that are still possible; one when it is decided.
  public var outcomes: [Value]
  /// The unknown inputs that can still change the outcome, in the order of the model.
  public var missing: [String]
  /// The rules (from 0) that match in some completion.
  public var possibleRules: [Int]
  /// The rules (from 0) that match in every completion.
  public var certainRules: [Int]

  /// The outcome; nil while it is undetermined.
  public var outcome: Value? { outcomes.count == 1 ? outcomes[0] : nil }
}

extension InputSpace.Input {
  /// The classes that hold a value or meet an interval; all when none does, which checked facts
  /// exclude.
  func classes(of knowledge: Knowledge) -> UInt64 {
    var bits: UInt64 = 0
    for (place, candidate) in classes.enumerated() where candidate.meets(knowledge) {
      // The rest of the strings comes last: it counts where no class of its own holds the value.
      if case .otherStrings = candidate.extent, bits != 0 { continue }
      bits |= UInt64(bit: place)
    }
    return bits == 0 ? (classes.count >= 64 ? .max : UInt64(bit: max(1, classes.count)) - 1) : bits
  }
}

extension InputSpace.ValueClass {
  fileprivate func meets(_ knowledge: Knowledge) -> Bool {
    switch (extent, knowledge) {
    case (.value(let own), .value(let value)): own.isIdentical(to: value)
    case (.numbers(let range), .value(.number(let number))): range.contains(number)
    case (.numbers(let range), .numbers(let other)): !range.intersection(other).isEmpty
    case (.otherStrings, .value(.string)): true
    case (.value, .numbers), (.numbers, .value), (.otherStrings, _): false
    }
  }
}

extension Reasoner {
  /// The outcomes that a decision can have at all; none for a decision that is not there.
  public func outcomes(of decision: String) -> [Value] {
    guard let node = diagrams.decisions[decision]?.value else { return [] }
    return diagrams.store.outcomes(of: node, diagrams.store.everything)
      .map(diagrams.terminals.value(at:))
  }

  /// The rules (from 0) of a table that match whatever the unknown facts are.
  public func certainMatches(of decision: String, _ facts: CaseFacts) -> [Int] {
    guard let table = diagrams.decisions[decision]?.table else { return [] }
    let possible = possibilities(facts)
    return table.matches.indices.filter { rule in
      table.matches[rule].map { diagrams.store.outcomes(of: $0, possible) } == [Terminals.yes]
    }
  }
}
