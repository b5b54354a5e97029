/// The UTF-8 bytes of a text, for search by code point.
///
/// Texts are never compared as Swift's `String` compares them (canonical equivalence): in FEEL `é` of one
/// code point and `é` of two are different texts. UTF-8 lets bytes be searched, because the bytes of one
/// code point never lie within those of others.
struct ByteText: Sendable {
  /// The bytes.
  let bytes: [UInt8]

  /// Takes the bytes of a text.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The text before the first occurrence of another; empty when there is none.
  func before(_ match: ByteText) -> String {
    guard let place = firstPlace(of: match) else { return "" }
    return String(decoding: bytes[..<place], as: UTF8.self)
  }

  /// The text after the first occurrence of another; empty when there is none.
  func after(_ match: ByteText) -> String {
    guard let place = firstPlace(of: match) else { return "" }
    return String(decoding: bytes[(place + match.bytes.count)...], as: UTF8.self)
  }

  /// The place of the first occurrence of another text; nil when there is none.
  ///
  /// Knuth, Morris and Pratt, SIAM Journal on Computing 6 (1977).
  ///
  /// - Complexity: O(n + m), so that long texts of few letters cost no more than others.
  func firstPlace(of match: ByteText) -> Int? {
    let wanted = match.bytes
    guard !wanted.isEmpty else { return 0 }
    let borders = match.borders()
    var matched = 0
    for (place, byte) in bytes.enumerated() {
      while matched > 0, byte != wanted[matched] { matched = borders[matched - 1] }
      if byte == wanted[matched] { matched += 1 }
      if matched == wanted.count { return place + 1 - matched }
    }
    return nil
  }

  /// For each prefix, the length of the longest proper prefix of it that also ends it.
  private func borders() -> [Int] {
    var borders = [Int](repeating: 0, count: bytes.count)
    var length = 0
    for place in bytes.indices.dropFirst() {
      while length > 0, bytes[place] != bytes[length] { length = borders[length - 1] }
      if bytes[place] == bytes[length] { length += 1 }
      borders[place] = length
    }
    return borders
  }
}
