extension Extraction {
  /// The statements on a time between events.
  func elapsed(_ number: Int, _ timeline: Timeline) -> [Statement] {
    let fact = language.facts[number]
    var stated: [Statement] = []
    for mention in mentions(of: number, where: { if case .value = $0 { true } else { false } }) {
      guard let quantity = mention.quantity else { continue }
      var assertion = engine.assertion(of: mention.pieces)
      if assertion.polarity == .negated { assertion.polarity = .affirmed }
      let days = quantities[quantity].canonical
      stated.append(
        statement(number, days, mention.pieces, assertion, origin: day(before: days))
      )
    }
    let from = fact.from.compactMap(language.number(of:))
    let to = fact.to.flatMap(language.number(of:))
    return fact.least == 0 && from.count > 1
      ? untilOperation(number, from, to, timeline, stated)
      : sinceEvent(number, from, to, timeline, stated)
  }

  /// Adds the spans that stand alone behind a correction: "4 months of FOLFIRI … no, it was 5 months".
  func corrected(_ statements: [Statement], _ number: Int) -> [Statement] {
    var result = statements
    for correction in corrections {
      let end = correction.upperBound
      guard
        let quantity = quantities.slice(in: end - 2..<end + 8, by: { $0.pieces.lowerBound }).first,
        quantity.kind == .time, isAlone(quantity.pieces),
        let last = result.last(where: { $0.pieces.upperBound <= correction.lowerBound + 1 }),
        last.pieces.upperBound == lastSpanEnd(before: correction.lowerBound)
          ?? last.pieces.upperBound
      else { continue }
      let assertion = engine.assertion(of: quantity.pieces)
      if assertion.polarity.isFact {
        result.append(
          statement(number, quantity.canonical, quantity.pieces, Assertion(polarity: .affirmed))
        )
      }
    }
    return result
  }

  /// Whether no phrase of a fact takes a run of pieces.
  private func isAlone(_ pieces: Range<Int>) -> Bool {
    !mentions(in: text.sentence(of: pieces.lowerBound)).contains { $0.pieces.overlaps(pieces) }
  }

  /// Where the last statement of a time before a piece ends.
  private func lastSpanEnd(before piece: Int) -> Int? {
    let ends = mentions.slice(in: piece - 60..<piece, by: { $0.pieces.lowerBound }).filter {
      $0.quantity.map { quantities[$0].kind == .time } ?? false || $0.role.isCycles
    }
    return ends.map(\.pieces.upperBound).max()
  }

  private func statement(
    _ number: Int,
    _ days: NumberInterval,
    _ pieces: Range<Int>,
    _ assertion: Assertion,
    origin: CalendarDay? = nil
  ) -> Statement {
    var assertion = assertion
    assertion.isHistorical = false
    return Statement(
      fact: number,
      value: .number(days.scaled(by: language.facts[number].factor)),
      assertion: assertion,
      pieces: pieces,
      origin: origin
    )
  }

  /// The time from an event to today, or to another one where that is all that is known.
  private func sinceEvent(
    _ number: Int,
    _ from: [Int],
    _ to: Int?,
    _ timeline: Timeline,
    _ stated: [Statement]
  ) -> [Statement] {
    var found = stated
    for entry in timeline.entries where from.contains(entry.fact) {
      guard case .fromToday(let days) = entry.time, days.high ?? 0 <= 0 else { continue }
      let elapsed = days.negated
      found.append(
        statement(number, elapsed, entry.pieces, entry.assertion, origin: day(before: elapsed))
      )
    }
    for span in timeline.spans where from.contains(span.from) && span.to == nil {
      found.append(statement(number, span.days, span.pieces, span.assertion))
    }
    if !found.isEmpty { return found }
    for span in timeline.spans where from.contains(span.from) && span.to == to {
      found.append(statement(number, span.days, span.pieces, span.assertion))
    }
    for start in timeline.entries where from.contains(start.fact) {
      for end in timeline.entries where end.fact == to {
        guard let days = start.days(until: end) else { continue }
        found.append(statement(number, days, start.pieces, start.assertion))
      }
    }
    return found
  }

  /// The age that the oldest of several things will have when something happens.
  private func untilOperation(
    _ number: Int,
    _ from: [Int],
    _ to: Int?,
    _ timeline: Timeline,
    _ stated: [Statement]
  ) -> [Statement] {
    var ages: [(fact: Int, statement: Statement)] = []
    let end = timeline.entries.last { $0.fact == to && $0.isAhead }
    for span in timeline.spans where from.contains(span.from) && span.to == to {
      ages.append((span.from, statement(number, span.days, span.pieces, span.assertion)))
    }
    for entry in timeline.entries where from.contains(entry.fact) {
      if ages.contains(where: { $0.fact == entry.fact }) { continue }
      if let end, let days = entry.days(until: end) {
        ages.append((entry.fact, statement(number, days, entry.pieces, entry.assertion)))
      } else if case .fromToday(let days) = entry.time, days.high ?? 0 <= 0, days.low != 0 {
        let bound = days.negated.asLowerBound
        ages.append((entry.fact, statement(number, bound, entry.pieces, entry.assertion)))
      }
    }
    ages.removeAll { !$0.statement.assertion.polarity.isFact }
    if ages.isEmpty { return stated }
    guard let oldest = ages.max(by: { $0.statement.low < $1.statement.low }) else { return [] }
    var result = oldest.statement
    // With one of several scans undated, the oldest is at least as old as the dated one.
    let done = Set(
      from.filter { fact in
        language.facts[fact].kind == .boolean
          && statements(of: fact).contains {
            $0.value == .truth(true) && $0.assertion.polarity.isFact && !$0.assertion.isHistorical
          }
      }
    )
    let dated = Set(ages.map(\.fact))
    let hasGeneral = dated.contains { language.facts[$0].kind == .event }
    if !hasGeneral, !done.subtracting(dated).isEmpty, case .number(let age) = result.value {
      result.value = .number(age.asLowerBound)
    }
    return stated + [result]
  }

  /// What the end of something that was given says: it no longer counts unless it ended lately.
  func ended(_ number: Int, _ timeline: Timeline) -> [Statement] {
    let fact = language.facts[number]
    return mentions(of: number, where: { $0 == .ended }).map { mention in
      let cues = engine.cues(reaching: mention.pieces).filter {
        $0.rule.effect != .polarity(.negated)
      }
      var isLate = false
      for entry in timeline.entries where entry.fact == number {
        guard entry.pieces.overlaps(mention.pieces), case .fromToday(let days) = entry.time,
          let low = days.low
        else { continue }
        isLate = -low < fact.within
      }
      return Statement(
        fact: number,
        value: .truth(isLate),
        assertion: AssertionEngine.assertion(cues),
        pieces: mention.pieces,
        isLatest: true
      )
    }
  }
}

extension Extraction.Statement {
  /// The lower bound of a number; zero for anything else.
  fileprivate var low: Double {
    if case .number(let interval) = value { return interval.low ?? 0 }
    return 0
  }
}

extension Timeline.Entry {
  /// Whether the event lies ahead, or on a date of which nobody knows.
  fileprivate var isAhead: Bool {
    switch time {
    case .fromToday(let days): days.low ?? 0 >= 0
    case .day: true
    }
  }

  /// The days until another event; nil where they cannot be known or the other one was earlier.
  fileprivate func days(until end: Timeline.Entry) -> NumberInterval? {
    switch (time, end.time) {
    case (.fromToday(let start), .fromToday(let end)):
      guard let low = start.low, let high = start.high, let first = end.low, let last = end.high,
        last >= high
      else { return nil }
      return NumberInterval(low: first - high, high: last - low)
    case (.day(let start), .day(let end)):
      // Dates without a year: the later one may lie in the next year.
      let days = end >= start ? end - start : end + 365 - start
      return (0...400).contains(days) ? NumberInterval(Double(days)) : nil
    default: return nil
    }
  }
}

extension PhraseRole {
  /// Whether a phrase counts cycles.
  fileprivate var isCycles: Bool {
    if case .cycles = self { true } else { false }
  }
}
