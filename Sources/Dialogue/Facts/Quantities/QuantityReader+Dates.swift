extension QuantityReader {
  /// A date that starts at an index.
  func date(at start: Int) -> Quantity? {
    guard let first = piece(start) else { return nil }
    let found: (date: WrittenDate, end: Int)? =
      if first.kind == .number {
        numeric(at: start) ?? dayFirst(at: start)
      } else if let month = language.months[first.text], first.isCapital {
        monthFirst(month, at: start)
      } else {
        nil
      }
    guard let found, Self.isPossible(found.date) else { return nil }
    var quantity = made(start..<found.end, NumberInterval(0), nil)
    quantity.kind = .date
    quantity.date = found.date
    return quantity
  }

  private static func isPossible(_ date: WrittenDate) -> Bool {
    // A leap year admits every day that any year has.
    CalendarDay(year: date.year ?? 2024, month: date.month, day: date.day) != nil
  }

  private func integer(_ index: Int, digits: ClosedRange<Int> = 1...2) -> Int? {
    guard let piece = piece(index), piece.kind == .number, digits.contains(piece.text.utf8.count)
    else { return nil }
    return Int(piece.text)
  }

  /// `1 October 2025`, `the 1st of October`, `1-Oct-25`.
  private func dayFirst(at start: Int) -> (date: WrittenDate, end: Int)? {
    guard let day = integer(start), (1...31).contains(day) else { return nil }
    var index = start + 1
    if let ending = glued(index), language.ordinalEndings.contains(ending.text) { index += 1 }
    if let of = piece(index), language.of.contains(of.text) || of.text == "-" { index += 1 }
    guard let word = piece(index), let month = language.months[word.text] else { return nil }
    let year = year(at: index + 1)
    return (WrittenDate(year: year.value, month: month, day: day), year.end)
  }

  /// `October 1st, 2025`.
  private func monthFirst(_ month: Int, at start: Int) -> (date: WrittenDate, end: Int)? {
    guard let day = integer(start + 1), (1...31).contains(day) else { return nil }
    var index = start + 2
    if let ending = glued(index), language.ordinalEndings.contains(ending.text) { index += 1 }
    let year = year(at: index)
    return (WrittenDate(year: year.value, month: month, day: day), year.end)
  }

  private func year(at start: Int) -> (value: Int?, end: Int) {
    var index = start
    if let comma = piece(index), comma.text == "," || comma.text == "-" { index += 1 }
    if let year = integer(index, digits: 4...4), (1900...2199).contains(year) {
      return (year, index + 1)
    }
    return (nil, start)
  }

  /// `2025-10-01`, `1/10/2025`, `1.10.25`; the day comes first unless it can only be the month.
  private func numeric(at start: Int) -> (date: WrittenDate, end: Int)? {
    if let year = integer(start, digits: 4...4), glued(start + 1)?.text == "-",
      let month = integer(start + 2), glued(start + 3)?.text == "-", let day = integer(start + 4)
    {
      return (WrittenDate(year: year, month: month, day: day), start + 5)
    }
    return dotted(at: start) ?? slashed(at: start)
  }

  private func slashed(at start: Int) -> (date: WrittenDate, end: Int)? {
    guard let first = integer(start), let sign = glued(start + 1), sign.text == "/",
      let second = integer(start + 2), glued(start + 3)?.text == sign.text,
      let year = integer(start + 4, digits: 2...4)
    else { return nil }
    return (Self.ordered(first, second, year), start + 5)
  }

  /// `1.10.2025`, of which the scanner makes `1.10`, `.` and `2025`.
  private func dotted(at start: Int) -> (date: WrittenDate, end: Int)? {
    guard let piece = piece(start), piece.kind == .number else { return nil }
    let parts = piece.text.split(separator: ".")
    guard parts.count == 2, let first = Int(parts[0]), let second = Int(parts[1]),
      parts[1].utf8.count < 3, glued(start + 1)?.text == ".",
      let last = glued(start + 2), last.kind == .number, [2, 4].contains(last.text.utf8.count),
      let year = Int(last.text)
    else { return nil }
    return (Self.ordered(first, second, year), start + 3)
  }

  private static func ordered(_ first: Int, _ second: Int, _ year: Int) -> WrittenDate {
    let full = year < 100 ? 2000 + year : year
    return second > 12
      ? WrittenDate(year: full, month: first, day: second)
      : WrittenDate(year: full, month: second, day: first)
  }
}
