import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct SchemaTests {
  private static let words =
    "62F, 8 mm met seg VII gone on CT, maybe 9 mm, no MRI yet, last FOLFOX-bev 4/52 ago, FLR 45%"
  private static let sites = """
    {"carePhase":"restaging","futureLiverRemnantPercent":"< 40","sites":[{"label":"a","lesionSizeMm":8},{"label":"b"}]}
    """
  private static let batch = """
    {"id":"1","question":"does PET help?","conversation":"c"}
    {"id":"2","question":"and after bevacizumab","conversation":"c"}
    {"id":"3","question":"what dose of oxaliplatin?"}
    """

  /// Outputs of every kind by the schema that they must follow.
  static let outputs: [(schema: String, arguments: [String], input: String)] = [
    ("curbside.reply-1", ["ask", "--json", "does", "PET", "help?"], ""),
    ("curbside.reply-1", ["ask", "--json", "--audience", "layperson", "does PET help?"], ""),
    ("curbside.reply-1", ["ask", "--batch"], batch),
    ("curbside.reply-1", ["ask", "--batch", "--audience", "trainee"], batch),
    ("curbside.reply-1", ["case", "--json", "--text", words, "--why", "siteManagement"], ""),
    (
      "curbside.reply-1",
      [
        "case", "-", "--json", "--why", "remnant", "--why-not", "siteManagement=resect", "--change",
        "surgeryTiming=proceed",
      ], sites
    ),
    ("curbside.error-1", ["ask", "--batch"], "{\"id\":\"x\"}\nno json\n"),
    (
      "curbside.extract-1", ["extract", "--batch"], #"{"id":"1","text":"8 mm, 3-4 weeks, no MRI"}"#
    ),
    (
      "curbside.resolve-1", ["resolve", "--batch"],
      #"{"id":"1","turns":["What of MRI?","And CT?"]}"#
    ),
    ("cds-hooks-2.0-cards", ["case", "-", "--format", "cds-hooks"], sites),
    ("curbside.explore-1", ["explore", "plot", "sensitivity", "--json"], ""),
    ("curbside.explore-1", ["explore", "quiz", "--decision", "remnant", "--json"], ""),
    ("curbside.explore-1", ["explore", "claims", "--json", "--audience", "layperson"], ""),
    ("curbside.reply-1", ["ask", "--json", "MRI for Mr John Miller, born 3.4.1950?"], ""),
    ("curbside.decisions-1", ["decide", model, "--json"], ""),
    (
      "curbside.decisions-1", ["decide", model, "--input", "-", "--explain", "--json"],
      #"{"carePhase":"restaging","futureLiverRemnantPercent":45}"#
    ),
  ]

  private static let model = BuiltExecutable.corpus
    .appendingPathComponent("liver-metastases/decisions.dmn").path

  private func valid(_ schema: String, _ lines: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("lines.json")
    try Data(lines).write(to: file)
    guard let run = try Self.script("valid-json", [schema, file.path]) else { return }
    #expect(run.status == 0, "\(run.text)\(run.errorText)")
  }

  /// Runs a script of `Scripts`; nil where what it needs is not there, which is said.
  private static func script(_ name: String, _ arguments: [String]) throws -> BuiltExecutable.Run? {
    guard let python = OutsideProgram.python else {
      OutsideProgram.skip("no python3")
      return nil
    }
    let path = BuiltExecutable.package
      .appendingPathComponent("Tests/EndToEndTests/Scripts/\(name).py").path
    let run = try BuiltExecutable.run(
      [path] + arguments,
      environment: ["PYTHONDONTWRITEBYTECODE": "1"],
      executable: python
    )
    if run.status != 77 { return run }
    OutsideProgram.skip("jsonschema is not installed")
    return nil
  }

  @Test(arguments: outputs)
  func `an output follows its schema`(
    _ output: (schema: String, arguments: [String], input: String)
  ) throws {
    let run = try BuiltExecutable.run(output.arguments, input: Array(output.input.utf8))
    #expect(!run.output.isEmpty)
    try valid(output.schema, run.output)
  }

  @Test(arguments: ExploreCommandTests.views)
  func `every view follows its schema`(_ view: (name: String, arguments: [String])) throws {
    let run = try BuiltExecutable.run(["explore"] + view.arguments + ["--json"])
    try valid("curbside.explore-1", run.output)
  }

  @Test func `every line of an exported session follows its schema`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("session.jsonl").path
    let facts = folder.url.appendingPathComponent("patient.yaml")
    try Data("carePhase: restaging\nsites:\n  - {label: a, lesionSizeMm: 8}\n".utf8).write(
      to: facts
    )
    let lines = [
      "does PET help?", ".context drop pet", "and MRI?", Self.words, ".set bevacizumab=true",
      ".case load \(facts.path)", ".new", ".export \(file)", "",
    ]
    let run = try BuiltExecutable.run(
      ["--today", "2025-11-05"],
      input: Array(lines.joined(separator: "\n").utf8)
    )
    #expect(run.text.contains("Written to"))
    let session = try Data(contentsOf: URL(fileURLWithPath: file))
    let text = String(decoding: session, as: UTF8.self)
    for event in ["asked", "dropped", "told", "stated", "loaded", "dated", "cleared"] {
      #expect(text.contains("\"event\":\"\(event)\""), "\(event)")
    }
    try valid("curbside.session-1", Array(session))
  }

  /// Questions to an index of any texts, which `{index}` stands for.
  static let indexOutputs: [(schema: String, arguments: [String], input: String)] = [
    ("curbside.search-1", ["search", "{index}", "--json", "vanished lesions"], ""),
    ("curbside.search-1", ["search", "{index}", "--json", "--explain", "vanished -margin"], ""),
    (
      "curbside.search-1", ["search", "{index}", "--json", "--feedback", "--explain", "lesion"], ""
    ),
    ("curbside.search-1", ["search", "{index}", "--json", "zebra"], ""),
    (
      "curbside.reply-1", ["ask", "--index", "{index}", "--json", "which margin do lesions need?"],
      ""
    ),
    ("curbside.reply-1", ["ask", "--index", "{index}", "--json", "treat gout with zebras"], ""),
    (
      "curbside.reply-1", ["ask", "--index", "{index}", "--batch"],
      #"{"id":"1","question":"margin"}"#
    ),
    ("curbside.error-1", ["ask", "--index", "{index}", "--batch"], "{}\n"),
    (
      "curbside.search-batch-1", ["search", "{index}", "--batch"],
      #"{"_id":"q","text":"margin"}"#
    ),
    ("curbside.index-1", ["index", "info", "{index}", "--json"], ""),
  ]

  @Test(arguments: indexOutputs, [true, false])
  func `an output of an index follows its schema`(
    _ output: (schema: String, arguments: [String], input: String),
    keepsTexts: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let index = folder.url.appendingPathComponent("index").path
    let lines = #"{"_id":"a","title":"Liver","text":"Vanished lesions need a margin."}"# + "\n"
    let build = ["index", "build", "-", "--output", index] + (keepsTexts ? [] : ["--no-text"])
    #expect(try BuiltExecutable.run(build, input: Array(lines.utf8)).status == 0)
    let arguments = output.arguments.map { $0 == "{index}" ? index : $0 }
    let run = try BuiltExecutable.run(arguments, input: Array(output.input.utf8))
    let needsTexts = arguments[0] == "ask" || arguments.contains("--feedback")
    if !keepsTexts, needsTexts {
      #expect(run.status == 65 && run.output.isEmpty, "\(run.errorText)")
    } else {
      #expect(!run.output.isEmpty, "\(run.errorText)")
      try valid(output.schema, run.output)
    }
  }

  @Test func `findings follow their schema, and are the lines of the text`() throws {
    let folder = try TemporaryFolder()
    let corpus = folder.url.appendingPathComponent("corpus")
    try FileManager.default.copyItem(at: BuiltExecutable.corpus, to: corpus)
    let saved = folder.url.appendingPathComponent("reply.json").path
    let reply = try BuiltExecutable.run(["ask", "--json", "does PET help?"])
    try Data(reply.output).write(to: URL(fileURLWithPath: saved))
    let file = corpus.appendingPathComponent("liver-metastases/protocol.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed =
      text.replacingOccurrences(of: "PET may", with: "PET can") + "\nA claim.{#claimed}\n"
    try #require(changed != text)
    try Data(changed.utf8).write(to: file)
    for command in [["check"], ["verify", saved]] {
      let arguments = command + ["--corpus", corpus.path]
      let lines = try BuiltExecutable.run(arguments).lines
      let json = try BuiltExecutable.run(arguments + ["--format", "json"])
      try valid("curbside.findings-1", json.output)
      let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
      let findings = try #require(object?["findings"] as? [[String: Any]])
      #expect(!lines.isEmpty && findings.compactMap { $0["text"] as? String } == lines)
    }
    let none = try BuiltExecutable.run(["check", "--json"])
    #expect(
      none.status == 0 && none.text == "{\"schema\":\"curbside.findings/1\",\"findings\":[]}\n"
    )
  }

  @Test func `no schema leaves an object open`() throws {
    guard let run = try Self.script("closed-schemas", []) else { return }
    #expect(run.status == 0, "\(run.text)")
  }

  /// Outputs with one thing wrong.
  static let broken: [(schema: String, line: String)] = [
    ("curbside.resolve-1", #"{"id":"1","resolved":"no list"}"#),
    ("curbside.session-1", #"{"event":"dropped","word":"pet","more":1}"#),
    ("curbside.session-1", #"{"event":"asked","question":"a","limit":4,"reply":{"schema":"x"}}"#),
    ("curbside.decisions-1", #"{"schema":"curbside.decisions/1","model":"m","decisions":[{}]}"#),
    ("cds-hooks-2.0-cards", #"{"cards":[{"summary":"","indicator":"info"}]}"#),
    ("curbside.search-batch-1", #"{"_id":"q","us":1,"hits":[["a"]]}"#),
  ]

  @Test(arguments: broken)
  func `a broken output does not follow its schema`(
    _ output: (schema: String, line: String)
  ) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("lines.json")
    try Data(output.line.utf8).write(to: file)
    guard let run = try Self.script("valid-json", [output.schema, file.path]) else { return }
    #expect(run.status == 1)
    #expect(run.text.contains("line 1"))
  }
}
