import TextAnalysis
import Testing

@Suite struct StopWordFilterTests {
  private func words(_ text: String, without stopWords: Set<String>) -> [Token] {
    StopWordFilter(stopWords).filter(Tokenizer().tokenize(text))
  }

  @Test func `stop words go and leave their positions empty`() {
    let tokens = words("cancer of the liver", without: ["of", "the"])
    #expect(tokens.map(\.text) == ["cancer", "liver"])
    #expect(tokens.map(\.position) == [0, 3])
  }

  @Test(arguments: ["", "the", "the of the"])
  func `a text of stop words has no tokens`(text: String) {
    #expect(words(text, without: ["of", "the"]).isEmpty)
  }

  @Test func `words are compared as they are`() {
    #expect(words("The the", without: ["the"]).map(\.text) == ["The"])
  }
}
