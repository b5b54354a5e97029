extension IdentifierLine {
  /// A record number or a date of birth that begins at an index, or whose label does.
  func numberOrDate(at index: Int) -> (IdentifierKind, Range<Int>)? {
    if let range = labelledRecord(at: index) ?? bareRecord(at: index) {
      return (.recordNumber, range)
    }
    return (labelledBirth(at: index) ?? bareBirth(at: index)).map { (.birthDate, $0) }
  }

  // MARK: Record numbers

  private func labelledRecord(at index: Int) -> Range<Int>? {
    let label = length(of: .recordLabel, at: index)
    guard label > 0 else { return nil }
    let start = behindConnectors(index + label)
    guard let end = endOfCode(start) else { return nil }
    let code = start..<end
    let digits = code.filter(isNumber).reduce(0) { $0 + letterCount($1) }
    let isEnough = digits >= 4 || (digits >= 3 && code.contains(where: isWord))
    // "ID 5 mm": what a unit follows is a measure, which is never as long as this.
    return isEnough ? code : nil
  }

  /// The end of letters and digits written together, or of groups of digits with blanks between.
  private func endOfCode(_ start: Int) -> Int? {
    guard start < count, isWord(start) || isNumber(start) else { return nil }
    var end = start + 1
    while end < count {
      if !isSpaced(end), isWord(end) || isNumber(end) {
        end += 1
      } else if !isSpaced(end), ["-", "/"].contains(text(end)), !isSpaced(end + 1),
        isWord(end + 1) || isNumber(end + 1)
      {
        end += 2
      } else if isNumber(end), letterCount(end) > 1, isNumber(end - 1) || letterCount(end - 1) < 4,
        !isA(.age, end + 1)
      {
        end += 1
      } else {
        break
      }
    }
    return (start..<end).contains(where: isNumber) ? end : nil
  }

  /// Digits in the groups of a national number, or a code of letters and many digits.
  private func bareRecord(at index: Int) -> Range<Int>? {
    if isOther(index) { return nil }
    if groups(index) == [3, 3, 4] || groups(index) == [3, 2, 4] {
      return index..<(endOfGroups(index))
    }
    guard isWord(index), isCapital(index), letterCount(index) <= 3, isNumber(index + 1),
      !isSpaced(index + 1), letterCount(index + 1) >= 6, value(index + 1) != nil,
      index == 0 || isSpaced(index)
    else { return nil }
    return index..<(index + 2)
  }

  /// Whether a number of publications, trials or the like stands here or just before.
  private func isOther(_ index: Int) -> Bool {
    (max(0, index - 3)...index).contains { isA(.otherNumber, $0) }
  }

  private func groups(_ index: Int) -> [Int] {
    guard isNumber(index), index == 0 || isSpaced(index) || text(index - 1) == "(" else {
      return []
    }
    var lengths = [letterCount(index)]
    var next = index + 1
    while lengths.count < 4 {
      if isNumber(next), isSpaced(next) {
        lengths.append(letterCount(next))
        next += 1
      } else if text(next) == "-", !isSpaced(next), isNumber(next + 1), !isSpaced(next + 1) {
        lengths.append(letterCount(next + 1))
        next += 2
      } else {
        break
      }
    }
    return lengths
  }

  private func endOfGroups(_ index: Int) -> Int { text(index + 1) == "-" ? index + 5 : index + 3 }

  // MARK: Dates of birth

  private func labelledBirth(at index: Int) -> Range<Int>? {
    let label = length(of: .birthLabel, at: index)
    guard label > 0 else { return nil }
    let start = behindConnectors(index + label)
    if let (end, _) = date(at: start) { return start..<end }
    guard let year = value(start), Self.years.contains(year) else { return nil }
    return start..<(start + 1)
  }

  /// A whole date of the last century right behind a name, a sex or an age, or before one of them.
  private func bareBirth(at index: Int) -> Range<Int>? {
    guard isNumber(index), index == 0 || isSpaced(index) || text(index - 1) == "(",
      let (end, year) = date(at: index), (1900...1999).contains(year)
    else { return nil }
    let before = text(index - 1) == "," || text(index - 1) == "(" ? index - 2 : index - 1
    let isBeside =
      before < 0 || isListed(before) || isA(.age, before) || isA(.described, before)
    return isBeside || isDescribed(at: end) ? index..<end : nil
  }

  private static let years = 1900...2030

  /// The end and the year of a date of day, month and year that begins at an index.
  private func date(at index: Int) -> (end: Int, year: Int)? {
    // A number may have taken the point behind it: 12.03 of 12.03.1955.
    var parts: [Int] = []
    var next = index
    while next < count, parts.count < 3 {
      if isNumber(next) {
        parts += text(next).split(separator: ".").compactMap { Int($0) }
      } else if isA(.month, next) {
        parts.append(1)
      } else {
        return nil
      }
      next += 1
      if parts.count >= 3 { break }
      while ["/", "-", ".", ",", "st", "nd", "rd", "th", "of"].contains(text(next)) { next += 1 }
    }
    guard parts.count == 3 else { return nil }
    let isYearFirst = parts[0] > 31
    let (year, others) = isYearFirst ? (parts[0], parts[1...2]) : (parts[2], parts[0...1])
    guard others.allSatisfy({ (1...31).contains($0) }), others.contains(where: { $0 <= 12 }) else {
      return nil
    }
    if Self.years.contains(year) { return (next, year) }
    return year < 100 && !isYearFirst ? (next, year < 30 ? 2000 + year : 1900 + year) : nil
  }
}
