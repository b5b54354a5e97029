import Answering
import Evidence
import Foundation
import Testing

@Suite struct ReplyTests {
  @Test func `every statement is the corpus file's bytes at its span and cites as its claim does`()
    throws
  {
    let claims = try Bundled.claims()
    let source = try #require(try Bundled.corpus.get().protocols.first)
    var files: [String: [UInt8]] = [:]
    for (question, reply) in try Bundled.judged.get() {
      #expect((reply.status == .answered) == !reply.statements.isEmpty, "\(question.id)")
      for statement in reply.statements {
        let span = statement.span
        if files[span.file] == nil {
          files[span.file] = try FileBytes.read("\(Bundled.root)/\(source.folder)/\(span.file)")
        }
        let bytes = try #require(files[span.file])
        try #require(0 <= span.start && span.start < span.end && span.end <= bytes.count)
        #expect(Array(statement.text.utf8) == Array(bytes[span.start..<span.end]))
        let claim = try #require(claims[statement.claim])
        #expect(!statement.citations.isEmpty)
        #expect(statement.citations == claim.citations)
        #expect(statement.kind == claim.kind && statement.scope == claim.scope)
        #expect(statement.span == claim.span)
      }
      #expect(Set(reply.statements.map(\.claim)).count == reply.statements.count)
      #expect(reply.statements.count { !$0.isDissent } <= 3)
    }
  }

  @Test func `references are numbered from 1 without gaps in the order of first citation`() throws {
    for (question, reply) in try Bundled.judged.get() {
      #expect(reply.references.map(\.number) == Array(1..<(reply.references.count + 1)))
      var seen: [Int] = []
      for statement in reply.statements {
        #expect(statement.citations.count == statement.citationNumbers.count)
        for (id, number) in zip(statement.citations, statement.citationNumbers) {
          if !seen.contains(number) { seen.append(number) }
          try #require((1...reply.references.count).contains(number))
          #expect(reply.references[number - 1].id == id)
        }
      }
      #expect(seen == reply.references.map(\.number), "\(question.id)")
      #expect(Set(reply.references.map(\.id)).count == reply.references.count)
      #expect(reply.references.allSatisfy { !$0.text.isEmpty })
    }
  }

  @Test func `the same question gives the same JSON again`() throws {
    let assistant = try Bundled.assistant.get()
    for (question, reply) in try Bundled.judged.get() {
      #expect(assistant.answer(question.question, limit: 3).json == reply.json, "\(question.id)")
    }
  }

  @Test func `every suggestion is answered when it is asked`() throws {
    let assistant = try Bundled.assistant.get()
    var suggestions: Set<String> = []
    for (_, reply) in try Bundled.judged.get() {
      #expect(reply.suggestions.count <= 3)
      #expect(Set(reply.suggestions).count == reply.suggestions.count)
      suggestions.formUnion(reply.suggestions)
    }
    #expect(suggestions.count > 20)
    for suggestion in suggestions.sorted() {
      #expect(assistant.answer(suggestion, limit: 3).status == .answered, "\(suggestion)")
    }
  }

  @Test func `keys stand in the order of the design`() throws {
    for (question, reply) in try Bundled.judged.get() {
      var reply = reply
      reply.id = question.id
      let text = reply.json
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
      let json = OrderedJSON(text)
      #expect(
        json.keys == [
          "schema", "id", "question", "resolved", "carried", "status", "confidence", "statements",
          "disagreements", "references", "case", "suggestions", "corpus", "refusal", "corrections",
        ]
      )
      for statement in json["statements"]?.elements ?? [] {
        #expect(statement.keys == ["text", "claim", "kind", "citations", "span", "score"])
        #expect(statement["span"]?.keys == ["file", "start", "end"])
      }
      for pair in json["disagreements"]?.elements ?? [] { #expect(pair.keys == ["claims"]) }
      for reference in json["references"]?.elements ?? [] {
        #expect(reference.keys == ["number", "id", "text", "kind", "url"])
      }
      #expect(
        json["corpus"]?.keys == ["protocol", "version", "lastUpdated", "reviewStatus", "digest"]
      )
      #expect(
        json["refusal"]?.keys
          == (reply.refusal == nil
            ? [] : ["unknownWords", "neighbouringTopics", "nearestSections"])
      )
      for correction in json["corrections"]?.elements ?? [] {
        #expect(correction.keys == ["from", "to"])
      }
    }
  }

  @Test func `an id is left out where there is none`() throws {
    let (_, reply) = try #require(try Bundled.judged.get().first)
    #expect(OrderedJSON(reply.json).keys.prefix(2) == ["schema", "question"])
  }

  @Test(arguments: [1, 2, 5, 40, .max, 0, -1, .min])
  func `the limit bounds the statements that are no dissent, and is at least 1`(limit: Int) throws {
    let assistant = try Bundled.assistant.get()
    let reply = assistant.answer("How long must surgery wait after bevacizumab?", limit: limit)
    #expect(reply.status == .answered)
    #expect((1...max(1, limit)).contains(reply.statements.count { !$0.isDissent }))
  }

  @Test func `what comes after the first statements repeats none of them`() throws {
    let assistant = try Bundled.assistant.get()
    let question = "How long must surgery wait after bevacizumab?"
    let first = assistant.answer(question, limit: 3).statements.filter { !$0.isDissent }
    let more = assistant.more(question, after: first.count, limit: 3)
    let next = more.statements.filter { !$0.isDissent }
    #expect(Set(first.map(\.claim)).isDisjoint(with: next.map(\.claim)))
    #expect(!next.isEmpty)
    #expect(assistant.more(question, after: 1_000_000, limit: 3).statements.isEmpty)
  }
}
