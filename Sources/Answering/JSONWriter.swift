/// Writes JSON (RFC 8259) with its keys in the order in which they are given.
///
/// `JSONEncoder` orders keys anew in every run; a script wants the same bytes for the same answer.
public struct JSONWriter {
  private var bytes: [UInt8] = []
  private var needsComma = false

  /// Starts an empty text.
  public init() {}

  /// What was written.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object; `body` writes its members.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    body(&self)
    close("}")
  }

  /// Writes an array; `body` writes its elements.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open("[")
    body(&self)
    close("]")
  }

  /// Writes an array with one element for each item.
  public mutating func array<Item>(
    _ items: [Item],
    _ body: (inout JSONWriter, Item) -> Void
  ) {
    array { writer in
      for item in items { body(&writer, item) }
    }
  }

  /// Writes a member's key; its value follows.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }

  /// Writes an integer.
  public mutating func number(_ value: Int) {
    raw("\(value)")
  }

  /// Writes a number with at most three decimals; what is not finite becomes null.
  public mutating func number(_ value: Double) {
    guard value.isFinite, abs(value) < 1e15 else { return null() }
    let scaled = (value * 1000).rounded()
    let whole = Int((scaled / 1000).rounded(.towardZero))
    let rest = Int(abs(scaled.truncatingRemainder(dividingBy: 1000)))
    var text = scaled < 0 && whole == 0 ? "-0" : "\(whole)"
    if rest > 0 {
      var digits = String(repeating: "0", count: 3 - "\(rest)".count) + "\(rest)"
      while digits.hasSuffix("0") { digits.removeLast() }
      text += ".\(digits)"
    }
    raw(text == "-0" ? "0" : text)
  }

  /// Writes a number from its decimal digits, which keep their precision.
  public mutating func number(digits: String) {
    raw(digits)
  }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  /// Writes null.
  public mutating func null() {
    raw("null")
  }

  /// Writes a text that is a JSON value already.
  mutating func json(_ text: String) {
    raw(text)
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes += Array(text.utf8)
    needsComma = true
  }

  private mutating func open(_ sign: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: sign))
    needsComma = false
  }

  private mutating func close(_ sign: Unicode.Scalar) {
    bytes.append(UInt8(ascii: sign))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ text: String) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 10: bytes += Array("\\n".utf8)
      case 13: bytes += Array("\\r".utf8)
      case 9: bytes += Array("\\t".utf8)
      case 0..<32, 127:
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
