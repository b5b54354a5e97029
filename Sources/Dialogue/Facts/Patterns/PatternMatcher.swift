/// Where a pattern can end, and the last quantity that it took.
struct MatchEnd: Hashable {
  var end: Int
  var quantity: Int?
}

/// Follows patterns through a text.
///
/// A pattern has all its ends computed at once instead of being tried again and again, so the work for
/// one start is bounded by the pattern, whatever the text.
struct PatternMatcher {
  let text: ReadText
  let classes: [PhrasePattern]
  /// By the index of its first piece, the number of a quantity.
  let quantityStarts: [Int: Int]
  let quantities: [Quantity]
  /// Atoms of words that no gap may cross.
  let breaks: Set<Int>
  /// Atoms of signs that may stand between two words of a phrase.
  let fillers: Set<Int>
  private var memo: [Int: [MatchEnd]] = [:]

  init(
    text: ReadText,
    classes: [PhrasePattern],
    quantities: [Quantity],
    breaks: Set<Int>,
    fillers: Set<Int>
  ) {
    self.text = text
    self.classes = classes
    self.quantities = quantities
    self.breaks = breaks
    self.fillers = fillers
    var starts: [Int: Int] = [:]
    for (number, quantity) in quantities.enumerated() {
      starts[quantity.pieces.lowerBound] = number
    }
    quantityStarts = starts
  }

  /// Every end of a pattern that starts at a piece, the farthest last.
  mutating func ends(of pattern: PhrasePattern, at start: Int) -> [MatchEnd] {
    ends(pattern, MatchEnd(end: start, quantity: nil), first: start)
      .sorted { $0.end < $1.end }
  }

  private mutating func ends(
    _ pattern: PhrasePattern,
    _ state: MatchEnd,
    first: Int
  ) -> [MatchEnd] {
    switch pattern {
    case .atom(let atom):
      let index = skipFillers(state.end, unless: atom, first)
      guard let index, text.pieces[index].atoms.contains(atom) else { return [] }
      return [MatchEnd(end: index + 1, quantity: state.quantity)]
    case .quantity(let kind):
      guard let index = skipFillers(state.end, unless: nil, first),
        let number = quantityStarts[index],
        kind == nil || quantities[number].kind == kind
      else { return [] }
      return [MatchEnd(end: quantities[number].pieces.upperBound, quantity: number)]
    case .gap(let words, let crosses): return gap(state, words, crosses)
    case .sequence(let elements):
      var states = [state]
      for element in elements {
        var next: [MatchEnd] = []
        for state in states {
          for end in ends(element, state, first: first) where !next.contains(end) {
            next.append(end)
          }
        }
        if next.isEmpty { return [] }
        states = next
      }
      return states
    case .choice(let options):
      var found: [MatchEnd] = []
      for option in options {
        for end in ends(option, state, first: first) where !found.contains(end) {
          found.append(end)
        }
      }
      return found
    case .optional(let inner): return [state] + ends(inner, state, first: first)
    case .named(let number): return named(number, state, first: first)
    case .sentenceStart:
      let isStart =
        state.end < text.pieces.count
        && text.sentence(of: state.end).lowerBound == state.end
      return isStart ? [state] : []
    }
  }

  private mutating func named(_ number: Int, _ state: MatchEnd, first: Int) -> [MatchEnd] {
    guard let index = skipFillers(state.end, unless: nil, first) else { return [] }
    let key = index * classes.count + number
    let found: [MatchEnd]
    if let known = memo[key] {
      found = known
    } else {
      found = ends(classes[number], MatchEnd(end: index, quantity: nil), first: index)
      memo[key] = found
    }
    return found.map { MatchEnd(end: $0.end, quantity: $0.quantity ?? state.quantity) }
  }

  /// The index of the piece that must match next, past hyphens and quotation marks inside a phrase.
  private func skipFillers(_ start: Int, unless atom: Int?, _ first: Int) -> Int? {
    var index = start
    while index < text.pieces.count, index > first {
      if text.pieces[index].sentence != text.pieces[first].sentence { return nil }
      if let atom, text.pieces[index].atoms.contains(atom) { break }
      guard text.pieces[index].atoms.contains(where: fillers.contains) else { break }
      index += 1
    }
    guard index < text.pieces.count else { return nil }
    return text.pieces[index].sentence == text.pieces[first].sentence ? index : nil
  }

  private func gap(_ state: MatchEnd, _ words: Int, _ crosses: Bool) -> [MatchEnd] {
    var found = [state]
    var left = words
    var index = state.end
    let sentence = index > 0 ? text.pieces[index - 1].sentence : 0
    while index < text.pieces.count, left > 0 {
      let piece = text.pieces[index]
      guard piece.sentence == sentence, piece.text != ";" else { break }
      if piece.isStop, !crosses, piece.text == "," { break }
      if piece.atoms.contains(where: breaks.contains), !crosses { break }
      if piece.kind != .sign { left -= 1 }
      index += 1
      found.append(MatchEnd(end: index, quantity: state.quantity))
    }
    return found
  }
}
