import DMN
import FEEL
import Foundation
import TestSupport
import Testing

/// Whatever the bytes, the reader gives a model or says what is wrong with which element on which line.
struct ReaderFuzzTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let suite = root.deletingLastPathComponent()
    .appending(path: "shared/collections/dmn-tck/TestCases")

  /// The models that the tests lie beside, and one with the forms that they do not have.
  private static func smallModels() throws -> [[UInt8]] {
    let fixtures = Bundle.module.bundleURL.appending(path: "Fixtures")
    let names = ["imports/fees.dmn", "imports/visit.dmn", "suite/0001-greeting/0001-greeting.dmn"]
    return try names.map { [UInt8](try Data(contentsOf: fixtures.appending(path: $0))) }
  }

  /// The protocol's own model.
  private static func protocolModel() throws -> [UInt8] {
    let path = root.appending(path: "corpus/liver-metastases/decisions.dmn")
    return [UInt8](try Data(contentsOf: path))
  }

  /// Reads and compiles a document; whether it is a model.
  private func isModel(_ bytes: [UInt8], _ seed: UInt64) -> Bool {
    do {
      let model = try DecisionModelReader().read(ModelFile(name: "x.dmn", bytes: bytes))
      _ = try CompiledModel(model)
      return true
    } catch {
      let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      if !(1...lines).contains(error.element.line) || "\(error)".isEmpty {
        Issue.record("\(error) of \(lines) lines, seed \(seed)")
      }
      return false
    }
  }

  @Test func `every prefix of the small models`() throws {
    for model in try Self.smallModels() {
      for length in 0..<model.count { _ = isModel(Array(model[..<length]), 0) }
    }
  }

  @Test func `prefixes of the protocol's model are errors`() throws {
    let model = try Self.protocolModel()
    // The last bytes may be white space behind the root.
    for length in stride(from: 0, to: model.count - 20, by: 193) {
      #expect(!isModel(Array(model[..<length]), 0), "the first \(length) bytes")
    }
  }

  @Test(arguments: [32, 33])
  func `small models with flipped bytes`(seed: UInt64) throws {
    var documents = HostileDocuments(seed: seed)
    for model in try Self.smallModels() {
      for _ in 0..<1_500 { _ = isModel(documents.flipped(model), seed) }
    }
  }

  @Test(arguments: [34, 35])
  func `small models with stretches moved and scraps put in`(seed: UInt64) throws {
    var documents = HostileDocuments(seed: seed)
    var count = 0
    for model in try Self.smallModels() {
      for _ in 0..<1_000 where isModel(documents.changed(model), seed) { count += 1 }
    }
    #expect(count > 50, "hardly any document is a model, seed \(seed)")
  }

  @Test(arguments: [36, 37])
  func `parts of the protocol's model, changed`(seed: UInt64) throws {
    var documents = HostileDocuments(seed: seed)
    let lines = ModelLines(String(decoding: try Self.protocolModel(), as: UTF8.self))
    try #require(lines.blocks.count > 40)
    for number in 0..<3_000 {
      let excerpt = documents.excerpt(of: lines)
      let changed = number % 2 == 0 ? documents.flipped(excerpt) : documents.changed(excerpt)
      _ = isModel(changed, seed)
    }
  }

  @Test func `the protocol's whole model, changed`() throws {
    var documents = HostileDocuments(seed: 38)
    let model = try Self.protocolModel()
    for _ in 0..<100 {
      _ = isModel(documents.flipped(model), 38)
      _ = isModel(documents.changed(model), 38)
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: suite.path), "../shared is not here"))
  func `models of the conformance suite, changed`() throws {
    var documents = HostileDocuments(seed: 43)
    let files = FileManager.default.enumerator(at: Self.suite, includingPropertiesForKeys: nil)
    let paths = (files?.allObjects as? [URL] ?? []).map(\.path).filter { $0.hasSuffix(".dmn") }
    try #require(paths.count > 100)
    for path in paths.sorted() {
      let model = [UInt8](try Data(contentsOf: URL(filePath: path)))
      for _ in 0..<(model.count < 20_000 ? 15 : 1) {
        _ = isModel(documents.flipped(model), 43)
        _ = isModel(documents.changed(model), 43)
      }
    }
  }

  @Test func `deep nesting`() {
    var documents = HostileDocuments(seed: 39)
    for _ in 0..<300 { _ = isModel(documents.nesting(), 39) }
  }

  @Test func `thousands of attributes, namespaces, elements and characters`() {
    var documents = HostileDocuments(seed: 40)
    for _ in 0..<100 { _ = isModel(documents.excess(), 40) }
  }

  @Test func `entities and document types are refused, whatever they hold`() {
    var documents = HostileDocuments(seed: 41)
    for _ in 0..<1_000 {
      let bytes = documents.bomb()
      let error = #expect(throws: ModelError.self) {
        try DecisionModelReader().read(ModelFile(name: "x.dmn", bytes: bytes))
      }
      #expect(error?.reason == .documentType)
    }
  }

  @Test(arguments: [42])
  func `random bytes`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(!isModel(bytes, seed), "seed \(seed)")
    }
  }

  @Test(arguments: [
    [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF],
    Array("<?xml version=\"1.0\" encoding=\"utf-7\"?>".utf8),
    Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?>".utf8), Array("<?xml version=\"9\"?>".utf8),
    [0x00],
    Array("<?xml version=\"1.0\" encoding=\"\u{0}\"?>".utf8),
  ])
  func `other encodings in front of a model`(start: [UInt8]) {
    let model = ModelText.model("").split(separator: "\n").dropFirst().joined(separator: "\n")
    _ = isModel(start + Array(model.utf8), 0)
    _ = isModel(start + model.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, 0)
    _ = isModel(start + model.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, 0)
  }
}
