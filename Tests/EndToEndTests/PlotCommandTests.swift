import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct PlotCommandTests {
  private static let measures = ["sensitivity", "hazard ratio", "future liver remnant", "NPV"]
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func plot(_ arguments: [String]) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(["explore", "plot"] + arguments)
  }

  @Test(arguments: [("plot-remnant", "future liver remnant"), ("plot-npv", "NPV")])
  func `a plot in 80 columns and in plain form is the one that was read`(
    _ name: String,
    _ measure: String
  ) throws {
    for (suffix, flags) in [("txt", [String]()), ("plain.txt", ["--plain"])] {
      let text = try plot([measure] + flags).text
      if let difference = Golden.difference(text, from: "\(name).\(suffix)") {
        Issue.record(Comment(rawValue: difference))
      }
    }
  }

  @Test(arguments: measures)
  func `the screen and the plain form hold the same sources, measures and values`(
    _ measure: String
  ) throws {
    func words(_ text: String) -> Set<String> {
      Set(text.split { $0.isWhitespace || $0 == ":" }.map(String.init))
    }
    let screen = words(try plot([measure]).text)
    let plain = words(try plot([measure, "--plain"]).text)
    for row in try rows(measure) {
      for key in ["source", "measure", "value"] {
        let wanted = words(try #require(row[key] as? String))
        #expect(wanted.isSubset(of: screen), "\(wanted.subtracting(screen))")
        #expect(wanted.isSubset(of: plain), "\(wanted.subtracting(plain))")
      }
    }
  }

  @Test func `a synonym by which people ask draws nothing that only sounds like it`() throws {
    let measures = try rows("sensitivity").compactMap { $0["measure"] as? String }
    #expect(measures.count > 10)
    #expect(!measures.contains { $0.contains("missing") }, "\(measures)")
    #expect(try rows("NPV").allSatisfy { ($0["measure"] as? String)?.contains("negative") == true })
  }

  @Test func `a measure that only says when other values were taken is not drawn`() throws {
    let rows = try rows("survival")
    #expect(rows.count > 20)
    #expect(!rows.contains { ($0["measure"] as? String)?.contains("time of the") == true })
    let told = rows.map {
      "\($0["source"] ?? "") \($0["measure"] ?? "") \($0["value"] ?? "") \($0["claim"] ?? "")"
    }
    #expect(Set(told).count == told.count)
  }

  @Test(arguments: measures)
  func `the plain form is ASCII bars behind the same values in words`(_ measure: String) throws {
    let plain = try plot([measure, "--plain"])
    #expect(!plain.text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
    #expect(!plain.output.contains(0x1B))
    for row in try rows(measure) {
      let value = try #require(row["value"] as? String)
      let source = try #require(row["source"] as? String)
      #expect(plain.lines.contains { $0.hasPrefix(source) && $0.contains(": \(value) [") })
    }
  }

  private func rows(_ measure: String) throws -> [[String: Any]] {
    let run = try plot([measure, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let tables = try #require(object?["tables"] as? [[String: Any]])
    return tables.flatMap { $0["rows"] as? [[String: Any]] ?? [] }
  }

  @Test(arguments: measures)
  func `the picture is well-formed, names itself, says every value and follows dark mode`(
    _ measure: String
  ) throws {
    let file = folder.url.appendingPathComponent("plot.svg")
    #expect(try plot([measure, "--svg", file.path]).status == 0)
    let data = try Data(contentsOf: file)
    let reader = PictureReader()
    let parser = XMLParser(data: data)
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.texts["title"]?.first?.contains(measure) == true)
    let description = try #require(reader.texts["desc"]?.first)
    let rows = try rows(measure)
    for row in rows {
      let value = try #require(row["value"] as? String)
      #expect(description.contains(": \(value)"))
    }
    #expect(String(decoding: data, as: UTF8.self).contains("prefers-color-scheme: dark"))
    // No text lies on another of its column, and none reaches into the drawing.
    for (left, places) in reader.places {
      let sorted = places.sorted()
      for (above, below) in zip(sorted, sorted.dropFirst()) {
        #expect(below - above >= 14, "\(left): \(above), \(below)")
      }
    }
  }

  @Test func `a larger percentage lies further to the right`() throws {
    let file = folder.url.appendingPathComponent("npv.svg")
    _ = try plot(["NPV", "--svg", file.path])
    let text = try String(contentsOf: file, encoding: .utf8)
    let circles = text.matches(of: try Regex(#"cx="(\d+)""#)).compactMap { match in
      match.output[1].substring.flatMap { Int($0) }
    }
    let values = try rows("NPV").compactMap { ($0["value"] as? String).flatMap(Double.init) }
    #expect(circles.count == values.count)
    for (left, right) in zip(values.indices, values.indices.dropFirst()) {
      #expect((values[left] < values[right]) == (circles[left] < circles[right]))
    }
  }

  @Test func `a measure that nobody states is named with status 1`() throws {
    let run = try plot(["nonsense"])
    #expect(run.status == 1)
    #expect(run.errorText.contains("no measure ‘nonsense’"))
  }
}

/// The texts of a picture by element, and where they begin.
private final class PictureReader: NSObject, XMLParserDelegate {
  var texts: [String: [String]] = [:]
  /// The heights of texts that begin at the same place.
  var places: [String: [Int]] = [:]
  private var text = ""

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
    if name == "text", attributes["text-anchor"] == nil, let x = attributes["x"] {
      places[x, default: []].append(attributes["y"].flatMap(Int.init) ?? 0)
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    texts[name, default: []].append(text)
  }
}
