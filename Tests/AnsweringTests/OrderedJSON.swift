/// JSON text whose keys keep their order, to see what `JSONSerialization` hides.
///
/// It expects valid text; validity is proven by `JSONSerialization` beforehand.
indirect enum OrderedJSON {
  case object([(key: String, value: OrderedJSON)])
  case array([OrderedJSON])
  case scalar

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var at = 0
    self = Self.value(bytes, &at)
  }

  var keys: [String] {
    if case .object(let members) = self { members.map(\.key) } else { [] }
  }

  var elements: [OrderedJSON] {
    if case .array(let elements) = self { elements } else { [] }
  }

  subscript(key: String) -> OrderedJSON? {
    if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }

  private static func value(_ bytes: [UInt8], _ at: inout Int) -> OrderedJSON {
    switch bytes[at] {
    case UInt8(ascii: "{"):
      var members: [(key: String, value: OrderedJSON)] = []
      at += 1
      while bytes[at] != UInt8(ascii: "}") {
        if bytes[at] == UInt8(ascii: ",") { at += 1 }
        let key = string(bytes, &at)
        at += 1
        members.append((key, value(bytes, &at)))
      }
      at += 1
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [OrderedJSON] = []
      at += 1
      while bytes[at] != UInt8(ascii: "]") {
        if bytes[at] == UInt8(ascii: ",") { at += 1 }
        elements.append(value(bytes, &at))
      }
      at += 1
      return .array(elements)
    case UInt8(ascii: "\""):
      _ = string(bytes, &at)
      return .scalar
    default:
      while at < bytes.count, !",]}".utf8.contains(bytes[at]) { at += 1 }
      return .scalar
    }
  }

  /// A string's characters as written, escapes included.
  private static func string(_ bytes: [UInt8], _ at: inout Int) -> String {
    let start = at + 1
    at = start
    while bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    at += 1
    return String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
  }
}
