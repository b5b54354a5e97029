internal import FEEL

extension TableChecker {
  /// Tests and outputs that are not allowed, rule by rule.
  func valuesNotAllowed() -> [TableFinding] {
    table.rules.flatMap { rule in
      (tests(of: rule) + outputs(of: rule)).map { finding($0, line: rule.line) }
    }
  }

  private func tests(of rule: CompiledRule) -> [TableFinding.Problem] {
    zip(rule.tests, table.inputs).flatMap { tests, clause -> [TableFinding.Problem] in
      guard let allowed = clause.allowed ?? clause.type.tests else { return [] }
      return tests.constants.filter { !allows(allowed, $0) }.map { value in
        .testNotAllowed(
          rule: rule.number,
          column: clause.expression.description,
          value: value.feelText
        )
      }
    }
  }

  private func outputs(of rule: CompiledRule) -> [TableFinding.Problem] {
    zip(rule.outputs, table.outputs).compactMap { output, clause in
      guard let value = output.constantValue else { return nil }
      var isAllowed = clause.type.tests.map { allows($0, value) } ?? true
      if clause.isLimited, !allows(.oneOf(clause.order), value) { isAllowed = false }
      return isAllowed ? nil : .outputNotAllowed(rule: rule.number, value: value.feelText)
    }
  }

  private func allows(_ tests: UnaryTests, _ value: Value) -> Bool {
    var evaluation = Evaluation()
    return evaluation.test(tests, of: value, in: Scope()) == true
  }
}

extension UnaryTests {
  /// The literals that are tested for, null left out.
  fileprivate var constants: [Value] {
    list.flatMap { test -> [Value] in
      switch test {
      case .comparison(_, let end): [end.constantValue].compactMap { $0 }
      case .range(let range): [range.lower, range.upper].compactMap { $0?.constantValue }
      case .expression(let expression): [expression.constantValue].compactMap { $0 }
      }
    }.filter { if case .null = $0 { false } else { true } }
  }
}
