/// Finds what "the second one" points at: an option of an earlier question, or a statement shown.
struct ListReference {
  let context: TurnContext

  private var cues: FollowUpCues { context.cues }

  private static let ordinals: [(kind: CueKind, place: Int)] = [
    (.ordinalFirst, 0), (.ordinalSecond, 1), (.ordinalThird, 2), (.ordinalFourth, 3),
    (.ordinalLast, -1),
  ]

  /// The turn with the option in place of its number.
  func draft(of turn: Utterance) -> Draft? {
    guard let (range, place) = reference(in: turn), let option = option(place) else { return nil }
    let bytes = turn.words[range.lowerBound].start..<turn.words[range.upperBound - 1].end
    let entity = Entity(text: option, isPlural: false, isName: false, turn: context.last.number)
    let asks = turn.words.contains { $0.part == .interrogative }
    if turn.isFragment(from: turn.body), !asks, range.upperBound == turn.words.count {
      return Substitution(context: context).draft(option, intent: .listReference).map { draft in
        again(draft, option, entity)
      }
    }
    let replaced = turn.replacing(bytes, with: option)
    if asks, turn.isFragment(from: turn.body) {
      return context.restated(
        context.resolver.read(replaced).bare(),
        intent: .listReference,
        focus: [entity]
      )
    }
    return Draft(resolved: replaced, intent: .listReference, focus: [entity])
  }

  /// The last question asked of another option.
  private func again(_ draft: Draft, _ option: String, _ entity: Entity) -> Draft {
    let last = context.last
    guard last.intent == .listReference, let before = last.entities.first,
      let range = last.resolved.firstRange(of: before.text)
    else { return draft }
    return Draft(
      resolved: last.resolved[..<range.lowerBound] + option + last.resolved[range.upperBound...],
      intent: .listReference,
      focus: [entity]
    )
  }

  /// "the first", "the last one": an ordinal with no noun of its own.
  private func reference(in turn: Utterance) -> (Range<Int>, Int)? {
    for index in turn.words.indices where index > 0 && turn.words[index - 1].lower == "the" {
      for (kind, place) in Self.ordinals {
        let length = cues.length(of: kind, in: turn.words, at: index)
        guard length > 0 else { continue }
        let end = index + length
        if end < turn.words.count, turn.words[end].isNominal, !turn.words[end].isAfterBreak {
          continue
        }
        return ((index - 1)..<end, place)
      }
    }
    return nil
  }

  private func option(_ place: Int) -> String? {
    for turn in context.state.turns.suffix(4).reversed() {
      let options = options(of: turn.question)
      let index = place < 0 ? options.count - 1 : place
      if options.count > 1, options.indices.contains(index) { return options[index] }
    }
    let index = place < 0 ? context.state.statements.count - 1 : place
    guard context.state.statements.indices.contains(index) else { return nil }
    return gist(of: context.state.statements[index].text)
  }

  /// The options that a question lists: "A, B or C", "A versus B".
  private func options(of question: String) -> [String] {
    let reading = context.resolver.read(question)
    let joins: Set<String> = ["or", "vs", "versus"]
    guard
      let join = reading.words.indices.first(where: { joins.contains(reading.words[$0].lower) }),
      join > 0, join + 1 < reading.words.count
    else { return [] }
    var starts = [option(endingAt: join, in: reading)]
    while let first = starts.first, first.lowerBound > 0,
      reading.words[first.lowerBound].isAfterBreak, starts.count < 6
    {
      let before = option(endingAt: first.lowerBound, in: reading)
      if before.isEmpty { break }
      starts.insert(before, at: 0)
    }
    return starts.filter { !$0.isEmpty }.map { reading.slice($0) } + [after(join, in: reading)]
  }

  /// The words of an option that ends before a place.
  private func option(endingAt end: Int, in reading: Utterance) -> Range<Int> {
    var start = end
    while start > 0, end - start < 4 {
      let word = reading.words[start - 1]
      if word.part == .auxiliary || word.part == .interrogative { break }
      if cues.holds(word.lower, .personal) { break }
      start -= 1
      if word.isAfterBreak { break }
    }
    return start..<end
  }

  private func after(_ join: Int, in reading: Utterance) -> String {
    var end = join + 1
    while end < reading.words.count, end - join < 5 {
      if end > join + 1, reading.words[end].isAfterBreak { break }
      if reading.words[end].part == .preposition || reading.words[end].part == .determiner {
        if end > join + 1 { break }
      }
      end += 1
    }
    return reading.slice((join + 1)..<end)
  }

  /// The names in a statement, which stand for it in a question.
  private func gist(of statement: String) -> String? {
    let reading = context.resolver.read(statement)
    let entities = EntityFinder(cues: cues, turn: context.number).entities(of: reading)
    let names = entities.prefix(3).map(\.text)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
