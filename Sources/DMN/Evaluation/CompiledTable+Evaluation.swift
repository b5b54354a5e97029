public import FEEL

extension CompiledTable {
  /// The rules whose tests all hold.
  ///
  /// - Parameters:
  ///   - values: A value for each input column.
  ///   - scope: What the tests see besides.
  ///   - evaluation: Takes the notes.
  /// - Returns: The places of the rules in `rules`, ascending; with hit policy first no more than one.
  /// - Complexity: O(log n + m) for m rules that pass the columns of constants; O(n) in the number of
  ///   rules where the first column is none.
  public func matchingRules(
    _ values: [Value],
    in scope: Scope,
    _ evaluation: inout Evaluation
  ) -> [Int] {
    var places = NotePlaces()
    return evaluation.matchingRules(of: self, values, in: scope, &places)
  }

  /// What the hit policy makes of the rules that matched (DMN 1.5, 8.2.10).
  ///
  /// - Parameters:
  ///   - matched: The places of the rules that matched, ascending.
  ///   - outputs: For each of them a value for each output column.
  ///   - scope: What the default entries see.
  ///   - evaluation: Takes the notes.
  /// - Returns: The value of the table: that of the output, or a context with several outputs; a list
  ///   of such for policies that take several rules; a number for aggregations.
  public func value(
    matched: [Int],
    outputs: [[Value]],
    in scope: Scope,
    _ evaluation: inout Evaluation
  ) -> Value {
    guard !matched.isEmpty else { return evaluation.valueWithoutMatch(of: self, in: scope) }
    let rows = outputs.map { evaluation.coerce($0, in: self) }
    guard let first = rows.first else { return .null }
    switch hitPolicy {
    case .unique:
      guard matched.count == 1 else {
        return evaluation.null(.model(numbers("unique", matched)))
      }
      return value(of: first)
    case .any:
      guard rows.dropFirst().allSatisfy({ areEqual($0, first) }) else {
        return evaluation.null(.model(numbers("any", matched)))
      }
      return value(of: first)
    case .first: return value(of: first)
    case .priority: return value(of: ordered(rows, &evaluation).first ?? first)
    case .ruleOrder, .collect(nil): return .list(rows.map(value(of:)))
    case .outputOrder: return .list(ordered(rows, &evaluation).map(value(of:)))
    case .collect(.some(let aggregation)):
      return evaluation.aggregate(rows.map(value(of:)), aggregation)
    }
  }

  /// One output as it is, several as a context.
  func value(of row: [Value]) -> Value {
    guard outputs.count > 1 else { return row.first ?? .null }
    let entries = zip(outputs, row).enumerated().map { place, output in
      (key: output.0.name.isEmpty ? "output \(place + 1)" : output.0.name, value: output.1)
    }
    return .context(Context(entries))
  }

  private func numbers(_ policy: String, _ matched: [Int]) -> String {
    "hit policy \(policy): rules " + matched.map { String($0 + 1) }.joined(separator: ", ")
  }

  private func areEqual(_ left: [Value], _ right: [Value]) -> Bool {
    zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
  }

  /// The rows by the order of the output values, the leftmost column first; equal ones stay as they are.
  private func ordered(_ rows: [[Value]], _ evaluation: inout Evaluation) -> [[Value]] {
    var ranked: [(ranks: [Int], place: Int)] = []
    for (place, row) in rows.enumerated() {
      var ranks: [Int] = []
      for (value, output) in zip(row, outputs) { ranks.append(evaluation.rank(value, in: output)) }
      ranked.append((ranks, place))
    }
    ranked.sort { left, right in
      left.ranks == right.ranks
        ? left.place < right.place : left.ranks.lexicographicallyPrecedes(right.ranks)
    }
    return ranked.map { rows[$0.place] }
  }
}

extension Evaluation {
  /// The value of a table and the places of the rules that matched.
  mutating func decide(
    _ table: CompiledTable,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> (value: Value, matched: [Int]) {
    guard let values = inputs(of: table, in: scope, &places) else { return (.null, []) }
    let matched = matchingRules(of: table, values, in: scope, &places)
    var rows: [[Value]] = []
    for place in matched {
      let rule = table.rules[place]
      var row: [Value] = []
      for (output, text) in zip(rule.outputs, rule.outputTexts) {
        let start = notes.count
        row.append(evaluate(output, in: scope))
        places.add(text, from: start, to: notes.count)
      }
      rows.append(row)
    }
    return (table.value(matched: matched, outputs: rows, in: scope, &self), matched)
  }

  /// The values of the input columns; nil, with a note, where one is not among the allowed ones.
  private mutating func inputs(
    of table: CompiledTable,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> [Value]? {
    var values: [Value] = []
    for clause in table.inputs {
      let start = notes.count
      let value = coerce(evaluate(clause.expression, in: scope), to: clause.type)
      if let allowed = clause.allowed, value.kind != Value.null.kind,
        test(allowed, of: value, in: scope) != true
      {
        _ = null(.notAllowed(value.feelText))
        places.add(clause.text, from: start, to: notes.count)
        return nil
      }
      places.add(clause.text, from: start, to: notes.count)
      values.append(value)
    }
    return values
  }

  mutating func matchingRules(
    of table: CompiledTable,
    _ values: [Value],
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> [Int] {
    if let (columns, candidates) = table.index?.candidates(for: values) {
      return matchingRules(of: table, candidates, from: columns, values, in: scope, &places)
    }
    return matchingRules(of: table, table.rules.indices, from: 0, values, in: scope, &places)
  }

  /// Those of some rules, in ascending order, that pass the columns from one on.
  private mutating func matchingRules(
    of table: CompiledTable,
    _ candidates: some Sequence<Int>,
    from first: Int,
    _ values: [Value],
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> [Int] {
    var matched: [Int] = []
    for place in candidates
    where matches(table.rules[place], from: first, values, in: scope, &places) {
      matched.append(place)
      if table.hitPolicy == .first { break }
    }
    return matched
  }

  private mutating func matches(
    _ rule: CompiledRule,
    from first: Int,
    _ values: [Value],
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Bool {
    let end = min(rule.tests.count, values.count)
    for column in min(first, end)..<end {
      let start = notes.count
      let holds = test(rule.tests[column], of: values[column], in: scope) == true
      if column < rule.testTexts.count {
        places.add(rule.testTexts[column], from: start, to: notes.count)
      }
      guard holds else { return false }
    }
    return true
  }

  /// The outputs brought to their types; those that are not among the output values are null.
  fileprivate mutating func coerce(_ row: [Value], in table: CompiledTable) -> [Value] {
    var values: [Value] = []
    for (value, output) in zip(row, table.outputs) {
      let converted = coerce(value, to: output.type)
      if output.isLimited, converted.kind != Value.null.kind,
        test(.oneOf(output.order), of: converted, in: Scope()) != true
      {
        values.append(null(.notAllowed(converted.feelText)))
      } else {
        values.append(converted)
      }
    }
    return values
  }

  /// The place of a value among the output values; one that is not there comes last.
  fileprivate mutating func rank(_ value: Value, in output: CompiledOutputClause) -> Int {
    for (place, test) in output.order.enumerated() {
      if self.test(.oneOf([test]), of: value, in: Scope()) == true { return place }
    }
    return output.order.count
  }

  /// The default entries, else null, an empty list or a count of zero.
  fileprivate mutating func valueWithoutMatch(of table: CompiledTable, in scope: Scope) -> Value {
    let hasDefault = table.outputs.contains { $0.defaultEntry != nil }
    if hasDefault {
      let row = table.outputs.map { output in
        output.defaultEntry.map { evaluate($0, in: scope) } ?? .null
      }
      let value = table.value(of: coerce(row, in: table))
      return table.hitPolicy.takesSeveral ? .list([value]) : value
    }
    switch table.hitPolicy {
    case .ruleOrder, .outputOrder, .collect(nil): return .list([])
    case .collect(.some(.count)): return .number(.zero)
    case .unique, .any, .priority, .first, .collect(.some): return null(.model("no rule matches"))
    }
  }

  /// The sum, least, greatest or number of outputs.
  fileprivate mutating func aggregate(_ values: [Value], _ aggregation: Aggregation) -> Value {
    let name =
      switch aggregation {
      case .sum: "sum"
      case .count: "count"
      case .minimum: "min"
      case .maximum: "max"
      }
    let function = Function(name: name, parameters: [], body: .builtin(Builtin.named(name)))
    return invoke(function, [.list(values)])
  }
}

extension HitPolicy {
  /// Whether the value is a list of what the rules say.
  fileprivate var takesSeveral: Bool {
    switch self {
    case .ruleOrder, .outputOrder, .collect(nil): true
    case .unique, .any, .priority, .first, .collect(.some): false
    }
  }
}
