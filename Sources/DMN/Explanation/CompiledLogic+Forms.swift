internal import FEEL

extension CompiledLogic {
  /// The table, when the logic is one.
  var table: CompiledTable? {
    switch self {
    case .table(let table): table
    case .typed(let logic, _): logic.table
    case .none, .expression, .context, .invocation, .function, .list, .relation, .conditional,
      .filter, .iterator, .invalid, .foreign:
      nil
    }
  }
}

extension CompiledLogic {
  /// The expression, when the logic is one.
  var expression: Expression? {
    switch self {
    case .expression(let expression): expression
    case .typed(let logic, _): logic.expression
    case .none, .table, .context, .invocation, .function, .list, .relation, .conditional, .filter,
      .iterator, .invalid, .foreign:
      nil
    }
  }
}
