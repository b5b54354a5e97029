@testable import Answering
import Evidence
import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct IndexAssistantTests {
  private let folder: TemporaryFolder
  private let reader: DirectoryReader
  private let numbers: IndexAnsweringNumbers
  private let everyday: EverydayWords

  private static let documents = [
    (
      "g#timing", "Surgery › Timing",
      "Plan ahead. Wait six weeks after bevacizumab before liver surgery. Other drugs need four weeks."
    ),
    (
      "g#margin", "Surgery › Margin",
      "A margin of one millimetre is enough. Wider margins add nothing."
    ),
    ("n", "", "Vanished metastases are found again by ultrasound during the operation."),
  ]

  init() throws {
    folder = try TemporaryFolder()
    var options = DirectoryWriter.Options()
    options.keepsTexts = true
    let lexicon = BuiltExecutable.corpus.appendingPathComponent("lexicon").path
    let listed = try IndexWords.read("\(lexicon)/index-words.yaml")
    let words = IndexedWords(stop: listed.stop, asking: listed.asking)
    var writer = try DirectoryWriter(path: folder.path, words: words, options: options)
    for (identifier, title, text) in Self.documents {
      var record = DocumentRecord()
      record.identifier = Array(identifier.utf8)
      record.title = Array(title.utf8)
      record.text = Array(text.utf8)
      try writer.add(record)
    }
    try writer.commit()
    reader = try DirectoryReader(path: folder.path)
    everyday = try EverydayWords.read("\(lexicon)/everyday-words.yaml")
    numbers = try IndexAnsweringNumbers.read("\(lexicon)/index-answering.yaml")
  }

  private func answer(_ question: String, limit: Int = 4) throws -> IndexReply {
    var assistant = try IndexAssistant(reader, numbers, everyday)
    return try assistant.answer(question, limit: limit)
  }

  @Test(arguments: [
    (
      "What to wait for after bevacizumab?",
      "Wait six weeks after bevacizumab before liver surgery.",
      "g#timing"
    ),
    (
      "How long should people usually wait after bevacizumab?",
      "Wait six weeks after bevacizumab before liver surgery.", "g#timing"
    ),
    ("what margin is enough", "A margin of one millimetre is enough.", "g#margin"),
    (
      "Are vanished metastases found by ultrasound?",
      "Vanished metastases are found again by ultrasound during the operation.", "n"
    ),
  ])
  func `a question is answered by the sentence that holds it`(
    question: String,
    sentence: String,
    document: String
  ) throws {
    let reply = try answer(question)
    #expect(reply.status == .answered)
    #expect(reply.statements.first?.text == sentence)
    #expect(reply.statements.first?.document == document)
    #expect(reply.references.first?.id == document)
  }

  @Test(arguments: [
    "Which antibiotic treats pneumonia?", "zebra", "", "? - \"", "what is the", "how long",
    "how long should people follow it",
  ])
  func `a question that no document covers is refused`(question: String) throws {
    let reply = try answer(question)
    #expect(reply.status == .notCovered)
    #expect(reply.statements.isEmpty && reply.references.isEmpty)
  }

  @Test func `a refusal names the words that no document has`() throws {
    let reply = try answer("Do zebras need surgery for pneumonia or gout?")
    #expect(reply.status == .notCovered)
    #expect(reply.unknownWords == ["zebras", "pneumonia", "gout"])
    #expect(reply.nearest.isEmpty == false)
  }

  @Test
  func `a question whose words stand in different documents is refused, and says which is apart`()
    throws
  {
    let reply = try answer("Is bevacizumab found by ultrasound?")
    #expect(reply.status == .notCovered)
    #expect(reply.confidence == 0)
    #expect(reply.unknownWords.isEmpty)
    #expect(reply.separateWord == "ultrasound")
    // An everyday word may stand apart: the index speaks of plans in another document.
    #expect(everyday.words.contains("plan"))
    let covered = try answer("Should I plan for a margin of one millimetre?")
    #expect(covered.status == .answered)
    #expect(covered.separateWord == nil)
  }

  @Test(arguments: ["surgery after bevacizumab", "margins enough metastases", "liver", "weeks"])
  func `statements stand in their documents to the byte and are not repeated`(
    question: String
  ) throws {
    let reply = try answer(question, limit: 20)
    #expect(Set(reply.statements.map(\.text)).count == reply.statements.count)
    for statement in reply.statements {
      let document = try #require(Self.documents.first { $0.0 == statement.document })
      let bytes = Array(document.2.utf8)[statement.range]
      #expect(String(decoding: bytes, as: UTF8.self) == statement.text)
      #expect(reply.references[statement.reference - 1].id == statement.document)
    }
    #expect(try answer(question, limit: 1).statements.count <= 1)
  }

  @Test func `JSON has the keys of a reply in their order`() throws {
    let reply = try answer("What to wait for after bevacizumab?", limit: 1)
    let start = """
      {"schema":"curbside.reply/1","question":"What to wait for after bevacizumab?",\
      "resolved":"What to wait for after bevacizumab?","carried":[],"status":"answered","confidence":
      """
    #expect(reply.json.hasPrefix(start))
    let keys = [
      "statements", "disagreements", "references", "case", "suggestions", "corpus", "refusal",
      "corrections",
    ]
    let places = keys.compactMap { reply.json.range(of: "\"\($0)\":")?.lowerBound }
    #expect(places.count == keys.count)
    #expect(places == places.sorted())
    #expect(reply.json.contains(#""span":{"file":"g#timing","start":12,"end":66}"#))
    #expect(JSONValue.read(Array(reply.json.utf8)) != nil)
  }

  @Test func `an index without texts cannot answer`() throws {
    let other = try TemporaryFolder()
    var options = DirectoryWriter.Options()
    options.keepsTexts = false
    let words = IndexedWords(stop: [], asking: [])
    var writer = try DirectoryWriter(path: other.path, words: words, options: options)
    var record = DocumentRecord()
    record.identifier = [0x61]
    try writer.add(record)
    try writer.commit()
    let bare = try DirectoryReader(path: other.path)
    #expect(throws: IndexError.noTexts) { _ = try IndexAssistant(bare, numbers, everyday) }
  }
}
