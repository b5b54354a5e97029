internal import Answering
internal import ArgumentParser

extension Explore {
  /// The evidence table of a topic.
  struct Table: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the evidence table of a topic: study, year, n, measure, value."
    )

    @OptionGroup var options: ViewOptions

    @Argument(
      help: "The topic; its words need no quotation marks.",
      completion: CorpusNames.topics
    )
    var topic: [String]

    func view(_ base: EvidenceBase) throws -> EvidenceView {
      let topic = topic.joined(separator: " ")
      try base.checkTopic(topic)
      guard let view = base.table(topic) else {
        throw CommandError.unknownEvidence(.topic, topic, near: [])
      }
      return view
    }
  }

  /// Where sources disagree.
  struct Disagreements: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the claims that dispute each other, side by side."
    )

    @OptionGroup var options: ViewOptions

    @Option(
      help: ArgumentHelp("Only disputes with a claim on a topic.", valueName: "topic"),
      completion: CorpusNames.topics
    )
    var topic: String?

    func view(_ base: EvidenceBase) throws -> EvidenceView {
      if let topic { try base.checkTopic(topic) }
      return base.disagreements(topic: topic)
    }
  }

  /// What falls with a work.
  struct Without: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what falls when a work is taken away, and what keeps another source."
    )

    @OptionGroup var options: ViewOptions

    @Argument(help: "The work, by its citation key.", completion: CorpusNames.references)
    var reference: String

    func view(_ base: EvidenceBase) throws -> EvidenceView {
      guard let view = base.without(reference) else {
        throw CommandError.unknownEvidence(.reference, reference, near: base.ids(near: reference))
      }
      return view
    }
  }

  /// Two things over the measures that they share.
  struct Compare: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compares two modalities, treatments or works over the measures they share."
    )

    @OptionGroup var options: ViewOptions

    @Argument(help: "The first, as the glossary or the references name it.")
    var first: String

    @Argument(help: "The second.")
    var second: String

    func view(_ base: EvidenceBase) throws -> EvidenceView {
      guard let view = base.compare(first, second) else {
        throw CommandError.unknownEvidence(.comparison, "\(first), \(second)", near: [])
      }
      return view
    }
  }
}

extension EvidenceBase {
  /// Refuses a topic that no claim has.
  func checkTopic(_ topic: String) throws(CommandError) {
    let wanted = topic.lowercased()
    if topicNames.contains(where: { $0.lowercased() == wanted }) { return }
    let near = topicNames.filter { $0.lowercased().contains(wanted.prefix(5)) }
    throw .unknownEvidence(.topic, topic, near: near.isEmpty ? topicNames : near)
  }
}
