/// What the words beside a span of time make of it.
struct TimeRelation {
  enum Direction {
    case ago
    case ahead
  }

  /// Counted from today.
  var direction: Direction?
  /// Counted from an event that is named behind it, which stands after the given piece.
  var anchored: (isAfter: Bool, end: Int)?
}

extension QuantityLanguage {
  /// What the words beside a span of time make of it.
  func relation(of span: Range<Int>, in text: ReadText, _ sentence: Range<Int>) -> TimeRelation {
    var relation = TimeRelation()
    let behind = words(from: span.upperBound, to: sentence.upperBound, text, count: 3)
    for length in (1...3).reversed() where length <= behind.count {
      let phrase = behind.prefix(length).joined(separator: " ")
      if relations["since"]?.contains(phrase) == true {
        relation.anchored = (true, span.upperBound + length)
      } else if relations["until"]?.contains(phrase) == true {
        relation.anchored = (false, span.upperBound + length)
      } else if relations["ago"]?.contains(phrase) == true {
        relation.direction = .ago
      } else if relations["ahead"]?.contains(phrase) == true {
        relation.direction = .ahead
      } else {
        continue
      }
      return relation
    }
    let start = max(sentence.lowerBound, span.lowerBound - 2)
    let before = text.pieces[start..<span.lowerBound].map(\.text)
    for length in (1...2).reversed() where length <= before.count {
      let phrase = before.suffix(length).joined(separator: " ")
      if relations["in"]?.contains(phrase) == true { relation.direction = .ahead }
    }
    return relation
  }

  private func words(from start: Int, to end: Int, _ text: ReadText, count: Int) -> [String] {
    guard start < end else { return [] }
    return text.pieces[start..<min(end, start + count)].map(\.text)
  }
}
