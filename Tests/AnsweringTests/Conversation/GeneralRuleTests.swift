import Testing

@testable import Answering

/// Questions on what to do while no patient is known.
@Suite struct `A question on what to do` {
  @Test(arguments: [
    ("should we resect it?", "siteManagement"), ("can we leave it alone", "siteManagement"),
    ("shall I burn it", "siteManagement"), ("do we need an MRI?", "restagingImaging"),
    ("should we give more chemo", "perioperativeChemotherapy"),
    ("when can we operate?", "surgeryTiming"),
  ])
  func `is answered by the rules of the decision`(question: String, decision: String) throws {
    let assistant = try Bundled.assistant.get()
    let model = try BundledCase.model.get()
    var conversation = Conversation(assistant, assistant.conversationDesk)
    let understood = conversation.understand(question)
    #expect(conversation.asksForDecision(understood))
    let reply = conversation.ask(question, limit: 3)
    let first = try #require(reply.statements.first, "\(reply.status)")
    #expect(model.texts(of: decision).flatMap(\.claims).contains(first.claim), "\(first.claim)")
  }

  /// Its circumstances say what is wanted, and no rule stands in for them.
  @Test(arguments: [
    "how good is MRI?", "should we operate when the future remnant is small?",
    "do we know how often sites regrow?",
  ])
  func `with circumstances of its own is answered by its words`(question: String) throws {
    let assistant = try Bundled.assistant.get()
    var conversation = Conversation(assistant, assistant.conversationDesk)
    let alone = assistant.answer(question, limit: 3)
    let reply = conversation.ask(question, limit: 3)
    #expect(reply.statements.map(\.claim) == alone.statements.map(\.claim))
    #expect(reply.status == alone.status)
  }
}
