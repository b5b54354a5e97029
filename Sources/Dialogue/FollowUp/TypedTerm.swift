/// A term of a subject's glossary where it stands in a text.
public struct TypedTerm: Hashable, Sendable {
  /// The preferred term.
  public var term: String
  /// What it names, such as modality or treatment.
  public var type: String
  /// First byte in the text.
  public var start: Int
  /// The byte after the last.
  public var end: Int

  /// Makes a term at a place.
  public init(term: String, type: String, start: Int, end: Int) {
    self.term = term
    self.type = type
    self.start = start
    self.end = end
  }
}

/// Finds the terms of a subject in a text; without a glossary it finds none.
public struct TermFinder: Sendable {
  private let find: @Sendable (String) -> [TypedTerm]

  /// Takes what finds the terms, in order and without overlaps.
  public init(_ find: @escaping @Sendable (String) -> [TypedTerm] = { _ in [] }) {
    self.find = find
  }

  /// The terms of a text.
  public func terms(in text: String) -> [TypedTerm] { find(text) }
}
