public import FEEL

/// Decision logic with its expressions parsed.
public indirect enum CompiledLogic: Sendable {
  /// No logic, or an empty expression; its value is null.
  case none
  /// A FEEL expression.
  case expression(Expression)
  /// Rules over inputs.
  case table(CompiledTable)
  /// Named entries, each seeing those before it, and a result; without one the context is the value.
  case context([CompiledEntry], result: CompiledLogic?)
  /// A call with arguments by parameter.
  case invocation(CompiledLogic, [CompiledEntry])
  /// A function.
  case function(CompiledFunction)
  /// Values in order.
  case list([CompiledLogic])
  /// Rows of named columns: a list of contexts.
  case relation(columns: [CompiledColumn], rows: [[CompiledLogic]])
  /// If, then, else.
  case conditional(if: CompiledLogic, then: CompiledLogic, else: CompiledLogic)
  /// The elements of a list that match.
  case filter(in: CompiledLogic, match: CompiledLogic)
  /// For, some or every.
  case iterator(CompiledIterator)
  /// Logic whose value is brought to a type.
  case typed(CompiledLogic, CompiledType)
  /// Logic that cannot be evaluated; its value is null with a note.
  case invalid(ModelProblem)
  /// An expression in another language than FEEL; its value is null with a note.
  case foreign(language: String)
}

/// A named part of logic.
public struct CompiledEntry: Sendable {
  /// The name.
  public var name: String
  /// The type to which the value is brought.
  public var type: CompiledType
  /// What the value is.
  public var logic: CompiledLogic
  /// The text of the logic when that is one expression.
  public var text: ExpressionText?
}

/// A column of a relation.
public struct CompiledColumn: Sendable {
  /// The name.
  public var name: String
  /// The type to which its cells are brought.
  public var type: CompiledType
}

/// A function of a model.
public struct CompiledFunction: Sendable {
  /// The name, empty for one that stands in an expression.
  public var name: String
  /// The formal parameters.
  public var parameters: [Function.Parameter]
  /// What their values must pass beyond their types, in the order of the parameters.
  public var types: [CompiledType]
  /// The type to which the result is brought.
  public var result: CompiledType
  /// What it does.
  public var body: Body

  /// What a function does.
  public enum Body: Sendable {
    /// Logic that sees the parameters.
    case logic(CompiledLogic)
    /// A method of Java's library, by class and signature.
    case java(className: CompiledLogic, signature: CompiledLogic)
    /// A body in a language that is not evaluated.
    case foreign(language: String)
  }
}

/// For, some or every.
public struct CompiledIterator: Sendable {
  /// What is made of the elements.
  public var kind: BoxedIterator.Kind
  /// The name of the element.
  public var variable: String
  /// The list.
  public var domain: CompiledLogic
  /// What is returned or tested for each element.
  public var body: CompiledLogic
}
