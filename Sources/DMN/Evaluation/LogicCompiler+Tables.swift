internal import FEEL

extension LogicCompiler {
  /// Compiles a decision table.
  ///
  /// A table with an entry that cannot be parsed is invalid as a whole, since without the entry it would
  /// decide otherwise.
  mutating func compile(
    _ table: DecisionTable,
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    var clauses: [CompiledInputClause] = []
    var rules: [CompiledRule] = []
    do {
      for input in table.inputs {
        clauses.append(try clause(input, type: type(input.expression.typeName), names: names))
      }
      for (place, rule) in table.rules.enumerated() {
        rules.append(try compile(rule, number: place + 1, names: names))
      }
    } catch let problem as ModelProblem {
      return .invalid(problem)
    } catch let error as ModelError {
      throw error
    } catch {
      return .none
    }
    return try compile(table, clauses, rules, names: names)
  }

  private mutating func compile(
    _ table: DecisionTable,
    _ clauses: [CompiledInputClause],
    _ rules: [CompiledRule],
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    let whole = try type(table.typeName).element
    var outputs: [CompiledOutputClause] = []
    for output in table.outputs {
      var own = try type(output.typeName)
      let component = table.outputs.count == 1 ? whole : whole.entry(output.name ?? "") ?? .any
      if own == .any { own = component }
      do throws(ModelProblem) {
        outputs.append(try clause(output, type: own, names: names))
      } catch {
        return .invalid(error)
      }
    }
    let compiled = CompiledTable(
      hitPolicy: table.hitPolicy,
      inputs: clauses,
      outputs: outputs,
      annotations: table.annotations,
      rules: rules,
      line: table.line,
      index: RuleIndex(rules, columnCount: clauses.count)
    )
    return .table(compiled)
  }

  private mutating func clause(
    _ input: InputClause,
    type: CompiledType,
    names: KnownNames
  ) throws(ModelProblem) -> CompiledInputClause {
    CompiledInputClause(
      expression: try parse(input.expression.text, names: names),
      allowed: try tests(input.allowedValues, names: names),
      type: type,
      text: input.expression.text
    )
  }

  private mutating func clause(
    _ output: OutputClause,
    type: CompiledType,
    names: KnownNames
  ) throws(ModelProblem) -> CompiledOutputClause {
    let own = try tests(output.allowedValues, names: names)
    var defaultEntry: Expression?
    if let entry = output.defaultEntry, !entry.text.text.isEmpty {
      defaultEntry = try parse(entry.text, names: names)
    }
    return CompiledOutputClause(
      name: output.name ?? output.label ?? "",
      type: type,
      order: (own ?? type.tests)?.alternatives ?? [],
      isLimited: own?.alternatives.isEmpty == false,
      defaultEntry: defaultEntry
    )
  }

  private mutating func tests(
    _ text: ExpressionText?,
    names: KnownNames
  ) throws(ModelProblem) -> UnaryTests? {
    guard let text, !text.text.isEmpty else { return nil }
    return try parseTests(text, names: names)
  }

  private mutating func compile(
    _ rule: DecisionRule,
    number: Int,
    names: KnownNames
  ) throws(ModelProblem) -> CompiledRule {
    var tests: [UnaryTests] = []
    for entry in rule.inputEntries { tests.append(try parseTests(entry, names: names)) }
    var outputs: [Expression] = []
    for entry in rule.outputEntries {
      let isEmpty = entry.text.isEmpty
      outputs.append(isEmpty ? Expression(.null) : try parse(entry, names: names))
    }
    return CompiledRule(
      id: rule.id,
      number: number,
      tests: tests,
      outputs: outputs,
      annotations: rule.annotationEntries,
      testTexts: rule.inputEntries,
      outputTexts: rule.outputEntries,
      line: rule.line
    )
  }
}

extension UnaryTests {
  /// The tests of which one is enough; none for `-` and `not(…)`, which list nothing.
  var alternatives: [UnaryTest] {
    switch self {
    case .oneOf(let tests): tests
    case .any, .noneOf: []
    }
  }
}
