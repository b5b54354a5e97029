import Answering
import Foundation
import TestSupport
import Testing

@Suite struct HostileQuestionTests {
  private static func prove(_ question: String) throws {
    var reply = try Bundled.assistant.get().answer(question, limit: 3)
    reply.id = question
    let json = try JSONSerialization.jsonObject(with: Data(reply.json.utf8))
    let members = try #require(json as? [String: Any])
    for key in ["id", "question"] {
      let text = try #require(members[key] as? String)
      #expect(text.unicodeScalars.elementsEqual(question.unicodeScalars), "\(key)")
    }
    #expect(reply.json.utf8.allSatisfy { $0 >= 32 && $0 != 127 })
    #expect(OrderedJSON(reply.json).keys.count == 15)
    #expect((reply.status == .notCovered) == (reply.refusal != nil))
    #expect((0...1).contains(reply.confidence))
  }

  @Test(
    arguments: [
      "", " ", "\n", "\t\r\n", "\0", "a\0b", "\"", "\\", "\\\"", "\\u0000", "\u{1}\u{1f}\u{7f}",
      "\u{2028}\u{2029}", "x\u{FEFF}", "\u{FFFD}", "\u{10FFFF}", "\u{202E}noitcesser",
      "👩‍👩‍👧‍👦🏳️‍🌈 resect?", "😀", "e\u{301}\u{301}\u{301}", "ﬁbrosis", "１２ ｍｍ", "???", "!.,;:-–—…",
      "the of and", "is it the", "'; DROP TABLE claims; --", "<script>alert(1)</script>",
      "{\"question\":\"x\"}", "§liver§", "§", "../../etc/passwd", "%n%s%x", "$(reboot)",
      "99999999999999999999999999999999999999 mm", "-1e309", "10^400 %", "0.0.0.0.0", "1,,2..3--4",
      "肝転移は消えましたか", "ما هو", "ЧТО ДЕЛАТЬ С МЕТАСТАЗАМИ", "how long\u{0}after\u{2028}bevacizumab?",
    ]
  ) func `a strange question gets a valid reply`(question: String) throws {
    try Self.prove(question)
  }

  @Test(
    arguments: [
      "metastasis vanished ", "?!", "a", "😀", "ablasion ", "the ", "1 ", "\"\\\n", "x-", "(",
      "\u{301}",
      "resectoin ablashun ", "\0",
    ]
  ) func `two hundred kilobytes get a valid reply`(part: String) throws {
    try Self.prove(String(repeating: part, count: 200_000 / part.utf8.count))
  }

  @Test func `two hundred kilobytes of different words get a valid reply`() throws {
    try Self.prove((0..<20_000).map { "word\(String($0, radix: 26))" }.joined(separator: " "))
  }

  @Test(arguments: [0x5EED, 7, 2_026] as [UInt64])
  func `random scalars between words of the corpus get a valid reply`(seed: UInt64) throws {
    print("seed", seed)
    var generator = SeededGenerator(seed: seed)
    let words = ["metastasis", "resect", "wait", "bevacizumab", "80 %", "not", "ultrasound"]
    for _ in 0..<40 {
      var question = ""
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let word = words.randomElement(using: &generator) ?? ""
        let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
        let scalar = Unicode.Scalar(value) ?? Unicode.Scalar(UInt8(truncatingIfNeeded: value))
        question += word
        question.unicodeScalars.append(scalar)
      }
      try Self.prove(question)
    }
  }
}
