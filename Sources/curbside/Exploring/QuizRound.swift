internal import Answering
internal import Evidence

/// Quiz questions asked one after the other, each answer judged with the rule engine's proof.
struct QuizRound: Sendable {
  private let items: [QuizItem]
  private var place = 0
  private var right = 0
  private var judged = 0
  private let pauses: Bool
  /// Whether an answer was shown and the next question waits until somebody has read it.
  private(set) var isPausing = false

  /// Begins with the first question.
  ///
  /// - Parameters:
  ///   - items: The questions, at least one; they are asked one from each decision in turn.
  ///   - pauses: Whether a line is awaited between an answer and the next question.
  init(_ items: [QuizItem], pauses: Bool) {
    precondition(!items.isEmpty)
    self.items = Self.mixed(items)
    self.pauses = pauses
  }

  /// The first item of each decision, then the second of each, and so on.
  private static func mixed(_ items: [QuizItem]) -> [QuizItem] {
    var turns: [String: Int] = [:]
    let ranked = items.enumerated().map { place, item in
      turns[item.decision, default: 0] += 1
      return (turn: turns[item.decision] ?? 0, place: place, item: item)
    }
    return ranked.sorted { ($0.turn, $0.place) < ($1.turn, $1.place) }.map(\.item)
  }

  /// Whether there is no question left.
  var isOver: Bool { place >= items.count }

  /// The question that waits for an answer.
  ///
  /// - Precondition: The round is not over.
  var question: EvidenceView {
    let item = items[place]
    let values = item.sides.map { "\(PlainName.of(item.fact)) \($0.value.words)" }
    let outcomes = zip(1..., item.choices).map { "\($0) \(PlainName.of($1))" }
    return EvidenceView(
      "quiz",
      title: "Question \(place + 1) of \(items.count): \(PlainName.of(item.decision))",
      fields: [
        .init("both", "Both", QuizView.shared(item)), .init("first", "Patient A", values[0]),
        .init("second", "Patient B", values[1]),
        .init("outcomes", "Outcomes", outcomes.joined(separator: " · ")),
      ],
      notes: [
        "Which outcome has A, and which B? Type two of them or their numbers, such as 1 2; or skip, stop."
      ]
    )
  }

  /// Takes what was typed.
  ///
  /// - Parameter line: Two outcomes, or `skip` or `stop`; anything between an answer and the next
  ///   question.
  /// - Returns: What it gets in return, the next question behind it where nothing is awaited.
  mutating func take(_ line: String) -> [EvidenceView] {
    let word = line.trimmingBlanks.lowercased()
    if ["stop", "quit", "exit"].contains(word) {
      place = items.count
      return [EvidenceView("quiz", title: "The quiz is over. \(score)")]
    }
    if isPausing {
      isPausing = false
      return [question]
    }
    let before = place
    var view = word == "skip" ? skip() : judge(line)
    if isOver {
      view.notes.append("That was the last question. \(score)")
    } else if place != before {
      if !pauses { return [view, question] }
      isPausing = true
      // A long answer leaves the screen at its top.
      view.notes.append("\(view.title) Enter shows the next question.")
    }
    return [view]
  }

  private mutating func skip() -> EvidenceView {
    let item = items[place]
    place += 1
    return solution(item, title: "Skipped.")
  }

  private mutating func judge(_ line: String) -> EvidenceView {
    let item = items[place]
    guard let answer = QuizAnswer(line, choices: item.choices) else {
      return EvidenceView(
        "quiz",
        title: "That is not two of the outcomes. A first, then B: 1 2, or their names."
      )
    }
    place += 1
    judged += 1
    let wrong = zip(["A", "B"], zip([answer.first, answer.second], item.sides)).filter {
      $1.0 != $1.1.report.outcome
    }
    if wrong.isEmpty { right += 1 }
    let corrections = wrong.map { name, side in
      "\(name) is \(PlainName.of(side.1.report.outcome)), not “\(PlainName.of(side.0))”"
    }
    let verdict = wrong.isEmpty ? "Right." : "Wrong. \(corrections.joined(separator: "; "))."
    return solution(item, title: verdict)
  }

  /// What was reached so far, in a sentence.
  private var score: String {
    judged == 0 ? "No answer was given." : "\(right) of \(judged) answers were right."
  }

  /// The outcome of each patient with the rule, its sentence and the claims behind it.
  private func solution(_ item: QuizItem, title: String) -> EvidenceView {
    var shown: Set<String> = []
    let fields = zip(["A", "B"], item.sides).flatMap { name, side -> [EvidenceView.Field] in
      let claims = side.claims.filter { shown.insert($0.id).inserted }
      let others = claims.dropFirst().map(\.id).joined(separator: ", ")
      return [
        .init("answer", "Patient \(name)", PlainName.of(side.report.outcome)),
        .init("sentence", "The rule", side.report.text),
        .init("because", "Because", QuizView.because(side)),
        .init("claim", "It rests on", claims.first.map(QuizView.statement) ?? ""),
        .init("claims", "and on", others),
      ]
    }
    return EvidenceView("quiz", title: title, fields: fields)
  }
}
