import Dialogue
import Evidence
import Foundation
import TestSupport
import Testing

@testable import Answering

@Suite struct IdentifierTests {
  private let finder: IdentifierFinder

  init() throws {
    finder = try Bundled.assistant.get().identifiers
  }

  @Test(arguments: [
    ("Mr Smith has an 8 mm lesion", "Mr ***** has an 8 mm lesion", [IdentifierKind.name]),
    ("john smith 62m no mri", "**** ***** 62m no mri", [.name]),
    ("Müller, Jürgen 62M", "******** ******* 62M", [.name]),
    ("MRN: AB-1234, 8 mm", "MRN: *******, 8 mm", [.recordNumber]),
    ("DOB 12/03/1955, 8 mm", "DOB **********, 8 mm", [.birthDate]),
    ("NHS 943 476 5919 born 1951", "NHS *** *** **** born ****", [.recordNumber, .birthDate]),
  ])
  func `an identifier is masked in place and its kind is named`(
    _ text: String,
    _ masked: String,
    _ kinds: [IdentifierKind]
  ) {
    let screened = finder.screen(text)
    #expect(screened.kinds == kinds)
    #expect(screened.text.utf8.count == text.utf8.count)
    #expect(screened.text == masked)
  }

  @Test(arguments: [
    "last cycle 1 October with bev, when can we operate?", "CT on 3 March 2025, MRI on 12/04/2025",
    "What did Kuhlmann find?", "Dr John Miller wants an MRI, 62F", "Glisson's capsule, 8 mm",
    "what do the Kaplan–Meier curves show?", "PMID 27107855", "", "***", "MRN", "DOB", "Mr",
  ])
  func `what belongs to no patient stays as it is`(_ text: String) {
    let screened = finder.screen(text)
    #expect(screened.text == text)
    #expect(screened.kinds.isEmpty)
  }

  @Test func `any text keeps its length, and a screened one changes no more`() {
    var generator = SeededGenerator(seed: 41)
    let parts = [
      "Mr", "Smith", "john", ",", " ", ".", "62M", "MRN", "12/03/1955", "é", "O'Brien", "\u{301}",
      "-",
      "born", "8 mm", "\n", "Dr", "van", "J", "🫀", "123 456 7890", ":",
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...12, using: &generator)
      let text = (0..<count).map { _ in
        (parts.randomElement(using: &generator) ?? "") + (Bool.random(using: &generator) ? " " : "")
      }.joined()
      let once = finder.screen(text)
      #expect(once.text.utf8.count == text.utf8.count, "\(text.debugDescription), seed 41")
    }
  }

  @Test func `nearly all identifiers of the judged lines are found, and nearly nothing else`()
    throws
  {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Judged/identifiers.jsonl")
    var (right, missed, wrong) = (0, 0, 0)
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let row = try #require(JSONValue.read(Array(line.utf8)))
      let text = try #require(row["text"]?.string)
      let expected = Set((row["identifiers"]?.array ?? []).compactMap(\.string))
      let found = Set(finder.screen(text).kinds.map(\.rawValue))
      right += expected.intersection(found).count
      missed += expected.subtracting(found).count
      wrong += found.subtracting(expected).count
    }
    #expect(right > 60)
    #expect(Double(right) >= 0.95 * Double(right + missed))
    #expect(Double(right) >= 0.95 * Double(right + wrong))
  }
}
