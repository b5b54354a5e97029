internal import Answering
internal import ArgumentParser
internal import Evidence

extension Explore {
  /// Questions on the boundaries of rules.
  struct Quiz: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Asks about pairs of patients that differ in one fact across a rule's boundary.",
      discussion: """
        The key is the rule engine's own proof with the sentences behind it. --anki writes notes with \
        identifiers that stay; written over an older file, it tags notes whose answer changed \
        (answer-changed) and those whose question is no more (stale).
        """
    )

    @OptionGroup var options: ViewOptions

    @Option(help: ArgumentHelp("Only questions on a decision.", valueName: "decision"))
    var decision: String?

    @Option(help: ArgumentHelp("The most questions.", valueName: "n"))
    var limit: Int?

    @Flag(help: "Leave the answers out.")
    var noKey = false

    @Option(help: ArgumentHelp("Write the questions as notes for Anki.", valueName: "file"))
    var anki: String?

    func validate() throws {
      if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1.") }
    }

    func view(_ base: EvidenceBase) throws -> EvidenceView {
      QuizView(items: try items(base), hasKey: !noKey).view
    }

    func text(_ base: EvidenceBase, _ style: OutputStyle) throws -> String {
      guard let anki else { return text(of: try view(base), base, style) }
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

    private func items(_ base: EvidenceBase) throws -> [QuizItem] {
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
