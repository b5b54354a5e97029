import Answering
import Testing

struct AudienceSentencesTests {
  @Test func `over all judged questions the sentences are the same for every audience`() throws {
    let assistant = try Bundled.assistant.get()
    var explained = 0
    for (question, reply) in try Bundled.judged.get() {
      for audience in Audience.allCases {
        let shown = assistant.explaining(reply, for: audience)
        #expect(shown.statements == reply.statements, "\(question.id)")
        #expect(shown.references == reply.references && shown.refusal == reply.refusal)
        explained += audience == .clinician ? 0 : shown.words?.terms.count ?? 0
        #expect(audience != .clinician || shown.words?.terms.isEmpty == true)
      }
    }
    #expect(explained > 100)
  }
}
