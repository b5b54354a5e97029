import Dialogue
import TestSupport
import Testing

struct HostileTurnTests {
  @Test(arguments: [
    "", " ", "?", "...", "it", "the", "the the the", "and", "and?", "i mean", "the first",
    "of of of",
    "\u{0}", "\u{1F9EA}\u{1F9EA}", "it's", "’s", "'", "-", "what about", "no, i meant", "why not",
    "\n\n",
    "them them them them", "which of the two", "İstanbul’s", "e\u{301}tude of it",
  ])
  func `odd turns neither trap nor lose what was typed`(text: String) throws {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get(), terms: SmallGlossary.finder)
    var state = DialogueState()
    for question in [text, "CT or MRI for restaging?", text, text] {
      let turn = resolver.resolve(question, in: state)
      if turn.carried.isEmpty { #expect(turn.resolved == question) }
      state = state.applying(.asked(turn))
    }
  }

  @Test func `a turn of a megabyte is left as it is and is not remembered whole`() throws {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get())
    let first = resolver.resolve("Tell me about whales.", in: DialogueState())
    let state = DialogueState().applying(.asked(first))
    let long = String(repeating: "why do they sing and ", count: 50_000)
    let turn = resolver.resolve(long, in: state)
    #expect(turn.resolved == long)
    #expect(turn.question.utf8.count <= 4096)
    #expect(turn.base.utf8.count <= 4096)
  }

  @Test func `ten thousand turns keep the state small`() throws {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get(), terms: SmallGlossary.finder)
    let words = [
      "it", "MRI", "and", "the", "why", "how", "long", "ablation", "is", "does", "of", "that", "?",
      "second", "one", "they", "CT", "or", "what", "about", "with", "surgery", "if", "I", "meant",
    ]
    let seed: UInt64 = 20_251_105
    var generator = SeededGenerator(seed: seed)
    var state = DialogueState()
    for _ in 0..<10_000 {
      let count = Int.random(in: 1...8, using: &generator)
      let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: " ")
      let turn = resolver.resolve(text, in: state)
      state = state.applying(.asked(turn))
      try #require(turn.resolved.utf8.count < 10_000, "seed \(seed), turn \(state.count): \(text)")
    }
    #expect(state.count == 10_000)
    #expect(state.turns.count == DialogueState.mostTurns)
  }
}
