import Answering
import Evidence
import Testing

@Suite struct RefusalTests {
  @Test(
    arguments: [
      ("How do I repair a bicycle chain?", ["bicycle"]),
      ("Which gearbox oil suits a tractor?", ["gearbox", "tractor"]),
      ("photovoltaic inverter warranty", ["photovoltaic", "inverter", "warranty"]),
      ("Who won the Wimbledon final?", ["Wimbledon"]),
      ("How do I tune a violin?", ["violin"]),
      ("Warum schnurren Katzen?", ["schnurren", "Katzen"]),
      ("dose of amoxicillin for otitis", ["amoxicillin", "otitis"]),
    ]
  ) func `a refusal names the words that the corpus never uses`(
    question: String,
    words: [String]
  ) throws {
    let reply = try Bundled.assistant.get().answer(question, limit: 3)
    #expect(reply.status == .notCovered)
    #expect(reply.statements.isEmpty && reply.references.isEmpty && reply.disagreements.isEmpty)
    let refusal = try #require(reply.refusal)
    for word in words {
      #expect(refusal.unknownWords.contains(word), "\(refusal.unknownWords)")
    }
  }

  @Test(
    arguments: [
      ("pancreatic metastases disappearing", "pancreatic"),
      ("Is breast cancer treated the same way?", "breast cancer"),
      ("does a vanished melanoma metastasis need resection", "melanoma"),
    ]
  ) func `a refusal names the neighbouring subject as typed`(
    question: String,
    topic: String
  ) throws {
    let reply = try Bundled.assistant.get().answer(question, limit: 3)
    #expect(reply.status == .notCovered)
    #expect(reply.refusal?.neighbouringTopics.contains(topic) == true)
    #expect(reply.corrections.isEmpty)
  }

  @Test func `an answer has no refusal and a refusal no answer`() throws {
    for (question, reply) in try Bundled.judged.get() {
      #expect((reply.refusal == nil) == (reply.status == .answered), "\(question.id)")
      if reply.status == .notCovered { #expect(reply.statements.isEmpty, "\(question.id)") }
    }
  }
}

@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("Is ablasion of a vanished metastasis enough?", "ablasion", "ablation"),
      ("IS ABLASION ENOUGH", "ABLASION", "ablation"),
      ("how long to wait after bevacizumap", "bevacizumap", "bevacizumab"),
    ]
  ) func `a misspelt word is read as the nearest one and said so`(
    question: String,
    typed: String,
    read: String
  ) throws {
    let assistant = try Bundled.assistant.get()
    let reply = assistant.answer(question, limit: 3)
    #expect(reply.corrections.map(\.from) == [typed])
    #expect(reply.corrections.map(\.to) == [read])
    #expect(reply.question == question)
    #expect(reply.resolved == question.replacing(typed, with: read))
    #expect(reply.status == .answered)
    let plain = assistant.answer(question.replacing(typed, with: read), limit: 3)
    #expect(plain.corrections.isEmpty)
    #expect(reply.statements == plain.statements)
  }

  @Test func `no word of the corpus is corrected`() throws {
    let assistant = try Bundled.assistant.get()
    for claim in try Bundled.corpus.get().protocols.flatMap(\.claims).prefix(150) {
      #expect(assistant.answer(claim.text, limit: 1).corrections.isEmpty, "\(claim.id)")
    }
  }

  @Test func `no everyday word and no word of a neighbouring subject is corrected`() throws {
    let assistant = try Bundled.assistant.get()
    let lexicon = try Bundled.corpus.get().lexicon
    let phrases = lexicon.everydayWords + lexicon.neighbouringTopics.flatMap(\.phrases)
    for phrase in stride(from: 0, to: phrases.count, by: 5).map({ phrases[$0] })
    where !phrase.contains(" ") {
      #expect(assistant.answer(phrase, limit: 1).corrections.isEmpty, "\(phrase)")
    }
  }

  @Test(arguments: ["wait", "abl", "MRI", "FOLFOX", "12345", "ablasion2", "абляция"])
  func `short words, names and words with digits are left as they are`(word: String) throws {
    #expect(try Bundled.assistant.get().answer(word, limit: 1).corrections.isEmpty)
  }
}
