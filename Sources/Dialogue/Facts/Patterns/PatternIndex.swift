/// Patterns by what they can begin with, so that each piece is tried against few of them.
struct PatternIndex: Sendable {
  let patterns: [PhrasePattern]
  /// By atom, the numbers of the patterns that can begin with it.
  private var byAtom: [[Int]] = []
  private var byQuantity: [Int] = []

  init(_ patterns: [PhrasePattern], classes: [PhrasePattern]) {
    self.patterns = patterns
    for (number, pattern) in patterns.enumerated() {
      var first = Beginning()
      first.add(pattern, classes)
      for atom in first.atoms {
        while byAtom.count <= atom { byAtom.append([]) }
        byAtom[atom].append(number)
      }
      if first.hasQuantity { byQuantity.append(number) }
    }
  }

  /// Every match of every pattern at a piece: the number of the pattern and its ends.
  func matches(
    at piece: Int,
    _ matcher: inout PatternMatcher
  ) -> [(pattern: Int, ends: [MatchEnd])] {
    var numbers: [Int] = []
    for atom in matcher.text.pieces[piece].atoms where atom < byAtom.count {
      numbers += byAtom[atom]
    }
    if !byQuantity.isEmpty, matcher.quantityStarts[piece] != nil { numbers += byQuantity }
    // Most pieces begin nothing.
    if numbers.isEmpty { return [] }
    var tried: Set<Int> = []
    return numbers.sorted().compactMap { number in
      guard tried.insert(number).inserted else { return nil }
      let ends = matcher.ends(of: patterns[number], at: piece)
      return ends.isEmpty ? nil : (number, ends)
    }
  }
}

/// What a pattern can begin with.
private struct Beginning {
  var atoms: Set<Int> = []
  var hasQuantity = false

  /// Adds what a pattern begins with; true if the pattern may also match nothing.
  @discardableResult
  mutating func add(_ pattern: PhrasePattern, _ classes: [PhrasePattern]) -> Bool {
    switch pattern {
    case .atom(let atom):
      atoms.insert(atom)
      return false
    case .quantity:
      hasQuantity = true
      return false
    case .gap, .sentenceStart: return true
    case .sequence(let elements):
      for element in elements where !add(element, classes) { return false }
      return true
    case .choice(let options):
      var isEmpty = false
      for option in options where add(option, classes) { isEmpty = true }
      return isEmpty
    case .optional(let inner):
      add(inner, classes)
      return true
    case .named(let number): return add(classes[number], classes)
    }
  }
}
