/// A FEEL value (DMN 1.5, 10.3.2.2 and table 49).
public enum Value: Sendable {
  /// Absent or unknown.
  case null
  /// A truth value.
  case boolean(Bool)
  /// A decimal number of 34 digits.
  case number(Number)
  /// Text, compared by code point.
  case string(String)
  /// A day of the proleptic Gregorian calendar.
  case date(CalendarDate)
  /// A time of day, with or without offset or zone.
  indirect case time(TimeOfDay)
  /// A day with a time.
  indirect case dateAndTime(DateAndTime)
  /// A duration in years and months.
  case yearsAndMonths(YearsAndMonthsDuration)
  /// A duration in days, hours, minutes and seconds.
  case daysAndTime(DaysAndTimeDuration)
  /// Values in order.
  case list([Value])
  /// Values by name, in the order in which they were given.
  case context(Context)
  /// The values between two ends.
  indirect case range(ValueRange)
  /// Something that can be invoked.
  indirect case function(Function)
}

/// Values by name, in the order in which they were given; a name stands once.
public struct Context: Sendable {
  /// The entries in order.
  public private(set) var entries: [(key: String, value: Value)]
  /// Where each name stands, kept only for contexts too large to search through.
  private var places: [String: Int] = [:]
  private static let searchable = 8

  /// Creates a context; of entries with one name the last value counts, in the place of the first.
  public init(_ entries: [(key: String, value: Value)] = []) {
    self.entries = []
    self.entries.reserveCapacity(entries.count)
    for entry in entries { self[entry.key] = entry.value }
  }

  /// The value of a name: nil when there is no such entry, `.null` when the entry is null.
  ///
  /// - Complexity: O(1); removing an entry O(n) in the number of entries.
  public subscript(name: String) -> Value? {
    get { place(of: name).map { entries[$0].value } }
    set {
      switch (newValue, place(of: name)) {
      case (let value?, let place?): entries[place].value = value
      case (let value?, nil): append(name, value)
      case (nil, let place?): remove(at: place)
      case (nil, nil): break
      }
    }
  }

  private func place(of name: String) -> Int? {
    places.isEmpty ? entries.firstIndex { $0.key == name } : places[name]
  }

  private mutating func append(_ name: String, _ value: Value) {
    entries.append((name, value))
    if !places.isEmpty {
      places[name] = entries.count - 1
    } else if entries.count > Context.searchable {
      indexPlaces()
    }
  }

  private mutating func remove(at place: Int) {
    entries.remove(at: place)
    places = [:]
    if entries.count > Context.searchable { indexPlaces() }
  }

  private mutating func indexPlaces() {
    for (place, entry) in entries.enumerated() { places[entry.key] = place }
  }
}

/// The values between two ends (DMN 1.5, 10.3.2.7).
public struct ValueRange: Sendable {
  /// The lower end; nil when the range is open downwards without an end.
  public var lower: Value?
  /// Whether the lower end belongs to the range.
  public var includesLower: Bool
  /// The upper end; nil when the range is open upwards without an end.
  public var upper: Value?
  /// Whether the upper end belongs to the range.
  public var includesUpper: Bool
  /// How the range was written.
  ///
  /// `(= 5)` and `[5..5]` are different ranges (suite 0068). A comparison with both ends is `(= a)`
  /// when it includes them and `(!= a)` when it does not.
  public var form: Expression.RangeExpression.Form

  /// Creates a range.
  public init(
    lower: Value?,
    includesLower: Bool,
    upper: Value?,
    includesUpper: Bool,
    form: Expression.RangeExpression.Form = .interval
  ) {
    self.lower = lower
    self.includesLower = includesLower
    self.upper = upper
    self.includesUpper = includesUpper
    self.form = form
  }
}

/// Something that can be invoked: a built-in, a lambda, or what a decision model offers
/// (business knowledge model, decision service).
public struct Function: Sendable {
  /// The name, for notes; empty for a lambda.
  public var name: String
  /// The formal parameters in order.
  public var parameters: [Parameter]
  /// The type of the result.
  public var result: FEELType
  /// What it does.
  public var body: Body

  /// Creates a function.
  public init(
    name: String = "",
    parameters: [Parameter],
    result: FEELType = .any,
    body: Body
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
  }

  /// A formal parameter.
  public struct Parameter: Sendable {
    /// The name, by which named arguments find it.
    public var name: String
    /// The type its arguments must have.
    public var type: FEELType

    /// Creates a parameter.
    public init(name: String, type: FEELType = .any) {
      self.name = name
      self.type = type
    }
  }

  /// What a function does.
  public enum Body: Sendable {
    /// One or more rows of the table of built-in functions with this name; `parameters` is empty.
    case builtin([Builtin])
    /// A FEEL expression in the scope in which the function was written.
    case expression(Expression, Scope)
    /// Code of the decision model; it gets one value for each parameter, in order.
    case native(@Sendable ([Value], inout Evaluation) -> Value)
  }
}

/// A FEEL type (DMN 1.5, 10.3.2.9, the lattice of figure 10-26).
public indirect enum FEELType: Sendable, Hashable {
  /// Every value.
  case any
  /// `null` alone.
  case null
  case boolean, number, string, date, time, dateAndTime, yearsAndMonths, daysAndTime
  /// A list whose elements have one type.
  case list(FEELType)
  /// A range whose ends have one type.
  case range(FEELType)
  /// A context that has at least these entries, by name in the order given.
  case context([Field])
  /// A function.
  case function([FEELType], result: FEELType)

  /// A key of a context type.
  public struct Field: Sendable, Hashable {
    /// The key.
    public var name: String
    /// The type of its value.
    public var type: FEELType

    /// Creates a field.
    public init(name: String, type: FEELType) {
      self.name = name
      self.type = type
    }
  }
}
