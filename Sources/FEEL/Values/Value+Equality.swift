extension Value {
  /// Whether FEEL's `=` holds; nil stands for null, where the two cannot be compared.
  ///
  /// Null is equal to null and to nothing else. Values of different kinds, and times of which only one
  /// has an offset or zone, cannot be compared. Times are compared by whole seconds (their `second`
  /// is a whole number), lists element by element, contexts entry by entry in any order; one unequal
  /// part makes them unequal even where another part cannot be compared. Strings are compared by code
  /// point. Values with more than a million parts are not compared, as lists that share their parts
  /// can have more than any time allows (DMN 1.5, 10.3.2.13, table 50, and suite 0068).
  ///
  /// - Complexity: O(n) in the size of the smaller value.
  public func isEqual(to other: Value) -> Bool? {
    var comparison = PartComparison()
    return comparison.areEqual(self, other)
  }

  /// Whether both are of one kind and have the same parts: FEEL's `is`.
  ///
  /// Null is identical to null. Unlike `=` this tells apart times of one instant in different zones,
  /// and fractions of a second. Never undecided; false for values that have too many parts to compare.
  ///
  /// - Complexity: O(n) in the size of the smaller value.
  public func isIdentical(to other: Value) -> Bool {
    var comparison = PartComparison()
    return comparison.areIdentical(self, other)
  }
}

extension String {
  /// Whether both have the same code points; Swift's `==` also takes canonically equivalent texts.
  func hasSameScalars(as other: String) -> Bool {
    self == other && utf8.elementsEqual(other.utf8)
  }
}

/// Goes through the parts of two values, and gives up after very many.
private struct PartComparison {
  private var steps = 1_000_000

  mutating func areEqual(_ left: Value, _ right: Value) -> Bool? {
    guard steps > 0 else { return nil }
    steps -= 1
    switch (left, right) {
    case (.null, .null): return true
    case (.null, _), (_, .null): return false
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.number(let left), .number(let right)): return left == right
    case (.string(let left), .string(let right)): return left.hasSameScalars(as: right)
    case (.list(let left), .list(let right)): return areEqual(left, right)
    case (.context(let left), .context(let right)): return areEqual(left, right)
    case (.range(let left), .range(let right)):
      return left.hasShape(of: right) ? areEqual(left.ends, right.ends) : false
    case (.function(let left), .function(let right)): return left.isEqual(to: right)
    default: return left.ordering(to: right).map { $0 == .equal }
    }
  }

  private mutating func areEqual(_ left: [Value], _ right: [Value]) -> Bool? {
    guard left.count == right.count else { return false }
    var result: Bool? = true
    for (first, second) in zip(left, right) {
      switch areEqual(first, second) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }

  private mutating func areEqual(_ left: Context, _ right: Context) -> Bool? {
    guard left.entries.count == right.entries.count else { return false }
    var result: Bool? = true
    for entry in left.entries {
      guard let other = right[entry.key] else { return false }
      switch areEqual(entry.value, other) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }

  mutating func areIdentical(_ left: Value, _ right: Value) -> Bool {
    guard steps > 0 else { return false }
    steps -= 1
    switch (left, right) {
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.number(let left), .number(let right)): return left == right
    case (.string(let left), .string(let right)): return left.hasSameScalars(as: right)
    case (.date(let left), .date(let right)): return left == right
    case (.time(let left), .time(let right)): return left == right
    case (.dateAndTime(let left), .dateAndTime(let right)): return left == right
    case (.yearsAndMonths(let left), .yearsAndMonths(let right)): return left == right
    case (.daysAndTime(let left), .daysAndTime(let right)): return left == right
    case (.list(let left), .list(let right)): return areIdentical(left, right)
    case (.context(let left), .context(let right)):
      return left.entries.count == right.entries.count
        && left.entries.allSatisfy { entry in
          right[entry.key].map { areIdentical(entry.value, $0) } ?? false
        }
    case (.range(let left), .range(let right)):
      return left.hasShape(of: right) && areIdentical(left.ends, right.ends)
    case (.function(let left), .function(let right)): return left.isEqual(to: right) ?? false
    default: return false
    }
  }

  private mutating func areIdentical(_ left: [Value], _ right: [Value]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { areIdentical($0, $1) }
  }
}

extension ValueRange {
  fileprivate var ends: [Value] { [lower, upper].compactMap { $0 } }

  /// Whether both have the same ends open, closed and absent, and the same form.
  fileprivate func hasShape(of other: ValueRange) -> Bool {
    form == other.form
      && includesLower == other.includesLower && includesUpper == other.includesUpper
      && (lower == nil) == (other.lower == nil) && (upper == nil) == (other.upper == nil)
  }
}

extension Function {
  /// Built-ins by name, lambdas by text and place of origin; code of a model cannot be compared.
  fileprivate func isEqual(to other: Function) -> Bool? {
    switch (body, other.body) {
    case (.builtin, .builtin): name == other.name
    case (.expression(let left, let leftScope), .expression(let right, let rightScope)):
      left == right && leftScope.innermost === rightScope.innermost
        && parameters.map(\.name) == other.parameters.map(\.name)
        && parameters.map(\.type) == other.parameters.map(\.type)
    case (.native, .native): nil
    case (.builtin, _), (.expression, _), (.native, _): false
    }
  }
}
