/// Reads the parts of dates, times and durations from the bytes of a text, front to back.
///
/// Methods that read consume what they read, and nothing when they give nil or false. Digits are the
/// ten of ASCII, as in XML Schema.
struct TemporalScanner {
  private let bytes: [UInt8]
  private var position = 0

  /// Starts at the first byte of a text.
  init(_ text: some StringProtocol) {
    bytes = Array(text.utf8)
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { position == bytes.count }

  /// A run of digits.
  struct Digits {
    /// The number that they write.
    let value: Int
    /// How many they are.
    let count: Int
    /// Whether the first one is not `0`.
    let hasNoLeadingZero: Bool
  }

  /// Reads one ASCII character if it stands here.
  mutating func eat(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  /// Reads a run of one or more digits; nil when there is none or its value is above `Int.max`.
  mutating func digits() -> Digits? {
    let start = position
    guard let value = number(Int.self) else { return nil }
    return Digits(
      value: value,
      count: position - start,
      hasNoLeadingZero: bytes[start] != UInt8(ascii: "0")
    )
  }

  /// Reads exactly two digits.
  mutating func twoDigits() -> Int? {
    guard let tens = digit(at: position), let ones = digit(at: position + 1) else { return nil }
    position += 2
    return tens * 10 + ones
  }

  /// Reads a run of one or more digits as a number; nil when there is none or it overflows.
  mutating func number<Integer: FixedWidthInteger>(_ type: Integer.Type) -> Integer? {
    var value: Integer = 0
    var end = position
    while let digit = digit(at: end) {
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Integer(digit))
      guard !overflow, !carry else { return nil }
      value = sum
      end += 1
    }
    guard end > position else { return nil }
    position = end
    return value
  }

  /// Reads digits behind a decimal point as nanoseconds, 0 when there are none.
  ///
  /// Digits behind the ninth are read and left out.
  mutating func nanoseconds() -> Int {
    var value = 0
    var weight = 100_000_000
    while let digit = digit(at: position) {
      value += digit * weight
      weight /= 10
      position += 1
    }
    return value
  }

  /// Whether a digit stands here.
  var isAtDigit: Bool { digit(at: position) != nil }

  /// Reads bytes as long as they are wanted, and gives their number.
  mutating func skip(while isWanted: (UInt8) -> Bool) -> Int {
    let count = bytes[position...].prefix(while: isWanted).count
    position += count
    return count
  }

  /// Reads everything up to the end.
  mutating func rest() -> String {
    defer { position = bytes.count }
    return String(decoding: bytes[position...], as: UTF8.self)
  }

  private func digit(at place: Int) -> Int? {
    guard place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else {
      return nil
    }
    return Int(bytes[place] - UInt8(ascii: "0"))
  }
}

extension FixedWidthInteger {
  /// Nanoseconds below a second as the text behind a number of seconds: `.25`, or nothing for 0.
  var fractionText: String {
    guard self != 0 else { return "" }
    var digits = Substring(padded(to: 9))
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }
}
