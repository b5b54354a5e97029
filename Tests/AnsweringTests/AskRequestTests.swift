import Answering
import Testing

@Suite struct AskRequestTests {
  @Test(
    arguments: [
      (#"{"id":"1","question":"why?"}"#, "1", "why?", nil),
      (#" { "question" : "why?" , "id" : "1" } "#, "1", "why?", nil),
      (#"{"id":"","question":"x"}"#, "", "x", nil),
      (#"{"id":"1","question":" x ","conversation":"c"}"#, "1", " x ", "c"),
      (#"{"id":"1","question":"x","conversation":null}"#, "1", "x", nil),
      (#"{"id":"1","question":"x","other":[1,{}]}"#, "1", "x", nil),
      (#"{"id":"\u0000","question":"\ud83d\ude00 \"q\" \\"}"#, "\0", #"😀 "q" \"#, nil),
      (#"{"id":"ü","question":"größer?"}"#, "ü", "größer?", nil),
    ] as [(String, String, String, String?)]
  ) func `a good line is read`(line: String, id: String, question: String, conversation: String?)
    throws
  {
    let request = try AskRequest(line: Array(line.utf8))
    #expect(request.id == id)
    #expect(request.question == question)
    #expect(request.conversation == conversation)
  }

  @Test(
    arguments: [
      ("", .notJSON), ("why?", .notJSON), ("[]", .notJSON), ("null", .notJSON), ("{", .notJSON),
      (#""text""#, .notJSON), (#"{"id":"1","question":"x""#, .notJSON),
      (#"{"id":"1","question":"x"} {}"#, .notJSON), (#"{"id":1,"question":"x"}"#, .notJSON),
      (#"{"id":"1","question":["x"]}"#, .notJSON), (#"{"id":"1","question":7}"#, .notJSON),
      (#"{"id":"1","question":"x","conversation":2}"#, .notJSON),
      (#"{"id":"1","question":"\ud800"}"#, .notJSON), ("{}", .noID),
      (#"{"question":"x"}"#, .noID), (#"{"id":null,"question":"x"}"#, .noID),
      (#"{"ID":"1","question":"x"}"#, .noID), (#"{"id":"1"}"#, .noQuestion(id: "1")),
      (#"{"id":"1","question":null}"#, .noQuestion(id: "1")),
      (#"{"id":"1","question":""}"#, .emptyQuestion(id: "1")),
      (#"{"id":"1","question":" \t\n "}"#, .emptyQuestion(id: "1")),
    ] as [(String, AskRequestError)]
  ) func `a bad line tells its reason`(line: String, expected: AskRequestError) {
    #expect(throws: expected) { try AskRequest(line: Array(line.utf8)) }
    #expect(!expected.description.isEmpty)
  }

  @Test func `bytes that are not UTF-8 are no request`() {
    let line = Array(#"{"id":"1","question":""#.utf8) + [0xFF, 0xC3] + Array(#""}"#.utf8)
    #expect(throws: AskRequestError.notJSON) { try AskRequest(line: line) }
  }

  @Test func `every prefix of a good line is an error with a reason`() {
    let line = Array(#"{"id":"1","question":"é 😀","conversation":"c"}"#.utf8)
    for length in line.indices {
      #expect(throws: AskRequestError.notJSON) { try AskRequest(line: Array(line[..<length])) }
    }
  }

  @Test func `deep nesting is an error or a request and never a trap`() {
    let depth = 100_000
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let line = #"{"id":"1","question":"x","other":"# + deep + "}"
    let request = try? AskRequest(line: Array(line.utf8))
    #expect(request == nil || request?.id == "1")
  }

  @Test func `an error carries the id that was read`() {
    #expect(AskRequestError.notJSON.id == nil)
    #expect(AskRequestError.noID.id == nil)
    #expect(AskRequestError.noQuestion(id: "7").id == "7")
    #expect(AskRequestError.emptyQuestion(id: "8").id == "8")
  }
}
