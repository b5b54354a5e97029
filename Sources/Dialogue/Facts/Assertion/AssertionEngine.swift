/// Finds the cues of a text and says how the text stands to any part of it.
///
/// After ConText (Harkema and others, J Biomed Inform 2009;42:839): a cue has a direction, and its scope
/// ends at a terminator. Our own are the commas: a cue such as "no" goes past one only inside of a list
/// that "or" closes, because in notes the next item is a new statement.
struct AssertionEngine {
  /// How commas are used.
  enum Style {
    /// A comma begins a new statement, unless a connective closes a list: "no MRI, resectable, fit".
    case notes
    /// Short members between commas are a list: "no murmurs, rubs, gallops".
    case prose
  }

  let text: ReadText
  let quantities: [Quantity]
  let style: Style
  let connectives: Set<String>
  private(set) var cues: [ScopedCue] = []
  /// For each sentence, the cues in it.
  private var bySentence: [Int: [Int]] = [:]
  private var terminators: Set<Int> = []
  private var quantityPieces: Set<Int> = []

  init(
    text: ReadText,
    language: AssertionLanguage,
    index: PatternIndex,
    terminatorIndex: PatternIndex,
    quantities: [Quantity],
    style: Style,
    matcher: inout PatternMatcher
  ) {
    self.text = text
    self.quantities = quantities
    self.style = style
    connectives = language.connectives
    for quantity in quantities { quantityPieces.formUnion(quantity.pieces) }
    var found: [(rule: Int, range: Range<Int>)] = []
    for piece in text.pieces.indices {
      for match in terminatorIndex.matches(at: piece, &matcher) where !match.ends.isEmpty {
        terminators.insert(piece)
      }
      for match in index.matches(at: piece, &matcher) {
        guard let end = match.ends.last?.end, end > piece else { continue }
        found.append((match.pattern, piece..<end))
      }
    }
    for match in Self.longest(found) {
      if !isInsideQuantity(match.range) { add(match.range, language.rules[match.rule]) }
    }
  }

  /// The longest of overlapping cues, the first of equally long ones.
  private static func longest(
    _ found: [(rule: Int, range: Range<Int>)]
  ) -> [(rule: Int, range: Range<Int>)] {
    var kept: [(rule: Int, range: Range<Int>)] = []
    for match in found {
      while let last = kept.last, last.range.overlaps(match.range),
        last.range.count < match.range.count
      { kept.removeLast() }
      if let last = kept.last, last.range != match.range, last.range.overlaps(match.range) {
        continue
      }
      kept.append(match)
    }
    return kept
  }

  private func isInsideQuantity(_ range: Range<Int>) -> Bool {
    range.allSatisfy(quantityPieces.contains)
  }

  private mutating func add(_ range: Range<Int>, _ rule: NegationRule) {
    guard rule.effect != .none else { return }
    let scope = scope(of: range, rule)
    guard scope.contains(where: { !$0.isEmpty }) else { return }
    bySentence[text.pieces[range.lowerBound].sentence, default: []].append(cues.count)
    cues.append(ScopedCue(rule: rule, cue: range, scope: scope))
  }

  // MARK: Scope

  private func scope(of cue: Range<Int>, _ rule: NegationRule) -> [Range<Int>] {
    let sentence = text.sentence(of: cue.lowerBound)
    switch rule.direction {
    case .forward:
      let ahead = forward(from: cue.upperBound, in: sentence, rule)
      // "MRI: no", "no" at the end of a clause speaks of what stands before it.
      return ahead.isEmpty ? [backward(from: cue.lowerBound, in: sentence, rule)] : [ahead]
    case .backward: return [backward(from: cue.lowerBound, in: sentence, rule)]
    case .both:
      return [
        backward(from: cue.lowerBound, in: sentence, rule),
        forward(from: cue.upperBound, in: sentence, rule),
      ]
    case .sentence: return around(cue, in: sentence)
    case .question:
      guard text.pieces[sentence.upperBound - 1].text == "?" else { return [] }
      return [cue.lowerBound..<sentence.upperBound]
    }
  }

  private func around(_ cue: Range<Int>, in sentence: Range<Int>) -> [Range<Int>] {
    var start = cue.lowerBound
    while start > sentence.lowerBound, !ends(at: start - 1), text.pieces[start - 1].text != ":" {
      start -= 1
    }
    var end = cue.upperBound
    while end < sentence.upperBound, !ends(at: end) { end += 1 }
    return [start..<end]
  }

  private func ends(at piece: Int) -> Bool {
    text.pieces[piece].text == ";" || terminators.contains(piece)
  }

  private func forward(
    from start: Int,
    in sentence: Range<Int>,
    _ rule: NegationRule
  ) -> Range<Int> {
    var end = start
    var words = 0
    while end < sentence.upperBound, words < rule.reach, !ends(at: end) {
      let piece = text.pieces[end]
      if piece.text == ",", !rule.spansLists {
        if rule.effect == .historical || !closesList(after: end, in: sentence, rule) { break }
      }
      if piece.text == "?" || piece.text == ":" { break }
      if piece.kind != .sign { words += 1 }
      end += 1
    }
    while end > start, text.pieces[end - 1].kind == .sign { end -= 1 }
    return start..<end
  }

  private func backward(
    from end: Int,
    in sentence: Range<Int>,
    _ rule: NegationRule
  ) -> Range<Int> {
    var start = end
    var words = 0
    var hasConnective = false
    while start > sentence.lowerBound, words < rule.reach, !ends(at: start - 1) {
      let piece = text.pieces[start - 1]
      let isBeside = start == end && rule.effect == .polarity(.negated)
      if piece.text == ",", !isBeside, !hasConnective { break }
      // "Restaging: the lesion …" heads the clause, "MRI: no" is one.
      if piece.text == ":", words > 2 { break }
      if piece.kind != .sign { words += 1 }
      if connectives.contains(piece.text) { hasConnective = true }
      start -= 1
    }
    return start..<end
  }

  /// Whether a comma stands in a list of short members without numbers that a connective closes.
  private func closesList(
    after comma: Int,
    in sentence: Range<Int>,
    _ rule: NegationRule
  ) -> Bool {
    let closers = style == .notes ? rule.closers ?? connectives : connectives
    var words = 0
    for index in comma + 1..<sentence.upperBound {
      let piece = text.pieces[index]
      if ends(at: index) || quantityPieces.contains(index) { return false }
      if closers.contains(piece.text) { return true }
      if piece.text == "," {
        words = 0
      } else if piece.kind != .sign {
        words += 1
        if words > 5 { return false }
      }
    }
    return style == .prose
  }

  // MARK: Asking

  /// The cues that reach a run of pieces.
  func cues(reaching pieces: Range<Int>) -> [ScopedCue] {
    let sentence = text.pieces[pieces.lowerBound].sentence
    return (bySentence[sentence] ?? []).map { cues[$0] }.filter { $0.covers(pieces) }
  }

  /// Takes the answers to questions that were asked in the sentence before: an answered question is a
  /// statement.
  mutating func take(_ answers: [(piece: Int, affirms: Bool)]) {
    for answer in answers {
      let sentence = text.pieces[answer.piece].sentence
      guard sentence > 0, let last = text.sentences[sentence - 1].last,
        text.pieces[last].text == "?"
      else { continue }
      let asked = text.sentences[sentence - 1]
      bySentence[sentence - 1] = bySentence[sentence - 1]?.filter { number in
        switch cues[number].rule.effect {
        case .polarity(.hypothetical), .polarity(.uncertain): false
        default: true
        }
      }
      if answer.affirms { continue }
      let rule = NegationRule(
        effect: .polarity(.negated),
        direction: .backward,
        reach: asked.count,
        spansLists: true,
        pattern: .sentenceStart
      )
      bySentence[sentence - 1, default: []].append(cues.count)
      cues.append(ScopedCue(rule: rule, cue: answer.piece..<answer.piece + 1, scope: [asked]))
    }
  }

  /// How the text stands to a run of pieces.
  func assertion(of pieces: Range<Int>) -> Assertion {
    Self.assertion(cues(reaching: pieces))
  }

  static func assertion(_ cues: [ScopedCue]) -> Assertion {
    var assertion = Assertion(polarity: .affirmed)
    for cue in cues {
      switch cue.rule.effect {
      case .polarity(let polarity):
        if polarity.rank > assertion.polarity.rank { assertion.polarity = polarity }
      case .historical: assertion.isHistorical = true
      case .none: break
      }
    }
    return assertion
  }
}
