/// The work on one text.
struct Extraction {
  let source: String
  let language: FactLanguage
  /// The day on which the text was written, by its own words or the caller's.
  private(set) var today: CalendarDay?
  /// The quantity that says so.
  private(set) var dateOfText: Int?
  /// Whether the year of today is known too, and not only its place among the other dates.
  private var isYearKnown: Bool
  let text: ReadText
  let quantities: [Quantity]
  private(set) var engine: AssertionEngine
  /// What the phrases of the facts found, in the order of the text.
  private(set) var mentions: [Mention] = []
  /// Where something is taken back.
  private(set) var corrections: [Range<Int>] = []
  /// Sentences that go on about what was measured last.
  private(set) var carriedSentences: Set<Int> = []
  private(set) var siteMap = SiteMap()

  /// A phrase of a fact in the text.
  struct Mention {
    var fact: Int
    var role: PhraseRole
    var pieces: Range<Int>
    var quantity: Int?
  }

  /// What a mention comes to.
  struct Statement {
    var fact: Int
    var value: SlotValue
    var assertion: Assertion
    var pieces: Range<Int>
    /// Whether the text says that it is the present value.
    var isLatest = false
    /// Whether the value is taken back: "not 10 mm".
    var isRetracted = false
    /// The day from which a time that lasts until today runs.
    var origin: CalendarDay?
  }

  init(
    _ source: String,
    language: FactLanguage,
    today: CalendarDay?,
    style: AssertionEngine.Style = .notes
  ) {
    self.source = source
    self.language = language
    self.today = today
    isYearKnown = today != nil
    text = ReadText(
      source,
      scanner: PieceScanner(abbreviations: language.abbreviations),
      vocabulary: language.vocabulary
    )
    var reader = QuantityReader(
      language: language.quantities,
      text: text,
      classes: language.classes
    )
    quantities = reader.quantities()
    var matcher = PatternMatcher(
      text: text,
      classes: language.classes,
      quantities: quantities,
      breaks: language.breaks,
      fillers: language.fillers
    )
    engine = AssertionEngine(
      text: text,
      language: language.assertion,
      index: language.cueIndex,
      terminatorIndex: language.terminatorIndex,
      quantities: quantities,
      style: style,
      matcher: &matcher
    )
    find(&matcher)
  }

  private mutating func find(_ matcher: inout PatternMatcher) {
    var found: [Mention] = []
    var siteMentions: [SiteMap.Mention] = []
    var answers: [(piece: Int, affirms: Bool)] = []
    for piece in text.pieces.indices {
      for match in language.phraseIndex.matches(at: piece, &matcher) {
        let phrase = language.phrases[match.pattern]
        let end = phrase.pattern.hasGap ? match.ends.first { $0.end > piece } : match.ends.last
        guard let end, end.end > piece else { continue }
        found.append(
          Mention(
            fact: phrase.fact,
            role: phrase.role,
            pieces: piece..<end.end,
            quantity: end.quantity
          )
        )
      }
      for match in language.answerIndex.matches(at: piece, &matcher) {
        answers.append((piece, language.assertion.answers[match.pattern].affirms))
      }
      if !language.carriedIndex.matches(at: piece, &matcher).isEmpty {
        carriedSentences.insert(text.pieces[piece].sentence)
      }
      for match in language.todayIndex.matches(at: piece, &matcher) {
        if let number = match.ends.last?.quantity { takeDate(number) }
      }
      for match in language.correctionIndex.matches(at: piece, &matcher) {
        if let end = match.ends.last?.end, end > piece { corrections.append(piece..<end) }
      }
      for match in language.siteIndex.matches(at: piece, &matcher) {
        guard let end = match.ends.last?.end, end > piece else { continue }
        siteMentions.append(
          SiteMap.Mention(role: language.sites.patterns[match.pattern].role, pieces: piece..<end)
        )
      }
    }
    engine.take(answers)
    mentions = Self.longest(found, factCount: language.facts.count)
    siteMap = SiteMap(siteMentions, joints: language.sites.joints, text: text, source: source)
  }

  private mutating func takeDate(_ number: Int) {
    guard dateOfText == nil, let date = quantities[number].date else { return }
    // Without any year the time between dates is still known.
    let base = today ?? CalendarDay(year: 2001, month: 12, day: 31)
    guard let base, let day = date.day(near: base, isAhead: false) else { return }
    today = day
    dateOfText = number
    if date.year != nil { isYearKnown = true }
  }

  /// Of overlapping mentions of one fact the longest, as it says more.
  private static func longest(_ found: [Mention], factCount: Int) -> [Mention] {
    var kept: [Mention] = []
    // For each fact, the place in `kept` of its last mention.
    var last = [Int?](repeating: nil, count: factCount)
    var dropped: Set<Int> = []
    for mention in found {
      if let place = last[mention.fact], kept[place].pieces.overlaps(mention.pieces) {
        let surplus = mention.pieces.count - kept[place].pieces.count
        if surplus < 0 || surplus == 0 && mention.role != .nothing { continue }
        dropped.insert(place)
      }
      last[mention.fact] = kept.count
      kept.append(mention)
    }
    return kept.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  // MARK: Words

  /// The day that lies a number of days before today, where both are known to the day.
  func day(before days: NumberInterval) -> CalendarDay? {
    guard isYearKnown, let today, let count = days.single else { return nil }
    return CalendarDay(number: today.number - Int(count.rounded()))
  }

  /// A fact with the words at a run of pieces.
  func caseFact(
    _ id: String,
    _ value: SlotValue,
    _ polarity: Polarity,
    _ pieces: Range<Int>,
    site: String?
  ) -> CaseFact {
    let bytes = text.bytes(pieces)
    let utf8 = source.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    let end = utf8.index(start, offsetBy: bytes.count)
    return CaseFact(
      id: id,
      value: value,
      polarity: polarity,
      words: String(source[start..<end]),
      bytes: bytes,
      site: site
    )
  }

  /// How the text stands to the first mention of a concept.
  func assertion(of concept: String) -> Assertion? {
    let wanted = PieceScanner(abbreviations: language.abbreviations).pieces(of: concept).map(\.text)
    guard !wanted.isEmpty, wanted.count <= text.pieces.count else { return nil }
    for start in 0...text.pieces.count - wanted.count
    where text.pieces[start].text == wanted[0] {
      let range = start..<start + wanted.count
      if zip(text.pieces[range], wanted).allSatisfy({ $0.text == $1 }) {
        // What the concept itself denies is part of it.
        return AssertionEngine.assertion(
          engine.cues(reaching: range).filter { !range.contains($0.cue.lowerBound) }
        )
      }
    }
    return nil
  }
}

extension PhrasePattern {
  /// Whether the pattern itself, not one of its classes, has a gap.
  var hasGap: Bool {
    switch self {
    case .gap: true
    case .sequence(let parts), .choice(let parts): parts.contains { $0.hasGap }
    case .optional(let inner): inner.hasGap
    case .atom, .quantity, .named, .sentenceStart: false
    }
  }
}
