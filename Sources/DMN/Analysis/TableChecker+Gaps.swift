internal import FEEL

extension TableChecker {
  /// The combinations of the columns' values for which no rule matches, those that lie side by side as
  /// one finding.
  func gaps(
    _ matched: DiagramStore.Node,
    _ sets: [(place: Int, rules: [Int])],
    _ shape: TableDiagram
  ) -> [TableFinding] {
    guard table.hitPolicy.needsMatch, table.outputs.contains(where: { $0.defaultEntry == nil }),
      let gap = sets.first(where: \.rules.isEmpty)
    else { return [] }
    guard let cells = GapCells(matched, gap: gap.place, shape, diagrams) else {
      return [finding(.gap, path(matched, to: gap.place), line: table.line)]
    }
    return cells.regions().map { region in
      let members = cells.terminals(in: region)
      let path = path(cells.function, in: cells.store, to: members.contains)
      if let (input, number) = boundary(region, cells.columns) {
        return finding(.missedBoundary(input: input, at: number), path, line: table.line)
      }
      return finding(.gap, path, line: table.line)
    }
  }

  /// The number to which alone a region is limited in a column that reads an input.
  private func boundary(
    _ region: GapCells.Region,
    _ columns: [GapCells.Column]
  ) -> (input: String, number: Number)? {
    for (column, values) in zip(columns, region) where values.nonzeroBitCount == 1 {
      guard case .name(let name) = table.inputs[column.number].expression.node,
        let input = diagrams.space.inputs.first(where: { $0.name == name }),
        case .number(let number) = column.values[values.trailingZeroBitCount],
        let own = input.classes.first(where: { $0.representative.isIdentical(to: .number(number)) }
        ),
        case .numbers(let range) = own.extent, range.single != nil, input.classes.count > 1
      else { continue }
      return (name, number)
    }
    return nil
  }
}
