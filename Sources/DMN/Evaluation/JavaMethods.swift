internal import FEEL
internal import Glibc

/// The methods of Java's library that models may call, as rows.
///
/// External functions are an option of the standard (DMN 1.5, 10.3.2.13.3). No Java runs here: a few
/// methods without side effects are written again, and every other one is null with a note.
private struct JavaMethod: Sendable {
  let name: String
  let parameters: [Parameter]
  let body: @Sendable ([Argument]) -> Value?

  init(
    _ name: String,
    _ parameters: [Parameter],
    _ body: @escaping @Sendable ([Argument]) -> Value?
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }

  /// The types of parameters, as signatures write them.
  enum Parameter: String {
    case double, float, int, long, short, byte, char
    case string = "java.lang.String"
    case objects = "[Ljava.lang.Object;"
  }

  enum Argument {
    case number(Number, Double)
    case text(String)
    case objects([Value])

    var double: Double { if case .number(_, let value) = self { value } else { .nan } }
    var number: Number { if case .number(let value, _) = self { value } else { .zero } }
    var text: String { if case .text(let value) = self { value } else { "" } }
  }

  static let all: [JavaMethod] = numeric + conversions

  private static let numeric: [JavaMethod] =
    [
      .init("java.lang.Math.cos", [.double]) { result(cos($0[0].double)) },
      .init("java.lang.Math.sin", [.double]) { result(sin($0[0].double)) },
      .init("java.lang.Math.tan", [.double]) { result(tan($0[0].double)) },
      .init("java.lang.Math.sqrt", [.double]) { result($0[0].double.squareRoot()) },
      .init("java.lang.Math.pow", [.double, .double]) { result(pow($0[0].double, $0[1].double)) },
    ]
    + [Parameter.double, .float, .int, .long].flatMap { type -> [JavaMethod] in
      [
        .init("java.lang.Math.max", [type, type]) { .number(max($0[0].number, $0[1].number)) },
        .init("java.lang.Math.min", [type, type]) { .number(min($0[0].number, $0[1].number)) },
        .init("java.lang.Math.abs", [type]) { .number($0[0].number.magnitude) },
      ]
    }

  private static let conversions: [JavaMethod] = [
    .init("java.lang.Short.valueOf", [.short]) { .number($0[0].number) },
    .init("java.lang.Byte.valueOf", [.byte]) { .number($0[0].number) },
    .init("java.lang.String.valueOf", [.char]) { .string($0[0].text) },
    .init("java.lang.Integer.valueOf", [.string]) { arguments in
      Int32(arguments[0].text).map { .number(Number(Int($0))) }
    },
    .init("java.lang.Float.valueOf", [.string]) { Number($0[0].text).map(Value.number) },
    .init("java.lang.Double.valueOf", [.string]) { Number($0[0].text).map(Value.number) },
    .init("java.lang.String.format", [.string, .objects]) { arguments in
      guard case .objects(let values) = arguments[1] else { return nil }
      return formatted(arguments[0].text, values)
    },
  ]

  private static func result(_ value: Double) -> Value? { Number(value).map(Value.number) }

  /// `%s` and `%%` of a format; nil for every other conversion and for missing values.
  private static func formatted(_ format: String, _ values: [Value]) -> Value? {
    var rest = values[...]
    var text = ""
    var characters = format.unicodeScalars.makeIterator()
    while let character = characters.next() {
      guard character == "%" else {
        text.unicodeScalars.append(character)
        continue
      }
      switch characters.next() {
      case "%"?: text += "%"
      case "s"?:
        guard let value = rest.popFirst() else { return nil }
        if case .string(let string) = value { text += string } else { text += value.feelText }
      default: return nil
      }
    }
    return .string(text)
  }
}

extension Evaluation {
  /// Calls a method by class and signature, such as `java.lang.Math` and `max(double, double)`.
  mutating func invokeJava(_ className: String, _ signature: String, _ values: [Value]) -> Value {
    let text = signature.filter { !$0.isWhitespace }
    let name = className + "." + (text.split(separator: "(").first ?? "")
    let types = text.dropLast().split(separator: "(").dropFirst().joined()
      .split(separator: ",").map(String.init)
    let method = JavaMethod.all.first { row in
      row.name == name && row.parameters.map(\.rawValue) == types
    }
    guard let method else { return null(.notAFunction(name)) }
    guard let arguments = method.parameters.arguments(values), let value = method.body(arguments)
    else { return null(.arguments(function: name, kinds: values.map(\.kind))) }
    return value
  }
}

extension [JavaMethod.Parameter] {
  /// The values as Java's types have them; nil where one has no such form.
  fileprivate func arguments(_ values: [Value]) -> [JavaMethod.Argument]? {
    var arguments: [JavaMethod.Argument] = []
    var rest = values[...]
    for parameter in self {
      if parameter == .objects {
        arguments.append(.objects([Value](rest)))
        rest = []
      } else {
        guard let value = rest.popFirst(), let argument = parameter.argument(value) else {
          return nil
        }
        arguments.append(argument)
      }
    }
    return rest.isEmpty ? arguments : nil
  }
}

extension JavaMethod.Parameter {
  fileprivate func argument(_ value: Value) -> JavaMethod.Argument? {
    switch (self, value) {
    case (.double, .number(let number)), (.float, .number(let number)):
      return .number(number, number.double)
    case (.long, .number(let number)): return whole(number, Int64.self)
    case (.int, .number(let number)): return whole(number, Int32.self)
    case (.short, .number(let number)): return whole(number, Int16.self)
    case (.byte, .number(let number)): return whole(number, Int8.self)
    case (.char, .string(let text)): return text.utf16.count == 1 ? .text(text) : nil
    case (.string, .string(let text)): return .text(text)
    default: return nil
    }
  }

  private func whole(_ number: Number, _ type: any FixedWidthInteger.Type) -> JavaMethod.Argument? {
    guard let int = number.int, type.holds(int) else { return nil }
    return .number(number, Double(int))
  }
}

extension FixedWidthInteger {
  fileprivate static func holds(_ value: Int) -> Bool { Self(exactly: value) != nil }
}
