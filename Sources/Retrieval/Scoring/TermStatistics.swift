/// How often a term stands in the collection.
public struct TermStatistics: Hashable, Sendable {
  /// Documents that hold the term.
  public var documentFrequency: Int
  /// Documents in all.
  public var documentCount: Int

  /// Takes both counts.
  public init(documentFrequency: Int, documentCount: Int) {
    self.documentFrequency = documentFrequency
    self.documentCount = documentCount
  }
}
