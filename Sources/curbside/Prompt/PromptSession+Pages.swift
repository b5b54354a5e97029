extension PromptSession {
  /// A turn of which only as much is shown as the screen holds; an empty line shows the next piece, and
  /// any other line passes over the rest.
  mutating func paged(_ turn: Turn) -> Turn {
    guard turn.isList else {
      if !turn.text.isEmpty { pending = [] }
      return turn
    }
    var turn = turn
    pending = turn.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    turn.text = nextPage()
    return turn
  }

  /// The next lines of a list that is longer than the screen; empty where there are none.
  mutating func nextPage() -> String {
    guard let page = pageHeight, pending.count > page else {
      defer { pending = [] }
      return pending.map { "\($0)\n" }.joined()
    }
    // One line says that there is more.
    let shown = pending.prefix(page - 1)
    pending = pending.dropFirst(page - 1)
    let rest = pending.count == 1 ? "1 more line" : "\(pending.count) more lines"
    return shown.map { "\($0)\n" }.joined() + "  \(style.dim("\(rest): press Enter"))\n"
  }

  /// Lines between two prompts that are on the screen at once; nil where all may be shown, as a screen
  /// reader's user goes through them in any case.
  private var pageHeight: Int? {
    guard place == .prompt, style.form == .screen, let height = style.height else { return nil }
    return max(height - 3, 6)
  }
}
