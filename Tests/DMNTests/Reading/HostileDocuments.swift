import Foundation
import TestSupport

/// Makes documents that are meant to break a reader of models, from a seed.
struct HostileDocuments {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Scraps of XML and of models, which meet each other in unlucky ways.
  private static let pieces = [
    "<", ">", "/>", "</", "\"", "&", "&amp;", "&#0;", "&#x110000;", "&lt;", "&x;", "<![CDATA[",
    "]]>", "<!--",
    "-->", "<?xml?>", "<?x y?>", "<!DOCTYPE a>", "xmlns=\"\"", "xmlns:a=\"b\"", " id=\"x\"",
    " name=\"\"",
    " href=\"#\"", " typeRef=\"t\"", "<text>", "</text>", "<decision>", "<context>",
    "<literalExpression/>",
    "<decisionTable/>", "<rule/>", "<input/>", "<itemDefinition name=\"t\"/>",
    "<import namespace=\"a\"/>",
    "\u{0}", "\u{FEFF}", "é", "🐎", "\n", "\t", "[1..", "not(", "- ", "null", "9e9999",
  ]

  /// One to three bytes changed.
  mutating func flipped(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      bytes[place(in: bytes)] ^= UInt8.random(in: 1...255, using: &generator)
    }
    return bytes
  }

  /// One to three stretches removed, repeated, moved, or scraps put in.
  mutating func changed(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let start = place(in: bytes)
      let end = min(bytes.count, start + Int.random(in: 1...80, using: &generator))
      let stretch = Array(bytes[start..<end])
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: stretch, at: place(in: bytes))
      case 2:
        bytes.removeSubrange(start..<end)
        bytes.insert(contentsOf: stretch, at: bytes.isEmpty ? 0 : place(in: bytes))
      default:
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        bytes.insert(contentsOf: piece.utf8, at: start)
      }
    }
    return bytes
  }

  private mutating func place(in bytes: [UInt8]) -> Int {
    Int.random(in: 0..<bytes.count, using: &generator)
  }

  /// Some of the elements of a model in any order, within its root.
  mutating func excerpt(of model: ModelLines) -> [UInt8] {
    let blocks = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      model.blocks.randomElement(using: &generator) ?? ""
    }
    return Array((model.head + blocks.joined() + "</definitions>\n").utf8)
  }

  /// Elements inside each other, perhaps closed again.
  mutating func nesting() -> [UInt8] {
    let names = [
      "context", "contextEntry", "list", "relation", "itemComponent", "functionDefinition", "x",
    ]
    let name = names.randomElement(using: &generator) ?? "x"
    let depth = Int.random(in: 100...3_000, using: &generator)
    let close = Bool.random(using: &generator) ? String(repeating: "</\(name)>", count: depth) : ""
    let body = String(repeating: "<\(name)>", count: depth) + close
    return Array(ModelText.model(ModelText.decision("D", body)).utf8)
  }

  /// An element with thousands of attributes, namespaces, children or characters.
  mutating func excess() -> [UInt8] {
    let count = Int.random(in: 500...3_000, using: &generator)
    let range = 0..<count
    let content =
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: "<decision id=\"d\" name=\"D\"\(range.map { " a\($0)=\"\($0)\"" }.joined())/>"
      case 1: "<decision id=\"d\" name=\"D\"\(range.map { " xmlns:n\($0)=\"\($0)\"" }.joined())/>"
      case 2: String(repeating: "<inputData id=\"i\" name=\"I\"/>", count: count)
      case 3: range.map { "<inputData id=\"i\($0)\" name=\"I\($0)\"/>" }.joined()
      case 4: "<decision id=\"d\" name=\"\(String(repeating: "D ", count: count))\"/>"
      case 5:
        ModelText.decision("D", ModelText.literal(String(repeating: "1 + ", count: count) + "1"))
      case 6: "<!--\(String(repeating: "x\n", count: count))-->"
      default: "<description><![CDATA[\(String(repeating: "]]", count: count))]]></description>"
      }
    return Array(ModelText.model(content).utf8)
  }

  /// A document with a document type of some kind, in front of a model.
  mutating func bomb() -> [UInt8] {
    let count = Int.random(in: 1...30, using: &generator)
    let levels = (1...count).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined()
    let declaration =
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: "<!DOCTYPE d [<!ENTITY e0 \"ha\">\(levels)]>"
      case 1: "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">"
      case 2: "<!DOCTYPE d [<!ENTITY e\(count) SYSTEM \"file:///dev/zero\">]>"
      case 3: "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://localhost/x\"> %p;]>"
      case 4:
        "<!DOCTYPE d [<!ATTLIST definitions name CDATA \"\(String(repeating: "x", count: count))\">]>"
      default: "<!DOCTYPE d>"
      }
    let model = ModelText.model("<description>&e\(count);</description>")
    return Array(model.replacing("?>", with: "?>\(declaration)", maxReplacements: 1).utf8)
  }
}

/// A model whose elements stand on lines of their own, indented by two spaces.
struct ModelLines {
  /// Everything up to the first element inside the root.
  var head = ""
  /// The elements inside the root, the longest left out.
  var blocks: [String] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") where line != "</definitions>" {
      if line.hasPrefix("  <"), !line.hasPrefix("  </") {
        blocks.append("\(line)\n")
      } else if blocks.isEmpty {
        head += "\(line)\n"
      } else {
        blocks[blocks.count - 1] += "\(line)\n"
      }
    }
    blocks.removeAll { $0.utf8.count > 6_000 }
  }
}
