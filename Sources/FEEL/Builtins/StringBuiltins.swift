extension Builtin {
  /// The functions over strings (DMN 1.5, 10.3.4.3).
  static let string: [Builtin] = plain + patterns

  private static let plain: [Builtin] = [
    substring,
    ofString("string length") { .number(Number($0.unicodeScalars.count)) },
    ofString("upper case") { .string($0.fullUppercase) },
    ofString("lower case") { .string($0.fullLowercase) },
    ofMatch("substring before") { .string($0.before($1)) },
    ofMatch("substring after") { .string($0.after($1)) },
    ofMatch("contains") { .boolean($0.firstPlace(of: $1) != nil) },
    ofMatch("starts with") { .boolean($0.bytes.starts(with: $1.bytes)) },
    ofMatch("ends with") { .boolean($0.bytes.reversed().starts(with: $1.bytes.reversed())) },
    join,
  ]

  /// A row with one parameter `string`.
  private static func ofString(
    _ name: String,
    _ result: @escaping @Sendable (String) -> Value
  ) -> Builtin {
    .row(name, [.init("string", .string)]) { arguments, _ throws(BuiltinRefusal) in
      result(try arguments.string(0))
    }
  }

  /// A row with the parameters `string` and `match`.
  private static func ofMatch(
    _ name: String,
    _ result: @escaping @Sendable (ByteText, ByteText) -> Value
  ) -> Builtin {
    .row(name, [.init("string", .string), .init("match", .string)]) {
      arguments,
      _ throws(BuiltinRefusal) in
      result(ByteText(try arguments.string(0)), ByteText(try arguments.string(1)))
    }
  }

  /// Positions count code points from 1, or from -1 backwards.
  ///
  /// Position and length count by their whole parts. A position outside the string is null, and so is a
  /// negative length.
  private static let substring = Builtin.row(
    "substring",
    [
      .init("string", .string),
      .init("start position", .number),
      .init("length", .number, isOptional: true),
    ]
  ) { arguments, _ throws(BuiltinRefusal) in
    let scalars = try arguments.string(0).unicodeScalars
    let position = try arguments.whole(1, named: "start position")
    guard let start = offset(ofPosition: position, count: scalars.count) else {
      throw arguments.refusal(of: "start position")
    }
    let rest = scalars.dropFirst(start)
    guard let length = arguments.optionalNumber(2) else { return .string(String(rest)) }
    guard !length.isNegative else { throw arguments.refusal(of: "length") }
    let count = length.rounded(.down, scale: 0)?.int
    return .string(String(rest.prefix(count ?? .max)))
  }

  /// How many code points stand before a position; nil for a position outside the string.
  private static func offset(ofPosition position: Int, count: Int) -> Int? {
    switch position {
    case 1...: position <= count ? position - 1 : nil
    case ..<0: position >= -count ? count + position : nil
    default: nil
    }
  }

  /// Null elements are left out; any other element that is no string makes the result null.
  private static let join = Builtin.row(
    "string join",
    [
      .init("list", .list(.any)),
      .init("delimiter", .string, isOptional: true, acceptsNull: true),
    ]
  ) { arguments, evaluation throws(BuiltinRefusal) in
    let elements = try arguments.list(0)
    try evaluation.charge(elements.count)
    let delimiter = arguments.optionalString(1) ?? ""
    var result = ""
    var isFirst = true
    for element in elements {
      if case .null = element { continue }
      guard case .string(let text) = element else { throw arguments.refusal(of: [element]) }
      if !isFirst { result += delimiter }
      result += text
      isFirst = false
      guard result.utf8.count <= String.largestResult else {
        throw BuiltinRefusal(.limit("string join"))
      }
    }
    return .string(result)
  }
}

extension String {
  /// The bytes that a text made by a built-in may have: 16 MiB, so that no rule fills the memory.
  static let largestResult = 1 << 24
}
