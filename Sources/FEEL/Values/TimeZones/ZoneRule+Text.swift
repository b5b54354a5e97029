extension ZoneRule {
  /// Reads a rule as POSIX writes it in `TZ` and RFC 8536, 3.3, at the end of a zone's file.
  ///
  /// Such as `CET-1CEST,M3.5.0,M10.5.0/3`: a name, the offset *west* of UTC, then the name of summer time,
  /// its offset if it is not one hour more, and when it begins and ends. Nil when the text is anything else.
  init?(_ text: String) {
    var scanner = TemporalScanner(text)
    guard scanner.eatZoneName(), let west = scanner.clockTime(hours: 0...24) else { return nil }
    standardOffset = -west
    if scanner.isAtEnd {
      summer = nil
    } else {
      guard let read = Summer(from: &scanner, standardOffset: -west), scanner.isAtEnd else {
        return nil
      }
      summer = read
    }
  }
}

extension ZoneRule.Summer {
  fileprivate init?(from scanner: inout TemporalScanner, standardOffset: Int) {
    guard scanner.eatZoneName() else { return nil }
    if scanner.eat(",") {
      offset = standardOffset + 3_600
    } else {
      guard let west = scanner.clockTime(hours: 0...24), scanner.eat(",") else { return nil }
      offset = -west
    }
    guard let start = ZoneRule.YearlyTime(from: &scanner), scanner.eat(","),
      let end = ZoneRule.YearlyTime(from: &scanner)
    else { return nil }
    self.start = start
    self.end = end
  }
}

extension ZoneRule.YearlyTime {
  fileprivate init?(from scanner: inout TemporalScanner) {
    guard let day = Day(from: &scanner) else { return nil }
    self.day = day
    if scanner.eat("/") {
      guard let seconds = scanner.clockTime(hours: 0...167) else { return nil }
      self.seconds = seconds
    } else {
      seconds = 7_200
    }
  }
}

extension ZoneRule.YearlyTime.Day {
  fileprivate init?(from scanner: inout TemporalScanner) {
    if scanner.eat("J") {
      guard let day = scanner.number(in: 1...365) else { return nil }
      self = .withoutLeapDay(day)
    } else if scanner.eat("M") {
      guard let month = scanner.number(in: 1...12), scanner.eat("."),
        let week = scanner.number(in: 1...5), scanner.eat("."),
        let weekday = scanner.number(in: 0...6)
      else { return nil }
      self = .weekday(month: month, week: week, weekday: weekday)
    } else {
      guard let day = scanner.number(in: 0...365) else { return nil }
      self = .withLeapDay(day)
    }
  }
}

extension TemporalScanner {
  /// Reads a number; nil when there is none or it is out of range.
  fileprivate mutating func number(in range: ClosedRange<Int>) -> Int? {
    number(Int.self).flatMap { range.contains($0) ? $0 : nil }
  }

  /// Reads `+2`, `-3:30`, `26:00:00` as seconds.
  fileprivate mutating func clockTime(hours range: ClosedRange<Int>) -> Int? {
    let isNegative = eat("-")
    if !isNegative { _ = eat("+") }
    guard let hours = number(in: range) else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where eat(":") {
      guard let count = number(in: 0...59) else { return nil }
      seconds += count * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// Reads the name of a zone: three or more letters, or anything between `<` and `>`.
  fileprivate mutating func eatZoneName() -> Bool {
    if eat("<") {
      _ = skip(while: { $0 != UInt8(ascii: ">") })
      return eat(">")
    }
    return skip { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    } >= 3
  }
}
