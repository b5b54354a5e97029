/// The Snowball English stemmer, also called Porter2.
///
/// Porter and Boulton, "The English (Porter2) stemming algorithm", in the revision of Snowball 3.1
/// (`algorithms/english.sbl`). It differs from the revision of 2.x in these points: `past`,
/// `univers`, `later`, `emerg`, `organ` and `inter` also fix the first region; `-ying` after one
/// consonant becomes `-ie`; `-ogist` becomes `-og`; `proceed`, `exceed`, `succeed`, `evening` and
/// their kind are told apart in step 1b.
public struct SnowballEnglishStemmer: Sendable {
  /// Makes a stemmer.
  public init() {}

  /// The stem of a lower-case word; a word of one or two letters is its own.
  ///
  /// - Complexity: O(*n*) in the bytes of the word.
  public func stem(_ word: String) -> String {
    if let stem = Self.exception(word) { return stem }
    guard word.utf8.count > 2 else { return word }
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      var english = EnglishWord(bytes: Array(word.utf8))
      english.stem()
      return String(decoding: english.bytes, as: UTF8.self)
    }
    return stemForeign(word)
  }

  /// Stems a word with letters outside ASCII, none of which any rule looks at or removes.
  private func stemForeign(_ word: String) -> String {
    let scalars = word.unicodeScalars
    guard scalars.count > 2 else { return word }
    var english = EnglishWord(
      bytes: scalars.map { $0.isASCII ? UInt8($0.value) : EnglishWord.foreign }
    )
    english.stem()
    var foreign = scalars.filter { !$0.isASCII }.makeIterator()
    var stem = String.UnicodeScalarView()
    for byte in english.bytes {
      if byte != EnglishWord.foreign {
        stem.append(Unicode.Scalar(byte))
      } else if let scalar = foreign.next() {
        stem.append(scalar)
      }
    }
    return String(stem)
  }

  /// The stem of a word that no rule gets right; nil for all others.
  private static func exception(_ word: String) -> String? {
    switch word {
    case "skis": "ski"
    case "skies": "sky"
    case "idly": "idl"
    case "gently": "gentl"
    case "ugly": "ugli"
    case "early": "earli"
    case "only": "onli"
    case "singly": "singl"
    case "sky", "news", "howe", "atlas", "cosmos", "bias", "andes": word
    default: nil
    }
  }
}
