import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct BatchTests {
  @Test func `lines of mixed quality get one reply each, in their order`() throws {
    let questions = [
      "how often is there still tumour?", "and on MRI?", "62F, 8 mm met gone on CT, no MRI", "yes",
      "28",
      "why not resect?", "thanks", "John Smith 62M", "ankle sprain?", "\u{1}\u{2FFF}", "?",
    ]
    var input = ""
    var expected: [String] = []
    for number in 1...200 {
      switch number % 20 {
      case 3: input += "\n"
      case 7:
        input += "{not json\n"
        expected.append("{\"id\":null,\"error\":{\"line\":\(number),")
      case 11:
        input += "{\"id\":\"l\(number)\",\"question\":\"\"}\n"
        expected.append("{\"id\":\"l\(number)\",\"error\":{\"line\":\(number),")
      default:
        let row: [String: String] = [
          "id": "l\(number)", "question": questions[number % questions.count],
          "conversation": "c\(number % 13)",
        ]
        input += String(decoding: try JSONEncoder().encode(row), as: UTF8.self) + "\n"
        expected.append("{\"schema\":\"curbside.reply/1\",\"id\":\"l\(number)\",")
      }
    }
    let run = try BuiltExecutable.run(["ask", "--batch", "--limit", "1"], input: Array(input.utf8))
    #expect(run.status == 65)
    #expect(run.lines.count == expected.count)
    for (line, beginning) in zip(run.lines, expected) { #expect(line.hasPrefix(beginning)) }
  }
}
