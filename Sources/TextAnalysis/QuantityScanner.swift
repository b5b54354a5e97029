/// Reads numbers, with the comparators, ranges and units around them.
struct QuantityScanner {
  let text: UTF8Text
  private let customUnits: Units?

  /// Reads with the given units, or with the common ones.
  init(text: UTF8Text, units: Units?) {
    self.text = text
    customUnits = units
  }

  var units: Units { customUnits ?? .common }

  /// The number or quantity that starts at an index, or nil where a word or nothing does.
  func quantity(at start: Int, position: Int) -> Token? {
    guard canStart(start) else { return nil }
    let comparator = comparator(at: start)
    guard let low = number(at: comparator.map { skipSpaces($0.end) } ?? start) else { return nil }
    let found =
      fraction(low) ?? range(from: low, tight: comparator == nil) ?? measured(low) ?? plain(low)
    return found?.token(comparator: comparator?.text ?? "", start: start, position: position)
  }

  // Most bytes start no quantity; this keeps words away from the scanner.
  private func canStart(_ index: Int) -> Bool {
    switch text.bytes[index] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0xE2: true
    case UInt8(ascii: "."): index == 0 || text.bytes[index - 1] < 0x80 && !followsWord(index)
    default: false
    }
  }

  private func followsWord(_ index: Int) -> Bool {
    text.scalarClass(index - 1).isWord
  }

  private func comparator(at index: Int) -> (text: String, end: Int)? {
    let after = text.next(index)
    switch text.scalar(at: index) {
    case "≤", "⩽": return ("<=", after)
    case "≥", "⩾": return (">=", after)
    case "<", ">":
      let sign = text.string(index..<after)
      return text.byte(after) == UInt8(ascii: "=") ? (sign + "=", after + 1) : (sign, after)
    default: return nil
    }
  }
}

// MARK: - What a number can be part of

extension QuantityScanner {
  /// A shorthand of time such as `6/52`, but neither a date nor a ratio of three.
  private func fraction(_ low: NumberMatch) -> QuantityMatch? {
    guard text.byte(low.range.upperBound) == UInt8(ascii: "/"), low.isInteger,
      low.range.lowerBound == 0 || text.bytes[low.range.lowerBound - 1] != UInt8(ascii: "/"),
      let below = number(at: low.range.upperBound + 1),
      text.byte(below.range.upperBound) != UInt8(ascii: "/"), endsNumber(below.range.upperBound),
      let unit = units.unit(ofDenominator: below.text)
    else { return nil }
    return QuantityMatch(numbers: [low], unit: UnitMatch(text: unit, range: below.range))
  }

  /// A range with one unit (`19% to 74%`), or of two numbers with nothing but a dash between them.
  private func range(from low: NumberMatch, tight: Bool) -> QuantityMatch? {
    let lowUnit = unit(after: low.range.upperBound)
    let separatorStart = lowUnit?.range.upperBound ?? low.range.upperBound
    guard let separator = rangeSeparator(at: separatorStart),
      let high = number(at: separator.end)
    else { return nil }
    let numbers = [low, high]
    if let highUnit = unit(after: high.range.upperBound) ?? dashedUnit(after: high) {
      guard lowUnit == nil || lowUnit?.text == highUnit.text else { return nil }
      return QuantityMatch(numbers: numbers, unit: highUnit)
    }
    guard tight, separator.tight, lowUnit == nil, endsNumber(high.range.upperBound) else {
      return nil
    }
    return QuantityMatch(numbers: numbers, unit: nil)
  }

  /// A number with a unit after it or joined to it by a dash, as in `5-year`.
  private func measured(_ low: NumberMatch) -> QuantityMatch? {
    if let unit = unit(after: low.range.upperBound) {
      return QuantityMatch(numbers: [low], unit: unit)
    }
    return dashedUnit(after: low).map { QuantityMatch(numbers: [low], unit: $0, dashed: true) }
  }

  private func plain(_ low: NumberMatch) -> QuantityMatch? {
    endsNumber(low.range.upperBound) ? QuantityMatch(numbers: [low], unit: nil) : nil
  }

  private func rangeSeparator(at start: Int) -> (end: Int, tight: Bool)? {
    var index = start
    if let dash = dash(at: start), let to = wordTo(at: dash) { return (to, false) }
    index = skipSpaces(start)
    guard let end = dash(at: index) else { return wordTo(at: start).map { ($0, false) } }
    let after = skipSpaces(end)
    return (after, index == start && after == end)
  }

  private func dash(at index: Int) -> Int? {
    guard index < text.count else { return nil }
    return text.scalarClass(index) == .dash || text.scalar(at: index) == "—"
      ? text.next(index) : nil
  }

  /// The end of the word "to" and the spaces around it.
  private func wordTo(at start: Int) -> Int? {
    let index = skipSpaces(start)
    guard index > start, text.byte(index) == UInt8(ascii: "t"),
      text.byte(index + 1) == UInt8(ascii: "o")
    else { return nil }
    let end = skipSpaces(index + 2)
    return end > index + 2 ? end : nil
  }
}
