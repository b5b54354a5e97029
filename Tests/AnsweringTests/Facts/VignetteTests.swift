import Answering
import Evidence
import Foundation
import Testing

/// A vignette with the facts that it states; `Judged/README.md` tells the fields.
private struct Vignette: Decodable {
  var id: String
  var text: String
  var facts: [String: Value]
  var notFacts: [String]
  var optional: [String: Value]?
  var tolerance: [String: Double]?
  var sites: [Site]?

  struct Site: Decodable {
    var label: String
    var facts: [String: Value]
  }

  enum Value: Decodable {
    case boolean(Bool)
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let truth = try? container.decode(Bool.self) {
        self = .boolean(truth)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    func agrees(with found: FactValue, within margin: Double) -> Bool {
      switch (self, found) {
      case (.boolean(let wanted), .boolean(let truth)): wanted == truth
      case (.number(let wanted), .number(let digits)):
        Double(digits).map { abs($0 - wanted) <= margin } ?? false
      case (.text(let wanted), .text(let text)): wanted == text
      default: false
      }
    }
  }

  static func all(_ name: String) throws -> [Vignette] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "jsonl", subdirectory: "Judged")
    )
    return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Vignette.self, from: $0)
    }
  }
}

@Suite struct VignetteTests {
  // What was reached; it may only rise.
  @Test(arguments: [("vignettes", 0.99), ("vignettes-second", 0.98)])
  func `our own vignettes are read at least as well as before, and no trap is sprung`(
    name: String,
    bar: Double
  ) throws {
    var right = 0
    var wrong = 0
    for vignette in try Vignette.all(name) {
      let reply = try Bundled.assistant.get().decide(
        TextCase(vignette.text),
        FactSheet(),
        CaseQuestions()
      )
      let report = try #require(reply.case)
      func score(_ wanted: [String: Vignette.Value], _ found: [CaseFact]) {
        for (id, value) in wanted {
          let fact = found.first { $0.id == id }
          let margin = vignette.tolerance?[id] ?? 0.05
          let agrees = fact.map { value.agrees(with: $0.value, within: margin) } ?? false
          if agrees { right += 2 } else { wrong += fact == nil ? 1 : 2 }
        }
        wrong += found.count { wanted[$0.id] == nil && vignette.optional?[$0.id] == nil }
      }
      let conflicts = Set(report.conflicts.map(\.id))
      score(vignette.facts, report.facts.filter { !conflicts.contains($0.id) })
      for (site, found) in zip(vignette.sites ?? [], report.sites) {
        score(site.facts, found.facts)
      }
      #expect(report.sites.count == vignette.sites?.count ?? 0, "\(vignette.id)")
      for trap in vignette.notFacts {
        #expect(!report.facts.contains { $0.id == trap }, "\(vignette.id): \(trap)")
      }
    }
    #expect(Double(right) / Double(right + wrong) >= bar)
  }
}
