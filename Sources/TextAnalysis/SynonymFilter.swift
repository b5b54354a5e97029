/// Adds a common term wherever the text uses one of its names.
///
/// The term is a token `§` + term at the position of the first word of the name, from the start of that
/// word to the end of the last. The words of the text stay. Of names that overlap, the one that starts
/// first wins, then the longest. A compound counts as itself, as its joined form and as its run of
/// parts, see ``readings(of:)``. Stop words that were removed do not interrupt a name.
public struct SynonymFilter: TokenFilter {
  /// What the text of a synonym token starts with, which no word of a text can.
  public static let prefix = "§"

  private let table: any SynonymTable

  /// Takes the names, analysed by the same filters as the text.
  public init(table: any SynonymTable) {
    self.table = table
  }

  /// The tokens, with the terms they name after the tokens of the same position.
  ///
  /// - Complexity: O(*n*) look-ups in the table for *n* tokens, and sorting the matches.
  public func filter(_ tokens: [Token]) -> [Token] {
    let matches = matches(in: tokens)
    guard !matches.isEmpty else { return tokens }
    var result: [Token] = []
    result.reserveCapacity(tokens.count + matches.count)
    var next = 0
    for (index, token) in tokens.enumerated() {
      result.append(token)
      let endsPosition = index + 1 == tokens.count || tokens[index + 1].position != token.position
      guard endsPosition else { continue }
      while next < matches.count, matches[next].position == token.position {
        result.append(matches[next])
        next += 1
      }
    }
    return result
  }

  /// The ways to read tokens as a run of texts, without duplicates.
  ///
  /// `eob-mri` reads as `eob-mri`, as `eobmri` and as `eob`, `mri`. A table that holds every reading of
  /// a name finds that name in whichever way a text writes it.
  public static func readings(of tokens: [Token]) -> [[String]] {
    Reading.all(of: tokens).map(\.texts)
  }

  private func matches(in tokens: [Token]) -> [Token] {
    let found = Reading.all(of: tokens).flatMap { reading in
      reading.texts.indices.compactMap { match(in: reading, at: $0) }
    }
    var end = 0
    return found.sorted { ($0.start, -$0.end, $0.text) < ($1.start, -$1.end, $1.text) }
      .filter { match in
        guard match.start >= end else { return false }
        end = match.end
        return true
      }
  }

  private func match(in reading: Reading, at index: Int) -> Token? {
    guard let match = table.longestMatch(in: reading.texts, at: index) else { return nil }
    let first = reading.tokens[index]
    let last = reading.tokens[index + match.length - 1]
    return first.part(Self.prefix + match.term, first.start..<last.end)
  }
}
