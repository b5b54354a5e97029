internal import DMN
internal import Evidence
internal import FEEL

/// What a file states, brought to the types of a model's input data.
///
/// JSON and YAML have no dates and no durations: a text stands for one where the model declares it.
struct ModelInput {
  let model: CompiledModel
  private(set) var problems: [ModelInputProblem] = []

  init(_ model: CompiledModel) {
    self.model = model
  }

  /// The inputs by name; a name that the model does not have is a problem.
  mutating func context(_ tree: StatedTree) -> Context {
    guard case .mapping(let entries) = tree.content else {
      problems.append(ModelInputProblem(name: "", line: tree.line, reason: .notAMapping))
      return Context()
    }
    var context = Context()
    for entry in entries {
      guard let type = type(of: entry.key) else {
        let reason = ModelInputProblem.Reason.unknownInput(known: names)
        problems.append(ModelInputProblem(name: entry.key, line: entry.line, reason: reason))
        continue
      }
      context[entry.key] = value(entry.value, as: type, of: entry.key)
    }
    return context
  }

  /// The names that a file may state: inputs, those of imported models by the import's name or their
  /// own, and parameters of decision services.
  private var names: [String] {
    var names = model.inputs.map(\.name)
    let imported = model.decisions.flatMap(\.requiredInputs).flatMap { name in
      name.split(separator: ".", maxSplits: 1).map(String.init)
    }
    for name in imported + model.services.flatMap(\.parameters).map(\.name)
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  private func type(of name: String) -> FEELType? {
    if let input = model.inputs.first(where: { $0.name == name }) { return input.type }
    return names.contains(name) ? .any : nil
  }

  private mutating func value(
    _ tree: StatedTree,
    as type: FEELType,
    of name: String
  ) -> Value {
    switch tree.content {
    case .value(let stated):
      guard let value = Value(stated, as: type) else {
        let reason = ModelInputProblem.Reason.wrongType(
          value: stated.description,
          expected: type.description
        )
        problems.append(ModelInputProblem(name: name, line: tree.line, reason: reason))
        return .null
      }
      return value
    case .list(let items):
      var element = FEELType.any
      if case .list(let type) = type { element = type }
      return .list(items.map { value($0, as: element, of: name) })
    case .mapping(let entries):
      var fields: [FEELType.Field] = []
      if case .context(let declared) = type { fields = declared }
      return .context(
        Context(
          entries.map { entry in
            let type = fields.first { $0.name == entry.key }?.type ?? .any
            return (entry.key, value(entry.value, as: type, of: "\(name).\(entry.key)"))
          }
        )
      )
    }
  }
}

extension Value {
  /// A single value as a type has it; nil when it cannot be one of that type.
  fileprivate init?(_ stated: StatedValue, as type: FEELType) {
    switch (stated, type) {
    case (.unknown, _): self = .null
    case (.boolean(let truth), .boolean), (.boolean(let truth), .any): self = .boolean(truth)
    case (.number(let digits), .number), (.number(let digits), .any):
      guard let number = Number(digits) else { return nil }
      self = .number(number)
    case (.text(let text), .string), (.text(let text), .any), (.number(let text), .string):
      self = .string(text)
    case (_, .list(let element)):
      guard let value = Value(stated, as: element) else { return nil }
      self = .list([value])
    default:
      guard let value = Value(temporal: stated.description, as: type) else { return nil }
      self = value
    }
  }

  private init?(temporal text: String, as type: FEELType) {
    let value: Value? =
      switch type {
      case .date: CalendarDate(text).map(Value.date)
      case .time: TimeOfDay(text).map(Value.time)
      case .dateAndTime: DateAndTime(text).map(Value.dateAndTime)
      case .yearsAndMonths: YearsAndMonthsDuration(text).map(Value.yearsAndMonths)
      case .daysAndTime: DaysAndTimeDuration(text).map(Value.daysAndTime)
      default: nil
      }
    guard let value else { return nil }
    self = value
  }
}

/// Why what a file states cannot be an input of a model.
public struct ModelInputProblem: Error, Hashable, Sendable {
  /// The input, with the way to the value inside of it; empty for the file.
  public var name: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong.
  public var reason: Reason

  /// What can be wrong.
  public enum Reason: Hashable, Sendable {
    /// The file is no mapping of input to value.
    case notAMapping
    /// The model has no such input; those that it has.
    case unknownInput(known: [String])
    /// The value is of another type than the input.
    case wrongType(value: String, expected: String)
  }
}

extension ModelInputProblem: CustomStringConvertible {
  /// Line, what is wrong, and what is expected.
  public var description: String {
    let words =
      switch reason {
      case .notAMapping: "the file should be a mapping of input to value."
      case .unknownInput(let known):
        "‘\(name)’ is no input of the model; inputs are \(known.joined(separator: ", "))."
      case .wrongType(let value, let expected): "\(name): ‘\(value)’ is not of type \(expected)."
      }
    return "line \(line): \(words)"
  }
}
