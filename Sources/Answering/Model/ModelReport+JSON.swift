internal import FEEL

extension ModelReport {
  /// The report as one JSON object, keys in a fixed order.
  ///
  /// - Parameter explained: Whether the rules, notes and required decisions stand in it.
  /// - Returns: The object's text without a line end.
  public func json(explained: Bool) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.key("schema")
      $0.string("curbside.decisions/1")
      $0.key("model")
      $0.string(model)
      $0.key("decisions")
      $0.array(decisions) { $1.write(to: &$0, explained: explained) }
      if explained {
        $0.key("required")
        $0.array(required) { $1.write(to: &$0, explained: true) }
      }
      $0.key("problems")
      $0.array(problems) { $0.string($1) }
    }
    return writer.text
  }
}

extension ModelReport.Decision {
  fileprivate func write(to writer: inout JSONWriter, explained: Bool) {
    writer.object {
      $0.key("id")
      $0.string(id)
      $0.key("name")
      $0.string(name)
      $0.key("value")
      $0.json(value.json)
      if explained {
        $0.key("rules")
        $0.array(rules) { writer, rule in
          writer.object {
            $0.key("rule")
            $0.number(rule.number)
            $0.key("annotations")
            $0.array(rule.annotations) { $0.string($1) }
          }
        }
      }
      $0.key("notes")
      $0.array(notes) { $0.string($1) }
    }
  }
}

extension Value {
  /// Writes the value as JSON; what JSON does not have becomes its FEEL text without `@`.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .boolean(let truth): writer.bool(truth)
    case .number(let number): writer.number(digits: number.description)
    case .list(let items): writer.array(items) { $1.write(to: &$0) }
    case .context(let context):
      writer.object { writer in
        for entry in context.entries {
          writer.key(entry.key)
          entry.value.write(to: &writer)
        }
      }
    case .string, .date, .time, .dateAndTime, .yearsAndMonths, .daysAndTime, .range, .function:
      writer.string(text)
    }
  }
}
