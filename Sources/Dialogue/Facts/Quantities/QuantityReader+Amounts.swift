/// A value with its unit as it was read.
struct Amount {
  var value: NumberInterval
  var last: Double
  var unit: QuantityLanguage.Unit?
  var end: Int
  var isOrdinal = false
}

extension QuantityReader {
  /// A number, a range or the sides of something, with the unit behind it.
  func amount(at start: Int) -> Amount? {
    if let span = shorthand(at: start) { return span }
    if let range = between(at: start) { return range }
    guard let first = single(at: start) else { return nil }
    if first.isOrdinal { return first }
    return sides(first) ?? range(first) ?? sum(first)
  }

  /// One number with its unit, if it has one.
  func single(at start: Int) -> Amount? {
    if let number = number(at: start) {
      var amount = Amount(
        value: NumberInterval(number.value),
        last: number.value,
        unit: nil,
        end: number.end,
        isOrdinal: number.isOrdinal
      )
      if !number.isOrdinal, let unit = unit(at: number.end) { amount.take(unit) }
      return amount
    }
    // "a fortnight", "half an inch" without a number of its own.
    guard let piece = piece(start), language.articles.contains(piece.text),
      let unit = unit(at: start + 1), text.pieces[unit.end - 1].text.utf8.count > 2
    else { return nil }
    var amount = Amount(value: NumberInterval(1), last: 1, unit: nil, end: start + 1)
    amount.take(unit)
    if let half = andFraction(at: amount.end) {
      amount.value = NumberInterval(1 + half.value)
      amount.last = 1 + half.value
      amount.end = half.end
    }
    return amount
  }

  /// `4/52`: weeks, months or days by the denominator.
  private func shorthand(at start: Int) -> Amount? {
    guard let over = piece(start), over.kind == .number, let count = Double(over.text),
      let slash = glued(start + 1), slash.text == "/", let under = glued(start + 2),
      let name = language.denominators[under.text], let unit = language.units[name],
      glued(start + 3)?.text != "/"
    else { return nil }
    return Amount(value: NumberInterval(count), last: count, unit: unit, end: start + 3)
  }

  /// `between 25 and 28 %`.
  private func between(at start: Int) -> Amount? {
    guard let word = piece(start), language.between.contains(word.text),
      let low = single(at: start + 1), let and = piece(low.end),
      language.and.contains(and.text), let high = single(at: low.end + 1)
    else { return nil }
    return joined(low, high)
  }

  private func range(_ low: Amount) -> Amount? {
    guard let sign = piece(low.end), language.separators.contains(sign.text),
      let high = single(at: low.end + 1), !high.isOrdinal,
      sign.text != "-" || text.pieces[low.end + 1].kind == .number
    else { return nil }
    return joined(low, high)
  }

  private func joined(_ low: Amount, _ high: Amount) -> Amount? {
    guard low.unit == nil || low.unit?.name == high.unit?.name, low.last <= high.last else {
      return nil
    }
    return Amount(
      value: NumberInterval(low: low.last, high: high.last),
      last: high.last,
      unit: high.unit,
      end: high.end
    )
  }

  /// `1.2 x 0.9 cm`: the largest side counts.
  private func sides(_ first: Amount) -> Amount? {
    var result = first
    var count = 1
    while count < 4, let sign = piece(result.end), language.times.contains(sign.text),
      let next = single(at: result.end + 1), !next.isOrdinal,
      next.unit == nil || next.unit?.kind == .length
    {
      let largest = max(result.last, next.last)
      result.value = NumberInterval(largest)
      result.last = largest
      result.unit = next.unit ?? result.unit
      result.end = next.end
      count += 1
    }
    return count > 1 && result.unit != nil ? result : nil
  }

  /// `1 year and 3 months`.
  private func sum(_ first: Amount) -> Amount {
    guard let unit = first.unit, unit.kind == .time else { return first }
    var index = first.end
    if let and = piece(index), language.and.contains(and.text) { index += 1 }
    guard let next = single(at: index), !next.isOrdinal, let small = next.unit,
      small.kind == .time, small.factor < unit.factor
    else { return first }
    var result = first
    result.last = first.last + next.last * small.factor / unit.factor
    result.value = NumberInterval(result.last)
    result.end = next.end
    return result
  }
}

extension Amount {
  fileprivate mutating func take(_ found: (unit: QuantityLanguage.Unit, end: Int)) {
    unit = found.unit
    end = found.end
  }
}
