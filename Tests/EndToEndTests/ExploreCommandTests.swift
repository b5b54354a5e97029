import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct ExploreCommandTests {
  /// Views that are read whole, by the names of their golden files.
  static let views: [(name: String, arguments: [String])] = [
    ("topics", ["topics"]),
    ("claims-timing", ["claims", "--topic", "timing", "--kind", "recommendation"]),
    ("show-claim", ["show", "cr-benoist-left"]),
    ("show-reference", ["show", "benoist2006"]),
    ("references-survey", ["references", "--kind", "survey"]),
    ("table-remnant", ["table", "future", "liver", "remnant"]),
    ("disagreements-marking", ["disagreements", "--topic", "marking"]),
    ("without-kuhlmann", ["without", "kuhlmann2016"]),
    ("compare-ct-mri", ["compare", "CT", "MRI"]),
    ("compare-studies", ["compare", "benoist2006", "auer2010"]),
    ("claims-audience", ["claims", "--topic", "image guidance", "--audience", "layperson"]),
    ("quiz-remnant", ["quiz", "--decision", "remnant"]),
  ]

  private func explore(
    _ arguments: [String],
    environment: [String: String] = [:]
  ) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(["explore"] + arguments, environment: environment)
  }

  @Test(arguments: views)
  func `a view in 80 columns and in plain form is the one that was read`(
    _ view: (name: String, arguments: [String])
  ) throws {
    let screen = try explore(view.arguments)
    #expect(screen.status == 0 && screen.errorText.isEmpty)
    if let difference = Golden.difference(screen.text, from: "\(view.name).txt") {
      Issue.record(Comment(rawValue: difference))
    }
    let plain = try explore(view.arguments + ["--plain"])
    if let difference = Golden.difference(plain.text, from: "\(view.name).plain.txt") {
      Issue.record(Comment(rawValue: difference))
    }
    #expect(screen.lines.allSatisfy { $0.count <= 80 || $0.contains("https://") })
  }

  @Test(arguments: views)
  func `the plain form holds every cell of every table, no escape byte and no box drawing`(
    _ view: (name: String, arguments: [String])
  ) throws {
    let plain = try explore(view.arguments, environment: ["ACCESSIBLE": "1"])
    #expect(plain.text == (try explore(view.arguments + ["--plain"])).text)
    #expect(!plain.output.contains(0x1B))
    #expect(!plain.text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
    #expect(plain.lines.allSatisfy { !$0.hasPrefix(" ") && !$0.contains("  ") })
    let cells = try cells(explore(view.arguments + ["--json"]))
    #expect(cells.count > 3)
    for cell in cells { #expect(plain.text.contains(cell), "\(cell)") }
    // The screen breaks cells into lines, so words are compared.
    let screen = try explore(view.arguments).text
    let words = Set(screen.split { $0.isWhitespace }.map(String.init))
    let wanted = Set(cells.flatMap { $0.split { $0.isWhitespace }.map(String.init) })
    let lost = wanted.subtracting(words).filter { $0.count < 8 }
    #expect(lost.isEmpty, "\(lost)")
  }

  private func cells(_ run: BuiltExecutable.Run) throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let tables = try #require(object?["tables"] as? [[String: Any]])
    let fields = try #require(object?["fields"] as? [[String: String]])
    let rows = tables.flatMap { $0["rows"] as? [[String: Any]] ?? [] }
    let texts = rows.flatMap(\.values).compactMap { value in
      (value as? String) ?? (value as? Int).map(String.init)
    }
    return fields.compactMap { $0["text"] } + texts
  }

  @Test func `csv has a row for each row of the table and as many fields in each`() throws {
    let csv = try explore(["table", "timing", "--format", "csv"])
    let object = try JSONSerialization.jsonObject(
      with: Data(try explore(["table", "timing", "--json"]).output)
    )
    let tables = try #require((object as? [String: Any])?["tables"] as? [[String: Any]])
    let rows = try #require(tables[0]["rows"] as? [[String: Any]])
    let columns = try #require(tables[0]["columns"] as? [[String: String]])
    let parsed = Self.csv(csv.text)
    #expect(parsed.count == rows.count + 1)
    #expect(parsed.allSatisfy { $0.count == columns.count })
    #expect(parsed[0] == columns.compactMap { $0["key"] })
    for (line, row) in zip(parsed.dropFirst(), rows) {
      #expect(line == parsed[0].map { row[$0] as? String ?? "" })
    }
  }

  /// Reads comma-separated values (RFC 4180).
  private static func csv(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var previous: Character?
    for character in text {
      if character == "\"" {
        if !isQuoted, previous == "\"" { field.append("\"") }
        isQuoted.toggle()
      } else if !isQuoted, character == "," || character == "\n" {
        row.append(field)
        field = ""
        if character == "\n" {
          rows.append(row)
          row = []
        }
      } else {
        field.append(character)
      }
      previous = character
    }
    return rows
  }

  @Test func `markdown has a header, a rule and a line for each row`() throws {
    let lines = try explore(["topics", "--format", "markdown"]).lines
    let table = lines.filter { $0.hasPrefix("|") }
    let bars = table.map { $0.count { $0 == "|" } }
    #expect(Set(bars).count == 1)
    #expect(table[1].allSatisfy { "|-: ".contains($0) })
    #expect(lines[0].hasPrefix("# "))
  }

  @Test(arguments: [
    ["show", "nope"], ["table", "nope"], ["without", "nope"], ["compare", "nope", "CT"],
    ["claims", "--source", "nope"], ["claims", "--topic", "nope"],
  ])
  func `what the corpus does not know is named on standard error with status 1`(
    _ arguments: [String]
  ) throws {
    let run = try explore(arguments)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("nope"))
  }

  /// Dot-commands with the arguments of `explore` that show the same.
  static let commands: [(typed: String, arguments: [String])] = [
    (".topics", ["topics"]), (".claims --topic marking", ["claims", "--topic", "marking"]),
    (".show elias2004", ["show", "elias2004"]),
    (".references --kind guideline", ["references", "--kind", "guideline"]),
    (".table overall strategy", ["table", "overall", "strategy"]),
    (".plot negative predictive value", ["plot", "negative predictive value"]),
    (".disagreements all", ["disagreements"]),
    (".disagreements marking", ["disagreements", "--topic", "marking"]),
    (".without tan2007", ["without", "tan2007"]),
    (#".compare "microwave" radiofrequency"#, ["compare", "microwave", "radiofrequency"]),
    (".quiz --decision remnant", ["quiz", "--decision", "remnant"]),
    (".topics --format csv", ["topics", "--format", "csv"]),
    (".claims --kind practice-survey --json", ["claims", "--kind", "practice survey", "--json"]),
  ]

  @Test(arguments: commands)
  func `a dot-command shows the same as the command line`(
    _ command: (typed: String, arguments: [String])
  ) throws {
    let prompt = try BuiltExecutable.run([], input: Array("\(command.typed)\n".utf8))
    let view = try explore(command.arguments)
    #expect(view.status == 0 && view.lines.count > 1 || view.text.hasPrefix("{"))
    #expect(prompt.output == view.output)
  }

  @Test func `the prompt writes the page and the deck that the command line writes`() throws {
    let folder = try TemporaryFolder()
    let paths = ["a.html", "b.html", "a.tsv", "b.tsv"].map {
      folder.url.appendingPathComponent($0).path
    }
    let typed = ".export html \(paths[0])\n.quiz --anki \(paths[2])\n.show nope\n"
    let prompt = try BuiltExecutable.run([], input: Array(typed.utf8))
    #expect(prompt.text.contains("no claim or reference ‘nope’"))
    #expect(try explore(["export", "html", paths[1]]).status == 0)
    #expect(try explore(["quiz", "--anki", paths[3]]).status == 0)
    let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(files[0] == files[1] && files[2] == files[3])
  }
}
