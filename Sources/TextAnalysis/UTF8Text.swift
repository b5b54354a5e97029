/// A text as UTF-8 bytes that are known to be valid, read scalar by scalar.
package struct UTF8Text {
  package let bytes: [UInt8]

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  package var count: Int { bytes.count }

  /// The byte at an index, or nil past the end.
  package func byte(_ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  /// The scalar that starts at an index inside the text.
  package func scalar(at index: Int) -> Unicode.Scalar {
    let lead = UInt32(bytes[index])
    switch lead {
    case ..<0x80: return make(lead)
    case ..<0xE0: return make((lead & 0x1F) << 6 | low(index + 1))
    case ..<0xF0: return make((lead & 0x0F) << 12 | low(index + 1) << 6 | low(index + 2))
    default:
      return make(
        (lead & 0x07) << 18 | low(index + 1) << 12 | low(index + 2) << 6 | low(index + 3)
      )
    }
  }

  /// The index after the scalar that starts at `index`.
  package func next(_ index: Int) -> Int {
    switch bytes[index] {
    case ..<0x80: index + 1
    case ..<0xE0: index + 2
    case ..<0xF0: index + 3
    default: index + 4
    }
  }

  /// The index of the scalar that ends before `index`, which must not be zero.
  package func previous(_ index: Int) -> Int {
    var start = index - 1
    while bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The class of the scalar at an index, or `.other` past the end.
  package func scalarClass(_ index: Int) -> ScalarClass {
    guard index < bytes.count else { return .other }
    let byte = bytes[index]
    return byte < 0x80 ? ScalarClass(ascii: byte) : ScalarClass(scalar(at: index))
  }

  /// The text of a range that lies on scalar boundaries.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func low(_ index: Int) -> UInt32 {
    UInt32(bytes[index] & 0x3F)
  }

  // A Swift string holds no surrogates, so the replacement character is never taken.
  private func make(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
