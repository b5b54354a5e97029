extension String {
  /// The text without blanks and NUL bytes at its ends.
  var trimmingBlanks: String {
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar == "\0" || scalar.properties.isWhitespace
    }
    var rest = Substring(self).unicodeScalars.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }

  /// The text with a blank in the place of each line end and tab.
  var joiningLines: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      scalars.append(["\n", "\r", "\t"].contains(scalar) ? " " : scalar)
    }
    return String(scalars)
  }
}

extension DefaultStringInterpolation {
  /// Text of several lines with control characters made visible and a line end behind each line.
  mutating func appendInterpolation(lines text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      appendInterpolation(Sanitizer.visible(line))
      appendLiteral("\n")
    }
  }
}
