extension Evaluation {
  /// `a[b]`: the element at a number, or the elements for which the condition is true
  /// (DMN 1.5, 10.3.2.5, suites 0069 and 1151).
  ///
  /// Another value than a list is filtered as a list of one, null stays null. The condition sees the
  /// entries of an element that is a context, and the element itself as `item`. It is a number when it
  /// is one for the first element. A condition that is null counts as false; one of another kind than
  /// a truth value makes the result null.
  mutating func filter(
    _ base: Expression,
    by condition: Expression,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    let elements: [Value]
    switch evaluate(base, in: scope) {
    case .null: return .null
    case .list(let list): elements = list
    case let single: elements = [single]
    }
    if let index = condition.literalIndex { return element(index, of: elements, at: range) }
    return select(from: elements, by: condition, in: scope, at: range)
  }

  private mutating func select(
    from elements: [Value],
    by condition: Expression,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    var selected: [Value] = []
    for (place, candidate) in elements.enumerated() {
      guard spend(at: range) else { return .null }
      switch evaluate(condition, in: scope.extended(byElement: candidate)) {
      case .boolean(true): selected.append(candidate)
      case .boolean(false), .null: break
      case .number(let index) where place == 0: return element(index, of: elements, at: range)
      case let other: return null(.conditionNotBoolean(kind: other.kind), at: condition.range)
      }
    }
    return .list(selected)
  }

  /// The element at a place counted from 1, or from the end from -1 downwards.
  private mutating func element(
    _ index: Number,
    of elements: [Value],
    at range: SourceRange
  ) -> Value {
    let count = elements.count
    guard let place = index.int else {
      return null(.outOfRange("[\(index.description)]"), at: range)
    }
    if place >= 1, place <= count { return elements[place - 1] }
    if place <= -1, place >= -count { return elements[count + place] }
    return null(.indexOutOfBounds(place, count: count), at: range)
  }

  /// Takes one step of what may be spent; false, with a note, when nothing is left.
  mutating func spend(_ steps: Int = 1, at range: SourceRange) -> Bool {
    guard budget >= steps else {
      budget = 0
      _ = null(.limit("steps"), at: range)
      return false
    }
    budget -= steps
    return true
  }
}

extension Scope {
  /// The scope in which a filter asks about an element.
  fileprivate func extended(byElement element: Value) -> Scope {
    let scope = extended(by: "item", element)
    guard case .context(let context) = element else { return scope }
    return scope.extended(by: context)
  }
}

extension Expression {
  /// The number of `[2]` and `[-1]`, which needs no element.
  fileprivate var literalIndex: Number? {
    switch node {
    case .number(let number): number
    case .negation(let operand): operand.literalIndex?.negated
    default: nil
    }
  }
}
