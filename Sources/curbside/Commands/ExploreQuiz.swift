internal import Answering
internal import ArgumentParser
internal import Evidence
internal import Glibc

extension Explore {
  /// Questions on the boundaries of rules.
  struct Quiz: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Asks about pairs of patients that differ in one fact across a rule's boundary.",
      discussion: """
        On a terminal the questions are asked one after the other; elsewhere, or with --list, they \
        stand in a list with their key: the rule engine's own proof with the sentences behind it. \
        --ask takes answers from a pipe as well, a line each. --anki writes notes with \
        identifiers that stay; written over an older file, it tags notes whose answer changed \
        (answer-changed) and those whose question is no more (stale).
        """
    )

    @OptionGroup var options: ViewOptions

    @Option(
      help: ArgumentHelp("Only questions on a decision.", valueName: "decision"),
      completion: CorpusNames.decisions
    )
    var decision: String?

    @Option(help: ArgumentHelp("The most questions.", valueName: "n"))
    var limit: Int?

    /// How questions are put.
    enum Mode: String, EnumerableFlag {
      case ask, list

      static func help(for value: Mode) -> ArgumentHelp? {
        switch value {
        case .ask: "Ask one question after the other, also where there is no terminal."
        case .list: "List the questions, also on a terminal."
        }
      }
    }

    @Flag var mode: Mode?

    @Flag(help: "Leave the answers out of the list.")
    var noKey = false

    @Option(
      help: ArgumentHelp("Write the questions as notes for Anki.", valueName: "file"),
      completion: .file()
    )
    var anki: String?

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1.") }
      if mode == .ask, anki != nil || noKey || options.chosen != .text {
        throw ValidationError("--ask goes without --anki, --no-key and --format.")
      }
    }

    func run() throws {
      let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
      guard mode == .ask || isTerminal && asksOnTerminal else { return try show() }
      let items = try items(EvidenceBase.open(place.corpus))
      let loop = QuizLoop(items: items, form: form)
      if isTerminal {
        try MainActor.assumeIsolated { try loop.run() }
      } else {
        try loop.runOnPipe()
      }
    }

    /// Whether the questions are asked at a place, rather than listed.
    func isAsked(on place: ReplyRenderer.Place) -> Bool {
      mode == .ask || place == .prompt && asksOnTerminal
    }

    private var asksOnTerminal: Bool {
      mode == nil && anki == nil && !noKey && options.chosen == .text
    }

    func view(_ base: EvidenceBase) throws -> EvidenceView {
      QuizView(items: try items(base), hasKey: !noKey).view
    }

    func text(_ base: EvidenceBase, _ showing: ViewShowing) throws -> String {
      guard let anki else { return text(of: try view(base), base, showing) }
      var deck = AnkiDeck(try items(base))
      if let old = try Self.existing(anki) { deck.update(old) }
      try OutputFile.write(deck.text, to: anki)
      let summary = deck.summary
      StandardError.report(
        "\(deck.notes.count) notes: \(summary.new) new, \(summary.changed) with another answer, "
          + "\(summary.stale) stale"
      )
      return ""
    }

    /// The questions.
    ///
    /// - Throws: `CommandError` for a decision that there is not.
    func items(_ base: EvidenceBase) throws -> [QuizItem] {
      guard let items = base.quiz(decision) else {
        throw CommandError.unknownEvidence(.decision, decision ?? "", near: base.decisionNames)
      }
      return limit.map { Array(items.prefix($0)) } ?? items
    }

    private static func existing(_ path: String) throws -> String? {
      do throws(FileError) {
        return String(decoding: try FileBytes.read(path), as: UTF8.self)
      } catch {
        if error.isMissing { return nil }
        throw CommandError.unreadable(error)
      }
    }
  }
}
