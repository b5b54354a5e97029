internal import Evidence

/// Words that evidence for a patient speaks of, by what is known of the patient.
///
/// The section `evidence` of a protocol's `facts.yaml` has them: by decision and outcome, or by fact
/// and value.
struct EvidenceWords: Sendable {
  /// The section of the wording.
  static let section = "evidence"

  private struct Entry: Sendable {
    /// A decision or a fact.
    var subject: String
    /// Its outcome or value.
    var value: String
    var words: [String]
  }

  private let entries: [Entry]

  /// Takes the words of a protocol.
  init(_ wordings: [FactWording]) {
    entries = wordings.filter { $0.section == Self.section }.flatMap { wording in
      wording.lists.map { Entry(subject: wording.name, value: $0.name, words: $0.phrases) }
    }
  }

  /// The words for a case, each once; of several sites those of all.
  func words(for report: CaseReport) -> [String] {
    let decisions = report.decisions + report.sites.flatMap(\.decisions)
    let facts = report.facts + report.sites.flatMap(\.facts)
    var found: [String] = []
    for entry in entries {
      let holds =
        decisions.contains { $0.id == entry.subject && $0.outcome == entry.value }
        || facts.contains { $0.id == entry.subject && $0.value.written == entry.value }
      guard holds else { continue }
      for word in entry.words where !found.contains(word) { found.append(word) }
    }
    return found
  }
}

extension FactValue {
  /// As files write it.
  fileprivate var written: String {
    switch self {
    case .boolean(let truth): "\(truth)"
    case .number(let digits): digits
    case .text(let text): text
    }
  }
}
