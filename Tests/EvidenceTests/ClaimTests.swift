import Evidence
import Testing

@Suite struct ClaimTests {
  private func claim(citations: [String]) -> Claim? {
    Claim(
      id: "x",
      text: "Words.",
      span: SourceSpan(file: "a.md", start: 0, end: 6),
      section: 0,
      passage: 0,
      citations: citations,
      facts: ClaimFacts(kind: .harm, topic: "topic", disputes: ["y"])
    )
  }

  @Test func `there is no claim without a source`() {
    #expect(claim(citations: []) == nil)
  }

  @Test func `a claim takes over its entry`() throws {
    let claim = try #require(self.claim(citations: ["a"]))
    #expect(claim.citations == ["a"])
    #expect(claim.kind == .harm)
    #expect(claim.topic == "topic")
    #expect(claim.scope == .subject)
    #expect(claim.disputes == ["y"])
    #expect(claim.study == nil)
  }
}
