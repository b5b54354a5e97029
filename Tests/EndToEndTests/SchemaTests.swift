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
  ]

  private func valid(_ schema: String, _ lines: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("lines.json")
    try Data(lines).write(to: file)
    let package = BuiltExecutable.package
    let script = package.appendingPathComponent("Tests/EndToEndTests/Scripts/valid-json.py")
    let path = package.appendingPathComponent("docs/schema/\(schema).json")
    guard let python = OutsideProgram.python else { return OutsideProgram.skip("no python3") }
    let run = try BuiltExecutable.run([script.path, path.path, file.path], executable: python)
    if run.status == 77 { return OutsideProgram.skip("jsonschema is not installed") }
    #expect(run.status == 0, "\(run.text)\(run.errorText)")
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

  @Test func `a broken output does not follow its schema`() throws {
    guard let python = OutsideProgram.python else { return OutsideProgram.skip("no python3") }
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("lines.json")
    try Data(#"{"id":"1","resolved":"no list"}"#.utf8).write(to: file)
    let package = BuiltExecutable.package
    let run = try BuiltExecutable.run(
      [
        package.appendingPathComponent("Tests/EndToEndTests/Scripts/valid-json.py").path,
        package.appendingPathComponent("docs/schema/curbside.resolve-1.json").path, file.path,
      ],
      executable: python
    )
    if run.status == 77 { return OutsideProgram.skip("jsonschema is not installed") }
    #expect(run.status == 1)
  }
}
