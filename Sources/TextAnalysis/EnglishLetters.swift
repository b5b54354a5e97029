/// The groups of letters that the English stemmer tells apart.
extension UInt8 {
  var isVowel: Bool { isOne(of: Self.vowels) }
  var isAEO: Bool { isOne(of: Self.aeo) }
  var isDoubling: Bool { isOne(of: Self.doublings) }
  var isValidBeforeLi: Bool { isOne(of: Self.beforeLi) }
  var isWXY: Bool {
    self == UInt8(ascii: "w") || self == UInt8(ascii: "x") || self == UInt8(ascii: "Y")
  }

  // One bit for each letter; other bytes have none.
  private func isOne(of letters: UInt32) -> Bool {
    let index = self &- UInt8(ascii: "a")
    return index < 26 && letters >> UInt32(index) & 1 == 1
  }

  private static let vowels = mask("aeiouy")
  private static let aeo = mask("aeo")
  private static let doublings = mask("bdfgmnprt")
  private static let beforeLi = mask("cdeghkmnrt")

  private static func mask(_ letters: String) -> UInt32 {
    letters.utf8.reduce(0) { $0 | 1 << UInt32($1 - UInt8(ascii: "a")) }
  }
}
