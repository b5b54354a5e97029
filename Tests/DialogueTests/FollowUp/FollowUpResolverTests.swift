import Dialogue
import Testing

struct FollowUpResolverTests {
  private let resolver = FollowUpResolver(cues: FollowUpCues([]))

  @Test
  func `the first question of a conversation stays as it is`() {
    let turn = resolver.resolve("how long?", in: DialogueState())
    #expect(turn.resolved == "how long?")
    #expect(turn.carried.isEmpty)
  }
}
