internal import FEEL

/// The types of a model by name, and those of the models that it imports.
struct TypeTable {
  /// The item definitions of the model, by name.
  private let definitions: [String: ItemDefinition]
  /// The types of imported models, by the names of the imports.
  private let imports: [(name: String, types: [String: CompiledType])]
  private let modelName: String
  private(set) var resolved: [String: CompiledType] = [:]

  /// The most parts that a type may have in all, which keeps types that double from filling the memory.
  static let maximumSize = 10_000
  /// The deepest nesting of types and components.
  static let maximumDepth = 100

  /// The types that are being resolved, each standing in the one before.
  private struct Chain {
    var names: [String] = []
    var depth = 0

    /// The chain with one more type.
    func adding(_ name: String) -> Chain { Chain(names: names + [name], depth: depth + 1) }

    /// The chain inside one more component.
    var deeper: Chain { Chain(names: names, depth: depth + 1) }
  }

  /// Resolves all types of a model.
  init(
    _ model: DecisionModel,
    imports: [(name: String, types: [String: CompiledType])]
  ) throws(ModelError) {
    modelName = model.name
    self.imports = imports
    var definitions: [String: ItemDefinition] = [:]
    for definition in model.itemDefinitions {
      if let other = definitions[definition.name] {
        throw ModelError(
          model: model.name,
          element: ModelError.Element(definition),
          reason: .duplicateName(definition.name, otherLine: other.line)
        )
      }
      definitions[definition.name] = definition
    }
    self.definitions = definitions
    for definition in model.itemDefinitions {
      _ = try type(named: definition.name, at: ModelError.Element(definition), chain: Chain())
    }
  }

  /// Finds a type by its name.
  ///
  /// - Parameters:
  ///   - name: A built-in type, an item definition, one of an import behind its name and a dot, a
  ///     component behind its type and a dot, or a type as FEEL writes it (`list<number>`); nil is any.
  ///   - element: What refers to it, for the error.
  /// - Returns: The type.
  /// - Throws: Where there is no such type, or it stands for itself.
  mutating func type(
    _ name: String?,
    at element: ModelError.Element
  ) throws(ModelError) -> CompiledType {
    guard let name else { return .any }
    return try type(named: name, at: element, chain: Chain())
  }

  /// The types for `instance of` and the parameters of functions, imported ones behind a dot.
  var feelTypes: [String: FEELType] {
    var types = resolved.mapValues(\.type)
    for entry in imports {
      let prefix = entry.name.isEmpty ? "" : entry.name + "."
      for (name, type) in entry.types where types[prefix + name] == nil {
        types[prefix + name] = type.type
      }
    }
    return types
  }

  private mutating func type(
    named name: String,
    at element: ModelError.Element,
    chain: Chain
  ) throws(ModelError) -> CompiledType {
    if let known = resolved[name] { return known }
    if let definition = definitions[name], !(chain.names.last == name && builtin(name) != nil) {
      if let start = chain.names.firstIndex(of: name) {
        throw error(element, .typeCycle(chain.names[start...] + [name]))
      }
      let type = try build(definition, chain: chain.adding(name))
      resolved[name] = type
      return type
    }
    if let type = builtin(name) ?? imported(name) { return type }
    if let type = try component(name, at: element, chain: chain) { return type }
    if let type = written(name) { return type }
    throw error(element, .unknownType(name))
  }

  private func builtin(_ name: String) -> CompiledType? {
    FEELType(builtinName: name).map { CompiledType($0) }
  }

  private func imported(_ name: String) -> CompiledType? {
    for entry in imports {
      if entry.name.isEmpty {
        if let type = entry.types[name] { return type }
      } else if name.hasPrefix(entry.name + ".") {
        if let type = entry.types[String(name.dropFirst(entry.name.count + 1))] { return type }
      }
    }
    return nil
  }

  /// `tLoan.amount`: the type of a component.
  private mutating func component(
    _ name: String,
    at element: ModelError.Element,
    chain: Chain
  ) throws(ModelError) -> CompiledType? {
    for dot in name.utf8.indices where name.utf8[dot] == UInt8(ascii: ".") {
      let base = String(name[..<dot])
      guard definitions[base] != nil else { continue }
      let parts = name[name.utf8.index(after: dot)...].split(separator: ".").map(String.init)
      var type: CompiledType? = try self.type(named: base, at: element, chain: chain)
      for part in parts { type = type?.element.entry(part) }
      if let type { return type }
    }
    return nil
  }

  /// A type as FEEL writes it.
  private func written(_ name: String) -> CompiledType? {
    guard name.contains("<") else { return nil }
    var parser = Parser(name)
    guard let reference = try? parser.parseTypeReference() else { return nil }
    return Evaluation(types: feelTypes).resolve(reference).map { CompiledType($0) }
  }

  private func error(_ element: ModelError.Element, _ reason: ModelError.Reason) -> ModelError {
    ModelError(model: modelName, element: element, reason: reason)
  }

  // MARK: Item definitions

  private mutating func build(
    _ definition: ItemDefinition,
    chain: Chain
  ) throws(ModelError) -> CompiledType {
    guard chain.depth <= Self.maximumDepth else {
      throw error(ModelError.Element(definition), .tooDeep(maximum: Self.maximumDepth))
    }
    var type = try base(of: definition, chain: chain)
    if let tests = try tests(definition.allowedValues, of: definition) {
      type.constraint = type.constraint?.and(.tests(tests)) ?? .tests(tests)
    }
    if definition.isCollection {
      type = CompiledType(.list(type.type), constraint: type.constraint.map { .elements($0) })
    }
    if let tests = try tests(definition.typeConstraint, of: definition) {
      type.constraint = type.constraint?.and(.tests(tests)) ?? .tests(tests)
    }
    guard type.type.size(upTo: Self.maximumSize) <= Self.maximumSize else {
      throw error(ModelError.Element(definition), .typeSize(maximum: Self.maximumSize))
    }
    return type
  }

  private mutating func base(
    of definition: ItemDefinition,
    chain: Chain
  ) throws(ModelError) -> CompiledType {
    let element = ModelError.Element(definition)
    if let function = definition.function {
      var parameters: [FEELType] = []
      for parameter in function.parameters {
        parameters.append(try optional(parameter.typeName, at: element, chain: chain).type)
      }
      let result = try optional(function.outputTypeName, at: element, chain: chain).type
      return CompiledType(.function(parameters, result: result))
    }
    guard !definition.components.isEmpty else {
      return try optional(definition.typeName, at: element, chain: chain)
    }
    var fields: [FEELType.Field] = []
    var constraints: [CompiledType.Constraint.Entry] = []
    for component in definition.components {
      let type = try build(component, chain: chain.deeper)
      fields.append(FEELType.Field(name: component.name, type: type.type))
      if let constraint = type.constraint {
        constraints.append(.init(name: component.name, constraint: constraint))
      }
    }
    let constraint = constraints.isEmpty ? nil : CompiledType.Constraint.entries(constraints)
    return CompiledType(.context(fields), constraint: constraint)
  }

  private mutating func optional(
    _ name: String?,
    at element: ModelError.Element,
    chain: Chain
  ) throws(ModelError) -> CompiledType {
    guard let name else { return .any }
    return try type(named: name, at: element, chain: chain)
  }

  private func tests(
    _ text: ExpressionText?,
    of definition: ItemDefinition
  ) throws(ModelError) -> UnaryTests? {
    guard let text, !text.text.isEmpty else { return nil }
    var parser = Parser(text.text, names: KnownNames(definition.components.map(\.name)))
    do {
      return try parser.parseUnaryTests()
    } catch {
      throw self.error(ModelError.Element(definition), .expression(text, error))
    }
  }
}

extension ModelError.Element {
  /// Names an item definition.
  init(_ definition: ItemDefinition) {
    self.init(tag: "itemDefinition", name: definition.name, line: definition.line)
  }
}

extension FEELType {
  /// The number of types in it, counted no further than one above the limit.
  fileprivate func size(upTo limit: Int) -> Int {
    switch self {
    case .any, .null, .boolean, .number, .string, .date, .time, .dateAndTime, .yearsAndMonths,
      .daysAndTime:
      return 1
    case .list(let inner), .range(let inner): return 1 + inner.size(upTo: limit)
    case .context(let fields):
      return FEELType.size(of: fields.map(\.type), upTo: limit)
    case .function(let parameters, let result):
      return FEELType.size(of: parameters + [result], upTo: limit)
    }
  }

  private static func size(of types: [FEELType], upTo limit: Int) -> Int {
    var size = 1
    for type in types where size <= limit { size += type.size(upTo: limit) }
    return size
  }
}
