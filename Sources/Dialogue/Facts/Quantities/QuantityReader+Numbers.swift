extension QuantityReader {
  /// A number in digits or words.
  func number(at start: Int) -> (value: Double, end: Int, isOrdinal: Bool)? {
    guard let first = piece(start) else { return nil }
    if first.kind == .number { return digits(first, start) }
    if let value = language.ordinals[first.text] { return (value, start + 1, true) }
    var index = start
    if language.articles.contains(first.text), let next = piece(start + 1) {
      guard
        language.numbers[next.text] ?? language.multipliers[next.text]
          ?? language.fractions[next.text] != nil
      else { return nil }
      index += 1
    }
    return words(at: index)
  }

  private func digits(_ first: Piece, _ start: Int) -> (value: Double, end: Int, isOrdinal: Bool)? {
    guard let value = Double(first.text.filter { $0 != "," }.map { $0 == "·" ? "." : $0 }.text)
    else { return nil }
    if let ending = glued(start + 1), language.ordinalEndings.contains(ending.text) {
      return (value, start + 2, true)
    }
    if let fraction = slashed(value, start) { return (fraction.value, fraction.end, false) }
    var result = value
    var end = start + 1
    if let mixed = mixed(at: end) {
      result += mixed.value
      end = mixed.end
    } else if let half = andFraction(at: end) {
      result += half.value
      end = half.end
    } else if let word = piece(end), let factor = language.multipliers[word.text] {
      result *= factor
      end += 1
    } else if let european = decimalComma(value, start) {
      return (european.value, european.end, false)
    }
    return (result, end, false)
  }

  /// `1/2`, and no date.
  private func slashed(_ over: Double, _ start: Int) -> (value: Double, end: Int)? {
    guard glued(start + 1)?.text == "/", let under = glued(start + 2), under.kind == .number,
      let divisor = Double(under.text), divisor > over, divisor <= 16,
      glued(start + 3)?.text != "/"
    else { return nil }
    return (over / divisor, start + 3)
  }

  /// The fraction after a whole number: `10 1/2`, `1½`.
  private func mixed(at start: Int) -> (value: Double, end: Int)? {
    guard let piece = piece(start) else { return nil }
    if piece.kind == .word, piece.text.utf8.first ?? 0 >= 0x80,
      let value = language.fractions[piece.text]
    {
      return (value, start + 1)
    }
    guard piece.kind == .number, piece.isSpaced, let over = Double(piece.text) else { return nil }
    return slashed(over, start)
  }

  /// `0,8` before a unit.
  private func decimalComma(_ whole: Double, _ start: Int) -> (value: Double, end: Int)? {
    guard glued(start + 1)?.text == ",", let part = glued(start + 2), part.kind == .number,
      part.text.utf8.count < 3, let digits = Double("0." + part.text),
      unit(at: start + 3) != nil
    else { return nil }
    return (whole + digits, start + 3)
  }

  /// `and a half`.
  func andFraction(at start: Int) -> (value: Double, end: Int)? {
    guard let and = piece(start), language.and.contains(and.text) else { return nil }
    var index = start + 1
    if let article = piece(index), language.articles.contains(article.text) { index += 1 }
    guard let word = piece(index), let value = language.fractions[word.text] else { return nil }
    return (value, index + 1)
  }

  /// `forty-two`, `a hundred and five`, `two and a half`, `three quarters of an`.
  private func words(at start: Int) -> (value: Double, end: Int, isOrdinal: Bool)? {
    var total = 0.0
    var current: Double?
    var index = start
    while let piece = piece(index), index - start < 12 {
      if let value = language.numbers[piece.text] {
        if let last = current, !(last >= 20 && value < 10 || last >= 100) { break }
        current = (current ?? 0) + value
        index += 1
        if value >= 20, piece.text.utf8.count > 2, glued(index)?.text == "-",
          let next = glued(index + 1), language.numbers[next.text] != nil
        {
          index += 1
        }
      } else if let factor = language.multipliers[piece.text] {
        current = (current ?? 1) * factor
        if factor >= 1000 {
          total += current ?? 0
          current = 0
        }
        index += 1
      } else if language.and.contains(piece.text), (current ?? 0) >= 100,
        let next = self.piece(index + 1), language.numbers[next.text] != nil
      {
        index += 1
      } else {
        break
      }
    }
    let whole = current.map { total + $0 }
    if let ordinal = piece(index), let value = language.ordinals[ordinal.text], let whole,
      whole >= 20, value < 10, glued(index - 1)?.text == "-" || ordinal.isSpaced
    {
      return (whole + value, index + 1, true)
    }
    if let part = fraction(whole, at: index) { return (part.value, part.end, false) }
    guard let whole else { return nil }
    if let half = andFraction(at: index) { return (whole + half.value, half.end, false) }
    if let of = piece(index), language.of.contains(of.text), index > start, whole == 2 {
      // "a couple of weeks"
      return (whole, unit(at: index + 1) == nil ? index : index + 1, false)
    }
    return (whole, index, false)
  }

  /// `half a`, `three quarters of an`: a fraction with what leads on to its unit.
  private func fraction(_ count: Double?, at start: Int) -> (value: Double, end: Int)? {
    guard let word = piece(start), let part = language.fractions[word.text] else { return nil }
    var end = start + 1
    if let of = piece(end), language.of.contains(of.text), let article = piece(end + 1),
      language.articles.contains(article.text), unit(at: end + 2) != nil
    {
      end += 2
    } else if let article = piece(end), language.articles.contains(article.text),
      unit(at: end + 1) != nil
    {
      end += 1
    }
    return ((count ?? 1) * part, end)
  }
}

extension Array where Element == Character {
  /// The characters as a text.
  fileprivate var text: String { String(self) }
}
