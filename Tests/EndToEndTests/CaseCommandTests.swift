import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct CaseCommandTests {
  /// A patient at restaging of whom the site is decided and nothing is open but the marker.
  private let facts = """
    carePhase: restaging
    lesionSizeMm: 8
    restagingCT: true
    restagingMRI: false
    technicallyResectable: true
    weeksSinceChemotherapy: 4
    bevacizumab: true
    chemotherapyMonths: 4
    futureLiverRemnantPercent: 45
    majorHepatectomyRequired: true
    ablationFeasible: false

    """

  private func decide(_ arguments: [String], _ input: String? = nil) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(["case", "-"] + arguments, input: Array((input ?? facts).utf8))
  }

  private func object(_ run: BuiltExecutable.Run) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(run.output))
    return try #require(object as? [String: Any])
  }

  @Test func `open decisions give status 2 and one question, decided ones status 0`() throws {
    let open = try decide([])
    #expect(open.status == 2)
    #expect(open.lines.count { $0.contains("To settle it") } == 1)
    #expect(open.text.contains("Was a fiducial marker placed in the lesion?"))
    let decided = try decide(["--set", "fiducialPlaced=false"])
    #expect(decided.status == 0)
    #expect(!decided.text.contains("To settle it"))
    #expect(decided.errorText.isEmpty)
    #expect(decided.lines.allSatisfy { $0.count <= 80 || $0.contains("https://") })
  }

  @Test func `each line of the plan is cited by a reference that stands below`() throws {
    let run = try decide([])
    let object = try object(try decide(["--json"]))
    let report = try #require(object["case"] as? [String: Any])
    let plan = try #require(report["plan"] as? [[String: Any]])
    #expect(plan.count >= 5)
    for (index, action) in plan.enumerated() {
      let text = try #require(action["text"] as? String)
      let start = "\(index + 1) \(text.prefix(20))"
      #expect(run.text.contains(start))
      #expect((action["citations"] as? [String])?.isEmpty == false)
    }
    for number in 1...4 { #expect(run.lines.contains { $0.hasPrefix("  [\(number)] ") }) }
  }

  @Test func `the screen and the linear form tell the same and the latter has no columns`() throws {
    let screen = try decide([])
    let linear = try decide(["--plain"])
    #expect(linear.status == screen.status)
    func words(_ text: String) -> Set<String> {
      Set(text.split { $0.isWhitespace || "[](),:·.;".contains($0) }.map(String.init))
    }
    let ignored = try Regex(#"^(\d+|https?|//.*|doi|PMID|https.*)$"#)
    let lost = words(screen.text).subtracting(words(linear.text))
      .filter { $0.firstMatch(of: ignored) == nil }
    #expect(lost.isSubset(of: ["Protocol"]), "\(lost)")
    #expect(linear.lines.allSatisfy { !$0.hasPrefix(" ") && $0.contains(": ") })
  }

  @Test func `why, why not and change are answered with rules, obstacles and sets`() throws {
    let why = try decide(["--why", "remnant"])
    #expect(why.text.contains("rule remnant/2 applies"))
    #expect(why.text.contains("holds: future liver remnant percent is 45"))
    #expect(why.text.contains("It rests on"))
    let whyNot = try decide(["--why-not", "siteManagement=resect"])
    #expect(whyNot.text.contains("fails: burden is yes, must be no"))
    let change = try decide(["--change", "siteManagement=ablate", "--json"])
    let report = try #require(try object(change)["case"] as? [String: Any])
    let changes = try #require(report["changes"] as? [[String: Any]])
    let sets = try #require(changes.first?["sets"] as? [[[String: Any]]])
    #expect(sets.count == 1)
    #expect(sets.first?.first?["fact"] as? String == "ablationFeasible")
    #expect(sets.first?.first?["to"] as? Bool == true)
  }

  @Test func `a fact that is kept is not changed`() throws {
    let run = try decide(["--change", "siteManagement=ablate", "--keep", "ablationFeasible"])
    #expect(run.text.contains("No change of facts makes site management ablate."))
  }

  @Test func `a fact set by an argument replaces that of the file`() throws {
    let run = try decide(["--set", "futureLiverRemnantPercent=30", "--json"])
    let report = try #require(try object(run)["case"] as? [String: Any])
    let decisions = try #require(report["decisions"] as? [[String: Any]])
    let remnant = decisions.first { $0["id"] as? String == "remnant" }
    #expect(remnant?["outcome"] as? String == "inadequate")
  }

  @Test(arguments: [
    ("futureLiverRemnantPercent: 280", "futureLiverRemnantPercent", "280"),
    ("lesionSizeMm: -3", "lesionSizeMm", "-3"),
    ("lesionSizeMm: 40 cm", "lesionSizeMm", "40 cm"),
    ("lesionSizeMm: \"30..20\"", "lesionSizeMm", "30..20"),
    ("bevacizumab: 3", "bevacizumab", "3"),
    ("siteDepth: middling", "siteDepth", "middling"),
    ("lesionSize: 8", "lesionSize", "lesionSizeMm"),
  ])
  func `a fact that cannot be is refused with its name, value and line`(
    text: String,
    fact: String,
    value: String
  ) throws {
    let run = try decide([], "carePhase: restaging\n\(text)\n")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("line 2: \(fact)"))
    #expect(run.errorText.contains(value))
  }

  @Test(arguments: [
    ["--why", "nothing"], ["--why-not", "siteManagement=wait"], ["--change", "remnant"],
    ["--set", "novalue"],
  ])
  func `a question that the model does not know is a usage error`(arguments: [String]) throws {
    let run = try decide(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["", "- a\n- b\n", "a: [", "\u{0}", "a: 1\na: 2\n", "sites: 3\n"])
  func `a file that holds no facts is malformed input`(text: String) throws {
    let run = try decide([], text)
    #expect(run.status == 65)
    #expect(run.errorText.contains("standard input"))
  }

  @Test func `a missing file, a folder and a protocol under review have their own status`() throws {
    #expect(try BuiltExecutable.run(["case", "/nowhere.yaml"]).status == 66)
    #expect(try BuiltExecutable.run(["case", "/tmp"]).status == 65)
    #expect(try decide(["--require-reviewed"]).status == 3)
    #expect(try BuiltExecutable.run(["case"]).status == 64)
  }

  @Test func `a reply with a case is byte-identical and quotes the corpus`() throws {
    let first = try decide(["--json"])
    #expect(first.output == (try decide(["--json"])).output)
    let verified = try BuiltExecutable.run(["verify", "-"], input: first.output)
    #expect(verified.status == 0, "\(verified.text)\(verified.errorText)")
  }

  @Test func `two sites are decided apart`() throws {
    let sites = """
      carePhase: restaging
      futureLiverRemnantPercent: 45
      technicallyResectable: true
      significantComorbidity: false
      sites:
        - {label: segment II, siteDepth: superficial, majorHepatectomyRequired: false}
        - {label: segment VIII, majorHepatectomyRequired: true, ablationFeasible: true}

      """
    let report = try #require(try object(try decide(["--json"], sites))["case"] as? [String: Any])
    let found = try #require(report["sites"] as? [[String: Any]])
    let outcomes = found.map { site in
      (site["decisions"] as? [[String: Any]])?.first { $0["id"] as? String == "siteManagement" }?[
        "outcome"
      ] as? String
    }
    #expect(outcomes == ["resect", "ablate"])
    #expect(try decide([], sites).text.contains("segment VIII · "))
  }
}
