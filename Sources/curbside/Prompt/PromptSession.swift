internal import Answering
internal import Dialogue
internal import Evidence

/// A conversation: what each line gets in return, without a terminal.
struct PromptSession: Sendable {
  /// What a line got.
  struct Turn: Sendable {
    /// Lines with their line ends; empty for an empty line.
    var text: String
    /// The reply, if the line was a question.
    var reply: Reply?
    /// Whether the conversation is over.
    var isLast = false
    /// Whether it is a list that may be longer than the screen and is shown piece by piece.
    var isList = false
    /// Whether the line held facts of a patient, which no file may keep.
    var holdsFacts = false
  }

  /// The most statements in one answer.
  static let limit = 4

  let assistant: Assistant
  let place: ReplyRenderer.Place
  var renderer: ReplyRenderer
  /// The case, whatever was asked in between.
  var patient: CaseConversation?
  /// What was asked so far; read when the first question needs it.
  var conversation: Conversation?
  /// What was done, for `.export`.
  var events: [SessionEvent] = []
  private var thread: Thread?
  private var identifiers: IdentifierFinder?
  /// The case that was shown last, where no answer came after it.
  private var shownCase: Reply?
  /// Where the evidence is read from; nil for where the corpus is found without being told.
  var corpusFolder: String?
  /// The day from which dates of a case are counted; nil leaves dates without a today.
  var today: String?
  /// The evidence; read when it is first asked for.
  var evidence: EvidenceBase?
  /// For whom answers are shown; nil explains nothing.
  var audience: Audience?
  /// The quiz whose question waits for an answer.
  var quiz: QuizRound?
  /// Lines of a list that did not fit the screen.
  var pending: ArraySlice<Substring> = []

  /// The question being followed, with all that was shown of its answer.
  private struct Thread: Sendable {
    var question: Conversation.Question
    var statements: [Statement]
    var disagreements: [[String]]
  }

  /// Starts a conversation that is shown in a style at a place.
  init(assistant: Assistant, style: OutputStyle, place: ReplyRenderer.Place) {
    self.assistant = assistant
    self.place = place
    renderer = ReplyRenderer(style: style, place: place)
  }

  /// What stands above the first prompt.
  var greeting: String {
    let identity = assistant.identity
    let title = TextLayout.wrap(identity.title, width: style.width)
    return title.map { "\(style.bold($0))\n" }.joined() + """
      Protocol \(Sanitizer.visible(identity.standing))
      Educational; not a substitute for clinical judgment.
      Type a question, .help for commands, Ctrl-D to leave.

      """
  }

  /// Answers a line.
  mutating func evaluate(_ line: String) -> Turn {
    let turn = paged(screened(line))
    if let reply = turn.reply { shownCase = reply.case == nil ? nil : reply }
    return turn
  }

  /// Answers a line with what says who a patient is made unreadable.
  private mutating func screened(_ line: String) -> Turn {
    let command = PromptCommand(line)
    if command.namesFile { return answer(command) }
    let finder = identifiers ?? assistant.identifiers
    identifiers = finder
    let screened = finder.screen(line)
    if screened.kinds.isEmpty { return answer(command) }
    var turn = answer(PromptCommand(screened.text))
    turn.holdsFacts = true
    turn.reply?.identifiers = screened.kinds
    if let warning = IdentifierWarning(screened.kinds) {
      turn.text = note(warning.sentence) + turn.text
    }
    return turn
  }

  private mutating func answer(_ command: PromptCommand) -> Turn {
    if let turn = quizTurn(command) { return turn }
    return switch command {
    case .nothing: Turn(text: nextPage())
    case .question(let question): caseTurn(question) ?? evidenceTurn(question)
    case .help: Turn(text: Self.help, isList: true)
    case .more: more()
    case .source(let number): Turn(text: source(number))
    case .explain: Turn(text: explain())
    case .define(let word): Turn(text: define(word))
    case .audience(let name): Turn(text: setAudience(name))
    case .showCase: showCase()
    case .loadCase(let path): loadCase(path)
    case .saveCase(let path, let mayReplace): saveCase(path, mayReplace: mayReplace)
    case .set(let argument): set(argument)
    case .why(let name): why(name)
    case .whyNot(let name): whyNot(name)
    case .change(let name): change(name)
    case .disagreements: Turn(text: disagreements())
    case .explore(let command, let argument): explore(command, argument)
    case .new: new()
    case .context(let word): Turn(text: word.map { drop($0) } ?? context())
    case .export(let path): Turn(text: export(to: path))
    case .thanks: Turn(text: note("You are welcome. Ask on, or leave with Ctrl-D."))
    case .greeting:
      Turn(
        text: note(
          "Good day. Ask about the evidence, or describe a patient in a line; .help lists more."
        )
      )
    case .quit: Turn(text: "", isLast: true)
    case .unknown(let name, let near): Turn(text: unknown(name, near))
    }
  }

  /// How text is laid out.
  var style: OutputStyle {
    get { renderer.style }
    set { renderer.style = newValue }
  }

  // MARK: Questions

  mutating func ask(_ question: String) -> Turn {
    var conversation = self.conversation ?? Conversation(assistant, assistant.conversationDesk)
    // The lines of a pipe are questions of their own.
    if place == .stream { conversation.apply(.cleared) }
    let known = patient?.evidenceWords(for: question) ?? []
    let understood = conversation.understand(question, for: known)
    var limit = Self.limit
    var reply = conversation.answer(understood, limit: limit)
    // What does not fit the screen comes with .more.
    while limit > 1, !renderer.fits(reply) {
      limit -= 1
      reply = conversation.answer(understood, limit: limit)
    }
    conversation.remember(understood, reply)
    self.conversation = conversation
    events.append(.asked(question: question, limit: limit))
    thread = Thread(
      question: understood,
      statements: reply.statements,
      disagreements: reply.disagreements
    )
    let text = rendered(reply)
    let offer = conversation.asksForDecision(understood) && !hasCase ? note(Self.caseOffer) : ""
    return Turn(text: text + offer, reply: reply)
  }

  /// What is said behind a general answer to a question on what to do.
  private static let caseOffer =
    "For a decision on a patient, describe them in a line: age and sex, lesion, scans, chemotherapy."

  private mutating func more() -> Turn {
    guard var thread, !thread.statements.isEmpty else { return Turn(text: nothingAsked) }
    let shown = thread.statements.count
    let ranked = thread.statements.count { !$0.isDissent }
    var limit = Self.limit
    guard let conversation else { return Turn(text: nothingAsked) }
    var reply = conversation.answer(thread.question, after: ranked, limit: limit)
    while limit > 1, !renderer.fits(reply) {
      limit -= 1
      reply = conversation.answer(thread.question, after: ranked, limit: limit)
    }
    if reply.statements.isEmpty { return Turn(text: note("There is no more on this question.")) }
    thread.statements += reply.statements
    thread.disagreements += reply.disagreements.filter { !thread.disagreements.contains($0) }
    self.thread = thread
    return Turn(text: rendered(reply, from: shown + 1))
  }

  private mutating func new() -> Turn {
    thread = nil
    shownCase = nil
    patient = patient?.restarted()
    conversation?.apply(.cleared)
    events.append(.cleared)
    return Turn(text: note("A new conversation."))
  }

  // MARK: About the last answer

  private func source(_ number: Int?) -> String {
    let number = number ?? 1
    if let shownCase {
      let known = shownCase.references.map { String($0.number) }.joined(separator: ", ")
      return renderer.source(number, of: shownCase)
        ?? note("The case has sources \(known); type .source 1.")
    }
    guard let thread, !thread.statements.isEmpty else { return nothingAsked }
    guard thread.statements.indices.contains(number - 1) else {
      let count = thread.statements.count
      return note("The answer has statements 1 to \(count); type .source 1.")
    }
    guard let passage = assistant.passage(of: thread.statements[number - 1].claim) else {
      return note("The passage of statement \(number) is not in the corpus.")
    }
    return PassageRenderer(style: style).render(passage)
  }

  private func explain() -> String {
    guard let thread else { return nothingAsked }
    return "\(lines: assistant.explain(thread.question.turn.resolved, limit: Self.limit))"
  }

  private func disagreements() -> String {
    guard let thread, !thread.statements.isEmpty else { return nothingAsked }
    var passages: [String: PassageView] = [:]
    for claim in thread.disagreements.joined() { passages[claim] = assistant.passage(of: claim) }
    if thread.disagreements.isEmpty {
      return note("Nothing in this answer is disputed within the corpus.")
    }
    return thread.disagreements.map { claims in
      claims.enumerated().compactMap { index, claim in
        passages[claim].map { side($0, isFirst: index == 0) }
      }.joined()
    }.joined(separator: "\n")
  }

  private func side(_ passage: PassageView, isFirst: Bool) -> String {
    let label = isFirst ? "Stated" : "Disputed"
    let sources = passage.references.map { "\($0.brief) · \($0.kind.rawValue)" }
    let basis = ([passage.study] + sources).filter { !$0.isEmpty }
    switch style.form {
    case .linear:
      return
        "\(label): \(oneLine(passage.claimText)) Sources: \(oneLine(basis.joined(separator: "; "))).\n"
    case .screen:
      let text = TextLayout.wrap(passage.claimText, width: style.width - 14).enumerated()
      let head = label + String(repeating: " ", count: 10 - label.count)
      let lines = text.map { index, line in
        "  \(index == 0 ? head : String(repeating: " ", count: 10))\(style.bold(line))\n"
      }
      let notes = TextLayout.wrap(basis.joined(separator: "; "), width: style.width - 14)
      return lines.joined()
        + notes.map { String(repeating: " ", count: 12) + "\(style.dim($0))\n" }.joined()
    }
  }

  // MARK: About the corpus

  private func define(_ word: String) -> String {
    let terms = assistant.define(word)
    if terms.isEmpty { return note("The glossary does not hold ‘\(word)’.") }
    return terms.map { term in
      let others = (term.abbreviations + term.synonyms).filter { $0 != term.term }
      let shown = others.prefix(8).joined(separator: ", ")
      let rest = others.count > 8 ? " and \(others.count - 8) more" : ""
      let name = others.isEmpty ? term.term : "\(term.term) (\(shown)\(rest))"
      switch style.form {
      case .linear:
        return "\(oneLine(name)): \(oneLine(term.definition))\n"
      case .screen:
        let head = TextLayout.wrap(name, width: style.width - 4).map { "  \(style.bold($0))\n" }
        let body = TextLayout.wrap(term.definition, width: style.width - 6).map { "    \($0)\n" }
        return (head + body).joined()
      }
    }.joined()
  }

  // MARK: Words of the program

  private static let help = """
      A line is a question. Commands:
      .more            the next statements on the last question
      .source N        the passage around statement N, its study and its references;
                       after a case the reference N and what rests on it
      .disagreements   the statements of the last answer that dispute each other;
                       with “all” or a topic, those of the corpus
      .explain         how the statements were scored, factor by factor
      .define WORD     what a term or abbreviation means
      .audience WHO    explains terms below answers: clinician, trainee, layperson
      .topics          what the protocol covers, with counts
      .table TOPIC     its evidence: study, year, n, measure, value
      .plot MEASURE    all its values by source, such as .plot sensitivity
      .quiz            asks about two patients, one fact apart; --decision, --limit,
                       --list shows all questions with their answers
      .claims          the claims; --topic, --kind, --source, --measure choose
      .show ID         a claim or a work with all that hangs on it
      .references      the works behind the claims
      .compare A B     two things over the measures they share
      .without ID      what falls when a work is taken away
      .set FACT=VALUE  states a fact of a patient and decides; ? takes it back
      .case            the case as it stands
      .case load FILE  takes the facts of a file in its place
      .case save FILE  writes its facts for you alone; save! replaces a file
      .why [DECISION]  why the case came out as it did
      .whynot OUTCOME  why an outcome did not come
      .change OUTCOME  the fewest changes that would give it
      .context         what is carried from earlier questions; .context drop WORD
      .new             forget the questions so far and the case
      .export FILE     writes the questions and answers, for curbside replay FILE;
                       .export html FILE writes all the evidence as one page
      .quit            leave, as Ctrl-D does
      Tab completes, Ctrl-R searches earlier lines, Ctrl-C drops the line.

    """

  private var nothingAsked: String { note("There is no answer yet; ask a question first.") }

  private func unknown(_ name: String, _ near: [String]) -> String {
    let hint = near.isEmpty ? ".help lists them" : "near: \(near.joined(separator: ", "))"
    return note("There is no command \(name); \(hint).")
  }

  func note(_ text: String) -> String {
    TextLayout.wrap(text, width: style.width - 2).map { "  \($0)\n" }.joined()
  }

  private func oneLine(_ text: String) -> String {
    TextLayout.words(text).joined(separator: " ")
  }
}
