extension QuantityScanner {
  /// A unit after a number and spaces, with powers and denominators such as `mg/m2`.
  func unit(after end: Int) -> UnitMatch? {
    let start = skipSpaces(end)
    guard var match = simpleUnit(at: start) else { return nil }
    while text.byte(match.range.upperBound) == UInt8(ascii: "/"),
      let below = simpleUnit(at: match.range.upperBound + 1)
    {
      match.text += "/" + below.text
      match.range = start..<below.range.upperBound
    }
    return endsUnit(match.range.upperBound) ? skipPossessive(match) : nil
  }

  func dashedUnit(after number: NumberMatch) -> UnitMatch? {
    let end = number.range.upperBound
    guard text.scalarClass(end) == .dash else { return nil }
    let start = text.next(end)
    guard text.scalarClass(start) == .letter, let match = unit(after: start) else { return nil }
    return match
  }

  /// One unit, with its power.
  private func simpleUnit(at start: Int) -> UnitMatch? {
    guard let word = spelledWord(at: start) else { return nil }
    var match = word
    if units.startsSpelling(word.text),
      let second = spelledWord(at: skipSpaces(word.range.upperBound)),
      let unit = units.unit(spelled: word.text + " " + second.text)
    {
      match = UnitMatch(text: unit, range: start..<second.range.upperBound)
    } else if let unit = units.unit(spelled: word.text) {
      match.text = unit
    } else {
      return nil
    }
    return raised(match)
  }

  /// A run of letters or one symbol, as written.
  private func spelledWord(at start: Int) -> UnitMatch? {
    guard start < text.count else { return nil }
    var end = text.next(start)
    if text.scalarClass(start) == .letter {
      while text.scalarClass(end) == .letter {
        end = text.next(end)
        if end - start > units.longestSpelling { return nil }
      }
    }
    return UnitMatch(text: text.string(start..<end), range: start..<end)
  }

  private func raised(_ match: UnitMatch) -> UnitMatch {
    let end = match.range.upperBound
    guard end < text.count else { return match }
    let power =
      switch text.scalar(at: end) {
      case "2", "²": "2"
      case "3", "³": "3"
      default: ""
      }
    guard !power.isEmpty else { return match }
    return UnitMatch(text: match.text + power, range: match.range.lowerBound..<text.next(end))
  }

  private func endsUnit(_ end: Int) -> Bool {
    switch text.scalarClass(end) {
    case .letter, .digit, .mark: false
    case .dash, .joiner: text.scalarClass(text.next(end)) != .letter
    case .apostrophe, .dot, .other: true
    }
  }

  // "1 year's follow-up": the letter after the apostrophe is no word of its own.
  private func skipPossessive(_ match: UnitMatch) -> UnitMatch {
    let end = match.range.upperBound
    guard text.scalarClass(end) == .apostrophe else { return match }
    let letter = text.next(end)
    guard text.byte(letter) == UInt8(ascii: "s"), !text.scalarClass(letter + 1).isWord else {
      return match
    }
    return UnitMatch(text: match.text, range: match.range.lowerBound..<letter + 1)
  }
}
