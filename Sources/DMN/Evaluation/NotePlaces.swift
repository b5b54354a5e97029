internal import FEEL

/// Which text was evaluated when notes were made.
struct NotePlaces {
  /// The text from which notes of these places came; the last one that fits counts.
  private var spans: [(notes: Range<Int>, text: ExpressionText)] = []

  /// Says that the notes from a count on came of a text.
  mutating func add(_ text: ExpressionText?, from start: Int, to end: Int) {
    guard let text, start < end else { return }
    spans.append((start..<end, text))
  }

  /// The innermost text of a note.
  func text(ofNote place: Int) -> ExpressionText? {
    spans.first { $0.notes.contains(place) }?.text
  }
}
