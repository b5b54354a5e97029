/// Adds the parts of each quantity at its position.
///
/// `<1cm` stays and is followed by `1cm`, `1` and `cm`; `3-4week` by `3`, `4` and `week`.
public struct NumberFilter: TokenFilter {
  /// Makes a number filter.
  public init() {}

  /// The tokens, each quantity followed by what it is made of.
  ///
  /// - Complexity: O(*n*) in the bytes of the tokens.
  public func filter(_ tokens: [Token]) -> [Token] {
    var result: [Token] = []
    result.reserveCapacity(tokens.count + tokens.count / 2)
    for token in tokens {
      result.append(token)
      if token.kind == .quantity { appendParts(of: token, to: &result) }
    }
    return result
  }

  private func appendParts(of token: Token, to result: inout [Token]) {
    let withoutComparator = token.text.drop { "<>=".contains($0) }
    let unit = withoutComparator.drop { "0123456789.-".contains($0) }
    let numbers = withoutComparator.dropLast(unit.count).split(separator: "-")
    guard let first = token.parts.first, token.parts.count == numbers.count + (unit.isEmpty ? 0 : 1)
    else { return }
    if withoutComparator.startIndex > token.text.startIndex, !unit.isEmpty || numbers.count > 1 {
      result.append(token.part(String(withoutComparator), first.lowerBound..<token.end))
    }
    for (text, range) in zip(numbers + (unit.isEmpty ? [] : [unit]), token.parts) {
      result.append(token.part(String(text), range))
    }
  }
}
