import Answering
import Evidence
import Testing

@Suite struct SessionRecordTests {
  private let events: [SessionEvent] = [
    .dated("2026-02-27"),
    .asked(question: "how often do watched sites regrow?", limit: 3),
    .told("Restaging visit. Future liver remnant 24 %. The site cannot be ablated."),
    .told("why not resect?"),
    .stated([
      StatedFact(id: "fiducialPlaced", value: .boolean(false)),
      StatedFact(id: "lesionSizeMm", value: .text("< 10")),
      StatedFact(id: "bevacizumab", value: .unknown),
    ]),
    .asked(question: "and after MRI?", limit: 2),
    .dropped("regrow"),
    .loaded(
      FactSheet(
        facts: [StatedFact(id: "carePhase", value: .text("restaging"))],
        sites: [
          FactSheet.Site(
            label: "segment II",
            facts: [StatedFact(id: "ablationFeasible", value: .boolean(true))]
          )
        ]
      )
    ),
    .cleared,
    .told("no"),
  ]

  @Test func `a session with a case is read back and repeats byte for byte`() throws {
    let assistant = try Bundled.assistant.get()
    let lines = SessionRecord.lines(of: events, assistant)
    #expect(lines.count == events.count + 1)
    let file = Array(lines.joined(separator: "\n").utf8)
    let read = try SessionRecord.events(in: file)
    #expect(read == events)
    #expect(SessionRecord.lines(of: read, assistant) == lines)
    // After the new conversation a bare no is no line of a case.
    #expect(lines.last?.hasSuffix(#""reply":null}"#) == true)
  }

  @Test(arguments: [
    #"{"event":"stated","facts":{"a":[1]}}"#, #"{"event":"loaded","facts":{}}"#,
    #"{"event":"told"}"#, #"{"event":"dated","day":3}"#, #"{"event":"else"}"#, "[]", "",
  ])
  func `a line that is no event is named`(line: String) throws {
    let bytes = Array("{\"schema\":\"curbside.session/1\"}\n\(line)\n".utf8)
    if line.isEmpty {
      #expect(try SessionRecord.events(in: bytes).isEmpty)
    } else {
      #expect(throws: SessionError.self) { try SessionRecord.events(in: bytes) }
    }
  }
}
