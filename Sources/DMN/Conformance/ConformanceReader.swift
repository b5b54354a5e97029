internal import FEEL

/// Reads the test files of the conformance suite (testCases.xsd).
struct ConformanceReader {
  private static let instance = "http://www.w3.org/2001/XMLSchema-instance"
  private let path: String

  /// Reads a file.
  static func read(_ path: String) throws(ConformanceError) -> ConformanceFile {
    let bytes: [UInt8]
    do {
      bytes = try FolderAccess.read(path)
    } catch {
      throw ConformanceError(path: path, line: 0, words: error.words)
    }
    let root: XMLElement
    do {
      root = try XMLReader().read(bytes)
    } catch {
      let words = String(describing: error.reason)
      throw ConformanceError(path: path, line: error.line, words: words)
    }
    return try ConformanceReader(path: path).file(root)
  }

  private func file(_ root: XMLElement) throws(ConformanceError) -> ConformanceFile {
    guard root.name == "testCases" else { throw error(root, "no test cases") }
    guard let model = root.child("modelName")?.trimmedText else { throw error(root, "no model") }
    let cases = try root.children("testCase").map { element throws(ConformanceError) in
      try testCase(element)
    }
    return ConformanceFile(path: path, modelName: model, cases: cases)
  }

  private func testCase(_ element: XMLElement) throws(ConformanceError) -> ConformanceCase {
    var inputs = Context()
    for node in element.children("inputNode") {
      inputs[node["name"]?.normalizedName ?? ""] = try value(in: node)
    }
    let isService = element["type"] == "decisionService"
    let expectations = try element.children("resultNode").map { node throws(ConformanceError) in
      ConformanceCase.Expectation(
        name: node["name"]?.normalizedName ?? "",
        value: try node.child("expected").map { expected throws(ConformanceError) in
          try value(in: expected)
        } ?? .null,
        isError: node["errorResult"] == "true"
      )
    }
    return ConformanceCase(
      id: element["id"] ?? "",
      service: isService ? element["invocableName"]?.normalizedName ?? "" : nil,
      inputs: inputs,
      expectations: expectations
    )
  }

  private func error(_ element: XMLElement, _ words: String) -> ConformanceError {
    ConformanceError(path: path, line: element.line, words: words)
  }

  // MARK: Values

  /// The value that an element holds: components, a list or a simple value.
  private func value(in element: XMLElement) throws(ConformanceError) -> Value {
    let components = element.children("component")
    guard components.isEmpty else {
      var context = Context()
      for component in components {
        context[component["name"]?.normalizedName ?? ""] = try value(in: component)
      }
      return .context(context)
    }
    if let list = element.child("list") {
      guard !isNil(list) else { return .null }
      let items = try list.children("item").map { item throws(ConformanceError) in
        try value(in: item)
      }
      return .list(items)
    }
    guard let simple = element.child("value") else { return .null }
    return isNil(simple) ? .null : try simpleValue(simple)
  }

  private func isNil(_ element: XMLElement) -> Bool {
    ["true", "1"].contains(element["nil", in: Self.instance]?.trimmed)
  }

  private func simpleValue(_ element: XMLElement) throws(ConformanceError) -> Value {
    let name = element["type", in: Self.instance]?.trimmed ?? "string"
    let type = name.split(separator: ":").last.map(String.init) ?? "string"
    let text = element.text.trimmed
    let value: Value? =
      switch type {
      case "string": .string(element.text)
      case "boolean": text == "true" || text == "1" ? .boolean(true) : .boolean(false)
      case "decimal", "double", "float", "integer", "int", "long": Number(text).map(Value.number)
      case "date": CalendarDate(text).map(Value.date)
      case "time": TimeOfDay(text).map(Value.time)
      case "dateTime": DateAndTime(text).map(Value.dateAndTime)
      case "duration": duration(text)
      default: nil
      }
    guard let value else { throw error(element, "“\(text)” is no value of type \(type)") }
    return value
  }

  private func duration(_ text: String) -> Value? {
    YearsAndMonthsDuration(text).map(Value.yearsAndMonths)
      ?? DaysAndTimeDuration(text).map(Value.daysAndTime)
  }
}
