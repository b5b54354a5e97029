/// Asks an earlier question again with one element in place of another of its kind, or one more.
struct Substitution {
  let context: TurnContext

  private var cues: FollowUpCues { context.cues }

  /// The last question with a fragment in it.
  func draft(_ fragment: String, intent: Intent) -> Draft? {
    let reading = context.resolver.read(fragment)
    guard !reading.words.isEmpty else { return nil }
    let base = base(for: reading)
    let target = context.resolver.read(base)
    let own = EntityFinder(cues: cues, turn: context.number).entities(of: reading)
    if let range = replaceable(by: reading, in: target) {
      let text = target.replacing(range, with: core(reading))
      return Draft(
        resolved: context.resolver.read(text).bare() + mark(of: target),
        intent: intent,
        base: text,
        focus: kept(own, in: text),
        putsOwnFirst: true
      )
    }
    let joint = reading.words[0].part == .preposition || reading.words[0].part == .conjunction
    let separator = joint ? " " : ", "
    return Draft(
      resolved: "\(target.bare())\(separator)\(fragment)\(mark(of: target))",
      intent: intent,
      base: base,
      fragment: fragment,
      focus: context.last.entities,
      putsOwnFirst: !joint || own.first.map { cues.holds($0.type, .focusType) } ?? false
    )
  }

  /// The entities of the last turn that a substitution left in place.
  private func kept(_ own: [Entity], in text: String) -> [Entity] {
    context.last.entities.filter { text.contains($0.text) && !own.contains($0) }
  }

  private func mark(of target: Utterance) -> String {
    target.text.utf8.last == UInt8(ascii: "?") ? "?" : ""
  }

  /// The question that the fragment completes: a fragment of the same kind before it steps back.
  private func base(for reading: Utterance) -> String {
    let last = context.last
    let earlier = context.state.turns.suffix(3).reversed().map(\.subject)
    if let same = earlier.first(where: { typed(reading, context.resolver.read($0)) != nil }) {
      return same
    }
    if last.fragment.isEmpty { return last.subject }
    let before = context.resolver.read(last.fragment)
    let types = Set(before.terms.map(\.type))
    if typed(reading, context.resolver.read(last.base)) != nil { return last.base }
    let sharesType = reading.terms.contains { types.contains($0.type) }
    let bothBare = reading.terms.isEmpty && before.terms.isEmpty
    let sharesOpening = before.words.first?.lower == reading.words.first?.lower
    return sharesType || bothBare || sharesOpening ? last.base : last.resolved
  }

  /// The fragment without the preposition that it shares with what it replaces.
  private func core(_ reading: Utterance) -> String {
    if let first = reading.words.first, first.part == .preposition, reading.words.count > 1 {
      return reading.bare(from: 1)
    }
    return reading.bare()
  }

  /// The bytes of what the fragment stands in for.
  private func replaceable(by reading: Utterance, in target: Utterance) -> Range<Int>? {
    if let range = typed(reading, target) { return range }
    guard reading.terms.isEmpty || target.terms.isEmpty else { return nil }
    guard let phrase = reading.phrases.first else { return nil }
    if let preposition = phrase.preposition, reading.words[0].part == .preposition {
      let word = reading.words[preposition].lower
      let same = target.phrases.last { $0.preposition.map { target.words[$0].lower } == word }
      return same.map { bytes(of: $0, in: target) }
    }
    let head = reading.words[phrase.head].stem
    if let same = target.phrases.last(where: { target.words[$0.head].stem == head }) {
      return bytes(of: same, in: target)
    }
    guard reading.words[0].part != .preposition, let last = target.phrases.last else { return nil }
    return bytes(of: last, in: target)
  }

  private func bytes(of phrase: NounPhrase, in target: Utterance) -> Range<Int> {
    target.words[phrase.words.lowerBound].start..<target.words[phrase.head].end
  }

  /// Terms of the type of the fragment's first term, with "or", "and" and commas between them.
  private func typed(_ reading: Utterance, _ target: Utterance) -> Range<Int>? {
    guard let term = reading.terms.first(where: { !$0.type.isEmpty }) else { return nil }
    let same = target.terms.filter { $0.type == term.type && $0.term != term.term }
    guard let first = same.first else { return nil }
    if let opening = reading.words.first, opening.part == .preposition,
      !cues.holds(term.type, .alternativeType)
    {
      let before = target.words.last { $0.end <= first.start }
      if before?.lower != opening.lower { return nil }
    }
    var end = first.end
    for next in same.dropFirst() {
      let between = target.words.filter { $0.start >= end && $0.end <= next.start }
      if !between.allSatisfy({ $0.lower == "or" || $0.lower == "and" }) { break }
      end = next.end
    }
    return first.start..<end
  }
}
