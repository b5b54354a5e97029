import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct AudienceTests {
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

  /// The recommendations of a view, in all its forms that have a machine's ids.
  private func recommendations(_ arguments: [String], _ audience: String?) throws -> Set<String> {
    let flags = audience.map { ["--audience", $0] } ?? []
    let run = try BuiltExecutable.run(arguments + ["--json"] + flags)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    )
    let statements = (object["statements"] as? [[String: Any]] ?? []).filter {
      $0["kind"] as? String == "recommendation"
    }
    let plan = (object["case"] as? [String: Any])?["plan"] as? [[String: Any]] ?? []
    let rows = (object["tables"] as? [[String: Any]] ?? []).filter {
      $0["id"] as? String != "words"
    }
    .flatMap { $0["rows"] as? [[String: Any]] ?? [] }
    let fields = (object["fields"] as? [[String: String]] ?? []).compactMap { $0["text"] }
    let cells = rows.flatMap { $0.values.compactMap { $0 as? String } }
    return Set((statements + plan).compactMap { $0["text"] as? String } + cells + fields)
  }

  /// Commands that show recommendations.
  static let views: [[String]] = [
    ["ask", "does MRI beat CT after chemo?"], ["ask", "how long to wait after bevacizumab?"],
    ["case", "--text", "8 mm met gone on CT, no MRI yet, FOLFOX-bev 4 weeks ago, FLR 45%"],
    ["explore", "claims", "--kind", "recommendation"], ["explore", "table", "imaging"],
    ["explore", "show", "always-mri"], ["explore", "disagreements", "--topic", "imaging"],
    ["explore", "without", "kuhlmann2016"], ["explore", "compare", "CT", "MRI"],
    ["explore", "plot", "sensitivity"], ["explore", "quiz", "--decision", "restagingImaging"],
    ["explore", "topics"],
  ]

  @Test(arguments: views)
  func `the recommendations of a view are the same for every audience`(
    _ arguments: [String]
  ) throws {
    let wanted = try recommendations(arguments, nil)
    #expect(!wanted.isEmpty)
    for audience in ["clinician", "trainee", "layperson"] {
      #expect(try recommendations(arguments, audience) == wanted)
    }
  }

  @Test func `the prompt explains terms once it is told for whom, in replies, cases and views`()
    throws
  {
    let lines = [
      "does MRI beat CT after chemo?", ".audience layperson", "does MRI beat CT after chemo?",
      ".set lesionSizeMm=8", ".show always-mri", ".audience", ".audience nobody",
    ]
    let run = try BuiltExecutable.run(
      ["--plain"],
      input: Array(lines.joined(separator: "\n").utf8)
    )
    let definition = "MRI = magnetic resonance imaging: A scan"
    #expect(run.text.components(separatedBy: definition).count == 3)
    #expect(run.text.contains("In words, "))
    #expect(run.text.contains("Answers are shown for a layperson."))
    #expect(run.text.contains("There is no audience ‘nobody’."))
    let fromStart = try BuiltExecutable.run(
      ["--plain", "--audience", "layperson"],
      input: Array("does MRI beat CT after chemo?\n".utf8)
    )
    #expect(fromStart.text.contains(definition))
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
