/// One step between the words of a text and the terms of an index.
public protocol TokenFilter: Sendable {
  /// The tokens that the next step sees, in ascending order of position.
  func filter(_ tokens: [Token]) -> [Token]
}
