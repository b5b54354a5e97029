internal import Answering

extension PromptSession {
  /// Sets for whom answers are shown, or says for whom they are.
  mutating func setAudience(_ name: String) -> String {
    if name.isEmpty {
      return note("Answers are shown for a \((audience ?? .clinician).rawValue). \(Self.audiences)")
    }
    guard let wanted = Audience(rawValue: name.lowercased()) else {
      return note("There is no audience ‘\(Sanitizer.visible(name))’. \(Self.audiences)")
    }
    audience = wanted
    return note("Answers are now shown for a \(wanted.rawValue); their sentences stay the same.")
  }

  private static let audiences =
    "Type .audience clinician (nothing is explained), trainee (abbreviations) or layperson (all terms)."

  /// A reply with what its reader wants explained.
  func explained(_ reply: Reply) -> Reply {
    audience.map { assistant.explaining(reply, for: $0) } ?? reply
  }

  /// A reply as it is shown, with what its reader wants explained below it.
  ///
  /// - Parameters:
  ///   - reply: What is shown.
  ///   - first: The number of its first statement.
  /// - Returns: Lines with their line ends.
  func rendered(_ reply: Reply, from first: Int = 1) -> String {
    let text = renderer.render(reply, from: first)
    guard audience != nil, let words = explained(reply).words else { return text }
    return text + AudienceNotes(terms: words.terms, style: style).text
  }
}
