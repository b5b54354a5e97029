extension IdentifierLine {
  /// The end of a clinician's title with the name behind it, which is no patient's.
  func endOfClinician(at index: Int) -> Int? {
    let title = length(of: .clinician, at: index)
    guard title > 0 else { return nil }
    let start = text(index + title) == "." ? index + title + 1 : index + title
    return endOfName(start) ?? start
  }

  /// A patient's name that begins at an index, or whose title or label does.
  func name(at index: Int) -> (IdentifierKind, Range<Int>)? {
    (labelledName(at: index) ?? listedName(at: index) ?? initialledName(at: index)
      ?? describedName(at: index)).map { (.name, $0) }
  }

  // MARK: Behind a title or a label

  private func labelledName(at index: Int) -> Range<Int>? {
    let title = length(of: .title, at: index)
    if title > 0 { return behindTitle(index, title) }
    let label = length(of: .nameLabel, at: index)
    if label > 0 {
      let start = behindConnectors(index + label)
      let isTitled = isA(.title, start)
      if isTitled { return behindTitle(start, 1) }
      return endOfName(start, allowsSmall: true).map { start..<$0 }
    }
    let patient = length(of: .patientLabel, at: index)
    guard patient > 0 else { return nil }
    let start = text(index + patient) == ":" ? index + patient + 1 : index + patient
    guard isCapital(start), !isA(.clinician, start), !isBig(start) || isListed(start),
      let end = endOfName(start), !isEponym(end), !isKnown(start)
    else { return nil }
    return start..<end
  }

  private func behindTitle(_ index: Int, _ length: Int) -> Range<Int>? {
    var start = text(index + length) == "." ? index + length + 1 : index + length
    // Frau Dr. Weber
    if isA(.clinician, start) { start += text(start + 1) == "." ? 2 : 1 }
    let isUpper = isCapital(index)
    guard let end = endOfName(start, allowsSmall: true), isCapital(start) || !isKnown(start),
      !isEponym(end)
    else { return nil }
    // "ms" in small letters is a unit, "miss" a verb.
    if !isUpper, !isCapital(start), !isListed(start), letterCount(index) != 2, text(index) != "mrs"
    {
      return nil
    }
    return start..<end
  }

  // MARK: By lists

  private func listedName(at index: Int) -> Range<Int>? {
    guard isListed(index) else { return nil }
    if let range = reversedName(at: index) { return range }
    guard let end = endOfName(index, allowsSmall: true) else { return nil }
    let isDescribed = isDescribed(at: end) || isDescribedBefore(index)
    if isEponym(end) || isWord(end) && isKnown(end) && isA(.eponym, end) { return nil }
    if !isDescribed, sentenceHolds(.author, around: index) { return nil }
    let count = (index..<end).count { isWord($0) }
    let isGiven = length(of: .given, at: index) == 1
    if !isCapital(index) { return isDescribed && count > 1 ? index..<end : nil }
    if count > 1 {
      return isGiven || isDescribed || isFirst(index) && isA(.given, index + 1) ? index..<end : nil
    }
    if isDescribed { return isA(.ambiguousGiven, index) && !isFirst(index) ? nil : index..<end }
    guard isGiven, !isA(.ambiguousGiven, index) else { return nil }
    return isA(.told, end) ? index..<end : nil
  }

  /// `Smith, John` and `SMITH John`.
  private func reversedName(at index: Int) -> Range<Int>? {
    guard text(index + 1) == ",", isCapital(index), isCapital(index + 2),
      length(of: .given, at: index + 2) == 1 || letterCount(index + 2) == 1,
      isFirst(index) || isDescribedAround(index + 3),
      !sentenceHolds(.author, around: index) || isDescribed(at: index + 3)
    else { return nil }
    guard let end = endOfName(index + 2) ?? (isCapital(index + 2) ? index + 3 : nil) else {
      return nil
    }
    return index..<end
  }

  private func isDescribedAround(_ end: Int) -> Bool {
    isDescribed(at: end) || isDescribed(at: end + 1)
  }

  // MARK: By form

  /// `J. Smith, 62F`: an initial and a last name beside what describes a patient.
  private func initialledName(at index: Int) -> Range<Int>? {
    guard isCapital(index), letterCount(index) == 1, let end = endOfName(index),
      (index..<end).contains(where: { letterCount($0) > 2 && !isKnown($0) }), !isEponym(end)
    else { return nil }
    let isListed = (index..<end).contains(where: isListed)
    let isBeside = isDescribed(at: end) || isDescribedBefore(index)
    let isSubject = isListed && isA(.told, end) && !sentenceHolds(.author, around: index)
    return isBeside || isSubject || (isListed && isFirst(index) && text(end) == ",")
      ? index..<end : nil
  }

  /// Capitals that are no words of the subject, before an age or a sex.
  private func describedName(at index: Int) -> Range<Int>? {
    guard isCapital(index), letterCount(index) > 1, !isKnown(index) else { return nil }
    if let range = reversedName(at: index) { return range }
    guard let end = endOfName(index) else { return nil }
    let isSubject =
      isFirst(index) && isA(.told, end) && !sentenceHolds(.author, around: index)
    guard isDescribed(at: end) || isSubject else { return nil }
    let parts = (index..<end).filter { isWord($0) && letterCount($0) > 1 }
    let isPerson =
      parts.count > 1 && parts.allSatisfy { !isKnown($0) && (!isBig($0) || letterCount($0) > 3) }
    let isInitialled = (index..<end).contains { isWord($0) && letterCount($0) == 1 }
    return isPerson || (isInitialled && !isBig(index)) ? index..<end : nil
  }

  /// Whether an age and a sex stand right before an index.
  private func isDescribedBefore(_ index: Int) -> Bool {
    let last = text(index - 1) == "," ? index - 2 : index - 1
    return isA(.age, last) && value(last - 1).map { (1...115).contains($0) } == true
  }

  private func isEponym(_ index: Int) -> Bool {
    isA(.eponym, text(index) == "'s" ? index + 1 : index)
  }

  /// The end of a name that begins at an index: words with capitals, initials, particles and hyphens.
  private func endOfName(_ start: Int, allowsSmall: Bool = false) -> Int? {
    var end = start
    var names = 0
    while end < count, names < 5 {
      let isFirst = end == start
      if !isFirst, names > 0, isA(.particle, end), isWord(end),
        isCapital(end + 1) || allowsSmall && isListed(end + 1), !isListed(end)
      {
        end += 1
        continue
      }
      guard isNamePart(end, allowsSmall: allowsSmall, isFirst: isFirst) else { break }
      names += 1
      end += 1
      if text(end) == ".", letterCount(end - 1) == 1, isWord(end + 1) { end += 1 }
      if ["-", "'"].contains(text(end)), !isSpaced(end), isWord(end + 1), !isSpaced(end + 1) {
        end += 1
      }
      // O'Brien: the apostrophe belongs to the piece behind it.
      if isWord(end), !isSpaced(end), text(end).hasPrefix("'"), letterCount(end) > 3 { end += 1 }
    }
    return names == 0 || (names == 1 && letterCount(start) < 2 && end == start + 1) ? nil : end
  }

  private func isNamePart(_ index: Int, allowsSmall: Bool, isFirst: Bool) -> Bool {
    guard isWord(index), !text(index).hasPrefix("'") else { return false }
    if isListed(index) { return isCapital(index) || allowsSmall }
    if letterCount(index) == 1 {
      return isCapital(index) && (isSpaced(index + 1) || !isNumber(index + 1))
    }
    if isBig(index), letterCount(index) < 4, !isFirst { return false }
    return !isKnown(index) && (isCapital(index) || allowsSmall)
  }
}
