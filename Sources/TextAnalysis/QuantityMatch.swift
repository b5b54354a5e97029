/// A number as written, and its digits without thousands separators.
struct NumberMatch {
  var text = ""
  var range: Range<Int>
  var isInteger = true

  init(start: Int) {
    range = start..<start
  }
}

/// A unit as written, and its canonical form.
struct UnitMatch {
  var text: String
  var range: Range<Int>
}

/// What the scanner found at one place: one number or the two ends of a range, and a unit.
struct QuantityMatch {
  var numbers: [NumberMatch]
  var unit: UnitMatch?
  /// Whether a dash stands before the unit, which makes a compound: `5-year`.
  var dashed = false

  /// The token in canonical form.
  func token(comparator: String, start: Int, position: Int) -> Token? {
    guard let last = unit?.range ?? numbers.last?.range else { return nil }
    let number = numbers.count == 1 ? numbers[0].text : numbers[0].text + "-" + numbers[1].text
    let isQuantity = !comparator.isEmpty || unit != nil && !dashed
    let isSinglePlain = !isQuantity && numbers.count == 1 && unit == nil
    return Token(
      text: comparator + number + (dashed ? "-" : "") + (unit?.text ?? ""),
      start: start,
      end: last.upperBound,
      position: position,
      kind: isQuantity ? .quantity : .word,
      parts: isSinglePlain ? [] : numbers.map(\.range) + (unit.map { [$0.range] } ?? [])
    )
  }
}
