public import Evidence

extension MeasuredValue {
  /// The figure in words that need no sight: `85.7 %`, `11 to 67 %`, `up to 80 %`, `at least 30 %`.
  public var words: String { unit.isEmpty ? figure : "\(figure) \(unit)" }

  /// The figure in words, without its unit.
  public var figure: String {
    switch (low, high) {
    case (let low?, let high?): low == high ? low : "\(low) to \(high)"
    case (nil, let high?): "up to \(high)"
    case (let low?, nil): "at least \(low)"
    case (nil, nil): ""
    }
  }
}

extension Study {
  /// Design, size and years in one line.
  public var words: String {
    [design, size.isEmpty ? "" : "n = \(size)", years].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

extension Reference {
  /// First author and year, else journal and year, else the key: what a row of a table has room for.
  public var shortName: String {
    let place = shortContainer.isEmpty ? container : shortContainer
    var name = authors.first ?? place
    var parts = name.split(separator: " ")
    if !authors.isEmpty, parts.count > 1, let last = parts.last, last.allSatisfy(\.isUppercase) {
      parts.removeLast()
      name = parts.joined(separator: " ")
    }
    if name.isEmpty || name.count > 28 { return id }
    return year.isEmpty ? name : "\(name) \(year)"
  }
}
