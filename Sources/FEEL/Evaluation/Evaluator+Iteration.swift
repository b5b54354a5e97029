extension Evaluation {
  /// `for i in a, j in b return c`: the later iterator runs fastest, and sees the earlier ones.
  ///
  /// `partial` is the list of the results so far (DMN 1.5, 10.3.2.14, suite 0084).
  mutating func iterate(
    _ iterators: [Expression.Iterator],
    _ body: Expression,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    var results: [Value] = []
    let readsPartial =
      body.mentions(name: "partial") && !iterators.contains { $0.name == "partial" }
    let isWhole = walk(iterators[...], in: scope, at: range) { evaluation, inner in
      guard readsPartial else {
        results.append(evaluation.evaluate(body, in: inner))
        return true
      }
      let value = evaluation.evaluate(body, in: inner.extended(by: "partial", .list(results)))
      results.append(value)
      return evaluation.isShallow(value, levels: Evaluation.maximumNesting, at: range)
    }
    return isWhole ? .list(results) : .null
  }

  /// `some` and `every` (DMN 1.5, 10.3.2.14, suites 0016, 1153 and 1154).
  ///
  /// Ends at the first combination that decides. Where none does, one that is null makes the result
  /// null, as `or` and `and` would; a condition of another kind than a truth value does so at once.
  mutating func quantify(
    _ quantifier: Expression.Quantifier,
    _ iterators: [Expression.Iterator],
    _ condition: Expression,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    let decisive = quantifier == .some
    var result: Bool? = !decisive
    var isDecided = false
    let isWhole = walk(iterators[...], in: scope, at: range) { evaluation, inner in
      switch evaluation.evaluate(condition, in: inner) {
      case .boolean(decisive):
        result = decisive
        isDecided = true
      case .boolean: break
      case .null: result = nil
      case let other:
        result = nil
        isDecided = true
        _ = evaluation.null(.conditionNotBoolean(kind: other.kind), at: condition.range)
      }
      return !isDecided
    }
    return isWhole || isDecided ? Value(result) : .null
  }

  /// Calls `visit` with a scope for each combination until it answers false.
  ///
  /// - Returns: Whether all combinations were visited; when not, for another reason than `visit`, a
  ///   note says why.
  private mutating func walk(
    _ iterators: ArraySlice<Expression.Iterator>,
    in scope: Scope,
    at range: SourceRange,
    _ visit: (inout Evaluation, Scope) -> Bool
  ) -> Bool {
    guard let iterator = iterators.first else { return visit(&self, scope) }
    guard depth < Evaluation.maximumDepth else {
      _ = null(.limit("depth"), at: range)
      return false
    }
    guard let domain = domain(of: iterator, in: scope, at: range) else { return false }
    let rest = iterators.dropFirst()
    depth += 1
    defer { depth -= 1 }
    return domain.forEach { value in
      spend(at: range)
        && walk(rest, in: scope.extended(by: iterator.name, value), at: range, visit)
    }
  }

  /// What an iterator goes through; a value that is no list is a list of one (DMN 1.5, 10.3.2.9.4).
  private mutating func domain(
    of iterator: Expression.Iterator,
    in scope: Scope,
    at range: SourceRange
  ) -> IterationDomain? {
    switch iterator.domain {
    case .between(let lower, let upper):
      let ends = [evaluate(lower, in: scope), evaluate(upper, in: scope)]
      if let domain = IterationDomain(from: ends[0], to: ends[1]) { return domain }
      noteOperands("..", ends, at: range)
      return nil
    case .elements(let expression):
      let value = evaluate(expression, in: scope)
      switch value {
      case .list(let elements): return .elements(elements)
      case .range(let ends):
        if let domain = IterationDomain(ends) { return domain }
      case .null: break
      case let single: return .elements([single])
      }
      noteOperands("in", [value], at: expression.range)
      return nil
    }
  }

  /// Lists in lists that results made of earlier results may reach.
  private static let maximumNesting = 200

  /// Whether lists and contexts nest no deeper.
  ///
  /// A loop whose results hold its earlier results would otherwise make values that no thread's stack
  /// can hold. Each part takes a step of the budget.
  private mutating func isShallow(_ value: Value, levels: Int, at range: SourceRange) -> Bool {
    let parts: [Value]
    switch value {
    case .null, .boolean, .number, .string, .date, .time, .dateAndTime, .yearsAndMonths,
      .daysAndTime:
      return true
    case .list(let elements): parts = elements
    case .context(let context): parts = context.entries.map(\.value)
    case .range(let ends): parts = [ends.lower, ends.upper].compactMap { $0 }
    case .function: parts = [value]
    }
    guard levels > 0 else {
      _ = null(.limit("nesting"), at: range)
      return false
    }
    guard spend(parts.count, at: range) else { return false }
    for part in parts where !isShallow(part, levels: levels - 1, at: range) { return false }
    return true
  }
}
