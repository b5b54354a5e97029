internal import Answering
internal import ArgumentParser
internal import Evidence

/// Names of the corpus that a shell completes; none where the corpus cannot be read.
enum CorpusNames {
  /// Topics.
  static let topics = CompletionKind.custom { _, _, _ in base?.topicNames ?? [] }

  /// Ids of claims and keys of works.
  static let claimsAndReferences = CompletionKind.custom { _, _, _ in
    base.map { $0.source.claims.map(\.id) + $0.source.references.map(\.id) } ?? []
  }

  /// Keys of works.
  static let references = CompletionKind.custom { _, _, _ in
    base?.source.references.map(\.id) ?? []
  }

  /// Decisions.
  static let decisions = CompletionKind.custom { _, _, _ in base?.decisionNames ?? [] }

  private static var base: EvidenceBase? { try? EvidenceBase.open(nil) }
}
