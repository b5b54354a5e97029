import Testing

@testable import Answering

/// Questions on the evidence while a case is known.
@Suite struct `Evidence for a patient` {
  private static let patient = """
    62F, 8 mm metastasis deep in segment VIII, future remnant 22 %, CT and MRI 2 weeks ago show a \
    complete response, resectable, would need a right hepatectomy, not ablatable, last FOLFOX 7 weeks ago.
    """

  private static func ask(_ question: String) throws -> (alone: Reply, reply: Reply) {
    let assistant = try Bundled.assistant.get()
    var known = try CaseConversation(assistant)
    _ = try known.reply(to: patient)
    var conversation = Conversation(assistant, assistant.conversationDesk)
    let words = known.evidenceWords(for: question)
    return (
      assistant.answer(question, limit: 4), conversation.ask(question, limit: 4, for: words)
    )
  }

  @Test func `speaks of what is known of the patient, and says so`() throws {
    let (alone, reply) = try Self.ask("how often does it come back?")
    #expect(reply.carried.contains("observation"))
    #expect(reply.carried.contains("MRI"))
    #expect(reply.resolved.hasSuffix(")"))
    #expect(reply.statements.map(\.claim) != alone.statements.map(\.claim))
  }

  @Test func `leaves out words of a kind that the question names`() throws {
    let (_, reply) = try Self.ask("is it visible on CT?")
    #expect(!reply.carried.contains("MRI"))
  }

  @Test(arguments: ["how often is there tumour on microscopy?", "how many surgeons use markers?"])
  func `is not sought for a question on patients in general`(question: String) throws {
    let (alone, reply) = try Self.ask(question)
    #expect(reply.carried.isEmpty)
    #expect(reply.statements == alone.statements)
  }

  @Test func `does not answer what is not covered`() throws {
    let (alone, reply) = try Self.ask("is it raining in Oslo?")
    #expect(alone.status == .notCovered)
    #expect(reply.status == .notCovered)
    #expect(reply.carried.isEmpty)
  }
}
