/// What the text after a full stop starts with, past opening quotes and brackets.
enum SentenceFollower {
  case uppercase, lowercase, number, other
}

extension UTF8Text {
  /// What follows at an index; looks past at most four opening marks.
  func follower(at start: Int) -> SentenceFollower {
    var index = start
    for _ in 0..<4 where index < count && isOpening(scalar(at: index)) { index = next(index) }
    guard index < count else { return .other }
    let properties = scalar(at: index).properties
    if bytes[index].isASCIIDigit { return .number }
    if properties.isUppercase { return .uppercase }
    return properties.isLowercase ? .lowercase : .other
  }

  private func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "\"", "'", "*", "_": true
    case let scalar where !scalar.isASCII:
      [.openPunctuation, .initialPunctuation].contains(scalar.properties.generalCategory)
    default: false
    }
  }
}
