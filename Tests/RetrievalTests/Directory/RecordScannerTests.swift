@testable import Retrieval
import TestSupport
import Testing

@Suite struct RecordScannerTests {
  @Test(arguments: [
    (#"{"_id":"1","text":"a b"}"#, "1", "", "a b"),
    (#" { "title" : "T", "text":"x\n\"y\"", "_id" : 17 } "#, "17", "T", "x\n\"y\""),
    (
      #"{"_id":"é","metadata":{"a":[1,{"b":null}],"c":"}"},"text":"\u00e9\ud83d\ude00\ud800"}"#,
      "é", "", "é😀\u{FFFD}"
    ),
    (#"{"text":null,"_id":"z","url":""}"#, "z", "", ""),
    ("{}", "", "", ""),
  ])
  func `a line of JSON becomes a record`(
    line: String,
    identifier: String,
    title: String,
    text: String
  ) throws {
    let record = try DocumentRecord(line: Array(line.utf8))
    #expect(String(decoding: record.identifier, as: UTF8.self) == identifier)
    #expect(String(decoding: record.title, as: UTF8.self) == title)
    #expect(String(decoding: record.text, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "", "[]", "{", #"{"_id":"1""#, #"{"_id":"1"} x"#, #"{"_id":tru}x"#, #"{"text":["a"]}"#,
    #"{"text":"\x"}"#, #"{"text":"\u12"}"#, "{\"text\":\"a\u{1}\"}", #"{"a" 1}"#, #"{"a":}"#,
    String(repeating: "{\"a\":", count: 80),
  ])
  func `what is no record is an error with its column`(line: String) {
    #expect(throws: SourceError.self) { _ = try DocumentRecord(line: Array(line.utf8)) }
  }

  @Test func `random bytes are a record or an error`() {
    let signs = Array(#"{}[]":,\u0ab "_idtextnul-1e"#.utf8)
    for seed in 1...3000 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...40, using: &generator)
      let line = (0..<count).map { _ in signs.randomElement(using: &generator) ?? 0 }
      _ = try? DocumentRecord(line: [UInt8(ascii: "{")] + line)
    }
  }
}
