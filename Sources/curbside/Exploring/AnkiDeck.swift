internal import Answering

/// Quiz items as notes that Anki imports: a line each, with tabs between the fields.
///
/// The first field is an identifier that stays, the fourth a digest of the answer. A deck that is written
/// over an older one marks the notes whose answers changed and those whose questions are no more.
struct AnkiDeck {
  /// A note.
  struct Note: Equatable {
    var id: String
    var front: String
    var back: String
    var digest: String
    var tags: [String]
  }

  /// What becomes of notes.
  struct Summary: Equatable {
    var new = 0
    var changed = 0
    var stale = 0
  }

  private(set) var notes: [Note]
  private(set) var summary = Summary()

  /// Lays items out as notes.
  init(_ items: [QuizItem]) {
    notes = items.map { item in
      Note(
        id: item.id,
        front: Self.front(item),
        back: Self.back(item),
        digest: item.digest,
        tags: ["curbside", item.decision]
      )
    }
    summary.new = notes.count
  }

  /// Marks the notes that differ from those of an older deck, and keeps those that it alone has.
  ///
  /// - Parameter old: The text of the older deck.
  mutating func update(_ old: String) {
    summary = Summary()
    var before: [String: Note] = [:]
    var order: [String] = []
    for line in old.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5 else { continue }
      let tags = fields[4].split(separator: " ").map(String.init)
      order.append(fields[0])
      before[fields[0]] = Note(
        id: fields[0],
        front: fields[1],
        back: fields[2],
        digest: fields[3],
        tags: tags
      )
    }
    for place in notes.indices {
      let note = notes[place]
      guard let known = before.removeValue(forKey: note.id) else {
        summary.new += 1
        continue
      }
      if known.digest != note.digest {
        notes[place].tags.append(Self.changed)
        summary.changed += 1
      }
    }
    for id in order {
      guard var left = before.removeValue(forKey: id) else { continue }
      left.tags = left.tags.filter { $0 != Self.changed && $0 != Self.stale } + [Self.stale]
      notes.append(left)
      summary.stale += 1
    }
  }

  private static let changed = "answer-changed"
  private static let stale = "stale"

  /// The file, each line with its end.
  var text: String {
    let head = ["#separator:tab", "#html:false", "#guid column:1", "#tags column:5"]
    let lines = notes.map { note in
      [note.id, note.front, note.back, note.digest, note.tags.joined(separator: " ")]
        .joined(separator: "\t")
    }
    return (head + lines).map { "\($0)\n" }.joined()
  }

  private static func front(_ item: QuizItem) -> String {
    let shared = QuizView.shared(item)
    let both = shared.isEmpty ? "" : "Both patients: \(shared). "
    let values = item.sides.map(\.value.words)
    return field(
      "\(both)Patient A: \(PlainName.of(item.fact)) \(values[0]). Patient B: \(values[1]). "
        + "What follows for \(PlainName.of(item.decision)) in each?"
    )
  }

  private static func back(_ item: QuizItem) -> String {
    field(
      zip(["A", "B"], item.sides).map { name, side in
        let claims = side.claims.map(QuizView.statement).joined(separator: " ")
        return "\(name): \(PlainName.of(side.report.outcome)). \(side.report.text) "
          + "(\(QuizView.because(side))) \(claims)"
      }.joined(separator: " — ")
    )
  }

  /// Without tabs and line ends; a field that begins with a quotation mark would be read as quoted.
  private static func field(_ text: String) -> String {
    let words = TextLayout.words(text).joined(separator: " ")
    return words.hasPrefix("\"") ? " \(words)" : words
  }
}
