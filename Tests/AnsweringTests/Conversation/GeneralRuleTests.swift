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

  @Test(arguments: [
    "what should we do with a vanished met?", "how do you treat a ghost lesion?",
    "what should be done about the site?", "what do we do with disappeared mets",
  ])
  func `that names no outcome is answered by the rules of all of them`(question: String) throws {
    let assistant = try Bundled.assistant.get()
    let model = try BundledCase.model.get()
    var conversation = Conversation(assistant, assistant.conversationDesk)
    let reply = conversation.ask(question, limit: 3)
    let rules = model.texts(of: "siteManagement").flatMap(\.claims)
    let shown = reply.statements.filter { !$0.isDissent }.map(\.claim)
    #expect(shown.count == 3)
    #expect(shown.allSatisfy(rules.contains), "\(shown)")
    #expect(shown.first == rules.first)
  }

  /// Whether something can be seen is no question on what to do about it.
  @Test(arguments: ["can we see vanished mets on MRI?", "do we know why mets vanish?"])
  func `is not one on what is so`(question: String) throws {
    let assistant = try Bundled.assistant.get()
    var conversation = Conversation(assistant, assistant.conversationDesk)
    let alone = assistant.answer(question, limit: 3)
    let reply = conversation.ask(question, limit: 3)
    #expect(reply.statements.map(\.claim) == alone.statements.map(\.claim))
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
