extension StorageWriter {
  package mutating func append(_ number: Number) {
    append(UInt64(truncatingIfNeeded: number.coefficient))
    append(UInt64(truncatingIfNeeded: number.coefficient >> 64))
    append(number.exponent)
    append(number.isNegative)
  }

  /// A value; dates, times, durations and functions cannot be stored.
  package mutating func append(_ value: Value) throws(StorageError) {
    switch value {
    case .null: append(UInt8(0))
    case .boolean(let truth):
      append(UInt8(1))
      append(truth)
    case .number(let number):
      append(UInt8(2))
      append(number)
    case .string(let text):
      append(UInt8(3))
      append(text)
    case .list(let elements):
      append(UInt8(4))
      try append(elements) { (writer, element) throws(StorageError) in try writer.append(element) }
    case .context(let context):
      append(UInt8(5))
      try append(context.entries) { (writer, entry) throws(StorageError) in
        writer.append(entry.key)
        try writer.append(entry.value)
      }
    case .date, .time, .dateAndTime, .yearsAndMonths, .daysAndTime, .range, .function:
      throw .notStorable
    }
  }

  package mutating func append(_ type: FEELType) throws(StorageError) {
    if let place = FEELType.plain.firstIndex(of: type) {
      append(UInt8(place))
      return
    }
    switch type {
    case .list(let element):
      append(UInt8(20))
      try append(element)
    case .range(let element):
      append(UInt8(21))
      try append(element)
    case .context(let fields):
      append(UInt8(22))
      try append(fields) { (writer, field) throws(StorageError) in
        writer.append(field.name)
        try writer.append(field.type)
      }
    case .function(let parameters, let result):
      append(UInt8(23))
      try append(parameters) { (writer, type) throws(StorageError) in try writer.append(type) }
      try append(result)
    default: throw .notStorable
    }
  }
}

extension StorageReader {
  package mutating func number() throws(StorageError) -> Number {
    let low = UInt128(try uint64())
    let coefficient = UInt128(try uint64()) << 64 | low
    let exponent = try int32()
    let isNegative = try bool()
    let number = Number(
      rounding: WideUInt(coefficient),
      exponent: Int(exponent),
      isNegative: isNegative
    )
    // Only what keeps the invariants of numbers comes out as it went in.
    guard let number, number.coefficient == coefficient, number.exponent == exponent,
      number.isNegative == isNegative
    else { throw damage }
    return number
  }

  package mutating func value() throws(StorageError) -> Value {
    try nested { (reader) throws(StorageError) in
      switch try reader.byte() {
      case 0: return .null
      case 1: return .boolean(try reader.bool())
      case 2: return .number(try reader.number())
      case 3: return .string(try reader.text())
      case 4:
        return .list(try reader.elements { (reader) throws(StorageError) in try reader.value() })
      case 5:
        let entries = try reader.elements { (reader) throws(StorageError) in
          (key: try reader.text(), value: try reader.value())
        }
        return .context(Context(entries))
      default: throw reader.damage
      }
    }
  }

  package mutating func type() throws(StorageError) -> FEELType {
    try nested { (reader) throws(StorageError) in
      let tag = Int(try reader.byte())
      if tag < FEELType.plain.count { return FEELType.plain[tag] }
      switch tag {
      case 20: return .list(try reader.type())
      case 21: return .range(try reader.type())
      case 22:
        let fields = try reader.elements { (reader) throws(StorageError) in
          FEELType.Field(name: try reader.text(), type: try reader.type())
        }
        return .context(fields)
      case 23:
        let parameters = try reader.elements { (reader) throws(StorageError) in
          try reader.type()
        }
        return .function(parameters, result: try reader.type())
      default: throw reader.damage
      }
    }
  }
}

extension FEELType {
  /// The types without parts, in the order in which they are numbered.
  fileprivate static let plain: [FEELType] = [
    .any, .null, .boolean, .number, .string, .date, .time, .dateAndTime, .yearsAndMonths,
    .daysAndTime,
  ]
}
