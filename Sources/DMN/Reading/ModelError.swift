public import FEEL

/// Why a decision model cannot be used, and where.
public struct ModelError: Error, Sendable, Hashable {
  /// The file's name as it was given to the reader, or the name of the model.
  public var model: String
  /// The element at fault.
  public var element: Element
  /// What is wrong with it.
  public var reason: Reason

  /// Creates an error.
  public init(model: String, element: Element, reason: Reason) {
    self.model = model
    self.element = element
    self.reason = reason
  }

  /// An element of a model's file.
  public struct Element: Sendable, Hashable {
    /// The name of its tag, such as `decision`; empty for the file as a whole.
    public var tag: String
    /// The name that the modeller gave it, or its id; empty when it has neither.
    public var name: String
    /// The line of its start tag, from 1.
    public var line: Int

    /// Names an element.
    public init(tag: String, name: String = "", line: Int) {
      self.tag = tag
      self.name = name
      self.line = line
    }
  }

  /// What can be wrong with a model.
  public enum Reason: Sendable, Hashable {
    /// The file is not well-formed XML; the words are the XML parser's.
    case malformedXML(String)
    /// The file has a document type declaration.
    case documentType
    /// Elements are nested deeper than the number given.
    case tooDeep(maximum: Int)
    /// The file has more bytes than the number given.
    case tooLarge(maximum: Int)
    /// The root is not `definitions` of DMN 1.2 to 1.5; its namespace.
    case notAModel(namespace: String)
    /// An attribute is missing or empty.
    case missingAttribute(String)
    /// An attribute has a value that it cannot have.
    case attributeValue(attribute: String, value: String)
    /// An element inside is missing, one of those named.
    case missingElement([String])
    /// A reference is not of the form `#id` or `namespace#id`.
    case malformedReference(String)
    /// A reference names no element of the kind asked for.
    case unresolvedReference(String)
    /// Two elements have one id.
    case duplicateID(String, otherLine: Int)
    /// Two elements have one name.
    case duplicateName(String, otherLine: Int)
    /// A chain of elements, each requiring the next, that ends where it began.
    case cycle([String])
    /// No file for an imported model was found.
    case missingImport(namespace: String)
    /// The imported file has another namespace than the import says.
    case importNamespace(expected: String, found: String)
    /// A chain of models, each importing the next, that ends where it began.
    case importCycle([String])
    /// An imported file could not be read; the words are the system's.
    case unreadable(String)
    /// A rule or a row has another number of entries than its table has columns.
    case entryCount(entries: String, expected: Int, found: Int)
    /// No such type.
    case unknownType(String)
    /// A type stands for itself, by the names on the way.
    case typeCycle([String])
    /// A type has more parts than the number given.
    case typeSize(maximum: Int)
    /// A FEEL text that belongs to a type cannot be parsed.
    case expression(ExpressionText, Diagnostic)
  }
}
