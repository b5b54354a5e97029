internal import Dialogue
internal import Evidence
internal import Retrieval

/// Brings the wording of a corpus to the reading of free text.
enum FactWordings {
  /// The words by which facts of a protocol are found, the lexicon's first.
  static func language(_ wordings: [FactWording]) throws(WordingError) -> FactLanguage {
    try FactLanguage(
      wordings.filter { !TurnCues.sections.contains($0.section) }.map { wording in
        WordingEntry(
          section: wording.section,
          name: wording.name,
          lists: wording.lists.map { WordingEntry.List(name: $0.name, phrases: $0.phrases) }
        )
      }
    )
  }

  /// What keeps a protocol's wording from being used.
  static func issues(_ lexicon: Lexicon, _ source: ClinicalProtocol) -> [CorpusIssue] {
    let wordings = lexicon.factWordings + source.factWordings
    do throws(WordingError) {
      _ = try language(wordings)
      return []
    } catch {
      let entry = wordings.last { $0.section == error.section && $0.name == error.name }
      return [
        CorpusIssue(
          file: entry?.file ?? "\(source.folder)/facts.yaml",
          line: entry?.line,
          problem: .unusableWording(
            entry: error.name,
            phrase: error.phrase,
            reason: error.problem.reason
          )
        )
      ]
    }
  }
}

extension WordingError.Problem {
  /// What is wrong, in one clause.
  fileprivate var reason: String {
    switch self {
    case .pattern(.unbalanced): "a bracket has no partner"
    case .pattern(.empty): "an alternative is empty"
    case .pattern(.unknownClass(let name)): "there are no words ‘\(name)’"
    case .pattern(.unknownQuantity(let name)): "there is no quantity ‘#\(name)’"
    case .pattern(.circularClass(let name)): "the words ‘\(name)’ contain themselves"
    case .value(let value): "‘\(value)’ is not possible here"
    case .unknownList(let name): "a list ‘\(name)’ means nothing here"
    case .unknownSection: "the section means nothing"
    }
  }
}

extension PackCompiler {
  /// The wording of the lexicon, then that of each protocol, as their files have it.
  mutating func writeWordings() {
    let all = [corpus.lexicon.factWordings] + corpus.protocols.map(\.factWordings)
    writeRecords(.wordings, all) { wordings, writer in
      writer.append(count: wordings.count)
      for wording in wordings {
        writer.append([wording.section, wording.name])
        writer.append(count: wording.lists.count)
        for list in wording.lists {
          writer.append(list.name)
          writer.append(list.phrases)
        }
      }
    }
  }
}

extension CompiledPack {
  /// How the facts of a protocol are said, the lexicon's words first.
  func factWordings(protocol number: Int) throws(IndexError) -> [FactWording] {
    try wordings(0) + wordings(number + 1)
  }

  private func wordings(_ number: Int) throws(IndexError) -> [FactWording] {
    var cursor = try record(.wordings, number)
    var found: [FactWording] = []
    for _ in 0..<(try cursor.count()) {
      let head = try cursor.strings()
      guard head.count == 2 else { throw .damaged }
      var lists: [FactWording.List] = []
      for _ in 0..<(try cursor.count()) {
        let name = try cursor.string()
        lists.append(FactWording.List(name: name, phrases: try cursor.strings()))
      }
      found.append(FactWording(section: head[0], name: head[1], lists: lists))
    }
    return found
  }
}
