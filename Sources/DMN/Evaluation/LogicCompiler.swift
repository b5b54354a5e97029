internal import FEEL

/// Parses the expressions of one element's logic.
struct LogicCompiler {
  /// The types of the model.
  var types: TypeTable
  /// The element, for errors.
  let element: ModelError.Element
  /// What could not be parsed.
  private(set) var problems: [ModelProblem] = []

  /// Prepares for an element.
  init(types: TypeTable, element: ModelError.Element) {
    self.types = types
    self.element = element
  }

  /// Compiles logic that sees the names.
  mutating func compile(
    _ expression: BoxedExpression,
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    switch expression {
    case .literal(let literal): return try compile(literal, names: names)
    case .decisionTable(let table):
      return typed(try compile(table, names: names), try type(table.typeName))
    case .context(let context):
      return typed(try compile(context, names: names), try type(context.typeName))
    case .invocation(let invocation):
      let function = try compile(invocation.function, names: names)
      let entries = try compile(invocation.bindings, names: names)
      return typed(.invocation(function, entries), try type(invocation.typeName))
    case .function(let function): return try compile(function, names: names)
    case .list(let elements, let typeName):
      return typed(.list(try compile(elements, names: names)), try type(typeName))
    case .relation(let relation): return try compile(relation, names: names)
    case .conditional(let condition, let then, let otherwise):
      return .conditional(
        if: try compile(condition, names: names),
        then: try compile(then, names: names),
        else: try compile(otherwise, names: names)
      )
    case .filter(let list, let match):
      return .filter(
        in: try compile(list, names: names),
        match: try compile(match, names: names.adding(["item"]))
      )
    case .iterator(let iterator): return try compile(iterator, names: names)
    case .typed(let expression, let typeName):
      return typed(try compile(expression, names: names), try type(typeName))
    }
  }

  /// The type of that name, any without one.
  mutating func type(_ name: String?) throws(ModelError) -> CompiledType {
    try types.type(name, at: element)
  }

  private func typed(_ logic: CompiledLogic, _ type: CompiledType) -> CompiledLogic {
    type == .any ? logic : .typed(logic, type)
  }

  // MARK: Expressions

  private mutating func compile(
    _ literal: LiteralExpression,
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    if let language = literal.language { return .foreign(language: language) }
    guard !literal.text.text.isEmpty else { return .none }
    let parsed: Expression
    do {
      parsed = try parse(literal.text, names: names)
    } catch {
      return .invalid(error)
    }
    if let function = try java(parsed) { return .function(function) }
    return typed(.expression(parsed), try type(literal.typeName))
  }

  /// Parses an expression; what goes wrong is kept among the problems.
  mutating func parse(
    _ text: ExpressionText,
    names: KnownNames
  ) throws(ModelProblem) -> Expression {
    var parser = Parser(text.text, names: names)
    do {
      return try parser.parseExpression()
    } catch {
      throw problem(text, error)
    }
  }

  /// Parses unary tests; nothing but a dash or no text at all is passed by every value.
  mutating func parseTests(
    _ text: ExpressionText,
    names: KnownNames
  ) throws(ModelProblem) -> UnaryTests {
    guard !text.text.isEmpty else { return .any }
    var parser = Parser(text.text, names: names)
    do {
      return try parser.parseUnaryTests()
    } catch {
      throw problem(text, error)
    }
  }

  private mutating func problem(_ text: ExpressionText, _ diagnostic: Diagnostic) -> ModelProblem {
    let problem = ModelProblem(element: element.name, text: text, diagnostic: diagnostic)
    problems.append(problem)
    return problem
  }

  // MARK: Boxes

  private mutating func compile(
    _ elements: [BoxedExpression],
    names: KnownNames
  ) throws(ModelError) -> [CompiledLogic] {
    var compiled: [CompiledLogic] = []
    for element in elements { compiled.append(try compile(element, names: names)) }
    return compiled
  }

  private mutating func compile(
    _ bindings: [BoxedContext.Entry],
    names: KnownNames
  ) throws(ModelError) -> [CompiledEntry] {
    var entries: [CompiledEntry] = []
    for binding in bindings { entries.append(try compile(binding, names: names)) }
    return entries
  }

  private mutating func compile(
    _ entry: BoxedContext.Entry,
    names: KnownNames
  ) throws(ModelError) -> CompiledEntry {
    CompiledEntry(
      name: entry.variable.name,
      type: try type(entry.variable.typeName),
      logic: try compile(entry.value, names: names),
      text: entry.value.literalText
    )
  }

  private mutating func compile(
    _ context: BoxedContext,
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    var names = names
    var entries: [CompiledEntry] = []
    for entry in context.entries {
      // A function sees its own name, so that it can call itself.
      if case .function = entry.value { names = names.adding([entry.variable.name]) }
      entries.append(try compile(entry, names: names).namingFunction())
      names = names.adding([entry.variable.name])
    }
    guard let result = context.result else { return .context(entries, result: nil) }
    return .context(entries, result: try compile(result, names: names))
  }

  private mutating func compile(
    _ relation: Relation,
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    var columns: [CompiledColumn] = []
    for column in relation.columns {
      columns.append(CompiledColumn(name: column.name, type: try type(column.typeName)))
    }
    var rows: [[CompiledLogic]] = []
    for row in relation.rows { rows.append(try compile(row, names: names)) }
    return .relation(columns: columns, rows: rows)
  }

  private mutating func compile(
    _ iterator: BoxedIterator,
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    let compiled = CompiledIterator(
      kind: iterator.kind,
      variable: iterator.variable,
      domain: try compile(iterator.domain, names: names),
      body: try compile(iterator.body, names: names.adding([iterator.variable, "partial"]))
    )
    return .iterator(compiled)
  }
}

extension CompiledEntry {
  /// The entry whose function has the entry's name, by which it can call itself.
  ///
  /// The name of a built-in function keeps meaning that one inside.
  fileprivate func namingFunction() -> CompiledEntry {
    guard case .function(var function) = logic, Builtin.named(name).isEmpty else { return self }
    function.name = name
    var entry = self
    entry.logic = .function(function)
    return entry
  }
}
