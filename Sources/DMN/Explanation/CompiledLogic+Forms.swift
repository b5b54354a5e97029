internal import FEEL

extension CompiledLogic {
  /// The table, when the logic is one.
  public var decisionTable: CompiledTable? {
    switch self {
    case .table(let table): table
    case .typed(let logic, _): logic.decisionTable
    case .none, .expression, .context, .invocation, .function, .list, .relation, .conditional,
      .filter, .iterator, .invalid, .foreign:
      nil
    }
  }
}

extension CompiledLogic {
  /// The expression, when the logic is one.
  var feelExpression: Expression? {
    switch self {
    case .expression(let expression): expression
    case .typed(let logic, _): logic.feelExpression
    case .none, .table, .context, .invocation, .function, .list, .relation, .conditional, .filter,
      .iterator, .invalid, .foreign:
      nil
    }
  }
}
