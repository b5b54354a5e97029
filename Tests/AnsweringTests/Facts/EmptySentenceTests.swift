import Dialogue
import Testing

@testable import Answering

@Suite struct EmptySentenceTests {
  private static let cases = [
    "62F, 8 mm met in seg VII gone on CT, no MRI yet, FLR 45 %.",
    "Two sites: seg II superficial, seg VIII deep. Fit for surgery.",
    "Restaging. Would need a right hepatectomy. Ablation not feasible.",
    "Six cycles of FOLFOX with bevacizumab. Last cycle 4 weeks ago.",
  ]

  private static let sentences = [
    "The daughter came along today.", "Thank you for seeing this patient.", "We shall write again.",
    "The referral arrived by post.",
  ]

  @Test(arguments: cases, sentences)
  func `a sentence without facts before or behind a case changes none of its facts`(
    _ text: String,
    _ sentence: String
  ) throws {
    let extractor = try Bundled.assistant.get().factExtractor()
    func facts(_ text: String) -> [String] {
      extractor.read(text).facts.map { "\($0.site ?? "") \($0.id) \($0.value) \($0.words)" }
    }
    let plain = facts(text)
    #expect(!plain.isEmpty)
    #expect(facts("\(text) \(sentence)") == plain)
    #expect(facts("\(sentence) \(text)") == plain)
  }
}
