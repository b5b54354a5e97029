import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct InterchangeTests {
  /// A form with an item below another, a code, quantities in other units and an item of no fact.
  private let response = """
    {"resourceType":"QuestionnaireResponse","status":"completed","item":[
     {"linkId":"care-phase","answer":[{"valueCoding":{"code":"restaging"}}]},
     {"linkId":"imaging","item":[
      {"linkId":"restaging-ct","answer":[{"valueBoolean":true}]},
      {"linkId":"restaging-mri","answer":[{"valueCoding":{"code":"N"}}]}]},
     {"linkId":"lesion-size","answer":[{"valueQuantity":{"value":0.8,"unit":"cm"}}]},
     {"linkId":"weeks-since-chemotherapy","answer":[{"valueQuantity":{"value":42,"code":"d"}}]},
     {"linkId":"bevacizumab","answer":[{"valueBoolean":true}]},
     {"linkId":"technically-resectable","answer":[{"valueBoolean":true}]},
     {"linkId":"future-liver-remnant","answer":[{"valueQuantity":{"value":45,"unit":"%"}}]},
     {"linkId":"shoe-size","answer":[{"valueInteger":43}]}]}
    """

  private func decide(_ resource: String, _ arguments: [String] = []) throws -> BuiltExecutable.Run
  {
    try BuiltExecutable.run(["case", "--fhir", "-"] + arguments, input: Array(resource.utf8))
  }

  private func object(_ run: BuiltExecutable.Run) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
  }

  @Test func `a form gives the facts that a file of the same facts gives`() throws {
    let facts = """
      carePhase: restaging
      restagingCT: true
      restagingMRI: false
      lesionSizeMm: 8
      weeksSinceChemotherapy: 6
      bevacizumab: true
      technicallyResectable: true
      futureLiverRemnantPercent: 45
      """
    let file = try BuiltExecutable.run(["case", "-", "--json"], input: Array(facts.utf8))
    let form = try decide(response, ["--json"])
    #expect(form.status == file.status)
    #expect(form.output == file.output)
    #expect(form.errorText.contains("not mapped to a fact: shoe-size"))
  }

  @Test func `the form of these tests is a valid resource of FHIR R4`() throws {
    try validate(response)
  }

  private func validate(_ resource: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("resource.json")
    try Data(resource.utf8).write(to: file)
    let script = BuiltExecutable.package
      .appendingPathComponent("Tests/EndToEndTests/Scripts/valid-fhir.py")
    guard let python = OutsideProgram.python else { return OutsideProgram.skip("no python3") }
    let run = try BuiltExecutable.run([script.path, file.path], executable: python)
    if run.status == 77 { return OutsideProgram.skip("fhir.resources is not installed") }
    #expect(run.status == 0, "\(run.text)")
  }

  @Test func `observations of a bundle are read, those entered in error are not`() throws {
    func observation(_ value: String, _ status: String) -> String {
      """
      {"resource":{"resourceType":"Observation","status":"\(status)",
       "code":{"coding":[{"system":"http://loinc.org","code":"33728-7"}]},
       "valueQuantity":{"value":\(value),"unit":"mm"}}}
      """
    }
    let entries = [observation("9", "final"), observation("30", "entered-in-error")]
    let bundle =
      #"{"resourceType":"Bundle","type":"collection","entry":["# + entries.joined(separator: ",")
      + "]}"
    try validate(bundle)
    let report = try #require(try object(decide(bundle, ["--json"]))["case"] as? [String: Any])
    let facts = try #require(report["facts"] as? [[String: Any]])
    #expect(facts.count == 1)
    #expect(facts[0]["value"] as? Int == 9)
  }

  @Test(arguments: [
    (#"{"resourceType":"Patient"}"#, "Patient"), ("[]", "no resource"), ("{", "no resource"),
    (
      #"{"resourceType":"QuestionnaireResponse","item":[{"linkId":"lesion-size","answer":[{"valueQuantity":{"value":8,"unit":"inch"}}]}]}"#,
      "inch"
    ),
    (
      #"{"resourceType":"QuestionnaireResponse","item":[{"linkId":"care-phase","answer":[{"valueCoding":{"code":"asleep"}}]}]}"#,
      "asleep"
    ),
  ])
  func `what cannot be taken is an error that names it, never a guess`(
    _ resource: String,
    _ word: String
  ) throws {
    let run = try decide(resource)
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains(word))
  }

  @Test func `cards have a short summary, an indicator, a source, and the evidence as extension`()
    throws
  {
    let run = try decide(response, ["--format", "cds-hooks"])
    let cards = try #require(try object(run)["cards"] as? [[String: Any]])
    let report = try #require(try object(decide(response, ["--json"]))["case"] as? [String: Any])
    let plan = try #require(report["plan"] as? [[String: Any]])
    #expect(cards.count == plan.count + 1)
    for (card, action) in zip(cards, plan) {
      let summary = try #require(card["summary"] as? String)
      #expect(summary.count < 140)
      #expect(["info", "warning", "critical"].contains(card["indicator"] as? String))
      #expect((card["source"] as? [String: Any])?["label"] != nil)
      let extended = (card["extension"] as? [String: Any])?["org.curbside.evidence"]
      let evidence = try #require(extended as? [String: Any])
      #expect(evidence["claims"] as? [String] == action["claims"] as? [String] ?? [])
      #expect((evidence["strength"] as? [[String: Any]])?.isEmpty == false)
    }
  }
}
