/// What an iterator goes through: values at hand, or whole numbers or days that are made on the way.
enum IterationDomain {
  case elements([Value])
  case numbers(from: Int, to: Int)
  case days(from: Int, to: Int)
  /// No step at all: a range without a whole number or day in it.
  case nothing

  /// From one bound to the other, both included, up or down; nil unless both are whole numbers or
  /// both dates.
  init?(from lower: Value, to upper: Value) {
    switch (lower, upper) {
    case (.number(let lower), .number(let upper)):
      guard let from = lower.int, let to = upper.int else { return nil }
      self = .numbers(from: from, to: to)
    case (.date(let lower), .date(let upper)):
      self = .days(from: lower.epochDay, to: upper.epochDay)
    default: return nil
    }
  }

  /// The whole numbers or days of a range, upwards; nil when it has an open end or runs downwards.
  init?(_ range: ValueRange) {
    guard let lower = range.lower, let upper = range.upper, range.form == .interval else {
      return nil
    }
    switch IterationDomain(from: lower, to: upper) {
    case .numbers(let from, let to)?:
      guard from <= to else { return nil }
      let ends = range.inner(from, to)
      self = ends.0 <= ends.1 ? .numbers(from: ends.0, to: ends.1) : .nothing
    case .days(let from, let to)?:
      guard from <= to else { return nil }
      let ends = range.inner(from, to)
      self = ends.0 <= ends.1 ? .days(from: ends.0, to: ends.1) : .nothing
    case .elements?, .nothing?, nil: return nil
    }
  }

  /// Calls `body` with each value until it answers false; false when it did.
  func forEach(_ body: (Value) -> Bool) -> Bool {
    switch self {
    case .nothing: true
    case .elements(let values): values.allSatisfy(body)
    case .numbers(let from, let to): walk(from, to) { body(.number(Number($0))) }
    case .days(let from, let to):
      walk(from, to) { body(CalendarDate(epochDay: $0).map(Value.date) ?? .null) }
    }
  }

  private func walk(_ from: Int, _ to: Int, _ body: (Int) -> Bool) -> Bool {
    let step = from <= to ? 1 : -1
    var place = from
    while body(place) {
      if place == to { return true }
      place += step
    }
    return false
  }
}

extension ValueRange {
  /// The ends that belong to the range, which is not empty as written: `from` is not above `to`.
  fileprivate func inner(_ from: Int, _ to: Int) -> (Int, Int) {
    guard from < to else { return includesLower && includesUpper ? (from, to) : (1, 0) }
    return (includesLower ? from : from + 1, includesUpper ? to : to - 1)
  }
}
