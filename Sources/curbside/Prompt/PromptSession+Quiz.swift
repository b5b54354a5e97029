internal import Answering

extension PromptSession {
  /// Whether a question of the quiz waits for an answer.
  var isInQuiz: Bool { quiz != nil }

  /// Asks the first question of a quiz.
  mutating func begin(_ items: [QuizItem]) -> Turn {
    if items.isEmpty { return Turn(text: note("There are no questions to ask.")) }
    let round = QuizRound(items, pauses: place == .prompt)
    quiz = round
    return Turn(text: shown(round.question))
  }

  /// What a line gets while a question of the quiz waits; nil for the commands, which work as ever.
  ///
  /// No file keeps an answer.
  mutating func quizTurn(_ command: PromptCommand) -> Turn? {
    guard var round = quiz else { return nil }
    let answer: String
    switch command {
    case .question(let line): answer = line
    case .nothing where round.isPausing: answer = ""
    case .quit: answer = "stop"
    default: return nil
    }
    let views = round.take(answer)
    let text = views.map(shown).joined(separator: style.form == .screen ? "\n" : "")
    quiz = round.isOver ? nil : round
    return Turn(text: text, holdsFacts: true)
  }

  private func shown(_ view: EvidenceView) -> String {
    ViewText(view: view, style: style).text
  }
}
