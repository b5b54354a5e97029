/// A kind of text in a document, with its part in the score.
public struct Field: Hashable, Sendable {
  /// Name, such as `claim` or `asked`.
  public var name: String
  /// How much an occurrence in it counts beside one in a field of weight 1.
  public var weight: Float
  /// How far its length lowers the weight of its occurrences, 0 to 1.
  public var lengthNormalization: Float

  /// Describes a field.
  public init(name: String, weight: Float, lengthNormalization: Float) {
    self.name = name
    self.weight = weight
    self.lengthNormalization = lengthNormalization
  }
}
