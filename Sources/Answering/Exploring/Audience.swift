internal import Evidence
internal import Retrieval
internal import TextAnalysis

/// For whom a reply is shown: the sentences are the same, what stands below them is not.
public enum Audience: String, CaseIterable, Sendable {
  /// Nothing is added.
  case clinician
  /// Abbreviations are written out, and explained in plain language.
  case trainee
  /// All terms of the glossary are explained in plain language.
  case layperson
}

/// A term that stands in a reply, with its plain-language definition.
public struct ExplainedTerm: Hashable, Sendable {
  /// The preferred term.
  public var term: String
  /// The abbreviations that stand in the reply; none where only the term or a synonym does.
  public var abbreviations: [String]
  /// The glossary's definition.
  public var definition: String
}

extension Assistant {
  /// A reply with what an audience wants explained below it; its sentences stay as they are.
  public func explaining(_ reply: Reply, for audience: Audience) -> Reply {
    var reply = reply
    reply.words = ReplyWords(audience: audience, terms: terms(in: reply.shownTexts, for: audience))
    return reply
  }

  /// A view of the evidence with what an audience wants explained as its last table; all else stays as
  /// it is.
  public func explaining(_ view: EvidenceView, for audience: Audience) -> EvidenceView {
    let terms = terms(in: view.shownTexts, for: audience)
    if terms.isEmpty { return view }
    var view = view
    view.tables.append(
      EvidenceTable(
        "words",
        title: "In words",
        columns: [
          .text("term", "Term"), .text("definition", "Meaning"),
          .detail("abbreviations", "abbreviation"),
        ],
        rows: terms.map { [$0.term, $0.definition, $0.abbreviations.joined(separator: ", ")] }
      )
    )
    return view
  }

  /// The terms of texts that an audience wants explained, in the order in which they appear.
  private func terms(in texts: [String], for audience: Audience) -> [ExplainedTerm] {
    if audience == .clinician { return [] }
    let words = texts.reduce(into: Set<String>()) { words, text in
      words.formUnion(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init))
    }
    var places: [String: Int] = [:]
    for text in texts {
      for token in pack.analysis.terms.analyze(text)
      where token.text.hasPrefix(SynonymFilter.prefix) {
        let term = String(token.text.dropFirst(SynonymFilter.prefix.count))
        if places[term] == nil { places[term] = places.count }
      }
    }
    let terms = ((try? pack.glossary()) ?? []).compactMap { term -> (Int, ExplainedTerm)? in
      guard let place = places[term.term] else { return nil }
      let short = term.abbreviations.filter(words.contains)
      if audience == .trainee, short.isEmpty { return nil }
      return (
        place,
        ExplainedTerm(term: term.term, abbreviations: short, definition: term.definition)
      )
    }
    return terms.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension Reply {
  /// What a reader sees of sentences: statements, or the words of a case's decisions and plan.
  fileprivate var shownTexts: [String] {
    guard let report = self.case else { return statements.map(\.text) }
    let answering = statements.filter { report.answering.contains($0.claim) }.map(\.text)
    let decisions = report.decisions + report.sites.flatMap(\.decisions)
    return answering + report.plan.map(\.text) + decisions.flatMap { [$0.text] + $0.warnings }
      + report.ask.map(\.question)
  }
}

extension EvidenceView {
  /// What a reader sees, in reading order.
  fileprivate var shownTexts: [String] {
    let cells = tables.flatMap { table in
      table.rows.flatMap { row in
        zip(table.columns, row).filter { !Self.bibliographic.contains($0.0.key) }.map(\.1)
      }
    }
    return fields.filter { !Self.bibliographic.contains($0.key) }.map(\.text) + cells + notes
  }

  /// Keys of columns and fields that hold names of works, ids and addresses: an abbreviation there is
  /// the name of a journal.
  private static let bibliographic: Set = [
    "citations", "claim", "disputedBy", "disputes", "link", "otherSources", "place", "reference",
    "source", "sources", "study", "verified", "work",
  ]
}
