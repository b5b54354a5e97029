internal import FEEL

/// The combinations of column values for which no rule matches.
struct GapCells {
  /// A column that a rule tests, with the values that it can have; ascending for numbers.
  struct Column {
    var number: Int
    var places: [Int]
    var values: [Value]
    var isOrdered: Bool
  }

  /// For each column the values, as bits.
  typealias Region = [UInt64]

  /// More combinations than this are not told apart.
  private static let maximumCount = 512

  let columns: [Column]
  let store: DiagramStore
  /// The function whose terminal is 0 where a rule matches and else 1 more than the place of the cell.
  let function: DiagramStore.Node
  private let cells: [Region]

  /// Tells the cells apart; nil where they are too many, or a column is not finite.
  init?(
    _ matched: DiagramStore.Node,
    gap: Int,
    _ shape: TableDiagram,
    _ diagrams: DecisionDiagrams
  ) {
    var columns: [Column] = []
    var clauses: [DiagramStore.Node] = []
    for (number, clause) in shape.clauses.enumerated() {
      let isTested = shape.conditions.contains {
        $0[number] != DiagramStore.Node(terminal: Terminals.yes)
      }
      if !isTested { continue }
      guard let clause, let column = Self.column(number, clause, diagrams) else { return nil }
      columns.append(column)
      clauses.append(clause)
    }
    var store = diagrams.store
    var cells: [Region] = []
    var places: [Region: Int] = [:]
    let none = DiagramStore.Node(terminal: 0)
    let function = store.combining([matched] + clauses) { operands in
      operands[0].terminal.map { $0 != gap } == true ? none : nil
    } _: { terminals in
      if terminals[0] != gap { return 0 }
      let cell = zip(columns, terminals.dropFirst()).map { column, place in
        UInt64(bit: column.places.firstIndex(of: place) ?? 0)
      }
      if let known = places[cell] { return known }
      cells.append(cell)
      places[cell] = cells.count
      return cells.count
    }
    guard let function, cells.count <= Self.maximumCount else { return nil }
    (self.columns, self.store, self.function, self.cells) = (columns, store, function, cells)
  }

  private static func column(
    _ number: Int,
    _ clause: DiagramStore.Node,
    _ diagrams: DecisionDiagrams
  ) -> Column? {
    var found = diagrams.store.outcomes(of: clause, diagrams.store.everything)
      .map { (place: $0, value: diagrams.terminals.value(at: $0)) }
    let isOrdered = found.allSatisfy { if case .number = $0.value { true } else { false } }
    if isOrdered {
      found.sort { left, right in
        if case .number(let one) = left.value, case .number(let other) = right.value {
          one < other
        } else {
          false
        }
      }
    }
    guard found.count <= 64 else { return nil }
    return Column(
      number: number,
      places: found.map(\.place),
      values: found.map(\.value),
      isOrdered: isOrdered
    )
  }

  /// The cells, joined where they differ in one column: neighbours of a number, or any other values.
  func regions() -> [Region] {
    var regions = cells
    var isJoining = true
    while isJoining {
      isJoining = false
      for one in regions.indices.reversed() {
        guard let other = regions.indices.first(where: { $0 < one && areJoined($0, one, regions) })
        else { continue }
        regions[other] = zip(regions[other], regions[one]).map { $0 | $1 }
        regions.remove(at: one)
        isJoining = true
      }
    }
    return regions
  }

  private func areJoined(_ one: Int, _ other: Int, _ regions: [Region]) -> Bool {
    let differing = columns.indices.filter { regions[one][$0] != regions[other][$0] }
    guard differing.count == 1, let column = differing.first else { return false }
    if !columns[column].isOrdered { return true }
    let joined = regions[one][column] | regions[other][column]
    return joined >> UInt64(joined.trailingZeroBitCount) == UInt64(bit: joined.nonzeroBitCount) &- 1
  }

  /// The terminals of the function that lie in a region.
  func terminals(in region: Region) -> Set<Int> {
    Set(
      cells.enumerated().filter { cell in
        zip(cell.element, region).allSatisfy { $0 & $1 != 0 }
      }.map { $0.offset + 1 }
    )
  }
}
