/// When the events of a text were or will be, as far as it says.
struct Timeline {
  /// A time as days from today, or as a date where today is not known.
  enum Time: Equatable {
    case fromToday(NumberInterval)
    case day(Int)
  }

  /// An event with its time.
  struct Entry {
    var fact: Int
    var time: Time
    var pieces: Range<Int>
    var assertion: Assertion
  }

  /// A span that the text puts between two events.
  struct Span {
    var from: Int
    var to: Int?
    var days: NumberInterval
    var pieces: Range<Int>
    var assertion: Assertion
  }

  private(set) var entries: [Entry] = []
  private(set) var spans: [Span] = []

  init(_ extraction: Extraction) {
    let events = Set(
      extraction.language.facts.enumerated().filter { number, fact in
        fact.kind == .event
          || extraction.language.facts.contains {
            $0.from.contains(fact.id) || $0.to == fact.id
          }
          || fact.within > 0
      }.map(\.offset)
    )
    for (number, quantity) in extraction.quantities.enumerated()
    where number != extraction.dateOfText {
      switch quantity.kind {
      case .time, .moment, .date: place(number, quantity, events, extraction)
      default: break
      }
    }
  }

  private mutating func place(
    _ number: Int,
    _ quantity: Quantity,
    _ events: Set<Int>,
    _ extraction: Extraction
  ) {
    let sentence = extraction.text.sentence(of: quantity.pieces.lowerBound)
    let near = extraction.mentions(in: sentence).filter { mention in
      guard events.contains(mention.fact) else { return false }
      switch mention.role {
      case .event, .ended: return true
      case .states: return extraction.language.facts[mention.fact].within == 0
      default: return false
      }
    }
    guard !near.isEmpty else { return }
    let relation = Self.relation(of: number, in: extraction)
    if let anchored = relation.anchored, quantity.kind == .time {
      anchor(quantity, anchored, near, extraction)
      return
    }
    let chosen = Self.closest(to: quantity, near, extraction)
    for mention in chosen {
      guard let time = time(of: quantity, relation.direction, mention, extraction) else { continue }
      var assertion = extraction.engine.assertion(of: quantity.pieces)
      if assertion.polarity == .negated { assertion.polarity = .affirmed }
      let pieces =
        min(
          quantity.pieces.lowerBound,
          mention.pieces.lowerBound
        )..<max(
          quantity.pieces.upperBound,
          mention.pieces.upperBound
        )
      entries.append(
        Entry(fact: mention.fact, time: time, pieces: pieces, assertion: assertion)
      )
    }
  }

  /// What the words beside a span make of it, or beside the next one that it is listed with: "the CT
  /// 5 weeks and the MRI 3 weeks ago".
  private static func relation(of number: Int, in extraction: Extraction) -> TimeRelation {
    let quantity = extraction.quantities[number]
    let sentence = extraction.text.sentence(of: quantity.pieces.lowerBound)
    let own = extraction.language.quantities.relation(
      of: quantity.pieces,
      in: extraction.text,
      sentence
    )
    guard own.direction == nil, own.anchored == nil, quantity.kind == .time,
      number + 1 < extraction.quantities.count
    else { return own }
    let next = extraction.quantities[number + 1]
    let between = next.pieces.lowerBound - quantity.pieces.upperBound
    guard next.kind == .time, next.pieces.lowerBound < sentence.upperBound,
      (2...6).contains(between),
      extraction.text.pieces[quantity.pieces.upperBound..<next.pieces.lowerBound].contains(where: {
        extraction.language.assertion.connectives.contains($0.text)
      })
    else { return own }
    return extraction.language.quantities.relation(of: next.pieces, in: extraction.text, sentence)
  }

  /// The event to which a time belongs, with those that are named in one breath with it.
  private static func closest(
    to quantity: Quantity,
    _ near: [Extraction.Mention],
    _ extraction: Extraction
  ) -> [Extraction.Mention] {
    let measured = near.map { mention in
      (
        mention: mention,
        distance: extraction.distance(mention.pieces, quantity.pieces, kind: .time)
          + (mention.pieces.lowerBound > quantity.pieces.lowerBound ? 1 : 0)
      )
    }
    guard let best = measured.min(by: { $0.distance < $1.distance }), best.distance < 18 else {
      return []
    }
    var chosen = [best.mention]
    // "CT and MRI 2 weeks ago"
    for mention in near.reversed() where mention.pieces.upperBound <= chosen[0].pieces.lowerBound {
      let between = mention.pieces.upperBound..<chosen[0].pieces.lowerBound
      let words = extraction.text.pieces[between].map(\.text)
      let joints = extraction.language.assertion.connectives
      guard between.count < 4,
        words.contains(where: { joints.contains($0) || $0 == "/" || $0 == "+" })
      else { continue }
      chosen.insert(mention, at: 0)
    }
    return chosen
  }

  private func time(
    of quantity: Quantity,
    _ direction: TimeRelation.Direction?,
    _ mention: Extraction.Mention,
    _ extraction: Extraction
  ) -> Time? {
    switch quantity.kind {
    case .moment: return .fromToday(quantity.canonical)
    case .date:
      guard let date = quantity.date else { return nil }
      let isAhead = extraction.language.facts.contains {
        $0.to == extraction.language.facts[mention.fact].id
      }
      if let today = extraction.today {
        return date.day(near: today, isAhead: isAhead).map {
          .fromToday(NumberInterval(Double($0.number - today.number)))
        }
      }
      return
        (date.year != nil
        ? CalendarDay(year: date.year ?? 0, month: date.month, day: date.day)
        : CalendarDay(year: 2001, month: date.month, day: date.day)
          ?? CalendarDay(year: 2004, month: date.month, day: date.day)).map { .day($0.number) }
    default:
      switch direction {
      case .ago?: return .fromToday(quantity.canonical.negated)
      case .ahead?: return .fromToday(quantity.canonical)
      case nil: return nil
      }
    }
  }

  /// `6 weeks after the last cycle`, with or without something that happens then.
  private mutating func anchor(
    _ quantity: Quantity,
    _ anchored: (isAfter: Bool, end: Int),
    _ near: [Extraction.Mention],
    _ extraction: Extraction
  ) {
    guard
      let anchor = near.first(where: { mention in
        mention.pieces.upperBound > anchored.end
          && mention.pieces.lowerBound - anchored.end < 5
      })
    else { return }
    let subjects = near.filter {
      $0.fact != anchor.fact && !$0.pieces.overlaps(quantity.pieces)
        && $0.pieces.upperBound <= quantity.pieces.lowerBound
        && extraction.distance($0.pieces, quantity.pieces, kind: .time) < 10
    }
    var assertion = extraction.engine.assertion(of: quantity.pieces)
    if assertion.polarity == .negated || assertion.polarity == .planned {
      assertion.polarity = .affirmed
    }
    let pieces =
      quantity.pieces.lowerBound..<max(anchor.pieces.upperBound, quantity.pieces.upperBound)
    func add(from: Int, to: Int?) {
      spans.append(
        Span(from: from, to: to, days: quantity.canonical, pieces: pieces, assertion: assertion)
      )
    }
    if anchored.isAfter {
      add(from: anchor.fact, to: subjects.last?.fact)
    } else {
      for subject in Set(subjects.map(\.fact)).sorted() { add(from: subject, to: anchor.fact) }
    }
  }
}

extension NumberInterval {
  /// The interval on the other side of zero.
  var negated: NumberInterval {
    NumberInterval(
      low: high.map { -$0 },
      high: low.map { -$0 },
      includesLow: includesHigh,
      includesHigh: includesLow
    )
  }
}
