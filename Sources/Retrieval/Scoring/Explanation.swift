/// How a score came about: a value with the parts that make it.
public struct Explanation: Hashable, Sendable {
  /// What the value is.
  public var label: String
  /// The value; the sum of the parts' values unless the label says otherwise.
  public var value: Float
  /// What it is made of.
  public var parts: [Explanation]

  /// Takes a value and its parts.
  public init(label: String, value: Float, parts: [Explanation] = []) {
    self.label = label
    self.value = value
    self.parts = parts
  }
}
