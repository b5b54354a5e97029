internal import Answering

/// A plot of values as a picture (SVG 1.1) that follows the reader's light or dark setting and tells
/// its content to a screen reader.
struct PlotSVG {
  let plot: MeasurePlot
  /// Begins the ids, so that several pictures can stand in one page.
  var prefix = "plot"
  /// Whether it stands in a page: then it brings no style of its own.
  var isInline = false

  /// Where its parts stand.
  var layout = PlotLayout.wide

  /// Characters of a line of a value.
  private static let valueColumns = 20
  private static let lineHeight = 17

  /// The whole element.
  var text: String {
    var body = ""
    var y = layout.margin
    for line in TextLayout.wrap(plot.title, width: layout.titleColumns) {
      y += 20
      body += element("text", line, "class=\"ink head\" x=\"\(layout.margin)\" y=\"\(y)\"")
    }
    for panel in plot.panels { body += self.panel(panel, &y) }
    for line in TextLayout.wrap(MeasurePlot.caution, width: layout.noteColumns) {
      y += Self.lineHeight
      body += element("text", line, "class=\"faint\" x=\"\(layout.margin)\" y=\"\(y)\"")
    }
    y += layout.margin
    let size = "width=\"\(layout.width)\" height=\"\(y)\" viewBox=\"0 0 \(layout.width) \(y)\""
    let label = "aria-labelledby=\"\(prefix)-title \(prefix)-desc\""
    return
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" \(label) \(size)>\n"
      + element("title", plot.title, "id=\"\(prefix)-title\"")
      + element("desc", description, "id=\"\(prefix)-desc\"")
      + (isInline ? "" : "<style>\n\(Self.sheet)</style>\n")
      + "<rect class=\"paper\" width=\"\(layout.width)\" height=\"\(y)\"/>\n"
      + body + "</svg>\n"
  }

  /// What the picture shows, in words.
  private var description: String {
    plot.panels.map { panel in
      let unit = panel.unit.isEmpty ? "" : " in \(panel.unit)"
      let rows = panel.rows.map { "\($0.source), \($0.measure): \($0.words)" }
      return "\(panel.rows.count) values\(unit). \(rows.joined(separator: "; "))."
    }.joined(separator: " ")
  }

  private func panel(_ panel: MeasurePlot.Panel, _ y: inout Int) -> String {
    y += 14
    let top = y
    var rows = ""
    for row in panel.rows { rows += self.row(row, panel, &y) }
    let bottom = y + 4
    var grid = ""
    var free = 0
    for tick in panel.axis.ticks {
      let x = x(tick, panel.axis)
      let isReference = panel.axis.isLogarithmic && tick == 1
      grid += line(x, top, x, bottom, isReference ? "reference" : "grid")
      let label = PlotAxis.label(tick)
      let half = label.count * 4
      if x - half < free { continue }
      free = x + half + 6
      grid += element(
        "text",
        label,
        "class=\"faint\" text-anchor=\"middle\" x=\"\(x)\" y=\"\(bottom + 15)\""
      )
    }
    y = bottom + 15
    let unit = panel.unit.isEmpty ? "no unit" : panel.unit
    let scale = panel.axis.isLogarithmic ? "\(unit), logarithmic scale" : unit
    y += Self.lineHeight
    let middle = layout.left + layout.length / 2
    let name = element(
      "text",
      scale,
      "class=\"ink\" text-anchor=\"middle\" x=\"\(middle)\" y=\"\(y)\""
    )
    y += 10
    return grid + rows + name
  }

  private func row(
    _ row: MeasurePlot.Row,
    _ panel: MeasurePlot.Panel,
    _ y: inout Int
  ) -> String {
    let sourceColumns =
      layout.isStacked ? layout.labelColumns - Self.valueColumns : layout.labelColumns
    let names = TextLayout.wrap(row.source, width: sourceColumns)
    let measures = TextLayout.wrap(row.measure, width: layout.labelColumns)
    let values = TextLayout.wrap(row.words, width: Self.valueColumns)
    let labels = names.map { ("ink", $0) } + measures.map { ("faint", $0) }
    var body = ""
    for (number, label) in labels.enumerated() {
      let place = y + Self.lineHeight * (number + 1) - 4
      body += element("text", label.1, "class=\"\(label.0)\" x=\"\(layout.margin)\" y=\"\(place)\"")
    }
    for (number, value) in values.enumerated() {
      let place = y + Self.lineHeight * (number + 1) - 4
      let x =
        layout.isStacked
        ? "text-anchor=\"end\" x=\"\(layout.width - layout.margin)\""
        : "x=\"\(layout.left + layout.length + 18)\""
      body += element("text", value, "class=\"ink\" \(x) y=\"\(place)\"")
    }
    let height = Self.lineHeight * max(labels.count, values.count)
    body += marks(row, panel.axis, layout.isStacked ? y + height + 6 : y + Self.lineHeight / 2)
    y += height + (layout.isStacked ? 18 : 6)
    return body
  }

  private func marks(_ row: MeasurePlot.Row, _ axis: PlotAxis, _ y: Int) -> String {
    var body = ""
    let left = layout.left
    let right = left + layout.length
    if row.low != nil || row.high != nil {
      let from = row.low.map { x($0, axis) } ?? left
      let to = row.high.map { x($0, axis) } ?? right
      let isOpen = row.low == nil || row.high == nil
      body += line(from, y, to, y, isOpen ? "range open" : "range")
      for end in [row.low, row.high].compactMap({ $0 }) {
        body += line(x(end, axis), y - 5, x(end, axis), y + 5, "range")
      }
    }
    if let point = row.point {
      body += "<circle class=\"point\" cx=\"\(x(point, axis))\" cy=\"\(y)\" r=\"5\"/>\n"
    }
    return body
  }

  private func x(_ value: Double, _ axis: PlotAxis) -> Int {
    layout.left + Int((axis.position(value) * Double(layout.length)).rounded())
  }

  private func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ name: String) -> String {
    "<line class=\"\(name)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>\n"
  }

  private func element(_ name: String, _ text: String, _ attributes: String) -> String {
    "<\(name) \(attributes)>\(HTMLText.escaped(text))</\(name)>\n"
  }

  /// The colours, each line with its end.
  static let sheet = """
    .plot text { font: 13px system-ui, "DejaVu Sans", sans-serif; }
    .plot .head { font-size: 16px; font-weight: 600; }
    .plot .paper { fill: #ffffff; }
    .plot .ink { fill: #1b1f24; }
    .plot .faint { fill: #57606a; font-size: 12px; }
    .plot .grid { stroke: #d0d7de; }
    .plot .reference { stroke: #57606a; stroke-dasharray: 4 3; }
    .plot .range { stroke: #0a5c9e; stroke-width: 2.5; }
    .plot .open { stroke-dasharray: 2 4; }
    .plot .point { fill: #0a5c9e; }
    @media (prefers-color-scheme: dark) {
      .plot .paper { fill: #12161b; }
      .plot .ink { fill: #e6edf3; }
      .plot .faint { fill: #9aa7b4; }
      .plot .grid { stroke: #38424d; }
      .plot .reference { stroke: #9aa7b4; }
      .plot .range { stroke: #6cb6ff; }
      .plot .point { fill: #6cb6ff; }
    }

    """
}
