/// Finds the quantities of a text.
struct QuantityReader {
  let language: QuantityLanguage
  let text: ReadText
  private let comparisons: PatternIndex
  private let endings: PatternIndex
  private let moments: PatternIndex
  private var matcher: PatternMatcher

  init(language: QuantityLanguage, text: ReadText, classes: [PhrasePattern]) {
    self.language = language
    self.text = text
    comparisons = PatternIndex(language.before.map(\.pattern), classes: classes)
    endings = PatternIndex(language.after.map(\.pattern), classes: classes)
    moments = PatternIndex(language.moments.map(\.pattern), classes: classes)
    matcher = PatternMatcher(
      text: text,
      classes: classes,
      quantities: [],
      breaks: [],
      fillers: []
    )
  }

  /// The quantities in order; none overlaps another.
  ///
  /// - Complexity: O(*n*) in the pieces of the text, as looking ahead is bounded.
  mutating func quantities() -> [Quantity] {
    var found: [Quantity] = []
    var index = 0
    while index < text.pieces.count {
      if let quantity = quantity(at: index) {
        found.append(quantity)
        index = quantity.pieces.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  func piece(_ index: Int) -> Piece? {
    index < text.pieces.count ? text.pieces[index] : nil
  }

  /// The piece at an index if it follows the one before without white space.
  func glued(_ index: Int) -> Piece? {
    guard let piece = piece(index), !piece.isSpaced else { return nil }
    return piece
  }

  private mutating func quantity(at start: Int) -> Quantity? {
    if let longest = longest(moments, at: start) {
      return made(
        start..<longest.end,
        NumberInterval(language.moments[longest.pattern].days),
        QuantityLanguage.Unit(name: "day", kind: .moment, factor: 1)
      )
    }
    if let date = date(at: start) { return date }
    guard let comparison = longest(comparisons, at: start) else {
      return measured(start, valueAt: start, nil)
    }
    return measured(
      start,
      valueAt: comparison.end,
      language.before[comparison.pattern].comparison
    )
  }

  private mutating func longest(
    _ index: PatternIndex,
    at start: Int
  ) -> (pattern: Int, end: Int)? {
    guard start < text.pieces.count else { return nil }
    var best: (pattern: Int, end: Int)?
    for match in index.matches(at: start, &matcher) {
      guard let end = match.ends.last?.end, end > best?.end ?? start else { continue }
      best = (match.pattern, end)
    }
    return best
  }

  private mutating func measured(
    _ start: Int,
    valueAt first: Int,
    _ comparison: Comparison?
  ) -> Quantity? {
    guard let amount = amount(at: first) else { return nil }
    var value = amount.value
    var end = amount.end
    if let comparison { value = comparison.applied(to: value) }
    if let after = longest(endings, at: end), comparison == nil {
      value = language.after[after.pattern].comparison.applied(to: value)
      end = after.end
    }
    var quantity = made(start..<end, value, amount.unit, last: amount.last)
    if amount.isOrdinal { quantity.kind = .ordinal }
    quantity.isAttached = isAttached(first)
    return quantity
  }

  func made(
    _ range: Range<Int>,
    _ value: NumberInterval,
    _ unit: QuantityLanguage.Unit?,
    last: Double? = nil
  ) -> Quantity {
    let factor = unit?.factor ?? 1
    return Quantity(
      value: value,
      unit: unit?.name ?? "",
      bytes: text.bytes(range),
      canonical: value.scaled(by: factor),
      last: (last ?? value.high ?? value.low ?? 0) * factor,
      kind: unit?.kind ?? .number,
      pieces: range
    )
  }

  /// Whether letters, or letters and a hyphen, stand directly before a number.
  private func isAttached(_ index: Int) -> Bool {
    guard index > 0, !text.pieces[index].isSpaced else { return false }
    let last = text.pieces[index - 1]
    if last.kind == .word { return true }
    guard last.text == "-", index > 1, !last.isSpaced else { return false }
    return text.pieces[index - 2].kind != .sign
  }
}
