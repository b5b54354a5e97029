import Evidence
import Testing

@testable import Answering

@Suite struct `The opposite of an answer` {
  @Test(arguments: ["who says the opposite?", "does anyone disagree", "what argues against that?"])
  func `is what disputes its first statement`(question: String) throws {
    let assistant = try Bundled.assistant.get()
    let claims = try Bundled.claims()
    var conversation = Conversation(assistant, assistant.conversationDesk)
    let first = conversation.ask("does long chemotherapy before surgery do harm?", limit: 3)
    let shown = try #require(first.statements.first).claim
    let dissent = claims.values.filter { claim in
      claim.disputes.contains(shown) || claims[shown]?.disputes.contains(claim.id) == true
    }
    try #require(!dissent.isEmpty)
    let reply = conversation.ask(question, limit: 3)
    #expect(dissent.map(\.id).contains(try #require(reply.statements.first).claim))
  }
}
