/// The number of edits between two words, or nil where it is over a limit.
///
/// Insertions, deletions, substitutions and transpositions of neighbours count 1 each, and no part is
/// edited twice (optimal string alignment; Damerau, CACM 1964). Letters are Unicode scalars.
///
/// - Parameters:
///   - a: A word.
///   - b: Another word.
///   - limit: The largest distance of interest; a negative one is never met.
/// - Returns: A distance in `0 ... limit`, or nil.
/// - Complexity: O(*n* · `limit`) for *n* scalars in the shorter word.
public func editDistance(_ a: String, _ b: String, atMost limit: Int) -> Int? {
  guard limit >= 0 else { return nil }
  if a.utf8.elementsEqual(b.utf8) { return 0 }
  let (short, long) = ordered(Array(a.unicodeScalars), Array(b.unicodeScalars))
  guard long.count - short.count <= limit else { return nil }
  return EditBand(short: short, long: long, limit: min(limit, long.count)).distance()
}

private func ordered(
  _ a: [Unicode.Scalar],
  _ b: [Unicode.Scalar]
) -> (short: [Unicode.Scalar], long: [Unicode.Scalar]) {
  a.count <= b.count ? (a, b) : (b, a)
}

/// The cells of the distance table that can hold at most the limit: a band around the diagonal.
private struct EditBand {
  let short: [Unicode.Scalar]
  let long: [Unicode.Scalar]
  let limit: Int

  /// The row for `row` letters of the short word; column 0 stands for no letter of the long one.
  func distance() -> Int? {
    let outside = limit + 1
    var beforePrevious = [Int](repeating: outside, count: long.count + 1)
    var previous = (0...long.count).map { min($0, outside) }
    var current = beforePrevious
    for row in stride(from: 1, through: short.count, by: 1) {
      let columns = max(1, row - limit)...min(long.count, row + limit)
      current[columns.lowerBound - 1] = columns.lowerBound == 1 ? min(row, outside) : outside
      var least = current[columns.lowerBound - 1]
      for column in columns {
        let cost = cost(row, column, current, previous, beforePrevious)
        current[column] = min(cost, outside)
        least = min(least, cost)
      }
      if columns.upperBound < long.count { current[columns.upperBound + 1] = outside }
      guard least <= limit else { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[long.count] <= limit ? previous[long.count] : nil
  }

  private func cost(
    _ row: Int,
    _ column: Int,
    _ current: [Int],
    _ previous: [Int],
    _ beforePrevious: [Int]
  ) -> Int {
    let isSame = short[row - 1] == long[column - 1]
    var cost = min(
      previous[column - 1] + (isSame ? 0 : 1),
      min(previous[column], current[column - 1]) + 1
    )
    if row > 1, column > 1, short[row - 1] == long[column - 2], short[row - 2] == long[column - 1] {
      cost = min(cost, beforePrevious[column - 2] + 1)
    }
    return cost
  }
}
