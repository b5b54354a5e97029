/// An element of an XML document with what it contains.
struct XMLElement: Sendable, Hashable {
  /// The name without prefix.
  var name: String
  /// The namespace, empty when it has none.
  var namespace: String
  /// The attributes without those that declare namespaces, in order.
  var attributes: [Attribute]
  /// The elements inside, in order.
  var children: [XMLElement] = []
  /// The text directly inside, that of `children` left out.
  var text = ""
  /// The line of the first character of `text` that is not white space, 0 without one.
  var textLine = 0
  /// The line of the start tag.
  var line: Int

  /// An attribute.
  struct Attribute: Sendable, Hashable {
    /// The name without prefix.
    var name: String
    /// The namespace, empty when it has none.
    var namespace: String
    /// The value as a text.
    var value: String
  }

  /// Creates an element without content.
  init(name: String, namespace: String = "", attributes: [Attribute] = [], line: Int) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.line = line
  }

  /// The value of an attribute without namespace.
  subscript(attribute: String) -> String? {
    self[attribute, in: ""]
  }

  /// The value of an attribute of a namespace.
  subscript(attribute: String, in namespace: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace == namespace }?.value
  }

  /// The first child of that name in the element's own namespace.
  func child(_ name: String) -> XMLElement? {
    children.first { $0.name == name && $0.namespace == namespace }
  }

  /// The children of that name in the element's own namespace, in order.
  func children(_ name: String) -> [XMLElement] {
    children.filter { $0.name == name && $0.namespace == namespace }
  }

  /// The text without white space at its ends, nil when nothing is left.
  var trimmedText: String? {
    let trimmed = text.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }
}

extension String {
  /// The text without white space at its ends.
  ///
  /// - Complexity: O(n).
  var trimmed: String {
    guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(unicodeScalars[first...last])
  }

  /// The words separated by single spaces, as FEEL has the names of several words.
  ///
  /// - Complexity: O(n).
  var normalizedName: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }
}
