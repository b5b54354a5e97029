internal import Evidence

/// All values of one measure with their sources, ready to be drawn.
public struct MeasurePlot: Hashable, Sendable {
  /// What was asked for.
  public var measure: String
  /// Values of one unit each, the most frequent unit first.
  public var panels: [Panel]

  /// Values on one axis.
  public struct Panel: Hashable, Sendable {
    /// The unit; empty where the corpus gives none.
    public var unit: String
    /// The axis.
    public var axis: PlotAxis
    /// By the year of the work, then in reading order.
    public var rows: [Row]
  }

  /// A value, perhaps with its interval.
  public struct Row: Hashable, Sendable {
    /// The work in a few words, marked where it was withdrawn.
    public var source: String
    /// The work's year; empty where unknown.
    public var year: String
    /// What was measured.
    public var measure: String
    /// A single value; nil for a range alone.
    public var point: Double?
    /// The lower end; nil for a single value and for “up to”.
    public var low: Double?
    /// The upper end; nil for a single value and for “at least”.
    public var high: Double?
    /// The figure in words without its unit, the interval in brackets.
    public var words: String
    /// The claim that states it.
    public var claim: String
    /// The keys of its works.
    public var citations: String
  }
}

extension EvidenceBase {
  /// The values whose measures hold the words of a phrase, or another name of the glossary's term that
  /// the phrase is.
  ///
  /// - Parameter phrase: For example `sensitivity` or `NPV`.
  /// - Returns: nil where no claim states such a value.
  public func plot(_ phrase: String) -> MeasurePlot? {
    var byUnit: [(unit: String, rows: [MeasurePlot.Row])] = []
    for claim in source.claims {
      for value in claim.values
      where matches(phrase, value.measure) && !notDrawn.contains(value.measure) {
        if point(of: value, in: claim) != nil { continue }
        guard let row = row(value, claim), !byUnit.contains(where: { $0.rows.contains(row) }) else {
          continue
        }
        if let place = byUnit.firstIndex(where: { $0.unit == value.unit }) {
          byUnit[place].rows.append(row)
        } else {
          byUnit.append((value.unit, [row]))
        }
      }
    }
    if byUnit.isEmpty { return nil }
    let order = byUnit.indices.sorted { left, right in
      let counts = (byUnit[left].rows.count, byUnit[right].rows.count)
      return counts.0 == counts.1 ? left < right : counts.0 > counts.1
    }
    return MeasurePlot(
      measure: phrase,
      panels: order.map { panel(byUnit[$0].unit, byUnit[$0].rows) }
    )
  }

  private func panel(_ unit: String, _ rows: [MeasurePlot.Row]) -> MeasurePlot.Panel {
    let order = rows.indices.sorted { left, right in
      rows[left].year == rows[right].year ? left < right : rows[left].year < rows[right].year
    }
    return MeasurePlot.Panel(
      unit: unit,
      axis: PlotAxis(
        rows.flatMap(\.drawn),
        isLogarithmic: language.ratioUnits.contains(unit),
        isPercent: language.percentUnits.contains(unit)
      ),
      rows: order.map { rows[$0] }
    )
  }

  /// The value of a claim that an interval belongs to: the only one of its unit inside whose name begins
  /// with the interval's, the words for an interval left out.
  private func point(of interval: MeasuredValue, in claim: Claim) -> MeasuredValue? {
    guard
      let suffix = language.rangeSuffixes.first(where: { interval.measure.hasSuffix(", \($0)") })
    else { return nil }
    let name = interval.measure.dropLast(suffix.count + 2)
    let candidates = claim.values.filter { value in
      value != interval && value.unit == interval.unit && value.low != nil
        && value.low == value.high
        && value.measure.hasPrefix(name)
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func row(_ value: MeasuredValue, _ claim: Claim) -> MeasurePlot.Row? {
    let interval = claim.values.first { self.point(of: $0, in: claim) == value }
    let ends = interval ?? value
    let (low, high) = (ends.low.flatMap { Double($0) }, ends.high.flatMap { Double($0) })
    if low == nil, high == nil { return nil }
    let isSingle = low != nil && low == high
    let point = interval == nil ? (isSingle ? low : nil) : value.low.flatMap { Double($0) }
    let works = claim.citations.compactMap(reference)
    let isRetracted = works.contains { retractions.notice(of: $0) != nil }
    let source = works.map(\.shortName).joined(separator: ", ")
    return MeasurePlot.Row(
      source: isRetracted ? "\(source) (retracted)" : source,
      year: works.map(\.year).min() ?? "",
      measure: value.measure,
      point: point,
      low: isSingle ? nil : low,
      high: isSingle ? nil : high,
      words: interval.map { "\(value.figure) (\($0.figure))" } ?? value.figure,
      claim: claim.id,
      citations: sources(claim.citations)
    )
  }
}

extension MeasurePlot.Row {
  /// What must have room on an axis; behind “at least” there must be something left to draw.
  fileprivate var drawn: [Double] {
    let stated = [low, point, high].compactMap { $0 }
    guard let low, high == nil, low != 0, low != 100 else { return stated }
    return stated + [low > 0 && low < 80 ? low * 1.2 : low]
  }
}

extension MeasurePlot {
  /// The values as tables, one for each unit.
  public var view: EvidenceView {
    let tables = panels.enumerated().map { number, panel in
      EvidenceTable(
        "values-\(number + 1)",
        title: panel.unit.isEmpty ? "Without a unit" : "In \(panel.unit)",
        columns: [
          .text("source", "Source"), .text("measure", "Measure"), .text("value", "Value"),
          .detail("claim", "claim"), .detail("citations", "works"),
        ],
        rows: panel.rows.map { [$0.source, $0.measure, $0.words, $0.claim, $0.citations] }
      )
    }
    return EvidenceView("plot", title: title, tables: tables, notes: [Self.caution])
  }

  /// What stands above the plot.
  public var title: String { "Values of “\(measure)” by source" }

  /// What a reader of values side by side must know.
  public static let caution =
    "Values of different studies come from different patients, counts and tests; nothing is pooled."
}
