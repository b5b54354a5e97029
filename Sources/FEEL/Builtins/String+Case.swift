extension String {
  /// The upper case by the full mapping of Unicode, code point by code point (`straße` to `STRASSE`).
  ///
  /// Source: The Unicode Standard, 3.13, rule R1.
  var fullUppercase: String {
    var result = ""
    for scalar in unicodeScalars { result += scalar.properties.uppercaseMapping }
    return result
  }

  /// The lower case by the full mapping of Unicode; sigma at the end of a word becomes final sigma.
  ///
  /// Source: The Unicode Standard, 3.13, rule R2 and table 3-17.
  ///
  /// - Complexity: O(n), because the look behind a sigma ends at the next cased letter.
  var fullLowercase: String {
    var result = ""
    var followsCased = false
    for place in unicodeScalars.indices {
      let scalar = unicodeScalars[place]
      if scalar == "\u{3A3}", followsCased, !isCasedLetterNext(after: place) {
        result.unicodeScalars.append("\u{3C2}")
      } else {
        result += scalar.properties.lowercaseMapping
      }
      followsCased = scalar.properties.isCased || followsCased && scalar.properties.isCaseIgnorable
    }
    return result
  }

  /// Whether a cased letter follows, not counting what case ignores (such as an apostrophe).
  private func isCasedLetterNext(after place: String.Index) -> Bool {
    for scalar in unicodeScalars[unicodeScalars.index(after: place)...] {
      if scalar.properties.isCased { return true }
      if !scalar.properties.isCaseIgnorable { return false }
    }
    return false
  }
}
