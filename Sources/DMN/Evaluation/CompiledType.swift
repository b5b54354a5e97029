public import FEEL

/// A type of a model: the FEEL type, and what the model allows beyond it (DMN 1.5, 7.3.3).
public struct CompiledType: Sendable, Hashable {
  /// The type of the values.
  public var type: FEELType
  /// What values must pass besides; nil when nothing is to be checked.
  public var constraint: Constraint?

  /// Creates a type.
  public init(_ type: FEELType, constraint: Constraint? = nil) {
    self.type = type
    self.constraint = constraint
  }

  /// Every value.
  public static let any = CompiledType(.any)

  /// What values of a type must pass.
  public indirect enum Constraint: Sendable, Hashable {
    /// The value itself, unless it is null.
    case tests(UnaryTests)
    /// Each element of a list.
    case elements(Constraint)
    /// Entries of a context, by name.
    case entries([Entry])
    /// Both.
    case both(Constraint, Constraint)

    /// An entry with its constraint.
    public struct Entry: Sendable, Hashable {
      /// The key.
      public var name: String
      /// What its value must pass.
      public var constraint: Constraint
    }

    /// The constraint together with another one, which is the more special.
    func and(_ other: Constraint?) -> Constraint {
      other.map { .both(self, $0) } ?? self
    }
  }

  /// The tests of the most special constraint on the value itself.
  public var tests: UnaryTests? { constraint?.tests }

  /// The type of the elements of a list, the type itself when it is none.
  var element: CompiledType {
    guard case .list(let element) = type else { return self }
    return CompiledType(element, constraint: constraint?.elementConstraint)
  }

  /// The type of an entry, nil when it has no such entry.
  func entry(_ name: String) -> CompiledType? {
    guard case .context(let fields) = type,
      let field = fields.first(where: { $0.name == name })
    else { return nil }
    return CompiledType(field.type, constraint: constraint?.constraint(ofEntry: name))
  }
}

extension CompiledType.Constraint {
  fileprivate var tests: UnaryTests? {
    switch self {
    case .tests(let tests): tests
    case .elements, .entries: nil
    case .both(let base, let own): own.tests ?? base.tests
    }
  }

  fileprivate var elementConstraint: Self? {
    switch self {
    case .elements(let constraint): constraint
    case .tests, .entries: nil
    case .both(let base, let own):
      base.elementConstraint.map { $0.and(own.elementConstraint) } ?? own.elementConstraint
    }
  }

  fileprivate func constraint(ofEntry name: String) -> Self? {
    switch self {
    case .entries(let entries): entries.first { $0.name == name }?.constraint
    case .tests, .elements: nil
    case .both(let base, let own):
      base.constraint(ofEntry: name).map { $0.and(own.constraint(ofEntry: name)) }
        ?? own.constraint(ofEntry: name)
    }
  }
}

extension Evaluation {
  /// The value as one of a type, null with a note when it is none (DMN 1.5, 10.3.2.9.4).
  mutating func coerce(_ value: Value, to type: CompiledType) -> Value {
    guard let converted = value.converted(to: type.type) else {
      return null(.typeMismatch(expected: type.type.description, kind: value.kind))
    }
    guard let constraint = type.constraint, !allows(constraint, converted) else { return converted }
    return null(.notAllowed(converted.feelText))
  }

  /// Whether a value passes a constraint; null passes.
  mutating func allows(_ constraint: CompiledType.Constraint, _ value: Value) -> Bool {
    switch (constraint, value) {
    case (_, .null): return true
    case (.tests(let tests), _): return test(tests, of: value, in: Scope()) == true
    case (.elements(let inner), .list(let elements)):
      for element in elements where !allows(inner, element) { return false }
      return true
    case (.elements(let inner), _): return allows(inner, value)
    case (.entries(let entries), .context(let context)):
      for entry in entries {
        guard allows(entry.constraint, context[entry.name] ?? .null) else { return false }
      }
      return true
    case (.entries, _): return true
    case (.both(let base, let own), _): return allows(base, value) && allows(own, value)
    }
  }
}
