import Dialogue
import Testing

/// Turns of a conversation, and how the last of them is to be understood.
struct Phenomenon: CustomTestStringConvertible, Sendable {
  var turns: [String]
  var resolved: String
  var intent: Intent

  init(_ turns: [String], _ resolved: String, _ intent: Intent) {
    self.turns = turns
    self.resolved = resolved
    self.intent = intent
  }

  var testDescription: String { turns.joined(separator: " / ") }
}

struct FollowUpResolverTests {
  @Test(arguments: [
    Phenomenon(["What is a lighthouse?", "Who keeps it?"], "Who keeps lighthouse?", .pronoun),
    Phenomenon(
      ["Tell me about honey bees.", "What do they eat?"],
      "What do honey bees eat?",
      .pronoun
    ),
    Phenomenon(
      ["What is the Suez Canal?", "When was its construction finished?"],
      "When was Suez Canal’s construction finished?",
      .pronoun
    ),
    Phenomenon(
      ["Who was Marie Curie?", "What did she discover?"],
      "What did Marie Curie discover?",
      .pronoun
    ),
    Phenomenon(
      ["Tell me about Lisbon.", "What festivals are held there?"],
      "What festivals are held in Lisbon?",
      .pronoun
    ),
    Phenomenon(
      ["What is the difference between a crocodile and an alligator?", "Where do they live?"],
      "Where do crocodile and alligator live?",
      .pronoun
    ),
    Phenomenon(
      ["What is a general practitioner?", "How is a GP trained?"],
      "How is a general practitioner trained?",
      .pronoun
    ),
    Phenomenon(
      ["Tell me about the Hanseatic League.", "Who founded the League?"],
      "Who founded the Hanseatic League?",
      .pronoun
    ),
    Phenomenon(
      ["Tell me about coral reefs.", "What are the main threats?"],
      "What are the main threats of coral reefs?",
      .ellipsis
    ),
    Phenomenon(
      ["Tell me about the Eiffel Tower.", "How is the Tokyo Tower different?"],
      "How is the Tokyo Tower different than Eiffel Tower?",
      .ellipsis
    ),
    Phenomenon(
      ["When do storks return to Poland?", "and to Spain?"],
      "When do storks return to Spain?",
      .whatAbout
    ),
    Phenomenon(
      ["How often do glaciers retreat?", "Why?"],
      "Why: How often do glaciers retreat",
      .why
    ),
    Phenomenon(
      ["How often do glaciers retreat?", "Who says so?"],
      "Who says so: How often do glaciers retreat",
      .attribution
    ),
  ])
  func `a turn on any subject is completed from the turns before`(row: Phenomenon) throws {
    let turn = try last(row.turns, TermFinder())
    #expect(turn.resolved == row.resolved)
    #expect(turn.intent == row.intent)
    #expect(!turn.carried.isEmpty)
  }

  @Test(arguments: [
    Phenomenon(["CT or MRI for restaging?", "PET?"], "PET for restaging?", .whatAbout),
    Phenomenon(
      ["gap between chemo and surgery?", "and with bevacizumab"],
      "gap between chemo and surgery with bevacizumab?",
      .whatAbout
    ),
    Phenomenon(
      ["minimum remnant before hepatectomy", "no, I meant ablation"],
      "minimum remnant before ablation",
      .correction
    ),
    Phenomenon(
      ["minimum remnant before hepatectomy", "before ablation I mean"],
      "minimum remnant before ablation",
      .correction
    ),
    Phenomenon(
      ["Is ultrasound needed in theatre?", "sensitivity?"],
      "sensitivity: ultrasound needed in theatre",
      .ellipsis
    ),
    Phenomenon(
      ["CT or MRI for restaging?", "which of the two is better?"],
      "which of the two is better: CT or MRI",
      .comparison
    ),
    Phenomenon(
      ["resection or ablation for metastases?", "how many surgeons choose the second?"],
      "how many surgeons choose ablation?",
      .listReference
    ),
    Phenomenon(
      [
        "resection or ablation for metastases?", "how many surgeons choose the second?",
        "and the first?",
      ],
      "how many surgeons choose resection?",
      .listReference
    ),
    Phenomenon(
      ["Is ultrasound obligatory?", "do surgeons do it?"],
      "do surgeons do it: ultrasound obligatory",
      .pronoun
    ),
    Phenomenon(
      ["How long is survival after resection?", "if PET was negative?"],
      "How long is survival after resection if PET was negative?",
      .whatAbout
    ),
    Phenomenon(
      ["How often do metastases regrow after ablation?", "how soon?"],
      "how soon metastases regrow after ablation",
      .ellipsis
    ),
    Phenomenon(
      ["Is MRI needed for metastases?", "who argues against that?"],
      "who argues against that: MRI needed for metastases",
      .dissent
    ),
    Phenomenon(
      ["Is MRI needed for metastases?", "any paper showing the contrary"],
      "any paper showing the contrary: MRI needed for metastases",
      .dissent
    ),
    Phenomenon(
      ["Is ablation used instead of surgery?", "how safe is it?"],
      "how safe is ablation: ablation used instead of surgery",
      .pronoun
    ),
    Phenomenon(
      ["When is surgery done after chemo?", "and with bevacizumab", "does it harm survival?"],
      "does bevacizumab harm survival: surgery done after chemo with bevacizumab",
      .pronoun
    ),
    Phenomenon(
      [
        "Should metastases go to surgery at once?", "but most centres wait, no?",
        "which one is right",
      ],
      "which one is right: Should metastases go to surgery at once or most centres wait, no",
      .comparison
    ),
  ])
  func `terms of one kind stand in for each other`(row: Phenomenon) throws {
    let turn = try last(row.turns, SmallGlossary.finder)
    #expect(turn.resolved == row.resolved)
    #expect(turn.intent == row.intent)
  }

  @Test(arguments: [
    "What causes tides?", "What is Don Quixote, and why is it famous?", "Is it raining in Oslo?",
    "Who are you?", "Where does the name of the river Danube come from?",
    "cost of a new bicycle helmet", "Do the trees that grow there lose their leaves in Norway?",
    "Why do cats purr?", "but most bears sleep in winter, right?",
    "does anyone disagree about vaccines",
  ])
  func `a turn that names what it asks about is left as it is`(question: String) throws {
    let turn = try last(["What is a glacier?", question], TermFinder())
    #expect(turn.resolved == question)
    #expect(turn.carried.isEmpty)
    #expect(turn.intent == .standAlone)
  }

  @Test(arguments: ["thanks", "Thank you!", "ok, thanks"])
  func `thanks carry nothing and do not change what is talked about`(thanks: String) throws {
    let turn = try last(["Tell me about honey bees.", thanks, "What do they eat?"], TermFinder())
    #expect(turn.resolved == "What do honey bees eat?")
  }

  @Test func `whoever says something is not what is talked about`() throws {
    let turn = try last(
      ["My doctor says the glacier melted.", "how can you measure it?"],
      TermFinder()
    )
    #expect(turn.resolved == "how can you measure glacier?")
  }

  @Test func `each carried word names the turn that it came from`() throws {
    let turn = try last(
      ["Tell me about honey bees.", "What is a glacier?", "How old is it?"],
      TermFinder()
    )
    #expect(turn.carried == [CarriedWord(word: "glacier", turn: 2)])
  }

  @Test func `a list reference points at the statements shown when no question lists options`()
    throws
  {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get())
    let first = resolver.resolve("Tell me about whales.", in: DialogueState())
    let state = DialogueState().applying(.asked(first)).applying(
      .answered([
        ShownStatement(claim: "a", text: "Whales eat krill."),
        ShownStatement(claim: "b", text: "Whales sing in winter in Hawaii."),
      ])
    )
    let turn = resolver.resolve("tell me more about the second one", in: state)
    #expect(turn.intent == .listReference)
    #expect(turn.resolved.contains("Hawaii"))
    #expect(!turn.resolved.contains("krill"))
  }

  private func last(_ turns: [String], _ terms: TermFinder) throws -> Turn {
    let resolver = FollowUpResolver(cues: try BundledCues.cues.get(), terms: terms)
    var state = DialogueState()
    for question in turns.dropLast() {
      state = state.applying(.asked(resolver.resolve(question, in: state)))
    }
    return resolver.resolve(try #require(turns.last), in: state)
  }
}
