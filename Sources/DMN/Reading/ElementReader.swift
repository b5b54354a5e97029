/// Makes parts of a model of elements of its file.
struct ElementReader {
  /// The file's name, for errors.
  let file: String
  /// The namespace of the model, to which references without one belong.
  let namespace: String
  /// The expression language of the model where it is not FEEL.
  let language: String?

  /// Reads a file as XML and looks at its root.
  static func open(
    _ file: ModelFile
  ) throws(ModelError) -> (reader: ElementReader, root: XMLElement) {
    let root: XMLElement
    do {
      root = try XMLReader().read(file.bytes)
    } catch {
      let element = ModelError.Element(tag: "", line: error.line)
      throw ModelError(model: file.name, element: element, reason: .init(error.reason))
    }
    let language = root["expressionLanguage"].flatMap { DMNVersion.isFEEL($0) ? nil : $0 }
    let reader = ElementReader(
      file: file.name,
      namespace: root["namespace"] ?? "",
      language: language
    )
    guard root.name == "definitions", DMNVersion(rawValue: root.namespace) != nil else {
      throw reader.error(root, .notAModel(namespace: root.namespace))
    }
    return (reader, root)
  }

  /// An error at an element.
  func error(_ element: XMLElement, _ reason: ModelError.Reason) -> ModelError {
    let name = (element["name"] ?? element["id"] ?? "").normalizedName
    let place = ModelError.Element(tag: element.name, name: name, line: element.line)
    return ModelError(model: file, element: place, reason: reason)
  }

  /// The value of an attribute that must be there and not be empty.
  func required(_ attribute: String, of element: XMLElement) throws(ModelError) -> String {
    guard let value = element[attribute]?.trimmed, !value.isEmpty else {
      throw error(element, .missingAttribute(attribute))
    }
    return value
  }

  /// The first child of that name, which must be there.
  func requiredChild(_ name: String, of element: XMLElement) throws(ModelError) -> XMLElement {
    guard let child = element.child(name) else { throw error(element, .missingElement([name])) }
    return child
  }

  /// The name that an element must have.
  func name(of element: XMLElement) throws(ModelError) -> String {
    try required("name", of: element).normalizedName
  }

  /// Id, name, description and line.
  func header(_ element: XMLElement) throws(ModelError) -> ElementHeader {
    let name = try name(of: element)
    let label = element["label"]?.normalizedName
    return ElementHeader(
      id: element["id"]?.trimmed ?? "",
      name: name,
      label: label == name || label?.isEmpty == true ? nil : label,
      description: element.child("description")?.trimmedText,
      line: element.line
    )
  }

  /// Whether an import is that of a decision model; others, such as of XML schemas, are not read.
  func isModelImport(_ element: XMLElement) throws(ModelError) -> Bool {
    let type = try required("importType", of: element)
    guard DMNVersion(rawValue: type) == nil else { return true }
    if DMNVersion.isDMN(type) {
      throw error(element, .attributeValue(attribute: "importType", value: type))
    }
    return false
  }

  /// The name of a type, nil when the element names none.
  func typeName(of element: XMLElement) -> String? {
    typeName(element["typeRef"])
  }

  /// The name of a type without the prefix that older files give to the types of FEEL.
  func typeName(_ text: String?) -> String? {
    guard let name = text?.normalizedName, !name.isEmpty else { return nil }
    return name.hasPrefix("feel:") ? String(name.dropFirst(5)) : name
  }

  /// Name and type of an information item.
  func variable(_ element: XMLElement) throws(ModelError) -> Variable {
    Variable(name: try name(of: element), typeName: typeName(of: element))
  }

  /// The variable of an element, which has the element's name where none is written.
  func variable(of element: XMLElement) throws(ModelError) -> Variable {
    let child = element.child("variable")
    let name = child?["name"]?.normalizedName ?? ""
    return Variable(
      name: name.isEmpty ? try self.name(of: element) : name,
      typeName: child.flatMap { typeName(of: $0) }
    )
  }

  /// What `href` refers to.
  func reference(_ element: XMLElement) throws(ModelError) -> ElementReference {
    let href = try required("href", of: element)
    guard let hash = href.utf8.lastIndex(of: UInt8(ascii: "#")) else {
      throw error(element, .malformedReference(href))
    }
    let id = String(href[href.utf8.index(after: hash)...])
    guard !id.isEmpty else { throw error(element, .malformedReference(href)) }
    let namespace = hash == href.startIndex ? self.namespace : String(href[..<hash])
    return ElementReference(namespace: namespace, id: id)
  }

  /// The references of all children of that name.
  func references(_ name: String, of element: XMLElement) throws(ModelError) -> [ElementReference] {
    try element.children(name).map { child throws(ModelError) in try reference(child) }
  }

  /// The references inside requirements of one kind.
  func references(
    _ requirement: String,
    _ name: String,
    of element: XMLElement
  ) throws(ModelError) -> [ElementReference] {
    let found = try element.children(requirement).map { child throws(ModelError) in
      try references(name, of: child)
    }
    return Array(found.joined())
  }

  /// The content of the child `text`, nil without one.
  func text(of element: XMLElement) -> ExpressionText? {
    element.child("text").map { child in
      ExpressionText(child.text.trimmed, line: child.textLine == 0 ? child.line : child.textLine)
    }
  }

  /// The content of the child `text`, which must be there.
  func requiredText(of element: XMLElement) throws(ModelError) -> ExpressionText {
    guard let text = text(of: element) else { throw error(element, .missingElement(["text"])) }
    return text
  }

  /// A Boolean attribute, false when it is missing.
  func flag(_ attribute: String, of element: XMLElement) throws(ModelError) -> Bool {
    switch element[attribute]?.trimmed {
    case nil, "false", "0": return false
    case "true", "1": return true
    case let value?:
      throw error(element, .attributeValue(attribute: attribute, value: value))
    }
  }
}

extension ModelError.Reason {
  fileprivate init(_ reason: XMLError.Reason) {
    self =
      switch reason {
      case .malformed(let words): .malformedXML(words)
      case .documentType: .documentType
      case .tooDeep(let maximum): .tooDeep(maximum: maximum)
      case .tooLarge(let maximum): .tooLarge(maximum: maximum)
      }
  }
}
