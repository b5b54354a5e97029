import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct AudienceTests {
  private let question = "does MRI beat CT after chemo?"

  private func ask(_ arguments: [String]) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(["ask"] + arguments + [question])
  }

  @Test(arguments: ["clinician", "trainee", "layperson"])
  func `every audience reads the answer as it stands, with explanations below it`(
    _ audience: String
  ) throws {
    let plain = try ask([]).text
    let shown = try ask(["--audience", audience]).text
    #expect(shown.hasPrefix(plain))
    #expect((shown == plain) == (audience == "clinician"))
    let linear = try ask(["--audience", audience, "--plain"])
    #expect(linear.text.hasPrefix(try ask(["--plain"]).text))
    if audience != "clinician" {
      #expect(shown.contains("MRI = magnetic resonance imaging"))
      #expect(linear.lines.contains { $0.hasPrefix("Word: ") && $0.contains("MRI = ") })
    }
  }

  @Test func `a layperson gets every term that a trainee gets, and more`() throws {
    func terms(_ audience: String) throws -> Set<String> {
      let run = try ask(["--audience", audience, "--json"])
      let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
      let terms = try #require(object?["terms"] as? [[String: Any]])
      return Set(terms.compactMap { $0["term"] as? String })
    }
    let (trainee, layperson) = (try terms("trainee"), try terms("layperson"))
    #expect(trainee.isSubset(of: layperson) && trainee.count < layperson.count)
    #expect(try terms("clinician").isEmpty)
  }

  @Test func `markdown holds each sentence and each reference of the answer`() throws {
    let run = try ask(["--json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let statements = try #require(object?["statements"] as? [[String: Any]])
    let markdown = try ask(["--format", "markdown"]).text
    for statement in statements {
      let text = try #require(statement["text"] as? String)
      #expect(markdown.contains(text) || markdown.replacing("\\", with: "").contains(text))
    }
    #expect(markdown.hasPrefix("# "))
  }
}
