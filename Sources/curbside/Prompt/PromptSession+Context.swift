internal import Answering
internal import Dialogue

extension PromptSession {
  /// What is carried, and from which question.
  func context() -> String {
    guard let state = conversation?.state, let last = state.last else {
      return note("Nothing is carried yet; ask a question first.")
    }
    var lines = note("Question \(last.number): \(Sanitizer.visible(last.resolved))")
    for word in last.carried {
      let source = word.turn == 0 ? "an answer" : "question \(word.turn)"
      let end = state.drops(word.word) ? ", not carried any longer" : ""
      lines += note("\(Sanitizer.visible(word.word)), from \(source)\(end)")
    }
    for entity in last.entities where !state.drops(entity.text) {
      lines += note("next: \(Sanitizer.visible(entity.text)), from question \(entity.turn)")
    }
    return lines
  }

  /// Takes a word out of what is carried.
  mutating func drop(_ word: String) -> String {
    guard conversation?.state.last != nil else {
      return note("Nothing is carried yet; ask a question first.")
    }
    conversation?.apply(.dropped(word))
    events.append(.dropped(word))
    return context()
  }

  /// Writes the session to a file.
  func export(to path: String) -> String {
    do throws(CommandError) {
      try SessionFile.write(SessionRecord.lines(of: events, assistant), to: path)
      let content =
        events.contains(where: \.isOfCase)
        ? "your questions and what was said of the patient" : "your questions"
      return note("Written to \(Sanitizer.visible(path)); it holds \(content).")
    } catch {
      return note(error.description)
    }
  }
}
