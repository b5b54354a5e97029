extension Value {
  /// Whether FEEL's `=` holds; nil stands for null, where the two cannot be compared.
  ///
  /// Null is equal to null and to nothing else. Values of different kinds, and times of which only one
  /// has an offset or zone, cannot be compared. Times are compared by whole seconds (their `second`
  /// is a whole number), lists element by element, contexts entry by entry in any order; one unequal
  /// part makes them unequal even where another part cannot be compared. Strings are compared by code
  /// point (DMN 1.5, 10.3.2.13, table 50, and suite 0068).
  ///
  /// - Complexity: O(n) in the size of the smaller value; for contexts O(n · m) in their entries.
  public func isEqual(to other: Value) -> Bool? {
    switch (self, other) {
    case (.null, .null): true
    case (.null, _), (_, .null): false
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameScalars(as: right)
    case (.list(let left), .list(let right)): left.areEqual(to: right)
    case (.context(let left), .context(let right)): left.isEqual(to: right)
    case (.range(let left), .range(let right)): left.isEqual(to: right)
    case (.function(let left), .function(let right)): left.isEqual(to: right)
    default: ordering(to: other).map { $0 == .equal }
    }
  }

  /// Whether both are of one kind and have the same parts: FEEL's `is`.
  ///
  /// Null is identical to null. Unlike `=` this tells apart times of one instant in different zones,
  /// and fractions of a second. Never undecided.
  ///
  /// - Complexity: O(n) in the size of the smaller value; for contexts O(n · m) in their entries.
  public func isIdentical(to other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameScalars(as: right)
    case (.date(let left), .date(let right)): left == right
    case (.time(let left), .time(let right)): left == right
    case (.dateAndTime(let left), .dateAndTime(let right)): left == right
    case (.yearsAndMonths(let left), .yearsAndMonths(let right)): left == right
    case (.daysAndTime(let left), .daysAndTime(let right)): left == right
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
    case (.context(let left), .context(let right)): left.isIdentical(to: right)
    case (.range(let left), .range(let right)): left.isIdentical(to: right)
    case (.function(let left), .function(let right)): left.isEqual(to: right) ?? false
    default: false
    }
  }
}

extension String {
  /// Whether both have the same code points; Swift's `==` also takes canonically equivalent texts.
  func hasSameScalars(as other: String) -> Bool {
    self == other && utf8.elementsEqual(other.utf8)
  }
}

extension [Value] {
  fileprivate func areEqual(to other: [Value]) -> Bool? {
    guard count == other.count else { return false }
    var result: Bool? = true
    for (left, right) in zip(self, other) {
      switch left.isEqual(to: right) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }
}

extension Context {
  fileprivate func isEqual(to other: Context) -> Bool? {
    guard entries.count == other.entries.count else { return false }
    var result: Bool? = true
    for entry in entries {
      guard let right = other[entry.key] else { return false }
      switch entry.value.isEqual(to: right) {
      case false?: return false
      case nil: result = nil
      case true?: break
      }
    }
    return result
  }

  fileprivate func isIdentical(to other: Context) -> Bool {
    entries.count == other.entries.count
      && entries.allSatisfy { other[$0.key]?.isIdentical(to: $0.value) ?? false }
  }
}

extension ValueRange {
  fileprivate func isEqual(to other: ValueRange) -> Bool? {
    guard hasShape(of: other) else { return false }
    let lowers = lower.flatMap { left in other.lower.map { left.isEqual(to: $0) } } ?? true
    let uppers = upper.flatMap { left in other.upper.map { left.isEqual(to: $0) } } ?? true
    if lowers == false || uppers == false { return false }
    return lowers == nil || uppers == nil ? nil : true
  }

  fileprivate func isIdentical(to other: ValueRange) -> Bool {
    hasShape(of: other)
      && (lower ?? .null).isIdentical(to: other.lower ?? .null)
      && (upper ?? .null).isIdentical(to: other.upper ?? .null)
  }

  /// Whether both have the same ends open, closed and absent, and the same form.
  private func hasShape(of other: ValueRange) -> Bool {
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
