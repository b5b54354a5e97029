import Answering
import Dialogue
import Foundation
import Testing

/// A conversation with the claims that answer each of its turns; `Judged/README.md` tells the fields.
struct JudgedConversation: Decodable, Sendable {
  struct Turn: Decodable, Sendable {
    var question: String
    var rewritten: String
    var accept: [String]
    var also: [String]
    var answerable: Bool
  }

  var id: String
  var turns: [Turn]

  static func all() throws -> [JudgedConversation] {
    let url = try #require(
      Bundle.module.url(
        forResource: "conversations",
        withExtension: "jsonl",
        subdirectory: "Judged"
      )
    )
    return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(JudgedConversation.self, from: $0)
    }
  }
}

struct ConversationTests {
  /// The least share of the hand-rewritten turns' hits that the typed turns must reach.
  private static let bar = 0.9

  @Test func `a follow-up is answered almost as well as the question rewritten by hand`() throws {
    let assistant = try Bundled.assistant.get()
    let desk = assistant.conversationDesk
    var typed = 0
    var rewritten = 0
    for judged in try JudgedConversation.all() {
      var conversation = Conversation(assistant, desk)
      for (index, turn) in judged.turns.enumerated() {
        let reply = conversation.ask(turn.question, limit: 3)
        guard index > 0, turn.answerable else { continue }
        let alone = assistant.answer(turn.rewritten, limit: 3)
        if let first = reply.statements.first, turn.accept.contains(first.claim) { typed += 1 }
        if let first = alone.statements.first, turn.accept.contains(first.claim) { rewritten += 1 }
      }
    }
    #expect(rewritten > 0)
    #expect(Double(typed) >= Self.bar * Double(rewritten), "\(typed) of \(rewritten)")
  }

  @Test func `every claim that a conversation is judged by exists`() throws {
    let claims = try Bundled.claims()
    for conversation in try JudgedConversation.all() {
      for turn in conversation.turns {
        #expect(turn.answerable == !turn.accept.isEmpty, "\(conversation.id): \(turn.question)")
        for id in turn.accept + turn.also {
          #expect(claims[id] != nil, "\(conversation.id): \(id)")
        }
      }
    }
  }

  @Test func `a first question is never changed`() throws {
    let resolver = try Bundled.assistant.get().followUps
    for judged in try JudgedQuestion.all() + shared() {
      #expect(resolver.resolve(judged.question, in: DialogueState()).resolved == judged.question)
    }
  }

  /// Some of the judged questions do lean on what stood before them ("is it dangerous to watch it?").
  @Test func `nine in ten questions that stand alone take nothing over`() throws {
    let resolver = try Bundled.assistant.get().followUps
    let first = resolver.resolve("How often do watched lesions regrow?", in: DialogueState())
    let state = DialogueState().applying(.asked(first))
    let judged = try JudgedQuestion.all() + shared()
    let changed = judged.filter { !resolver.resolve($0.question, in: state).carried.isEmpty }
    let names = changed.map(\.question).joined(separator: "\n")
    #expect(changed.count * 10 <= judged.count, "\(changed.count) of \(judged.count):\n\(names)")
  }

  @Test func `the reply names the question as understood and the words taken over`() throws {
    let assistant = try Bundled.assistant.get()
    var conversation = Conversation(assistant, assistant.conversationDesk)
    _ = conversation.ask("gap between chemo and liver surgery?", limit: 1)
    let reply = conversation.ask("and with avastin", limit: 1)
    #expect(reply.question == "and with avastin")
    #expect(reply.resolved == "gap between chemo and liver surgery with avastin?")
    #expect(reply.carried == ["gap", "chemo", "liver", "surgery"])
    #expect(reply.statements.first?.claim == "wait-after-bevacizumab")
  }

  @Test func `a session replays byte for byte, from its own file`() throws {
    let assistant = try Bundled.assistant.get()
    let events: [SessionEvent] = [
      .asked(question: "how often is there still tumour where a met vanished?", limit: 4),
      .asked(question: "and on MRI?", limit: 2), .dropped("MRI"),
      .asked(question: "why not just watch it?", limit: 4), .cleared,
      .asked(question: "how \"long\"?", limit: 1),
    ]
    let lines = SessionRecord.lines(of: events, assistant)
    let file = Array(lines.map { "\($0)\n" }.joined().utf8)
    let read = try SessionRecord.events(in: file)
    #expect(read == events)
    #expect(SessionRecord.lines(of: read, assistant) == lines)
  }

  @Test(arguments: [
    ("no JSON", 1), (#"{"event":"asked"}"#, 1), (#"{"event":"sung"}"#, 1),
    (#"{"event":"asked","question":"a","limit":0}"#, 1),
    ("{\"event\":\"cleared\"}\n{\"event\":\"dropped\"}", 2),
  ])
  func `a line that is no event is named`(text: String, line: Int) throws {
    let error = #expect(throws: SessionError.self) {
      try SessionRecord.events(in: Array(text.utf8))
    }
    #expect(error?.line == line)
  }

  @Test func `ten thousand conversations are followed in bounded memory, the quiet ones forgotten`()
  {
    var shelf = ConversationShelf()
    let resolver = FollowUpResolver(cues: FollowUpCues([]))
    for number in 0..<10_000 {
      let name = "c\(number)"
      shelf[name] = shelf[name].applying(.asked(resolver.resolve("one", in: shelf[name])))
      shelf["busy"] = shelf["busy"].applying(.asked(resolver.resolve("two", in: shelf["busy"])))
    }
    #expect(shelf.count == ConversationShelf.capacity)
    #expect(shelf["busy"].count == 10_000)
    #expect(shelf["c0"] == DialogueState())
    #expect(shelf["c9999"].count == 1)
  }

  /// The single questions beside the project, where they are there.
  private func shared() throws -> [JudgedQuestion] {
    let folder = URL(filePath: Bundled.root).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "shared/questions")
    return try ["questions", "unanswerable"].flatMap { name -> [JudgedQuestion] in
      let url = folder.appending(path: "\(name).jsonl")
      guard FileManager.default.fileExists(atPath: url.path) else {
        print("skipped: \(name).jsonl of ../shared/questions is not there")
        return []
      }
      return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).map {
        try JSONDecoder().decode(JudgedQuestion.self, from: $0)
      }
    }
  }
}
