internal import Answering

/// A table in aligned columns; a cell too long for its column goes on below, and remarks stand below
/// their row.
struct TableText {
  let table: EvidenceTable
  let style: OutputStyle
  /// The places of the columns that stand side by side.
  private let places: [Int]
  private let widths: [Int]

  init(table: EvidenceTable, style: OutputStyle) {
    self.table = table
    self.style = style
    places = table.columns.indices.filter { table.columns[$0].kind != .detail }
    widths = Self.widths(table, places, within: style.width - 2)
  }

  /// Lines without line ends.
  var lines: [String] {
    let heading = TextLayout.wrap(table.title, width: style.width - 2).map { "  \(style.bold($0))" }
    if places.isEmpty { return heading }
    let names = row(places.map { table.columns[$0].name }).map { "  \(style.dim($0))" }
    let rule =
      "  " + style.dim(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    var lines = heading + names + [rule]
    var shown = ""
    for cells in table.rows {
      lines += row(places.map { Sanitizer.visible(cells[$0]) }).map { "  \($0)" }
      let remark = remark(cells)
      if remark != shown { lines += wrapped(remark) }
      shown = remark
    }
    return lines
  }

  // MARK: Remarks

  private func remark(_ cells: [String]) -> String {
    zip(table.columns, cells).filter { $0.kind == .detail && !$1.isEmpty }.map { column, cell in
      "\(column.name): \(cell)"
    }.joined(separator: " · ")
  }

  private func wrapped(_ remark: String) -> [String] {
    TextLayout.wrap(remark, width: style.width - 6).map { "      \(style.dim($0))" }
  }

  // MARK: Columns

  private static let gap = 2

  /// The columns' widths: as wide as their longest cells, the widest narrowed until all have room.
  private static func widths(_ table: EvidenceTable, _ places: [Int], within width: Int) -> [Int] {
    var widths = places.map { place in
      ([table.columns[place].name] + table.rows.map { $0[place] }).map(DisplayWidth.of).max() ?? 0
    }
    let least = places.map { place in min(DisplayWidth.of(table.columns[place].name), 6) }
    let room = width - gap * (widths.count - 1)
    while widths.reduce(0, +) > room {
      let free = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = free.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func row(_ cells: [String]) -> [String] {
    let wrapped = zip(cells, widths).map { cell, width in
      TextLayout.wrap(cell, width: max(width, 1))
    }
    let height = max(wrapped.map(\.count).max() ?? 1, 1)
    return (0..<height).map { line in
      var text = ""
      for (column, width) in widths.enumerated() {
        let part = line < wrapped[column].count ? wrapped[column][line] : ""
        let blanks = String(repeating: " ", count: max(width - DisplayWidth.of(part), 0))
        let isNumber = table.columns[places[column]].kind == .number
        text += isNumber ? blanks + part : part + blanks
        if column < widths.count - 1 { text += String(repeating: " ", count: Self.gap) }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
