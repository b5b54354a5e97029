extension ElementReader {
  /// A decision table (DMN 1.5, 8.3).
  func decisionTable(_ element: XMLElement) throws(ModelError) -> DecisionTable {
    var table = DecisionTable(hitPolicy: try hitPolicy(element), line: element.line)
    table.inputs = try element.children("input").map { child throws(ModelError) in
      try inputClause(child)
    }
    table.outputs = try element.children("output").map { child throws(ModelError) in
      try outputClause(child)
    }
    guard !table.outputs.isEmpty else { throw error(element, .missingElement(["output"])) }
    table.annotations = element.children("annotation").map { ($0["name"] ?? "").normalizedName }
    table.rules = try element.children("rule").map { child throws(ModelError) in
      try rule(child, of: table)
    }
    table.orientation = try orientation(element)
    table.typeName = typeName(of: element)
    return table
  }

  private func hitPolicy(_ element: XMLElement) throws(ModelError) -> HitPolicy {
    let name = (element["hitPolicy"] ?? "UNIQUE").trimmed
    switch name {
    case "UNIQUE": return .unique
    case "ANY": return .any
    case "PRIORITY": return .priority
    case "FIRST": return .first
    case "RULE ORDER": return .ruleOrder
    case "OUTPUT ORDER": return .outputOrder
    case "COLLECT": return .collect(try aggregation(element))
    default: throw error(element, .attributeValue(attribute: "hitPolicy", value: name))
    }
  }

  private func aggregation(_ element: XMLElement) throws(ModelError) -> Aggregation? {
    guard let name = element["aggregation"]?.trimmed, !name.isEmpty else { return nil }
    guard let aggregation = Aggregation(rawValue: name) else {
      throw error(element, .attributeValue(attribute: "aggregation", value: name))
    }
    return aggregation
  }

  private func orientation(_ element: XMLElement) throws(ModelError) -> DecisionTable.Orientation {
    guard let name = element["preferredOrientation"]?.trimmed else { return .ruleAsRow }
    guard let orientation = DecisionTable.Orientation(rawValue: name) else {
      throw error(element, .attributeValue(attribute: "preferredOrientation", value: name))
    }
    return orientation
  }

  private func inputClause(_ element: XMLElement) throws(ModelError) -> InputClause {
    let expression = try requiredChild("inputExpression", of: element)
    return InputClause(
      label: element["label"]?.normalizedName,
      expression: literal(expression),
      allowedValues: try element.child("inputValues").map { values throws(ModelError) in
        try requiredText(of: values)
      }
    )
  }

  private func outputClause(_ element: XMLElement) throws(ModelError) -> OutputClause {
    var clause = OutputClause(
      name: element["name"].flatMap { $0.normalizedName.isEmpty ? nil : $0.normalizedName },
      label: element["label"]?.normalizedName,
      typeName: typeName(of: element)
    )
    if let values = element.child("outputValues") {
      clause.allowedValues = try requiredText(of: values)
    }
    clause.defaultEntry = element.child("defaultOutputEntry").map { literal($0) }
    return clause
  }

  private func rule(
    _ element: XMLElement,
    of table: DecisionTable
  ) throws(ModelError) -> DecisionRule {
    let inputs = element.children("inputEntry")
    let outputs = element.children("outputEntry")
    try expectCount(table.inputs.count, inputs.count, of: "inputEntry", in: element)
    try expectCount(table.outputs.count, outputs.count, of: "outputEntry", in: element)
    return DecisionRule(
      id: element["id"]?.trimmed ?? "",
      inputEntries: try inputs.map { entry throws(ModelError) in try requiredText(of: entry) },
      outputEntries: outputs.map { literal($0).text },
      annotationEntries: element.children("annotationEntry").map { entry in
        text(of: entry)?.text ?? ""
      },
      line: element.line
    )
  }

  /// Throws when a row has another number of entries than its table has columns.
  func expectCount(
    _ expected: Int,
    _ found: Int,
    of entries: String,
    in element: XMLElement
  ) throws(ModelError) {
    guard expected == found else {
      throw error(element, .entryCount(entries: entries, expected: expected, found: found))
    }
  }
}
