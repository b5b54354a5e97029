/// Document lengths in one byte: exact below 40, then to four significant bits.
///
/// The steps are those that Lucene keeps (`SmallFloat.intToByte4`), so that scores can be compared.
enum LengthClass {
  /// Lengths that are kept as they are before significant bits are counted.
  private static let exact = 24

  /// The class of a length; longer documents have the same or a higher one.
  static func of(_ length: Int) -> UInt8 {
    guard length >= exact else { return UInt8(max(0, length)) }
    let rest = min(length, Int(Int32.max)) - exact
    guard rest >= 16 else { return UInt8(exact + rest) }
    let shift = Int.bitWidth - rest.leadingZeroBitCount - 4
    return UInt8(exact + (rest >> shift & 7 | (shift + 1) << 3))
  }

  /// The least length of a class.
  static func length(_ lengthClass: UInt8) -> Int {
    let value = Int(lengthClass) - exact
    guard value >= 16 else { return Int(lengthClass) }
    let shift = value >> 3 - 1
    return exact + (value & 7 | 8) << shift
  }

  /// The middle of the lengths of a class, which stands for all of them in scores.
  static func middle(_ lengthClass: UInt8) -> Float {
    let least = Float(length(lengthClass))
    return lengthClass == .max ? least : (least + Float(length(lengthClass + 1) - 1)) / 2
  }

  /// Documents by ascending class, and within a class as they came.
  ///
  /// - Complexity: O(n).
  static func order(_ classes: [UInt8]) -> [Int] {
    var places = [Int](repeating: 0, count: 257)
    for lengthClass in classes { places[Int(lengthClass) + 1] += 1 }
    for index in 1..<257 { places[index] += places[index - 1] }
    var order = [Int](repeating: 0, count: classes.count)
    for (document, lengthClass) in classes.enumerated() {
      order[places[Int(lengthClass)]] = document
      places[Int(lengthClass)] += 1
    }
    return order
  }
}
