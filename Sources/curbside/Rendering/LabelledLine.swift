/// A piece of a report: what it is, its words, and the sources behind it.
///
/// The screen and a screen reader get the same pieces in the same order.
struct LabelledLine: Equatable {
  /// How the words are set off on a screen.
  enum Emphasis {
    case strong, plain, faint
  }

  /// What it is; pieces that follow each other may share it.
  var label: String
  /// The words, in one line.
  var text: String
  /// Numbers of references.
  var numbers: [Int] = []
  var emphasis = Emphasis.plain
  /// How far it is set in below the piece that it belongs to.
  var depth = 0
  /// Whether it supports or disputes what was said before, and can give way where room is short.
  var isSupport = false
}

extension LabelledLine {
  /// For a screen reader: the label, the words and the sources, nothing else.
  var linear: String {
    let words = TextLayout.words(text).joined(separator: " ")
    // On a screen it is set in below what it belongs to.
    let label = isSupport && depth > 0 ? "Evidence" : label
    if numbers.isEmpty { return "\(label): \(words)" }
    let sources = numbers.map(String.init).joined(separator: " and ")
    return "\(label): \(words) (\(numbers.count == 1 ? "source" : "sources") \(sources))"
  }

  /// In columns: the label before the words, the sources at the right edge of the last line.
  ///
  /// - Parameters:
  ///   - style: Of the place.
  ///   - showsLabel: Whether the label stands there; else its column is blank.
  /// - Returns: Lines without line ends.
  func screen(_ style: OutputStyle, showsLabel: Bool) -> [String] {
    let mark = numbers.isEmpty ? "" : "[\(numbers.map(String.init).joined(separator: ","))]"
    let indent = Self.labelWidth + 2 * depth
    let room = style.width - indent - (mark.isEmpty ? 0 : DisplayWidth.of(mark) + 2) - 2
    let wrapped = TextLayout.wrap(text, width: max(room, 20))
    return wrapped.enumerated().map { index, words in
      let head = index == 0 && showsLabel ? "  \(label)" : ""
      let hang = index == 0 ? indent : indent + 2
      var line = head.padded(to: hang) + marked(words, style)
      if index == wrapped.count - 1, !mark.isEmpty {
        let used = max(hang, DisplayWidth.of(head) + 1) + DisplayWidth.of(words)
        line += String(repeating: " ", count: max(style.width - used - mark.count, 1)) + mark
      }
      return line
    }
  }

  private func marked(_ words: String, _ style: OutputStyle) -> String {
    switch emphasis {
    case .strong: style.bold(words)
    case .plain: words
    case .faint: style.dim(words)
    }
  }

  /// Columns before the words.
  static let labelWidth = 15
}

extension [LabelledLine] {
  /// The piece that gives way first where room is short.
  ///
  /// It is the last of the longest run of those that support or dispute something, so that none loses
  /// all while another keeps several. A run keeps its first piece where its label begins with it.
  var dispensable: Int? {
    var longest: (count: Int, last: Int)?
    var count = 0
    for (index, piece) in enumerated() {
      let continues = index > 0 && self[index - 1].label == piece.label
      count = piece.isSupport && continues ? count + 1 : 0
      if count > 0, count >= longest?.count ?? 0 { longest = (count, index) }
    }
    return longest?.last
  }

  /// In columns; a label stands once for the pieces that share it.
  func screen(_ style: OutputStyle) -> [String] {
    enumerated().flatMap { index, line in
      line.screen(style, showsLabel: index == 0 || self[index - 1].label != line.label)
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    let used = DisplayWidth.of(self)
    return used < width ? self + String(repeating: " ", count: width - used) : self + " "
  }
}
