internal import Answering

extension PromptSession {
  /// Whether a question of the quiz waits for an answer.
  var isInQuiz: Bool { quiz != nil }

  /// Asks the first question of a quiz.
  mutating func begin(_ items: [QuizItem]) -> Turn {
    if items.isEmpty { return Turn(text: note("There are no questions to ask.")) }
    let round = QuizRound(items)
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
    case .quit: answer = "stop"
    default: return nil
    }
    let asked = round.number
    var text = shown(round.take(answer))
    if !round.isOver, round.number != asked {
      if style.form == .screen { text += "\n" }
      text += shown(round.question)
    }
    quiz = round.isOver ? nil : round
    return Turn(text: text, holdsFacts: true)
  }

  private func shown(_ view: EvidenceView) -> String {
    ViewText(view: view, style: style).text
  }
}
