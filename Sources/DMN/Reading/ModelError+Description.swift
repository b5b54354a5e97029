internal import FEEL

extension ModelError: CustomStringConvertible {
  /// The file with the line, the element, and what is wrong with it, in one line.
  public var description: String {
    "\(model):\(element.line): \(complaint)"
  }

  /// The element and what is wrong with it, without file and line.
  public var complaint: String {
    (element.words.isEmpty ? "" : element.words + ": ") + reason.words
  }
}

extension ModelError.Element {
  fileprivate var words: String {
    name.isEmpty || tag.isEmpty ? tag + name : "\(tag) “\(name)”"
  }
}

extension ModelError.Reason {
  fileprivate var words: String {
    switch self {
    case .malformedXML(let words): "not well-formed XML (\(words))"
    case .documentType: "a document type declaration is not allowed"
    case .tooDeep(let maximum): "nested deeper than \(maximum) elements"
    case .tooLarge(let maximum): "larger than \(maximum) bytes"
    case .notAModel(let namespace): "no DMN model of version 1.2 to 1.5 (namespace “\(namespace)”)"
    case .missingAttribute(let name): "the attribute “\(name)” is missing"
    case .attributeValue(let name, let value): "the attribute “\(name)” cannot be “\(value)”"
    case .missingElement(let names): "\(names.joined(separator: " or ")) is missing"
    case .malformedReference(let text): "“\(text)” is no reference such as #id"
    case .unresolvedReference(let text): "nothing fitting has the reference “\(text)”"
    case .duplicateID(let id, let line): "the id “\(id)” stands in line \(line) already"
    case .duplicateName(let name, let line): "the name “\(name)” stands in line \(line) already"
    case .cycle(let names): "requires itself: \(names.joined(separator: " → "))"
    case .missingImport(let namespace): "no model with the namespace “\(namespace)” was found"
    case .importNamespace(let expected, let found):
      "imports “\(expected)”, but the file has the namespace “\(found)”"
    case .importCycle(let names): "models import each other: \(names.joined(separator: " → "))"
    case .unreadable(let words): "cannot be read (\(words))"
    case .entryCount(let entries, let expected, let found):
      "has \(found) of \(entries) where its table has \(expected)"
    case .unknownType(let name): "there is no type “\(name)”"
    case .typeCycle(let names): "a type stands for itself: \(names.joined(separator: " → "))"
    case .typeSize(let maximum): "a type with more than \(maximum) parts"
    case .expression(let text, let diagnostic): "“\(text.text)”: \(diagnostic.reason)"
    }
  }
}
