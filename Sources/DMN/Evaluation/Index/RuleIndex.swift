internal import FEEL

/// Finds the rules of a table that can match without going through all of them.
///
/// A column is indexed when each of its entries compares the value with constants of one kind; the
/// index then knows for every value of that kind which entries hold. It is asked for the leading
/// columns alone of which it knows, since the tests of a later one are evaluated only where those
/// before it hold, and may leave notes: rules and notes are those that going through all rules gives.
struct RuleIndex: Sendable {
  private let columns: [Column?]

  private enum Column: Sendable {
    /// Every entry holds for every value.
    case free
    case numbers(NumberColumn)
    case texts(ConstantColumn<CodePointText>)
    case truths(ConstantColumn<Bool>)
  }

  /// Indexes the rules of a table with so many input columns.
  ///
  /// - Complexity: O(n²/64) in the number of rules at worst, for columns of as many constants.
  init(_ rules: [CompiledRule], columnCount: Int) {
    columns = (0..<columnCount).map { place in
      var conditions: [EntryCondition] = []
      conditions.reserveCapacity(rules.count)
      for rule in rules {
        guard place < rule.tests.count, let condition = EntryCondition(rule.tests[place]) else {
          return nil
        }
        conditions.append(condition)
      }
      return Self.column(conditions)
    }
  }

  /// The rules that pass the leading columns of which the index knows.
  ///
  /// - Parameter values: A value for each input column.
  /// - Returns: How many columns these are, and the places of the rules in ascending order; nil when the
  ///   index does not narrow the rules down.
  func candidates(for values: [Value]) -> (columns: Int, rules: [Int])? {
    var sets: [RuleSet] = []
    var known = 0
    for (column, value) in zip(columns, values) {
      switch (column, value) {
      case (.free?, _): break
      case (.numbers(let column)?, .number(let number)): sets.append(column.rules(for: number))
      case (.texts(let column)?, .string(let text)):
        sets.append(column.rules(for: CodePointText(text: text)))
      case (.truths(let column)?, .boolean(let truth)): sets.append(column.rules(for: truth))
      default: return sets.isEmpty ? nil : (known, RuleSet.intersection(sets))
      }
      known += 1
    }
    return sets.isEmpty ? nil : (known, RuleSet.intersection(sets))
  }

  private static func column(_ conditions: [EntryCondition]) -> Column? {
    let isFree = conditions.allSatisfy { if case .always = $0 { true } else { false } }
    if isFree { return .free }
    if let column = NumberColumn(conditions) { return .numbers(column) }
    let texts = ConstantColumn(conditions) { condition in
      if case .texts(let texts, let isNegated) = condition {
        (texts.map(CodePointText.init), isNegated)
      } else {
        nil
      }
    }
    if let texts { return .texts(texts) }
    let truths = ConstantColumn(conditions) { condition in
      if case .truths(let truths, let isNegated) = condition { (truths, isNegated) } else { nil }
    }
    return truths.map(Column.truths)
  }
}
