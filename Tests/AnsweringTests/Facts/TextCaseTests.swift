import Answering
import Evidence
import TestSupport
import Testing

/// The facts of a text as `id=value`, in the order of the model.
private func facts(_ text: String, today: String? = nil) throws -> [String: String] {
  let report = try report(text, today: today)
  return Dictionary(report.facts.map { ($0.id, "\($0.value.plain)") }) { first, _ in first }
}

private func report(_ text: String, today: String? = nil) throws -> CaseReport {
  let assistant = try Bundled.assistant.get()
  let reply = try assistant.decide(TextCase(text, today: today), FactSheet(), CaseQuestions())
  return try #require(reply.case)
}

extension FactValue {
  fileprivate var plain: String {
    switch self {
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let digits), .text(let digits): digits
    }
  }
}

@Suite struct TextCaseTests {
  private static let note =
    "62F, 8 mm met in seg VII gone on CT, no MRI yet, last FOLFOX-bev 4/52 ago, FLR 45 %, fit."

  @Test func `each fact carries the words that gave it and where they stand`() throws {
    let report = try report(Self.note)
    #expect(report.facts.count == 8)
    for fact in report.facts {
      let words = try #require(fact.words)
      #expect(String(decoding: Array(Self.note.utf8)[words.bytes], as: UTF8.self) == words.text)
    }
  }

  @Test(arguments: [UInt64(7), 8, 9])
  func `a sentence without facts changes no fact`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let before = try facts(Self.note)
    let idle = [
      "Thank you for your kind letter.", "The weather has been dreadful.", "She plays the cello.",
      "Parking was difficult.", "He drove here by himself.", "See you on the ward round.",
    ]
    for _ in 0..<6 {
      let first = try #require(idle.randomElement(using: &random))
      let last = try #require(idle.randomElement(using: &random))
      #expect(
        try facts("\(first) \(Self.note) \(last)") == before,
        "seed \(seed): \(first) \(last)"
      )
    }
  }

  @Test(arguments: [
    ("Last cycle 1 October 2025.", "2025-11-05", "5"),
    ("Last cycle 29 February 2024.", "2024-03-07", "1"),
    ("Last cycle 31 January 2025.", "2025-02-28", "4"),
    ("Last cycle on 1 October.", "2025-11-05", "5"),
    ("Last cycle 22 December.", "2026-01-05", "2"), ("Last cycle 2025-10-01.", "2025-11-05", "5"),
    ("Last cycle 1/10/2025.", "2025-11-05", "5"), ("Last cycle 10 days ago.", nil, "1.43"),
    ("Today is 5 November 2025. Last cycle 1 October 2025.", nil, "5"),
    ("Last cycle 1 October, surgery 12 November.", nil, "6"),
    ("Last cycle 20 December, surgery 3 January.", nil, "2"),
  ])
  func `weeks are counted by the calendar`(text: String, today: String?, weeks: String) throws {
    #expect(try facts(text, today: today)["weeksSinceChemotherapy"] == weeks)
  }

  @Test(arguments: [
    ("MRI booked.", "planned"), ("If MRI is done, tell me.", "hypothetical"),
    ("Possibly MRI.", "uncertain"), ("Her sister had an MRI.", "other"),
  ])
  func `what is no fact is mentioned with its polarity`(text: String, polarity: String) throws {
    let report = try report(text)
    #expect(!report.facts.contains { $0.id == "restagingMRI" })
    #expect(report.mentioned.first { $0.id == "restagingMRI" }?.words?.polarity == polarity)
  }

  @Test func `two values that nobody corrected leave the fact unknown`() throws {
    let report = try report("The lesion was 8 mm. The lesion was 12 mm.")
    #expect(report.conflicts.map(\.id) == ["lesionSizeMm"])
    #expect(report.conflicts.first?.values == [.number("8"), .number("12")])
    #expect(!report.facts.contains { $0.id == "lesionSizeMm" })
  }

  @Test(arguments: [
    String(repeating: "no 8 mm, correction 3 weeks ago CT? ", count: 400),
    String(repeating: "1", count: 20_000), String(repeating: "1.", count: 5_000),
    String(repeating: "(", count: 5_000), String(repeating: "👩‍⚕️ 8 mm مرحبا ", count: 300),
    String(repeating: "seg II 8 mm; seg VIII 12 mm; ", count: 200),
    String(repeating: "\n", count: 20_000), "\u{0}\u{FEFF}\u{202E}8 mm", "8", "", "½½½½", "4/52/12",
    "n't 's 't ' '", "between", "half a", "a hundred and", "3 to", "1/0", "0/0", "31/02/2025",
  ])
  func `no text stops the reading`(text: String) throws {
    for fact in try report(text).facts {
      let words = try #require(fact.words)
      #expect(String(validating: Array(text.utf8)[words.bytes], as: UTF8.self) == words.text)
    }
  }

  @Test(arguments: [
    ("{\"id\":\"1\"}", "‘text’ is missing; it must be a text"), ("[]", nil),
    ("{\"text\":\"a\"}", nil),
    ("{\"id\":\"1\",\"text\":\"a\",\"concept\":2}", "‘concept’ must be a text"),
  ])
  func `a line that is no request for an extraction is refused`(line: String, message: String?) {
    let error = #expect(throws: ExtractRequestError.self) {
      _ = try ExtractRequest(line: Array(line.utf8))
    }
    if let message { #expect(error?.description == message) }
  }

  @Test func `an extraction gives quantities in bytes and the polarity of the concept`() throws {
    let extractor = try TextExtractor(Bundled.assistant.get())
    let line = #"{"id":"a","text":"Naïve; no MRI, 1.2 x 0.9 cm, < 10 %","concept":"MRI"}"#
    #expect(
      extractor.json(try ExtractRequest(line: Array(line.utf8)))
        == #"{"id":"a","quantities":[{"start":16,"end":28,"low":1.2,"high":1.2,"unit":"cm","#
        + #""words":"1.2 x 0.9 cm"},{"start":30,"end":36,"low":null,"high":10,"unit":"%","#
        + #""words":"< 10 %"}],"polarity":"negated"}"#
    )
  }
}
