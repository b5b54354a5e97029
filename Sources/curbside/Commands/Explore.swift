internal import Answering
internal import ArgumentParser
internal import Evidence

/// The evidence itself, to walk through.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Walks through the evidence: topics, claims, studies, disputes, plots.",
    discussion: """
      Each view is text, or json, markdown, csv or html with --format; --plain gives labelled lines. \
      Exit status 1 for a topic, id or measure that the corpus does not know.
      """,
    subcommands: [
      Topics.self, Claims.self, Show.self, References.self, Table.self, Disagreements.self,
      Without.self, Compare.self, Plot.self, Export.self, Quiz.self,
    ]
  )
}

extension Explore {
  /// What the protocol covers.
  struct Topics: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the topics with what stands behind each."
    )

    @OptionGroup var options: ViewOptions

    func view(_ base: EvidenceBase) throws -> EvidenceView { base.topics }
  }

  /// The sentences of the corpus.
  struct Claims: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists claims, word for word, all of them or those asked for."
    )

    @OptionGroup var options: ViewOptions

    @Option(
      help: ArgumentHelp("Only claims on a topic.", valueName: "topic"),
      completion: CorpusNames.topics
    )
    var topic: String?

    @Option(help: ArgumentHelp("Only claims of a kind, such as recommendation.", valueName: "kind"))
    var kind: Choice<ClaimKind>?

    @Option(
      help: ArgumentHelp("Only claims that cite a work.", valueName: "reference"),
      completion: CorpusNames.references
    )
    var source: String?

    @Option(help: ArgumentHelp("Only claims with such a value.", valueName: "words"))
    var measure: String?

    func view(_ base: EvidenceBase) throws -> EvidenceView {
      if let topic { try base.checkTopic(topic) }
      if let source, base.reference(source) == nil {
        throw CommandError.unknownEvidence(.reference, source, near: base.ids(near: source))
      }
      return base.claims(
        ClaimFilter(topic: topic, kind: kind?.kind, source: source, measure: measure)
      )
    }
  }

  /// One claim or work.
  struct Show: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a claim or a work: study, values, disputes, and what rests on it."
    )

    @OptionGroup var options: ViewOptions

    @Argument(
      help: "The id of a claim or of a reference.",
      completion: CorpusNames.claimsAndReferences
    )
    var id: String

    func view(_ base: EvidenceBase) throws -> EvidenceView {
      guard let view = base.show(id) else {
        throw CommandError.unknownEvidence(.claimOrReference, id, near: base.ids(near: id))
      }
      return view
    }
  }

  /// The works behind the claims.
  struct References: ViewCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the works with the number of claims that rest on each."
    )

    @OptionGroup var options: ViewOptions

    @Option(help: ArgumentHelp("Only works of a kind, such as review.", valueName: "kind"))
    var kind: Choice<ReferenceKind>?

    func view(_ base: EvidenceBase) throws -> EvidenceView { base.references(kind?.kind) }
  }
}

/// One of the words by which the corpus names kinds.
struct Choice<Kind: RawRepresentable & CaseIterable & Sendable>: ExpressibleByArgument
where Kind.RawValue == String {
  let kind: Kind

  /// Takes a name in any case; hyphens stand for its blanks.
  init?(argument: String) {
    let wanted = Self.hyphenated(argument.lowercased())
    guard let kind = Kind.allCases.first(where: { Self.hyphenated($0.rawValue) == wanted }) else {
      return nil
    }
    self.kind = kind
  }

  static var allValueStrings: [String] { Kind.allCases.map { hyphenated($0.rawValue) } }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  private static func hyphenated(_ name: String) -> String {
    name.split(separator: " ").joined(separator: "-")
  }
}
