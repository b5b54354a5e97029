extension FEELType: CustomStringConvertible {
  /// The type as FEEL writes it: `list<number>`, `context<a: string>`, `function<date> -> Any`.
  public var description: String {
    switch self {
    case .any: "Any"
    case .null: "Null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .time: "time"
    case .dateAndTime: "date and time"
    case .yearsAndMonths: "years and months duration"
    case .daysAndTime: "days and time duration"
    case .list(let element): "list<\(element)>"
    case .range(let end): "range<\(end)>"
    case .context(let fields):
      "context<" + fields.map { "\($0.name): \($0.type)" }.joined(separator: ", ") + ">"
    case .function(let parameters, let result):
      "function<" + parameters.map(\.description).joined(separator: ", ") + "> -> \(result)"
    }
  }

  /// The built-in type of a name, nil when there is none.
  ///
  /// `list`, `context`, `range` and `function` without brackets are those of any elements
  /// (DMN 1.5, 10.3.1.3, table 39; `duration` names of DMN 1.1 are taken too).
  public init?(builtinName name: String) {
    guard let type = FEELType.builtin[name] else { return nil }
    self = type
  }

  private static let builtin: [String: FEELType] = [
    "Any": .any, "Null": .null, "null": .null, "boolean": .boolean, "number": .number,
    "string": .string, "date": .date, "time": .time, "date and time": .dateAndTime,
    "dateTime": .dateAndTime, "years and months duration": .yearsAndMonths,
    "yearMonthDuration": .yearsAndMonths, "days and time duration": .daysAndTime,
    "dayTimeDuration": .daysAndTime, "list": .list(.any), "context": .context([]),
    "range": .range(.any),
  ]
}
