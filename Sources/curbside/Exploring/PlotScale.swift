internal import Answering

/// An axis in columns of text.
struct PlotScale {
  /// The signs of a bar.
  struct Signs {
    var ground: Character
    var mark: Character
    var range: Character
    var open: Character
    var reference: Character

    /// Unicode block elements.
    static let blocks = Signs(ground: "·", mark: "█", range: "▄", open: "░", reference: "▏")
    static let ascii = Signs(ground: ".", mark: "o", range: "=", open: "-", reference: "|")
  }

  let axis: PlotAxis
  let width: Int
  let signs: Signs

  /// A value on the axis: a mark at each end of what is stated and at the value, a band between them;
  /// an end that is not stated has an open band to the end of the axis.
  func bar(_ row: MeasurePlot.Row) -> String {
    var cells = [Character](repeating: signs.ground, count: width)
    if axis.isLogarithmic { cells[column(1)] = signs.reference }
    switch (row.low, row.high) {
    case (let low?, let high?):
      fill(&cells, column(low), column(high), signs.range)
      if row.point == nil { for end in [low, high] { cells[column(end)] = signs.mark } }
    case (nil, let high?):
      fill(&cells, 0, column(high), signs.open)
      cells[column(high)] = signs.mark
    case (let low?, nil):
      fill(&cells, column(low), width - 1, signs.open)
      cells[column(low)] = signs.mark
    case (nil, nil): break
    }
    if let point = row.point { cells[column(point)] = signs.mark }
    return String(cells)
  }

  private func fill(_ cells: inout [Character], _ from: Int, _ to: Int, _ sign: Character) {
    if from > to { return }
    for place in from...to { cells[place] = sign }
  }

  private func column(_ value: Double) -> Int {
    Int((axis.position(value) * Double(width - 1)).rounded())
  }

  /// The axis with a sign at each tick.
  var ruler: String {
    var cells = [Character](repeating: "─", count: width)
    for tick in axis.ticks { cells[column(tick)] = "┴" }
    return String(cells)
  }

  /// The ticks' values below their signs, those left out that have no room.
  var labels: String {
    var cells = [Character](repeating: " ", count: width)
    var free = 0
    let last = axis.ticks.last.map(PlotAxis.label) ?? ""
    for (place, tick) in axis.ticks.enumerated() {
      let label = PlotAxis.label(tick)
      let isLast = place == axis.ticks.count - 1
      let start = min(max(column(tick) - label.count / 2, 0), width - label.count)
      let limit = isLast ? width : width - last.count - 1
      if start < free || start + label.count > limit { continue }
      for (offset, sign) in label.enumerated() { cells[start + offset] = sign }
      free = start + label.count + 1
    }
    return String(cells)
  }
}
