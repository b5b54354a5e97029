public import Evidence
internal import Retrieval
internal import TextAnalysis

/// A claim where it stands, with what the corpus says about it.
public struct PassageView: Hashable, Sendable {
  /// The headings above, outermost first.
  public var heading: [String]
  /// The paragraph around the claim, without citation marks.
  public var text: String
  /// The claim's sentence.
  public var claimText: String
  /// File inside the protocol's folder.
  public var file: String
  /// Line where the paragraph begins, from 1.
  public var line: Int
  /// The claim's references, numbered from 1.
  public var references: [NumberedReference]
  /// To whom it applies; empty where nothing is said.
  public var population: String
  /// Design, size and years of the study; empty where none is named.
  public var study: String
  /// Strength as the source states it; empty where it states none.
  public var strength: String
}

extension Assistant {
  /// The passage around a claim.
  ///
  /// - Returns: `nil` for an id that no claim has.
  public func passage(of claim: String) -> PassageView? {
    for number in 0..<pack.claimCount {
      guard let packed = try? pack.claim(number) else { return nil }
      if packed.id == claim { return try? view(packed) }
    }
    return nil
  }

  private func view(_ claim: PackedClaim) throws -> PassageView {
    let passage = try pack.passage(claim.passage)
    var references: [NumberedReference] = []
    for index in claim.citations {
      let stored = try pack.reference(index)
      references.append(
        NumberedReference(
          number: references.count + 1,
          id: stored.id,
          text: stored.text,
          brief: stored.brief,
          kind: ReferenceKind(rawValue: stored.kind) ?? .primaryStudy,
          url: stored.url,
          retraction: retractions.notice(id: stored.id, url: stored.url)?.sentence
        )
      )
    }
    let study = [
      claim.studyDesign, claim.studySize.isEmpty ? "" : "n = \(claim.studySize)", claim.studyYears,
    ]
    return PassageView(
      heading: try pack.sectionPath(claim.section),
      text: passage.text,
      claimText: claim.text,
      file: claim.file,
      line: passage.line,
      references: references,
      population: claim.population,
      study: study.filter { !$0.isEmpty }.joined(separator: ", "),
      strength: claim.strength
    )
  }

  /// The glossary's entries for a word: by term, abbreviation or synonym, else the terms that begin
  /// with it.
  public func define(_ word: String) -> [GlossaryTerm] {
    guard let terms = try? pack.glossary() else { return [] }
    let wanted = word.lowercased()
    let exact = terms.filter { term in
      term.surfaceForms.contains { $0.lowercased() == wanted }
    }
    if !exact.isEmpty || wanted.isEmpty { return exact }
    let named = pack.analysis.terms.analyze(word).filter {
      $0.text.hasPrefix(SynonymFilter.prefix)
    }.map { String($0.text.dropFirst(SynonymFilter.prefix.count)) }
    let meant = terms.filter { named.contains($0.term) }
    return meant.isEmpty ? terms.filter { $0.term.lowercased().hasPrefix(wanted) } : meant
  }

  /// What the prompt completes: glossary terms, abbreviations, claim and reference ids, sorted.
  public var completionWords: [String] {
    var words: Set<String> = []
    for term in (try? pack.glossary()) ?? [] {
      words.insert(term.term)
      words.formUnion(term.abbreviations)
    }
    words.formUnion((try? pack.references()) ?? [])
    for number in 0..<pack.claimCount {
      if let claim = try? pack.claim(number) { words.insert(claim.id) }
    }
    return words.sorted()
  }
}
