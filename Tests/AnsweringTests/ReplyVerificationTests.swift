import Evidence
import Foundation
import TestSupport
import Testing

@testable import Answering

@Suite struct ReplyVerificationTests {
  private static let file = "tea/protocol.md"

  private static func reply(_ corpus: SmallCorpus) throws -> Reply {
    let reply = try Assistant.open(CorpusReader.read(corpus.root))
      .answer(SmallCorpus.question, limit: 3)
    try #require(reply.status == .answered)
    return reply
  }

  @Test func `a fresh reply is proven`() throws {
    let corpus = try SmallCorpus()
    let reply = Array(try Self.reply(corpus).json.utf8)
    #expect(try ReplyVerification.verify(reply, corpus: corpus.root).isEmpty)
  }

  @Test func `replies to judged questions are proven`() throws {
    for (question, reply) in try Bundled.judged.get().filter(\.question.answerable).prefix(3) {
      let findings = try ReplyVerification.verify(Array(reply.json.utf8), corpus: Bundled.root)
      #expect(findings.isEmpty, "\(question.id): \(findings)")
    }
  }

  @Test func `a refusal is proven`() throws {
    let corpus = try SmallCorpus()
    let refusal = try Assistant.open(CorpusReader.read(corpus.root)).answer("bicycle", limit: 1)
    #expect(refusal.status == .notCovered)
    let bytes = Array(refusal.json.utf8)
    #expect(try ReplyVerification.verify(bytes, corpus: corpus.root).isEmpty)
  }

  @Test func `every flipped byte of a quoted sentence is found with its span and offset`() throws {
    let corpus = try SmallCorpus()
    let reply = try Self.reply(corpus)
    let json = Array(reply.json.utf8)
    let span = try #require(reply.statements.first).span
    let bytes = try FileBytes.read("\(corpus.root)/\(Self.file)")
    for offset in span.start..<span.end {
      var changed = bytes
      changed[offset] ^= 1
      try corpus.write(changed, to: Self.file)
      let findings = try ReplyVerification.verify(json, corpus: corpus.root)
      let expected = VerificationFinding(span: span, problem: .otherBytes(at: offset))
      #expect(findings.contains(expected), "offset \(offset): \(findings)")
      #expect(expected.description.contains("\(span.file):\(span.start)-\(span.end)"))
      #expect(expected.description.hasSuffix("at byte \(offset)"))
    }
  }

  @Test func `a byte inserted before the sentence moves it and is found`() throws {
    let corpus = try SmallCorpus()
    let reply = try Self.reply(corpus)
    try corpus.replace("How tea", with: "How  tea", in: Self.file)
    let findings = try ReplyVerification.verify(Array(reply.json.utf8), corpus: corpus.root)
    #expect(findings.count == reply.statements.count)
  }

  @Test func `a shortened or removed file is found`() throws {
    let corpus = try SmallCorpus()
    let reply = try Self.reply(corpus)
    let span = try #require(reply.statements.first).span
    let bytes = try FileBytes.read("\(corpus.root)/\(Self.file)")
    try corpus.write(Array(bytes[..<(span.end - 1)]), to: Self.file)
    let json = Array(reply.json.utf8)
    let outside = VerificationFinding(span: span, problem: .outside)
    #expect(try ReplyVerification.verify(json, corpus: corpus.root).contains(outside))
    try FileManager.default.removeItem(atPath: "\(corpus.root)/\(Self.file)")
    #expect(try ReplyVerification.verify(json, corpus: corpus.root).contains(outside))
  }

  @Test(
    arguments: [
      ("\"claim\":\"brew-green\"", "\"claim\":\"brew-blue\"", "no claim ‘brew-blue’"),
      ("\"claim\":\"brew-green\"", "\"claim\":\"brew-black\"", "no claim ‘brew-black’"),
      (
        "\"citations\":[\"oolong2001\"]", "\"citations\":[\"assam1999\"]",
        "other sources for ‘brew-green’"
      ),
      ("\"citations\":[\"oolong2001\"]", "\"citations\":[]", "other sources for ‘brew-green’"),
      ("3 minutes.", "4 minutes.", "differs from the statement at byte"),
      ("Green tea is", "", "differs from the statement at byte"),
    ]
  ) func `a changed quotation is found`(old: String, new: String, finding: String) throws {
    let corpus = try SmallCorpus()
    let json = try Self.reply(corpus).json
    let range = try #require(json.range(of: old))
    let changed = json.replacingCharacters(in: range, with: new)
    let findings = try ReplyVerification.verify(Array(changed.utf8), corpus: corpus.root)
    #expect(findings.contains { $0.description.contains(finding) }, "\(findings)")
  }

  private static func json(
    file: String = #""protocol.md""#,
    start: String = "0",
    end: String = "5",
    text: String = "\"# Tea\""
  ) -> String {
    """
    {"schema":"curbside.reply/1","statements":[{"text":\(text),"claim":"brew-green",\
    "citations":["oolong2001"],"span":{"file":\(file),"start":\(start),"end":\(end)}}],\
    "corpus":{"protocol":"tea"}}
    """
  }

  @Test(
    arguments: [
      json(file: #""../tea/protocol.md""#), json(file: #""../../../../etc/passwd""#),
      json(file: #""evidence/../protocol.md""#), json(file: #""/etc/passwd""#),
      json(file: "\"\""), json(file: #"".""#), json(file: #""..""#), json(file: #""nowhere.md""#),
      json(file: #""./../lexicon/stop-words.yaml""#), json(start: "-1"),
      json(start: "-5", end: "-1"),
      json(start: "6"), json(end: "-1"), json(end: "100000"), json(end: "\(Int.max)"),
      json(start: "\(Int.min)"), json(start: "\(Int.max)", end: "\(Int.max)"),
      json(start: "\(Int.min)", end: "\(Int.max)"),
    ]
  ) func `a span that is not inside a file of the protocol is found`(reply: String) throws {
    let corpus = try SmallCorpus()
    let findings = try ReplyVerification.verify(Array(reply.utf8), corpus: corpus.root)
    #expect(findings.map(\.problem) == [.outside])
  }

  @Test(
    arguments: [
      json(), json(file: #""./protocol.md""#), json(file: #""protocol.md\u0000""#),
      json(end: "0", text: "\"\""), json(text: #""\u0000""#), json(text: #""😀""#),
      json(file: #""claims.yaml""#, text: #""brew-""#),
    ]
  ) func `what is no claim's sentence at its span is not proven`(reply: String) throws {
    let corpus = try SmallCorpus()
    #expect(try !ReplyVerification.verify(Array(reply.utf8), corpus: corpus.root).isEmpty)
  }

  @Test(
    arguments: [
      "", " ", "null", "[]", "{}", "7", "\"text\"", "{\"schema\":\"curbside.reply/1\"}",
      json(start: "99999999999999999999"), json(start: "1e400"), json(start: "0.5"),
      json(start: "null"), json(start: "\"0\""), json(start: "true"), json(file: "7"),
      json(file: "null"), json(text: "[]"), json(file: #""\ud800""#),
      json().replacing("[{", with: "{").replacing("}}]", with: "}}"),
      json().replacing("\"tea\"", with: "[]"), json() + "}", String(repeating: "[", count: 100_000),
      String(repeating: "{\"a\":", count: 100_000),
    ]
  ) func `what is not of the reply's form is an error`(reply: String) throws {
    let corpus = try SmallCorpus()
    #expect {
      try ReplyVerification.verify(Array(reply.utf8), corpus: corpus.root)
    } throws: { error in
      guard case .notAReply(let reason) = error as? VerificationError else { return false }
      return !reason.isEmpty
    }
  }

  @Test func `every prefix of a reply is an error`() throws {
    let corpus = try SmallCorpus()
    let reply = Array(try Self.reply(corpus).json.utf8)
    for length in reply.indices {
      #expect(throws: VerificationError.self) {
        try ReplyVerification.verify(Array(reply[..<length]), corpus: corpus.root)
      }
    }
  }

  @Test(arguments: [0xF11B, 41] as [UInt64])
  func `flipped bytes of a reply are an error or a finding or harmless, and never a trap`(
    seed: UInt64
  ) throws {
    print("seed", seed)
    var generator = SeededGenerator(seed: seed)
    let corpus = try SmallCorpus()
    let reply = Array(try Self.reply(corpus).json.utf8)
    for _ in 0..<150 {
      var changed = reply
      let at = Int.random(in: changed.indices, using: &generator)
      changed[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      do {
        _ = try ReplyVerification.verify(changed, corpus: corpus.root)
      } catch {
        #expect(error is VerificationError, "seed \(seed), byte \(at)")
      }
    }
  }

  @Test func `another schema or protocol is named`() throws {
    let corpus = try SmallCorpus()
    let json = Self.json()
    let schema = json.replacing("reply/1", with: "reply/2")
    #expect(throws: VerificationError.otherSchema("curbside.reply/2")) {
      try ReplyVerification.verify(Array(schema.utf8), corpus: corpus.root)
    }
    let other = json.replacing("\"tea\"", with: "\"coffee\"")
    #expect(throws: VerificationError.otherProtocol("coffee")) {
      try ReplyVerification.verify(Array(other.utf8), corpus: corpus.root)
    }
  }
}
