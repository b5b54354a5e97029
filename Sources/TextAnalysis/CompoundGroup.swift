/// The tokens of one position: a word, or a compound with its parts and its joined form.
struct CompoundGroup {
  private let tokens: ArraySlice<Token>
  private let range: Range<Int>

  /// The tokens of a text by position.
  static func groups(of tokens: [Token]) -> [CompoundGroup] {
    var groups: [CompoundGroup] = []
    groups.reserveCapacity(tokens.count)
    var start = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, tokens[end].position == tokens[start].position { end += 1 }
      groups.append(CompoundGroup(tokens[start..<end]))
      start = end
    }
    return groups
  }

  /// Takes the tokens of one position, at least one.
  private init(_ tokens: ArraySlice<Token>) {
    self.tokens = tokens
    range = tokens.dropFirst().reduce(tokens[tokens.startIndex].range) {
      min($0.lowerBound, $1.start)..<max($0.upperBound, $1.end)
    }
  }

  /// The compound as written, or its parts where a stop word filter removed it.
  var whole: [Token] {
    guard tokens.count > 1 else { return Array(tokens) }
    return tokens.first { $0.range == range }.map { [$0] } ?? parts
  }

  /// The compound in one word, or as written where there is no such form.
  var joined: [Token] {
    tokens.last { $0.range == range }.map { [$0] } ?? parts
  }

  /// The parts in order, each by its smallest token, or the whole of a word of one part.
  var parts: [Token] {
    var parts: [Token] = []
    for token in tokens where token.range != range {
      if let last = parts.last, last.end > token.start { parts.removeLast() }
      parts.append(token)
    }
    return parts.isEmpty ? Array(tokens.prefix(1)) : parts
  }
}
