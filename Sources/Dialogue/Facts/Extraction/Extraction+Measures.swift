extension Extraction {
  /// Gives each quantity to the fact that it measures; one number belongs to one quantity.
  ///
  /// - Returns: The statements by the number of their fact.
  func measured() -> [Int: [Statement]] {
    var found: [Int: [Statement]] = [:]
    // By quantity the fact whose phrase holds it; nil where another sort of fact has it.
    var taken: [Int: Int?] = [:]
    var certain: Set<Int> = []
    for mention in mentions {
      guard let quantity = mention.quantity, mention.role != .event else { continue }
      let isMeasure = language.facts[mention.fact].kind == .measure
      if case .value(let isCertain) = mention.role, isMeasure {
        taken[quantity] = mention.fact
        if isCertain { certain.insert(quantity) }
      } else if taken[quantity] == nil {
        taken[quantity] = .some(nil)
      }
    }
    var last: [QuantityKind: Int] = [:]
    for (number, quantity) in quantities.enumerated() {
      guard let fact = taken[number] ?? owner(of: quantity, last: last) else { continue }
      claim(number, for: fact, isCertain: certain.contains(number), &found)
      last[quantity.kind] = fact
    }
    for mention in mentions {
      if case .states(let value, _) = mention.role, case .number = value,
        language.facts[mention.fact].kind == .measure
      {
        add(value, of: mention.fact, mention.pieces, isCertain: false, &found)
      }
    }
    for number in found.keys {
      found[number]?.sort { $0.pieces.lowerBound < $1.pieces.lowerBound }
    }
    return found
  }

  private func claim(
    _ number: Int,
    for fact: Int,
    isCertain: Bool,
    _ found: inout [Int: [Statement]]
  ) {
    let quantity = quantities[number]
    let definition = language.facts[fact]
    var value = quantity.canonical
    if quantity.kind == .number, definition.quantity == .share, quantity.last <= 1 {
      value = value.scaled(by: 100)
    }
    value = value.scaled(by: definition.factor)
    if isLatest(quantity.pieces, of: fact) {
      // "from 24 up to 37 %" is a change and neither a range nor a bound.
      let isFraction = quantity.kind == .number && definition.quantity == .share
      let last = quantity.last * (isFraction && quantity.last <= 1 ? 100 : 1)
      value = NumberInterval(last * definition.factor)
    }
    let bounds = [value.low, value.high].compactMap { $0 }
    guard bounds.allSatisfy({ $0 >= definition.least && $0 <= definition.most }) else { return }
    add(.number(value), of: fact, quantity.pieces, isCertain: isCertain, &found)
  }

  private func add(
    _ value: SlotValue,
    of fact: Int,
    _ pieces: Range<Int>,
    isCertain: Bool,
    _ found: inout [Int: [Statement]]
  ) {
    let cues = engine.cues(reaching: pieces).filter { cue in
      if isCertain || language.facts[fact].plannedStands,
        cue.rule.effect == .polarity(.planned)
      {
        return false
      }
      guard cue.rule.effect == .polarity(.negated) else { return true }
      // "no MRI, 8 mm": only a denial right beside a number speaks of it.
      return pieces.lowerBound - cue.cue.upperBound == 0 && cue.cue.upperBound <= pieces.lowerBound
    }
    var assertion = AssertionEngine.assertion(cues)
    let isRetracted = assertion.polarity == .negated
    if language.facts[fact].keepsHistory { assertion.isHistorical = false }
    found[fact, default: []].append(
      Statement(
        fact: fact,
        value: value,
        assertion: assertion,
        pieces: pieces,
        isLatest: !isRetracted && isLatest(pieces, of: fact),
        isRetracted: isRetracted
      )
    )
  }

  /// The fact that a quantity measures.
  private func owner(of quantity: Quantity, last: [QuantityKind: Int]) -> Int? {
    if quantity.isAttached, quantity.unit.isEmpty { return nil }
    let sentence = text.sentence(of: quantity.pieces.lowerBound)
    var best: (distance: Int, fact: Int?)?
    for mention in mentions(in: sentence) {
      let definition = language.facts[mention.fact]
      guard definition.kind == .measure, fits(quantity, definition, near: mention) else { continue }
      let isNear = mention.role.isNear
      guard isNear || mention.role == .far else { continue }
      let distance = distance(mention.pieces, quantity.pieces, kind: quantity.kind)
      if distance < best?.distance ?? 36 {
        best = (distance, isNear ? mention.fact : nil)
      }
    }
    let start = quantity.pieces.lowerBound
    if best?.fact == nil, let fact = last[quantity.kind],
      corrections.slice(in: start - 12..<start + 1, by: \.lowerBound)
        .contains(where: { start - $0.upperBound < 10 })
    {
      return fact
    }
    if let best { return best.fact }
    if carriedSentences.contains(text.pieces[start].sentence), let fact = last[quantity.kind] {
      return fact
    }
    return language.facts.firstIndex {
      $0.kind == .measure && $0.isDefault && $0.quantity == quantity.kind
    }
  }

  /// The mentions in a sentence.
  func mentions(in sentence: Range<Int>) -> ArraySlice<Mention> {
    mentions.slice(in: sentence) { $0.pieces.lowerBound }
  }

  private func fits(
    _ quantity: Quantity,
    _ definition: FactDefinition,
    near mention: Mention
  ) -> Bool {
    if quantity.kind == definition.quantity { return true }
    guard definition.quantity == .share, quantity.kind == .number, quantity.unit.isEmpty,
      quantity.last < 1 || text.pieces[quantity.pieces.upperBound - 1].kind == .number
    else { return false }
    // A share without its sign stands right behind what it is a share of.
    let gap = quantity.pieces.lowerBound - mention.pieces.upperBound
    return (0...3).contains(gap)
  }

  /// How far two runs of pieces are apart, with a surcharge for what stands between them.
  func distance(_ first: Range<Int>, _ second: Range<Int>, kind: QuantityKind?) -> Int {
    if first.overlaps(second) { return 0 }
    let between =
      first.upperBound <= second.lowerBound
      ? first.upperBound..<second.lowerBound : second.upperBound..<first.lowerBound
    var distance = between.count
    for index in between {
      let piece = text.pieces[index]
      if piece.text == "," { distance += 4 }
      if piece.text == ";" { distance += 12 }
      if piece.atoms.contains(where: language.breaks.contains) { distance += 6 }
    }
    if let kind,
      quantities.slice(in: between, by: { $0.pieces.lowerBound }).contains(where: {
        $0.kind == kind
      })
    {
      distance += 8
    }
    return distance
  }
}

extension Array {
  /// The elements whose place lies in a range; the places must ascend.
  func slice(in range: Range<Int>, by place: (Element) -> Int) -> ArraySlice<Element> {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if place(self[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < endIndex, place(self[end]) < range.upperBound { end += 1 }
    return self[low..<end]
  }
}

extension PhraseRole {
  /// Whether a phrase says what the quantities near it measure.
  fileprivate var isNear: Bool {
    switch self {
    case .near, .latest, .value: true
    default: false
    }
  }
}
