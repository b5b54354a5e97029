/// A stretch of a text, in UTF-8 bytes from its start.
public struct SourceRange: Sendable, Hashable {
  /// The first byte.
  public var start: Int
  /// The byte after the last one.
  public var end: Int

  /// Creates a range; `start` is not above `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The range of what was made and not read.
  public static let none = SourceRange(0, 0)
}
