import Foundation
import TestSupport
import Testing

@testable import Evidence

@Suite struct YAMLComposerTests {
  /// The document in one line: texts in quotes unless plain, keys with their lines.
  private static func outline(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let isPlain): isPlain ? text : "'\(text)'"
    case .sequence(let items): "[\(items.map(outline).joined(separator: ", "))]"
    case .mapping(let pairs):
      "{\(pairs.map { "\($0.key)@\($0.line): \(outline($0.value))" }.joined(separator: ", "))}"
    }
  }

  private static func read(_ text: String) throws -> YAMLNode? {
    try YAMLComposer.document(Array(text.utf8))
  }

  @Test(
    arguments: [
      ("a: 1\nb: '2'\n", "{a@1: 1, b@2: '2'}"),
      ("b: x\na: y\n", "{b@1: x, a@2: y}"),
      ("- a\n- [b, \"c\"]\n- {d: e}\n", "[a, [b, 'c'], {d@3: e}]"),
      ("a: |\n  two\n  lines\n", "{a@1: 'two\nlines\n'}"),
      ("a: >-\n  two\n  lines\n", "{a@1: 'two lines'}"),
      ("a:\nb: ~\n", "{a@1: , b@2: ~}"),
      ("a: &x [1, 2]\nb: *x\n", "{a@1: [1, 2], b@2: [1, 2]}"),
      ("&x a: b\nc: *x\n", "{a@1: b, c@2: a}"),
      ("a: &x 1\nb: &x 2\nc: *x\n", "{a@1: 1, b@2: 2, c@3: 2}"),
      ("# a remark\n---\na: b # another\n...\n", "{a@3: b}"),
      ("a: \"\\u00e9\\0\"\n", "{a@1: 'é\0'}"),
      ("\u{FEFF}a: b\n", "{a@1: b}"),
      (#"{"a": [1, null, "x\/y"], "b": {}}"#, "{a@1: [1, null, 'x/y'], b@1: {}}"),
      ("text", "text"), ("[]", "[]"),
    ]
  ) func `a document keeps order, lines and quotes`(text: String, outline: String) throws {
    #expect(try Self.outline(#require(try Self.read(text))) == outline)
  }

  @Test(arguments: ["", "\n", "# a remark\n"])
  func `a text without a document is none`(text: String) throws {
    #expect(try Self.read(text) == nil)
  }

  @Test(arguments: [("~", true), ("null", true), ("", true), ("'null'", false), ("Null", false)])
  func `null is written in three ways`(value: String, isNull: Bool) throws {
    #expect(try #require(try Self.read("a: \(value)"))["a"]?.isNull == isNull)
  }

  @Test(
    arguments: [
      ("a: 1\nb: 2\na: 3\n", 1, "the key ‘a’ stands twice"),
      ("x:\n  {a: 1, 'a': 2}\n", 2, "the key ‘a’ stands twice"),
      ("a: 1\n[b]: 2\n", 2, "a key must be a text (column 1)"),
      ("a: *x\n", 1, "found undefined alias (column 4)"),
      ("a: &x [*x]\n", 1, "found undefined alias (column 8)"),
      ("a: 1\n---\nb: 2\n", 2, "but found another document (column 1)"),
      ("a: b: c\n", 1, "mapping values are not allowed in this context (column 5)"),
      ("a: [1, 2\n", 2, "did not find expected ',' or ']' (column 1)"),
      ("a: @b\n", 1, "found character that cannot start any token (column 4)"),
      ("a: \u{1}\n", nil, "control characters are not allowed"),
    ] as [(String, Int?, String)]
  ) func `a complaint names line and column`(text: String, line: Int?, complaint: String) throws {
    let problem = #expect(throws: YAMLProblem.self) { try Self.read(text) }
    #expect(problem?.line == line)
    #expect(problem?.complaint == complaint)
  }

  @Test func `aliases that would grow without bound are refused`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let below = (0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", ")
      text += "a\(level): &a\(level) [\(below)]\n"
    }
    let problem = #expect(throws: YAMLProblem.self) { try Self.read(text) }
    #expect(problem?.complaint.hasPrefix("the aliases stand for too much") == true)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `a document that is too deep is refused`(opening: String) {
    for depth in [YAMLComposer.deepest + 1, 5_000, 100_000] {
      #expect(throws: YAMLProblem.self) {
        try Self.read(String(repeating: opening, count: depth))
      }
    }
  }

  @Test func `a document as deep as is allowed reads`() throws {
    let depth = YAMLComposer.deepest
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try Self.read(text) != nil)
  }

  // MARK: Hostile bytes

  private static func corpus(_ file: String, first count: Int = .max) throws -> [UInt8] {
    let repository = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    return Array(try Data(contentsOf: repository.appending(path: "corpus/\(file)")).prefix(count))
  }

  private static let samples = [
    ("liver-metastases/protocol.yaml", Int.max), ("liver-metastases/claims.yaml", 1_500),
    ("liver-metastases/references.json", 1_500), ("liver-metastases/glossary.yaml", 1_500),
  ]

  @Test(arguments: samples)
  func `every prefix of a file of the corpus is a value or an error`(
    file: String,
    count: Int
  ) throws {
    let bytes = try Self.corpus(file, first: count)
    for length in bytes.indices { Self.readsOrComplains(Array(bytes[..<length])) }
  }

  @Test(arguments: samples)
  func `every flipped byte of a file of the corpus is a value or an error`(
    file: String,
    count: Int
  ) throws {
    let seed: UInt64 = 0xFA57
    print("flipped bytes of \(file): seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let bytes = try Self.corpus(file, first: count)
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= UInt8.random(in: 1...255, using: &generator)
      Self.readsOrComplains(flipped)
    }
  }

  @Test func `random bytes are a value or an error`() {
    let seed: UInt64 = 7
    print("random bytes: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let signs = Array("[]{}:,-?&*!|>'\"%@#~ \n\tab0\\".utf8) + [0, 0xC3, 0xA9, 0xFF]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<40, using: &generator)
      let bytes = (0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &generator)] }
      Self.readsOrComplains(bytes)
    }
  }

  private static func readsOrComplains(_ bytes: [UInt8]) {
    do throws(YAMLProblem) {
      if let node = try YAMLComposer.document(bytes) { #expect(node.line >= 1) }
    } catch {
      #expect(!error.complaint.isEmpty)
      #expect(error.line.map { $0 >= 1 } ?? true)
    }
  }
}
