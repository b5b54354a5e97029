internal import Answering

/// A plot of values as text: bars of block characters in columns, or labelled lines with a scale in
/// ASCII.
struct PlotText {
  let plot: MeasurePlot
  let style: OutputStyle

  /// Lines with their line ends.
  var text: String {
    let lines =
      switch style.form {
      case .screen: screen
      case .linear: linear
      }
    return lines.map { "\($0)\n" }.joined()
  }

  // MARK: For the eye

  private var screen: [String] {
    var lines = TextLayout.wrap(plot.title, width: style.width - 2).map { "  \(style.bold($0))" }
    for panel in plot.panels { lines += [""] + screen(panel) }
    let note = TextLayout.wrap(MeasurePlot.caution, width: style.width - 2)
    return lines + [""] + note.map { "  \(style.dim($0))" }
  }

  private func screen(_ panel: MeasurePlot.Panel) -> [String] {
    let words = panel.rows.map { DisplayWidth.of($0.words) } + [DisplayWidth.of(panel.unit)]
    let value = min(words.max() ?? 0, 28)
    let label = 34
    let width = max(style.width - 2 - label - 2 - 2 - value, 12)
    let scale = PlotScale(axis: panel.axis, width: width, signs: .blocks)
    var lines: [String] = []
    var source: String?
    for row in panel.rows {
      if row.source != source {
        lines += TextLayout.wrap(row.source, width: style.width - 4).map { "  \($0)" }
        source = row.source
      }
      let names = TextLayout.wrap(row.measure, width: label - 2)
      let values = TextLayout.wrap(row.words, width: value)
      for line in 0..<max(names.count, values.count) {
        let name = line < names.count ? names[line] : ""
        let words = line < values.count ? values[line] : ""
        let bar = line == 0 ? scale.bar(row) : String(repeating: " ", count: width)
        lines.append(Self.trimmed("    \(Self.padded(name, label - 2))  \(bar)  \(words)"))
      }
    }
    let margin = String(repeating: " ", count: label + 4)
    lines.append("\(margin)\(style.dim(scale.ruler))")
    let unit = panel.unit.isEmpty ? "" : "  \(panel.unit)"
    lines.append("\(margin)\(style.dim(scale.labels + unit))")
    return lines
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - DisplayWidth.of(text), 0))
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  // MARK: For a screen reader

  private var linear: [String] {
    var lines = [Sanitizer.visible(plot.title)]
    for panel in plot.panels {
      let ends = [panel.axis.ticks.first, panel.axis.ticks.last].compactMap { $0 }
        .map(PlotAxis.label).joined(separator: " to ")
      let unit = panel.unit.isEmpty ? "without a unit" : "in \(panel.unit)"
      let kind = panel.axis.isLogarithmic ? "logarithmic scale" : "scale"
      let rows = panel.rows.count == 1 ? "1 value" : "\(panel.rows.count) values"
      lines.append("\(rows) \(unit), \(kind) \(ends).")
      let scale = PlotScale(axis: panel.axis, width: 40, signs: .ascii)
      lines += panel.rows.map { row in
        Sanitizer.visible("\(row.source): \(row.measure): \(row.words) [\(scale.bar(row))]")
      }
    }
    return lines + [MeasurePlot.caution]
  }
}
