/// At most eight ASCII letters packed into one word, which compare in one operation.
struct Affix: ExpressibleByStringLiteral {
  /// The letters, the last in the lowest byte.
  let letters: UInt64
  let count: Int

  init(stringLiteral value: String) {
    precondition(value.utf8.count <= 8)
    letters = value.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    count = value.utf8.count
  }

  /// Whether text ends with the affix, given its last eight letters.
  func ends(_ tail: UInt64) -> Bool {
    (tail ^ letters) << UInt64(64 - 8 * count) == 0
  }
}
