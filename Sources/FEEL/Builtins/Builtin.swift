/// One row of the table of built-in functions: a name, a list of parameters, and what it does
/// (DMN 1.5, 10.3.4).
///
/// A function with several forms has several rows with one name; the first whose parameters take the
/// arguments is called. Before a row is refused, arguments are converted as an invocation does: a list
/// of one element to its element and, for a list parameter, an element to a list of one.
public struct Builtin: Sendable {
  /// The name as FEEL has it, words separated by single spaces (`string length`).
  public var name: String
  /// The formal parameters in order.
  public var parameters: [Parameter]
  /// What it does.
  ///
  /// The values stand in the order of the parameters, `nil` for an optional argument that
  /// was not given; arguments of a variadic parameter arrive as one list.
  public var body: @Sendable ([Value?], inout Evaluation) -> Value

  /// Creates a row.
  public init(
    _ name: String,
    _ parameters: [Parameter],
    _ body: @escaping @Sendable ([Value?], inout Evaluation) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }

  /// A formal parameter of a built-in.
  public struct Parameter: Sendable {
    /// The name, by which named arguments find it.
    public var name: String
    /// The type its arguments must have.
    ///
    /// `null` arguments are taken only where `acceptsNull` says so.
    public var type: FEELType
    /// Whether it may be left out.
    public var isOptional: Bool
    /// Whether it takes all further positional arguments (last parameter only).
    public var isVariadic: Bool
    /// Whether null is a value that the function wants to see.
    ///
    /// `.any` always takes null.
    public var acceptsNull: Bool

    /// Creates a parameter.
    public init(
      _ name: String,
      _ type: FEELType,
      isOptional: Bool = false,
      isVariadic: Bool = false,
      acceptsNull: Bool = false
    ) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
      self.isVariadic = isVariadic
      self.acceptsNull = acceptsNull || type == .any
    }
  }
}
