extension Extraction {
  /// The statements on how long something was given.
  func exposure(_ number: Int) -> [Statement] {
    let fact = language.facts[number]
    var parts: [Statement] = []
    var hasTotal = false
    for mention in mentions where mention.fact == number {
      var cues = engine.cues(reaching: mention.pieces)
        .filter { $0.rule.effect != .polarity(.negated) }
      let days: NumberInterval
      switch mention.role {
      case .states(.number(let value), _):
        parts.append(
          Statement(
            fact: number,
            value: .number(value),
            assertion: AssertionEngine.assertion(cues),
            pieces: mention.pieces
          )
        )
        continue
      case .cycles(let isCertain):
        guard let quantity = mention.quantity, let cycle = cycle(at: mention, fact) else {
          continue
        }
        if isCertain { cues.removeAll() }
        // A month of cycles is shorter than one of the calendar.
        let month = fact.cycleMonth > 0 ? 1 / (fact.factor * fact.cycleMonth) : 1
        days = quantities[quantity].value.scaled(by: cycle * month)
      case .duration:
        guard let quantity = mention.quantity else { continue }
        days = quantities[quantity].canonical
      default: continue
      }
      var assertion = AssertionEngine.assertion(cues)
      assertion.isHistorical = false
      let statement = Statement(
        fact: number,
        value: .number(days.scaled(by: fact.factor)),
        assertion: assertion,
        pieces: mention.pieces
      )
      let isTotal = assertion.polarity.isFact && isBeside(mention.pieces, number, .total)
      if isTotal { parts.removeAll() }
      if hasTotal, !isTotal { continue }
      hasTotal = hasTotal || isTotal
      parts.append(statement)
    }
    return summed(parts, number)
  }

  /// The days of a cycle: as stated beside it, else as the regimen has it.
  private func cycle(at mention: Mention, _ fact: FactDefinition) -> Double? {
    let sentence = text.sentence(of: mention.pieces.lowerBound)
    for other in mentions(in: sentence) where other.role == .schedule && other.fact == mention.fact
    {
      // "every three weeks" holds a time, "3-weekly" and "q3w" a number of weeks.
      if let quantity = other.quantity {
        let found = quantities[quantity]
        return found.kind == .time ? found.canonical.low : found.last * 7
      }
    }
    guard let id = fact.regimen, let regimen = language.number(of: id) else { return nil }
    let named = mentions(of: regimen) { if case .states = $0 { true } else { false } }
    let closest = named.min { first, second in
      separation(first.pieces, mention.pieces) < separation(second.pieces, mention.pieces)
    }
    guard let closest, case .states(let value, _) = closest.role else { return nil }
    return fact.schedules[value.description]
  }

  private func separation(_ first: Range<Int>, _ second: Range<Int>) -> Int {
    if first.overlaps(second) { return 0 }
    return first.upperBound <= second.lowerBound
      ? second.lowerBound - first.upperBound : first.lowerBound - second.upperBound
  }

  private func isBeside(_ pieces: Range<Int>, _ fact: Int, _ role: PhraseRole) -> Bool {
    mentions(in: text.sentence(of: pieces.lowerBound)).contains {
      $0.fact == fact && $0.role == role && separation($0.pieces, pieces) < 4
    }
  }

  /// Adds up what was given one after the other.
  private func summed(_ parts: [Statement], _ number: Int) -> [Statement] {
    var result: [Statement] = []
    for part in parts {
      guard let last = result.last, part.assertion.polarity.isFact,
        last.assertion.polarity.isFact, case .number(let earlier) = last.value,
        case .number(let later) = part.value,
        earlier != later || isAdded(part, after: last, number),
        isAdded(part, after: last, number), let low = earlier.low, let more = later.low,
        let high = earlier.high, let most = later.high
      else {
        result.append(part)
        continue
      }
      var sum = part
      sum.value = .number(NumberInterval(low: low + more, high: high + most))
      sum.pieces = last.pieces.lowerBound..<part.pieces.upperBound
      result[result.count - 1] = sum
    }
    return result
  }

  private func isAdded(_ part: Statement, after last: Statement, _ number: Int) -> Bool {
    let start = last.pieces.upperBound
    let end = part.pieces.upperBound + 6
    guard start <= part.pieces.upperBound, part.pieces.lowerBound - start < 30 else { return false }
    return mentions.slice(in: start..<end, by: { $0.pieces.lowerBound }).contains {
      $0.fact == number && $0.role == .more
    }
  }
}
