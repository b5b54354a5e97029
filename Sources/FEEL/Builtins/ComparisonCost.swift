extension Value {
  /// The steps that comparing the value with another takes at most, counted no further than a limit.
  ///
  /// A value that stands in several places counts in each of them, which is what makes this differ from
  /// the memory it takes: ten lines of FEEL can name a list of a billion elements.
  ///
  /// - Complexity: O(limit) at most.
  func comparisonCost(upTo limit: Int) -> Int {
    var cost = 0
    var pending = [[self][...]]
    while cost < limit, var current = pending.popLast() {
      guard let value = current.popFirst() else { continue }
      pending.append(current)
      cost += value.ownComparisonCost
      switch value {
      case .list(let elements): pending.append(elements[...])
      case .context(let context): pending.append(context.entries.map(\.value)[...])
      case .range(let range): pending.append([range.lower, range.upper].compactMap(\.self)[...])
      case .null, .boolean, .number, .string, .date, .time, .dateAndTime, .yearsAndMonths,
        .daysAndTime, .function:
        break
      }
    }
    return cost
  }

  /// The steps of a comparison without what the value holds: one, for a text one for each 16 bytes, and
  /// for a context some for each pair of entries, because each is looked for among those of the other.
  var ownComparisonCost: Int {
    switch self {
    case .string(let text): 1 + text.utf8.count / 16
    case .context(let context): 1 + context.entries.count * context.entries.count / 4
    case .null, .boolean, .number, .date, .time, .dateAndTime, .yearsAndMonths, .daysAndTime, .list,
      .range, .function:
      1
    }
  }

  /// A number that is equal for identical values, and seldom for others.
  ///
  /// - Complexity: O(n) in the size of the value down to four levels of nesting.
  var identityHash: Int { identityHash(levels: 4) }

  private func identityHash(levels: Int) -> Int {
    var hasher = Hasher()
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    case .date(let value): hasher.combine(value)
    case .time(let value): hasher.combine(value)
    case .dateAndTime(let value): hasher.combine(value)
    case .yearsAndMonths(let value): hasher.combine(value)
    case .daysAndTime(let value): hasher.combine(value)
    case .list(let elements):
      hasher.combine(elements.count)
      guard levels > 0 else { break }
      for element in elements { hasher.combine(element.identityHash(levels: levels - 1)) }
    case .context(let context):
      hasher.combine(context.entries.count)
      guard levels > 0 else { break }
      hasher.combine(context.sumOfHashes(levels: levels - 1))
    case .range(let range):
      hasher.combine(range.includesLower)
      hasher.combine(range.lower?.identityHash(levels: 0))
      hasher.combine(range.upper?.identityHash(levels: 0))
    case .function(let function): hasher.combine(function.name)
    }
    return hasher.finalize()
  }

  fileprivate func hashed(underKey key: String, levels: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(key)
    hasher.combine(identityHash(levels: levels))
    return hasher.finalize()
  }
}

extension Context {
  /// The same whatever order the entries have.
  fileprivate func sumOfHashes(levels: Int) -> Int {
    entries.reduce(0) { $0 &+ $1.value.hashed(underKey: $1.key, levels: levels) }
  }
}

extension Evaluation {
  /// Takes comparisons of a value with so many others off the budget.
  ///
  /// - Returns: The steps that one of them is counted as.
  @discardableResult
  mutating func charge(comparisons: Int, with value: Value) throws(BuiltinRefusal) -> Int {
    let cost = value.comparisonCost(upTo: budget + 1)
    try charge(cost, times: comparisons)
    return cost
  }

  /// Takes steps off the budget, several times.
  mutating func charge(_ steps: Int, times: Int) throws(BuiltinRefusal) {
    let (product, overflow) = steps.multipliedReportingOverflow(by: times)
    try charge(overflow ? Int.max : product)
  }
}
