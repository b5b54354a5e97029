/// Why a document could not be read as XML.
struct XMLError: Error, Sendable, Hashable {
  /// What is wrong.
  var reason: Reason
  /// The line, from 1.
  var line: Int

  /// What can be wrong.
  enum Reason: Sendable, Hashable {
    /// Not well formed; the words are expat's.
    case malformed(String)
    /// A document type declaration.
    case documentType
    /// More nesting than is read.
    case tooDeep(maximum: Int)
    /// More bytes than are read.
    case tooLarge(maximum: Int)
  }
}
