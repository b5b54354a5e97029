/// The smallest part of a text that a phrase can name: a run of letters, a number or a sign.
///
/// `62F,` is three pieces and `FOLFOX-bev` as well, so that the parts of what people write together
/// can be told apart. Pieces keep their bytes in the original text.
struct Piece {
  enum Kind {
    case word
    case number
    case sign
  }

  let kind: Kind
  /// Lower case; typographic apostrophes and dashes in their plain form.
  let text: String
  /// The bytes in the original text.
  let start: Int
  let end: Int
  /// Whether white space stands before it.
  let isSpaced: Bool
  /// Whether its first letter is a capital.
  let isCapital: Bool
  /// Whether it has small and capital letters in an order of its own, as `mM` and `kHz` have.
  let isMixed: Bool
  /// The number of the sentence, from zero.
  var sentence = 0
  /// What of a vocabulary the text is, in ascending order.
  var atoms: [Int] = []

  /// How a table of units knows it: `mM` is another one than `mm`, and `M` than `m`.
  var unitKey: String {
    if isMixed { return text + "^" }
    return isCapital && text.unicodeScalars.count == 1 ? text.uppercased() : text
  }

  /// Whether it can end what is said in one breath.
  var isStop: Bool { kind == .sign && (text == ";" || text == "," || text == ":") }
}
