/// Text as HTML holds it.
enum HTMLText {
  /// With what HTML would take for marks replaced, and control characters made visible.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in Sanitizer.visible(text) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// What a link can point to: letters, digits and hyphens of a text.
  static func anchor(_ text: String) -> String {
    var result = ""
    for byte in text.lowercased().utf8 {
      let isPlain = (97...122).contains(byte) || (48...57).contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if result.last != "-" {
        result += "-"
      }
    }
    return result
  }
}
