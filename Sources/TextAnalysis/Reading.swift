/// One way to read a text as a run of tokens, each compound taken in the same manner.
struct Reading {
  let tokens: [Token]
  let texts: [String]

  /// The reading with whole compounds, and those with joined forms and with parts if they differ.
  static func all(of tokens: [Token]) -> [Reading] {
    let groups = CompoundGroup.groups(of: tokens)
    let whole = Reading(groups.flatMap(\.whole))
    guard groups.count < tokens.count else { return [whole] }
    return [groups.flatMap(\.joined), groups.flatMap(\.parts)].reduce(into: [whole]) {
      readings,
      run in
      let reading = Reading(run)
      if !readings.contains(where: { $0.texts == reading.texts }) { readings.append(reading) }
    }
  }

  private init(_ tokens: [Token]) {
    self.tokens = tokens
    texts = tokens.map(\.text)
  }
}
