internal import Answering

/// A view of the evidence as text: in columns, or as labelled lines with the same facts.
struct ViewText {
  let view: EvidenceView
  let style: OutputStyle

  /// Lines with their line ends.
  var text: String { lines.map { "\($0)\n" }.joined() }

  /// One table alone, with its line ends.
  static func text(of table: EvidenceTable, _ style: OutputStyle) -> String {
    let lines =
      switch style.form {
      case .linear: linear(table)
      case .screen: TableText(table: table, style: style).lines
      }
    return lines.map { "\($0)\n" }.joined()
  }

  private var lines: [String] {
    switch style.form {
    case .linear: linear
    case .screen: screen
    }
  }

  // MARK: For the eye

  private var screen: [String] {
    var lines = TextLayout.wrap(view.title, width: style.width - 2).map { "  \(style.bold($0))" }
    lines.append("")
    let fields = view.fields.map { LabelledLine(label: $0.name, text: $0.text) }.screen(style)
    if !fields.isEmpty { lines += fields + [""] }
    for table in view.tables { lines += TableText(table: table, style: style).lines + [""] }
    lines += view.notes.flatMap { note in
      TextLayout.wrap(note, width: style.width - 2).map { "  \(style.dim($0))" }
    }
    if view.notes.isEmpty { lines.removeLast() }
    return lines
  }

  // MARK: For a screen reader

  private var linear: [String] {
    var lines = [Self.oneLine(view.title)]
    lines += view.fields.map { LabelledLine(label: $0.name, text: $0.text).linear }
    lines += view.tables.flatMap(Self.linear)
    return lines + view.notes.map(Self.oneLine)
  }

  private static func linear(_ table: EvidenceTable) -> [String] {
    let rows = table.rows.count == 1 ? "1 row" : "\(table.rows.count) rows"
    let head = table.title.isEmpty ? "Table, \(rows)." : "\(oneLine(table.title)), \(rows)."
    let lines = zip(1..., table.rows).map { number, row in
      let cells = zip(table.columns, row).filter { !$1.isEmpty }.map { column, cell in
        "\(column.name): \(oneLine(cell))"
      }
      return "Row \(number). \(ended(cells.joined(separator: "; ")))"
    }
    return [head] + lines
  }

  private static func ended(_ text: String) -> String { text.last == "." ? text : "\(text)." }

  private static func oneLine(_ text: String) -> String {
    TextLayout.words(text).joined(separator: " ")
  }
}
