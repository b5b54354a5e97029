import Evidence
import Foundation
import Testing

@testable import Answering

/// The judged cases that state facts only, with every outcome, every missing set and the smallest
/// changes; they belong to the project's shared questions and are read where they lie.
@Suite struct StructuredCaseTests {
  private struct Judged: Decodable {
    var id: String
    var facts: [String: Fact]
    var expect: [String: String]
    var missing: [String: [String]]?
    var change: Change?

    struct Change: Decodable {
      var decision: String
      var outcome: String
      var minimalSets: [[Step]]
    }

    struct Step: Decodable {
      var fact: String
      var to: Fact
    }
  }

  private enum Fact: Decodable {
    case boolean(Bool)
    case number(Decimal)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(Bool.self) {
        self = .boolean(value)
      } else if let value = try? container.decode(Decimal.self) {
        self = .number(value)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var stated: StatedValue {
      switch self {
      case .boolean(let value): .boolean(value)
      case .number(let value): .number("\(value)")
      case .text(let text): .text(text)
      }
    }

    var text: String { stated.description.filter { !$0.isWhitespace } }
  }

  private static let file = URL(filePath: Bundled.root).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/questions/structured.jsonl")
  private static let isThere = FileManager.default.fileExists(atPath: file.path)

  private static func all() throws -> [Judged] {
    try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Judged.self, from: $0)
    }
  }

  private func report(_ judged: Judged) throws -> CaseReport {
    var questions = CaseQuestions()
    if let change = judged.change { questions.changes = [(change.decision, change.outcome)] }
    let facts = judged.facts.sorted { $0.key < $1.key }
      .map { StatedFact(id: $0.key, value: $0.value.stated) }
    let reply = try Bundled.assistant.get().decide(FactSheet(facts: facts), questions)
    return try #require(reply.case)
  }

  @Test(.enabled(if: isThere, "../shared/questions/structured.jsonl is not here"))
  func `every decision, every missing set and every smallest change is as judged`() throws {
    let cases = try Self.all()
    #expect(cases.count >= 70)
    var sets = 0
    for judged in cases {
      let report = try report(judged)
      for (decision, outcome) in judged.expect {
        let actual = try report.decision(decision)
        #expect(actual.outcome == outcome, "\(judged.id) \(decision)")
        let missing = Set(judged.missing?[decision] ?? [])
        #expect(Set(actual.missing) == missing, "\(judged.id) \(decision)")
      }
      guard let change = judged.change else { continue }
      let expected = Set(change.minimalSets.map { Set($0.map { "\($0.fact) \($0.to.text)" }) })
      let found = report.changes.flatMap(\.sets).map { set in
        Set(set.map { "\($0.fact) \($0.to.text)" })
      }
      #expect(Set(found) == expected && found.count == expected.count, "\(judged.id)")
      sets += found.count
    }
    print("structured: \(cases.count) cases, \(sets) sets of changes agree")
  }
}

extension FactValue {
  fileprivate var text: String {
    switch self {
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): text.filter { !$0.isWhitespace }
    }
  }
}
