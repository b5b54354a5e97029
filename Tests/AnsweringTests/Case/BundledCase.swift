import DMN
import Evidence
import Testing

@testable import Answering

/// The bundled protocol's decision model, and cases decided with it.
enum BundledCase {
  static let source = Result { try #require(try Bundled.corpus.get().protocols.first) }

  static let model = Result {
    let bundled = try source.get()
    let file = ModelFile(name: "decisions.dmn", bytes: try #require(bundled.decisionModel))
    return try CaseModel(DecisionModelReader().read(file), siteFacts: bundled.siteFacts)
  }

  /// Decides a case of which the facts stand as YAML.
  static func decide(
    _ facts: String,
    _ questions: CaseQuestions = CaseQuestions()
  ) throws -> Reply {
    let sheet = try FactSheet.read(Array(facts.utf8), named: "case.yaml")
    return try Bundled.assistant.get().decide(sheet, questions)
  }

  /// The report on a case of which the facts stand as YAML.
  static func report(
    _ facts: String,
    _ questions: CaseQuestions = CaseQuestions()
  ) throws -> CaseReport {
    try #require(try decide(facts, questions).case)
  }
}

extension CaseReport {
  /// A decision of the patient.
  func decision(_ id: String) throws -> DecisionReport {
    try #require(decisions.first { $0.id == id })
  }
}

extension SiteReport {
  /// A decision of the site.
  func decision(_ id: String) throws -> DecisionReport {
    try #require(decisions.first { $0.id == id })
  }
}
