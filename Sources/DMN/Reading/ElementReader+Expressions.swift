extension ElementReader {
  /// The first expression inside an element, nil when it has none.
  func expression(in element: XMLElement) throws(ModelError) -> BoxedExpression? {
    for child in element.children where child.namespace == element.namespace {
      if let expression = try expression(child) { return expression }
    }
    return nil
  }

  /// The expression inside an element that must have one.
  func requiredExpression(in element: XMLElement) throws(ModelError) -> BoxedExpression {
    guard let expression = try expression(in: element) else {
      throw error(element, .missingElement(["an expression"]))
    }
    return expression
  }

  /// The expression that an element is, nil when it is something else.
  private func expression(_ element: XMLElement) throws(ModelError) -> BoxedExpression? {
    switch element.name {
    case "literalExpression": .literal(literal(element))
    case "decisionTable": .decisionTable(try decisionTable(element))
    case "context": .context(try context(element))
    case "invocation": .invocation(try invocation(element))
    case "functionDefinition": .function(try function(element))
    case "list": .list(try elements(of: element), typeName: typeName(of: element))
    case "relation": typed(.relation(try relation(element)), element)
    case "conditional": typed(try conditional(element), element)
    case "filter": typed(try filter(element), element)
    case "for": typed(try iterator(.for, "return", element), element)
    case "some": typed(try iterator(.some, "satisfies", element), element)
    case "every": typed(try iterator(.every, "satisfies", element), element)
    default: nil
    }
  }

  private func typed(_ expression: BoxedExpression, _ element: XMLElement) -> BoxedExpression {
    typeName(of: element).map { .typed(expression, typeName: $0) } ?? expression
  }

  /// A FEEL text (DMN 1.5, 7.3.2).
  func literal(_ element: XMLElement) -> LiteralExpression {
    let own = element["expressionLanguage"]
    let language = own.map { DMNVersion.isFEEL($0) ? nil : $0 } ?? language
    return LiteralExpression(
      text: text(of: element) ?? ExpressionText("", line: element.line),
      typeName: typeName(of: element),
      language: language
    )
  }

  private func context(_ element: XMLElement) throws(ModelError) -> BoxedContext {
    var entries: [BoxedContext.Entry] = []
    var result: BoxedExpression?
    for child in element.children("contextEntry") {
      guard result == nil else { throw error(element, .missingElement(["variable"])) }
      let value = try requiredExpression(in: child)
      if let item = child.child("variable") {
        entries.append(BoxedContext.Entry(variable: try variable(item), value: value))
      } else {
        result = value
      }
    }
    return BoxedContext(entries: entries, result: result, typeName: typeName(of: element))
  }

  private func invocation(_ element: XMLElement) throws(ModelError) -> BoxedInvocation {
    let bindings = try element.children("binding").map { child throws(ModelError) in
      let parameter = try requiredChild("parameter", of: child)
      let empty = LiteralExpression(text: ExpressionText("", line: child.line))
      return BoxedContext.Entry(
        variable: try variable(parameter),
        value: try expression(in: child) ?? .literal(empty)
      )
    }
    return BoxedInvocation(
      function: try requiredExpression(in: element),
      bindings: bindings,
      typeName: typeName(of: element)
    )
  }

  /// A function (DMN 1.5, 7.3.7).
  func function(_ element: XMLElement) throws(ModelError) -> FunctionDefinition {
    let name = element["kind"]?.trimmed ?? FunctionDefinition.Kind.feel.rawValue
    guard let kind = FunctionDefinition.Kind(rawValue: name) else {
      throw error(element, .attributeValue(attribute: "kind", value: name))
    }
    return FunctionDefinition(
      parameters: try variables("formalParameter", of: element),
      body: try expression(in: element),
      kind: kind,
      typeName: typeName(of: element)
    )
  }

  private func elements(of element: XMLElement) throws(ModelError) -> [BoxedExpression] {
    var elements: [BoxedExpression] = []
    for child in element.children where child.namespace == element.namespace {
      if let value = try expression(child) { elements.append(value) }
    }
    return elements
  }

  private func relation(_ element: XMLElement) throws(ModelError) -> Relation {
    let columns = try variables("column", of: element)
    let rows = try element.children("row").map { row throws(ModelError) in
      let cells = try elements(of: row)
      try expectCount(columns.count, cells.count, of: "cells", in: row)
      return cells
    }
    return Relation(columns: columns, rows: rows)
  }

  private func part(_ name: String, of element: XMLElement) throws(ModelError) -> BoxedExpression {
    let child = try requiredChild(name, of: element)
    return typed(try requiredExpression(in: child), child)
  }

  private func conditional(_ element: XMLElement) throws(ModelError) -> BoxedExpression {
    .conditional(
      if: try part("if", of: element),
      then: try part("then", of: element),
      else: try part("else", of: element)
    )
  }

  private func filter(_ element: XMLElement) throws(ModelError) -> BoxedExpression {
    .filter(in: try part("in", of: element), match: try part("match", of: element))
  }

  private func iterator(
    _ kind: BoxedIterator.Kind,
    _ body: String,
    _ element: XMLElement
  ) throws(ModelError) -> BoxedExpression {
    let iterator = BoxedIterator(
      kind: kind,
      variable: try required("iteratorVariable", of: element).normalizedName,
      domain: try part("in", of: element),
      body: try part(body, of: element)
    )
    return .iterator(iterator)
  }
}
