/// A FEEL expression as read from its text: what it says, and where it stands.
///
/// Two expressions are equal when they say the same, wherever they stand.
public struct Expression: Sendable, Hashable {
  /// What the expression says.
  public var node: Node
  /// Where it stands in its text.
  public var range: SourceRange

  /// Creates an expression.
  public init(_ node: Node, at range: SourceRange = .none) {
    self.node = node
    self.range = range
  }

  /// Equal when both say the same; the place is left out.
  public static func == (left: Expression, right: Expression) -> Bool { left.node == right.node }

  /// Feeds what the expression says, without its place.
  public func hash(into hasher: inout Hasher) { hasher.combine(node) }

  /// The forms of an expression (DMN 1.5, 10.3.1.2, rules 1 to 66).
  public indirect enum Node: Sendable, Hashable {
    /// `null`
    case null
    /// `true` or `false`
    case boolean(Bool)
    /// `12.50`
    case number(Number)
    /// `"text"`, escapes already resolved.
    case string(String)
    /// `@"2024-03-01"`: the text between the quotes. The evaluator gives its value once.
    case atLiteral(String)
    /// A name in scope, its words separated by single spaces as the scope has it.
    case name(String)
    /// `[a, b, c]`
    case list([Expression])
    /// `{ a: 1, "b c": a + 1 }`
    case context([ContextEntry])
    /// `[1..5)`, `> 5` and `= "a"` as values (DMN 1.5, rules 7 to 12 and 33).
    case range(RangeExpression)
    /// `-a`
    case negation(Expression)
    /// `a + b` and the other operators of two operands.
    case binary(BinaryOperator, Expression, Expression)
    /// `a between b and c`
    case between(Expression, Expression, Expression)
    /// `a in b`, `a in (b, c)`: the tests of the right side.
    case membership(Expression, [UnaryTest])
    /// `a instance of list<number>`
    case instanceOf(Expression, TypeReference)
    /// `a.b`
    case path(Expression, String)
    /// `a[b]`
    case filter(Expression, Expression)
    /// `f(a, b)` or `f(x: a, y: b)`
    case invocation(Expression, Arguments)
    /// `if a then b else c`
    case conditional(Expression, then: Expression, else: Expression)
    /// `for i in a, j in b return c`
    case iteration([Iterator], Expression)
    /// `some i in a satisfies c` or `every i in a satisfies c`
    case quantified(Quantifier, [Iterator], Expression)
    /// `function(a: number, b) a + b`
    case function(FunctionExpression)
    /// `?`, the value that a unary test is asked about.
    case tested
  }

  /// `key: value` in a context.
  public struct ContextEntry: Sendable, Hashable {
    /// The key, its words separated by single spaces; a string key as it stands.
    public var key: String
    /// The value, which sees the entries before it.
    public var value: Expression

    /// Creates an entry.
    public init(key: String, value: Expression) {
      self.key = key
      self.value = value
    }
  }

  /// `i in a` or `i in a..b`.
  public struct Iterator: Sendable, Hashable {
    /// The name of the element.
    public var name: String
    /// What is gone through.
    public var domain: Domain

    /// Creates an iterator.
    public init(name: String, domain: Domain) {
      self.name = name
      self.domain = domain
    }

    /// What an iterator goes through.
    public enum Domain: Sendable, Hashable {
      /// The elements of a list or of a range value.
      case elements(Expression)
      /// The whole numbers or days from one bound to the other, both included, up or down.
      case between(Expression, Expression)
    }
  }

  /// `some` or `every`.
  public enum Quantifier: String, Sendable, Hashable {
    case some, every
  }

  /// The arguments of an invocation.
  public enum Arguments: Sendable, Hashable {
    /// In the order of the parameters.
    case positional([Expression])
    /// By the names of the parameters, in the order in which they are written.
    case named([ContextEntry])
  }

  /// `function(a: number) external { … }` or with a FEEL body.
  public struct FunctionExpression: Sendable, Hashable {
    /// The formal parameters.
    public var parameters: [Parameter]
    /// The body; of an external function the context that names the method.
    public var body: Expression
    /// Whether the body stands outside FEEL (Java or PMML).
    public var isExternal: Bool

    /// Creates a function.
    public init(parameters: [Parameter], body: Expression, isExternal: Bool = false) {
      self.parameters = parameters
      self.body = body
      self.isExternal = isExternal
    }

    /// A formal parameter.
    public struct Parameter: Sendable, Hashable {
      /// The name.
      public var name: String
      /// The type, `Any` when none is written.
      public var type: TypeReference?

      /// Creates a parameter.
      public init(name: String, type: TypeReference? = nil) {
        self.name = name
        self.type = type
      }
    }
  }

  /// A range with its ends as expressions.
  public struct RangeExpression: Sendable, Hashable {
    /// The lower end, nil when there is none (`< 5`, `= 5` has both).
    public var lower: Expression?
    /// Whether the lower end belongs to the range.
    public var includesLower: Bool
    /// The upper end, nil when there is none.
    public var upper: Expression?
    /// Whether the upper end belongs to the range.
    public var includesUpper: Bool
    /// How the range was written, which printing keeps.
    public var form: Form

    /// Creates a range.
    public init(
      lower: Expression?,
      includesLower: Bool,
      upper: Expression?,
      includesUpper: Bool,
      form: Form = .interval
    ) {
      self.lower = lower
      self.includesLower = includesLower
      self.upper = upper
      self.includesUpper = includesUpper
      self.form = form
    }

    /// How a range was written.
    public enum Form: String, Sendable, Hashable {
      /// `[a..b]`
      case interval
      /// `(< a)`, `(>= a)`, `(= a)`: an operator before one end, as a value in brackets.
      case comparison
    }
  }

  /// Operators of two operands.
  public enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
    case or, and
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "**"
  }
}

/// One test of an input entry, or of the right side of `in`.
public enum UnaryTest: Sendable, Hashable {
  /// `< 5`, `>= a`, `= b`, `!= c`: the operator (a comparison) and the end.
  case comparison(Expression.BinaryOperator, Expression)
  /// `[1..5)`: membership of a range.
  case range(Expression.RangeExpression)
  /// Any other expression. True when it is equal to the tested value, contains it (a list or a range),
  /// or, where it mentions `?` or is a Boolean by itself, when it is true (DMN 1.5, 10.3.2.7 and 7.3.x).
  case expression(Expression)
}

/// The tests of an input entry of a decision table (DMN 1.5, rules 13 to 17).
public enum UnaryTests: Sendable, Hashable {
  /// `-`
  case any
  /// `a, b`: true when one of them is.
  case oneOf([UnaryTest])
  /// `not(a, b)`: true when none of them is.
  case noneOf([UnaryTest])
}

/// A type as written: `number`, `list<string>`, `context<a: number>`, `tPerson`.
public indirect enum TypeReference: Sendable, Hashable {
  /// A built-in or model type by its name, words separated by single spaces (`date and time`).
  case named(String)
  /// `list<T>`
  case list(TypeReference)
  /// `range<T>`
  case range(TypeReference)
  /// `context<a: T, b: U>`, in the order written.
  case context([Field])
  /// `function<T, U> -> V`
  case function([TypeReference], result: TypeReference)

  /// A key of a context type.
  public struct Field: Sendable, Hashable {
    /// The key.
    public var name: String
    /// The type of its value.
    public var type: TypeReference

    /// Creates a field.
    public init(name: String, type: TypeReference) {
      self.name = name
      self.type = type
    }
  }
}
