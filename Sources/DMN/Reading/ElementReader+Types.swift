extension ElementReader {
  /// A type of the model (DMN 1.5, 7.3.3).
  func itemDefinition(_ element: XMLElement) throws(ModelError) -> ItemDefinition {
    var item = ItemDefinition(name: try name(of: element), line: element.line)
    item.typeName = typeName(element.child("typeRef")?.text)
    item.isCollection = try flag("isCollection", of: element)
    if let allowed = element.child("allowedValues") {
      item.allowedValues = try requiredText(of: allowed)
    }
    if let constraint = element.child("typeConstraint") {
      item.typeConstraint = try requiredText(of: constraint)
    }
    item.components = try element.children("itemComponent").map { child throws(ModelError) in
      try itemDefinition(child)
    }
    if let function = element.child("functionItem") {
      item.function = ItemDefinition.FunctionItem(
        parameters: try variables("parameters", of: function),
        outputTypeName: typeName(function["outputTypeRef"])
      )
    }
    return item
  }

  /// The information items of that name.
  func variables(_ name: String, of element: XMLElement) throws(ModelError) -> [Variable] {
    try element.children(name).map { child throws(ModelError) in try variable(child) }
  }
}
