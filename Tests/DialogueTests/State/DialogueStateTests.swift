import Dialogue
import Testing

struct DialogueStateTests {
  private let questions = [
    "Tell me about honey bees.", "What do they eat?", "thanks", "Why?", "What is a glacier?",
    "How old is it?", "and in Norway?", "no, I meant Iceland",
  ]

  @Test func `the same events give the same state`() throws {
    let events = try events()
    let first = events.reduce(DialogueState()) { $0.applying($1) }
    let second = events.reduce(DialogueState()) { $0.applying($1) }
    #expect(first == second)
    #expect(first.count == questions.count)
  }

  @Test func `resolving again along a replay gives the same turns`() throws {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get())
    var state = DialogueState()
    for event in try events() {
      if case .asked(let turn) = event {
        #expect(resolver.resolve(questions[state.count], in: state) == turn)
      }
      state = state.applying(event)
    }
  }

  @Test func `a new conversation forgets everything`() throws {
    let events = try events() + [.cleared]
    #expect(events.reduce(DialogueState()) { $0.applying($1) } == DialogueState())
  }

  @Test func `a dropped word is not carried, until a question stands alone again`() throws {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get())
    var state = DialogueState()
    for question in ["What is Lake Baikal?", "Tell me about honey bees."] {
      state = state.applying(.asked(resolver.resolve(question, in: state)))
    }
    state = state.applying(.dropped("bees"))
    #expect(state.drops("honey bees"))
    #expect(!resolver.resolve("What do they eat?", in: state).resolved.contains("bees"))
    let other = resolver.resolve("Tell me about storks.", in: state)
    #expect(state.applying(.asked(other)).dropped.isEmpty)
  }

  @Test func `the claims that came first are known until a question stands alone`() throws {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get())
    let first = resolver.resolve("What is a glacier?", in: DialogueState())
    let shown = [ShownStatement(claim: "a", text: "A"), ShownStatement(claim: "b", text: "B")]
    let state = DialogueState().applying(.asked(first)).applying(.answered(shown))
    #expect(state.given == ["a"])
    let next = resolver.resolve("Tell me about honey bees.", in: state)
    #expect(state.applying(.asked(next)).given.isEmpty)
  }

  private func events() throws -> [DialogueEvent] {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get())
    var state = DialogueState()
    var events: [DialogueEvent] = []
    for question in questions {
      let turn = resolver.resolve(question, in: state)
      events.append(.asked(turn))
      state = state.applying(.asked(turn))
    }
    return events
  }
}
