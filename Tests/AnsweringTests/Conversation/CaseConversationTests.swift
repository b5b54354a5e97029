import Answering
import Evidence
import Testing

/// What lines about a patient get, in our own words and with the corpus of this repository.
@Suite struct CaseConversationTests {
  private func conversation() throws -> CaseConversation {
    try CaseConversation(Bundled.assistant.get())
  }

  private func outcome(_ decision: String, _ reply: Reply?) throws -> String? {
    let report = try #require(reply?.case)
    return report.decisions.first { $0.id == decision }?.outcome
  }

  private let patient = "Restaging visit. Future liver remnant 24 %. The site cannot be ablated."

  @Test(arguments: [
    "sensitivity of MRI against CT after chemotherapy", "FOLFOX or FOLFIRI before surgery",
    "How often do watched sites regrow?", "thanks", "remnant", "?", "why?", "no", "28",
    "after bevacizumab, how long do we wait?", "if MRI is negative, do we need PET?",
  ])
  func `a line that describes nobody begins no case`(line: String) throws {
    var talk = try conversation()
    #expect(try talk.reply(to: line) == nil)
    #expect(talk.notes.isEmpty)
  }

  @Test func `a described patient is decided, and the question beside it is answered first`() throws
  {
    var talk = try conversation()
    let reply = try #require(
      try talk.reply(to: "\(patient) How often do watched sites regrow?")
    )
    #expect(try outcome("siteManagement", reply) == "observe")
    let report = try #require(reply.case)
    #expect(!report.answering.isEmpty)
    #expect(reply.statements.first?.claim == report.answering.first)
  }

  /// What is stated before the comma is of a patient; what is asked behind it is no fact.
  @Test(arguments: [
    ("last cycle 3 weeks ago with bev, when can we operate?", "weeksSinceChemotherapy"),
    ("12 mm lesion gone on CT, should we resect?", "lesionSizeMm"),
  ])
  func `a statement with a question behind a comma begins a case`(
    line: String,
    fact: String
  ) throws {
    var talk = try conversation()
    let report = try #require(try talk.reply(to: line)?.case)
    #expect(report.facts.contains { $0.id == fact })
  }

  @Test func `a short answer is taken for the question that is open`() throws {
    var talk = try conversation()
    let first = try #require(try talk.reply(to: patient)?.case?.ask.first)
    #expect(first.fact == "fiducialPlaced")
    let reply = try talk.reply(to: "yes")
    #expect(try outcome("fiducialMarker", reply) == "alreadyPlaced")
    #expect(try talk.reply(to: "maybe so, who knows") == nil)
  }

  @Test func `what nobody knows stays unknown and is not asked again`() throws {
    var talk = try conversation()
    _ = try talk.reply(to: patient)
    let reply = try #require(try talk.reply(to: "don't know"))
    #expect(try outcome("fiducialMarker", reply) == "undetermined")
    #expect(reply.case?.ask.contains { $0.fact == "fiducialPlaced" } == false)
    let later = try #require(try talk.reply(to: "She is fit for an operation."))
    #expect(later.case?.ask.contains { $0.fact == "fiducialPlaced" } == false)
  }

  @Test func `a correction replaces, a contradiction is kept open until it is settled`() throws {
    var talk = try conversation()
    _ = try talk.reply(to: patient)
    let corrected = try talk.reply(to: "no, the remnant is 41 %")
    #expect(try outcome("remnant", corrected) == "adequate")
    let doubled = try #require(
      try talk.reply(to: "The lesion measured 8 mm. The lesion measured 12 mm.")
    )
    #expect(doubled.case?.conflicts.map(\.id) == ["lesionSizeMm"])
    let settled = try #require(try talk.reply(to: "no, 12 mm"))
    #expect(settled.case?.conflicts.isEmpty == true)
    #expect(settled.case?.facts.first { $0.id == "lesionSizeMm" }?.value == .number("12"))
  }

  @Test func `a supposition leaves the case alone until it is kept`() throws {
    var talk = try conversation()
    _ = try talk.reply(to: patient)
    let notes = talk.notes
    let supposed = try #require(try talk.reply(to: "what if the remnant were 45 %?"))
    #expect(supposed.case?.isHypothetical == true)
    #expect(supposed.case?.before["remnant"] == "inadequate")
    #expect(try outcome("remnant", supposed) == "adequate")
    #expect(talk.notes == notes)
    let kept = try talk.reply(to: "keep it")
    #expect(try outcome("remnant", kept) == "adequate")
    #expect(kept?.case?.isHypothetical == false)
  }

  @Test(arguments: [
    ("why observe?", "siteManagement"), ("Why?", nil), ("why wait?", nil),
  ])
  func `why is about the named outcome, else about what was decided last`(
    line: String,
    decision: String?
  ) throws {
    var talk = try conversation()
    _ = try talk.reply(to: patient)
    let reply = try talk.reply(to: line)
    if line == "why wait?" {
      // Nothing was said of time, so that it is no question about this case.
      #expect(reply == nil)
    } else {
      let about = try #require(reply?.case?.why.first?.decision)
      if let decision { #expect(about == decision) }
    }
  }

  @Test func `why not and what would change it name their outcome`() throws {
    var talk = try conversation()
    _ = try talk.reply(to: patient)
    let whyNot = try #require(try talk.reply(to: "why not just resect it?")?.case?.whyNot.first)
    #expect(whyNot.decision == "siteManagement")
    #expect(whyNot.asked == "resect")
    let change = try #require(
      try talk.reply(to: "what would have to change to ablate it?")?.case?.changes.first
    )
    #expect(change.decision == "siteManagement")
    #expect(change.outcome == "ablate")
    #expect(change.sets.contains { set in set.contains { $0.fact == "ablationFeasible" } })
  }

  @Test(arguments: [
    "would need a right hepatectomy", "has severe COPD", "could not be ablated, is fit",
    "can be resected with a wedge",
  ])
  func `a note that begins with an auxiliary is no question`(line: String) throws {
    var talk = try conversation()
    let before = try #require(
      try talk.reply(to: "Restaging visit. Future liver remnant 41 %.")?.case
    )
    let after = try #require(try talk.reply(to: line)?.case)
    #expect(after.facts.count > before.facts.count)
  }

  @Test func `a line beyond what a description has is none`() throws {
    var talk = try conversation()
    let long = String(repeating: "\(patient) ", count: 400)
    #expect(try talk.reply(to: long) == nil)
    #expect(talk.notes.isEmpty)
  }

  @Test func `a fact that cannot be leaves the case as it was`() throws {
    var talk = try conversation()
    _ = try talk.reply(to: patient)
    let notes = talk.notes
    #expect(throws: CaseError.self) {
      try talk.take([.stated(StatedFact(id: "lesionSizeMm", value: .number("-1")))])
    }
    #expect(talk.notes == notes)
  }

  @Test(arguments: ["who disagrees?", "is that disputed?", "any dissent"])
  func `after a case, who disagrees is about its decisions`(question: String) throws {
    var talk = try conversation()
    #expect(try talk.reply(to: question) == nil, "there is no case yet")
    _ = try talk.reply(to: patient)
    let report = try #require(try talk.reply(to: question)?.case)
    let asked = try #require(report.disputed.first)
    let decision = try #require(report.decisions.first { $0.id == asked })
    #expect(!decision.dissent.isEmpty)
  }

  @Test(arguments: [
    ("how do you treat a ghost lesion?", false), ("what should we do with it?", true),
    ("what to do now?", true),
  ])
  func `a question on such sites in general is none about the patient`(
    question: String,
    isOfPatient: Bool
  ) throws {
    var talk = try conversation()
    _ = try talk.reply(to: patient)
    #expect(try (talk.reply(to: question) != nil) == isOfPatient)
  }

  @Test func `once the evidence was asked for, who disagrees is about that`() throws {
    var talk = try conversation()
    _ = try talk.reply(to: patient)
    #expect(try talk.reply(to: "How often do watched sites regrow?") == nil)
    #expect(try talk.reply(to: "who disagrees?") == nil)
  }
}
